"""What a model is asked of an answer, and what is taken of its replies; everything it says is held to the record."""
