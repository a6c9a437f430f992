"""Byline over HTTP: one file a surface, one gate before all of them."""
