"""What kind of thing a question asks for, and how it looks in a sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

MONTHS = (
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"today|yesterday|tomorrow|BC|AD|ago|"
    r"(?:decade|year|month|week|day|hour|period|era)s?|century|centuries)\b"
)
NUMBERS = (
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|third|quarter|"
    r"(?:dozen|hundred|thousand|million|billion)s?|percent|per cent)\b"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """How one asks for a kind of thing, and how it looks."""

    kind: Literal["time", "number"]
    asks: re.Pattern[str]
    looks: re.Pattern[str]


SHAPES = (
    Shape(
        "time",
        re.compile(
            r"^\W*when (?:did|do|does|will|was|were|is|are|has|have|had)\b|"
            r"\b(?:what|which) (?:year|date|day|month|century|decade)\b",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:1\d|20)\d\ds?\b|{MONTHS}"),  # "may" and "ad" are no times
    ),
    Shape(
        "number",
        re.compile(
            r"\bhow (?:many|much|old|long|far|often|large|big|likely)\b|"
            r"\bwhat (?:percentage|share|fraction|number|price|cost|probability|chance)\b|"
            r"\bin (?:dollars|percent|years)\b",
            re.IGNORECASE,
        ),
        re.compile(rf"\d|{NUMBERS}", re.IGNORECASE),
    ),
)


def shapes(question: str) -> Iterator[Shape]:
    """The kinds of things that a question asks for, of those whose look is known."""
    return (shape for shape in SHAPES if shape.asks.search(question))


SURELY = re.compile(
    r"^\W*when (?:did|was|were)\b|\b(?:what|which) (?:year|date|day|month|century|decade)\b|"
    r"\bhow many\b",
    re.IGNORECASE,
)
"""Asks for what nothing else can answer: "when does it fail" asks for a case."""


def lacking(question: str, quote: str) -> Shape | None:
    """What a question surely asks for that a quotation has nothing of; None if it has it all."""
    if not SURELY.search(question):
        return None
    return next((shape for shape in shapes(question) if not shape.looks.search(quote)), None)
