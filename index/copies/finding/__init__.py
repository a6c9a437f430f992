"""Which articles share their text."""
