"""Addresses that point at words: text fragments."""

from urllib.parse import quote

from index.passage import readable

WHOLE, EDGE = 10, 5
"""Up to so many words are named whole; of more, so many at each end."""


def link(url: str | None, words: str) -> str | None:
    """The page's address pointing at words on it; an anchor that it has is kept."""
    if not url:
        return None
    parts = readable(words).split()
    if not parts:
        return url
    if len(parts) <= WHOLE:
        fragment = _encoded(parts)
    else:
        fragment = f"{_encoded(parts[:EDGE])},{_encoded(parts[-EDGE:])}"
    return f"{url}{'' if '#' in url else '#'}:~:text={fragment}"


def _encoded(words: list[str]) -> str:
    """Percent-encoded, and the dash too, which means something in a text fragment."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
