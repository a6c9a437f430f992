"""Which articles are one text, and what each carrier changed in it."""
