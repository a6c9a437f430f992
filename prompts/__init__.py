"""Prompts for a language model, one Markdown file each; the quote reader needs none, so there are none yet."""
