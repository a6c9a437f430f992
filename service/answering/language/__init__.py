"""Names, predicates, clauses and who does what in a sentence."""
