"""Hits → an answer: sentences, citations, abstention."""
