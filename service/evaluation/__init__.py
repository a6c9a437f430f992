"""How good the answers are, in figures: sets of questions, runs of them, measures and reports."""
