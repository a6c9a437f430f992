"""What two articles of one text changed."""
