"""Answers marked by a language model, beside the measures and apart from them; no other measure rests on it."""
