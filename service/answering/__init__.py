"""Candidates to an answer: read, check, attribute from the record, relate, compose."""
