"""Bytes to articles: formats, lines, masthead, sentences, passages."""
