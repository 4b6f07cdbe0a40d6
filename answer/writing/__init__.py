"""Answers written by a language model: its prompt, its marks, and what is believed of it."""
