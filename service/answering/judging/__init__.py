"""Which statements bear a question out."""
