"""Passages to hits: vectors, words, and the two fused."""
