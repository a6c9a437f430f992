"""A question by those before it: what it leaves to be understood."""
