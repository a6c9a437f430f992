"""What a statement gives as an answer."""
