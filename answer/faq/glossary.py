"""Where terms of the glossary stand in a text for the first time.

Also in the words that others wrote: an answer in the words of its authors may have no others. The
words stay as they are, and what explains a term must say that it is this site's, not theirs.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from answer.faq.entry import Term


@dataclass(frozen=True, slots=True)
class Mention:
    """A term where a text has it, from `start` to `end`."""

    start: int
    end: int
    term: Term


def glossary(terms: tuple[Term, ...]) -> Mapping[str, Term]:
    """Terms by each of their forms, in small letters; a term counts before an alias."""
    forms = {alias.casefold(): term for term in terms for alias in term.aliases}
    return forms | {term.term.casefold(): term for term in terms}


def mentions(text: str, terms: Mapping[str, Term]) -> list[Mention]:
    """The first mention of each term as a whole word, the longest where several begin."""
    if not terms:
        return []
    forms = "|".join(re.escape(form) for form in sorted(terms, key=len, reverse=True))
    found: dict[str, Mention] = {}
    for place in re.finditer(rf"(?<!\w)(?:{forms})(?!\w)", text, re.IGNORECASE):
        term = terms.get(place.group().casefold())
        if term:
            found.setdefault(term.term, Mention(*place.span(), term))
    return list(found.values())
