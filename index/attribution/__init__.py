"""Who says what in an article: sources, statements, figures, and the other names of what is named."""
