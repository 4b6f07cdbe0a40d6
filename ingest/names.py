"""What names look like on a page: the full names of people, and user names."""

import re
import tomllib
from functools import cache
from pathlib import Path

NAME_WORD = r"[^\W\d_a-z][\w’'-]+"
INITIAL = r"[^\W\d_a-z]\."
PARTICLES = r"(?:(?:de|del|der|den|di|la|le|van|von|bin|ibn|al) )*"
FULL_NAME = (
    rf"(?:{NAME_WORD}|{INITIAL})(?: {PARTICLES}(?:{NAME_WORD}|{INITIAL})){{0,2}}"
    rf" {PARTICLES}{NAME_WORD}"
)
"""Ends in a whole word: the dot of "Anna Lee. I am new" is no part of a name."""

USER_NAME = r"[^\W_][\w’'.-]*(?: [\w’'.-]+){0,3}"
"""What forums allow, with spaces; so many other words look like it too."""


@cache
def words(kind: str) -> frozenset[str]:
    """The words of no_names.toml that are none: "roles", "labels", "nobody" or "bylines"."""
    tables = tomllib.loads((Path(__file__).parent / "no_names.toml").read_text(encoding="utf-8"))
    return frozenset(tables[kind].split())


def nameable(name: str) -> bool:
    """Whether words that look like a name may be one: "Epistemic status", "IV", "v1.2" may not."""
    if re.fullmatch(r"[IVXLC]+|v?\d[\d.]*", name):
        return False
    parts = name.casefold().split()
    return not words("labels").intersection((parts[0], parts[-1], name.casefold()))


def is_full_name(name: str) -> bool:
    """Whether these are a first and a last name, as far as their form tells."""
    return re.fullmatch(FULL_NAME, name) is not None
