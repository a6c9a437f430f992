"""A finished run to files, each whole or not there."""
