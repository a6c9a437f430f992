"""Figures, times and hedges of what is said."""
