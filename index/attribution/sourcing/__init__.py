"""Whose words they are: kinds of speaker, chains, and what is carried on."""
