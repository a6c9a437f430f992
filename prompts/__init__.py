"""Prompts for a language model, one Markdown file each, with the JSON schema of its reply beside it."""
