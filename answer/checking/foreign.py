"""Addresses and years in a sentence that the cited words do not have in such a place."""

import re

ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>()\[\]“”\"]+", re.IGNORECASE)
YEAR = re.compile(r"\b(?:some|about|around|nearly|almost|all) (?:19|20)\d\d\b|\b(?:19|20)\d\d of\b")
"""A year that stands where something is counted: "some 2021 of them"."""


def foreign_address(text: str, words: str) -> str | None:
    """The web address in a sentence that the cited words do not have."""
    for found in ADDRESS.finditer(text):
        if (address := found.group().rstrip(".,;:!?’'")) not in words:
            return f"it gives the address {address}, which the cited words do not"
    return None


def counted_year(text: str, words: str) -> str | None:
    """The year that a sentence takes for a number of things, unless the cited words do."""
    found = YEAR.search(text)
    if not found or found.group() in words:
        return None
    return f"it says “{found.group()}”, which the cited words do not"
