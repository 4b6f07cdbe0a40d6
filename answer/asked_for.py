"""What kind of thing a question asks for, and how it looks in a sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

TIMES = (
    r"\b[12]\d{3}s?\b|\b\d+[/.]\d+[/.]\d+\b|\d ?[ap]\.?m\b|"
    # as they are written: "may" and "ad" are no times
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|AD|CE|BCE?)\b|"
    r"\b(?i:spring|summer|autumn|winter|today|yesterday|tomorrow|ago|age[ds]?|"
    r"(?:decade|year|month|week|day|hour|period|era)s?|century|centuries|"
    r"when|while|since|before|after|during)\b"
)
NUMBERS = (
    r"\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety|(?:dozen|hundred|thousand|million|billion)s?|half|third|quarter|percent|"
    r"per cent|none|no|nobody|both|several|few|couple|once|twice|single)\b"
)
WHICH_TIME = r"\b(?:what|which) (?:year|date|day|month|century|decade)\b"


@dataclass(frozen=True, slots=True)
class Shape:
    """How one asks for a kind of thing, and how it looks.

    Where it is `surely` asked for, nothing else can answer: "when does it fail" asks for a case.
    """

    kind: Literal["time", "number"]
    asks: re.Pattern[str]
    surely: re.Pattern[str]
    looks: re.Pattern[str]


SHAPES = (
    Shape(
        "time",
        re.compile(
            rf"^\W*when (?:did|do|does|will|was|were|is|are|has|have|had)\b|{WHICH_TIME}",
            re.IGNORECASE,
        ),
        re.compile(rf"^\W*when (?:did|was|were)\b|{WHICH_TIME}", re.IGNORECASE),
        re.compile(TIMES),
    ),
    Shape(
        "number",
        re.compile(
            r"\bhow (?:many|much|old|long|far|often|large|big|likely)\b|"
            r"\bwhat (?:percentage|share|fraction|number|price|cost|probability|chance)\b|"
            r"\bin (?:dollars|percent|years)\b",
            re.IGNORECASE,
        ),
        re.compile(r"\bhow many\b", re.IGNORECASE),
        re.compile(NUMBERS, re.IGNORECASE),
    ),
)


def shapes(question: str) -> Iterator[Shape]:
    """The kinds of things that a question asks for, of those whose look is known."""
    return (shape for shape in SHAPES if shape.asks.search(question))


def lacking(question: str, quotes: Sequence[str]) -> Shape | None:
    """What a question surely asks for that no quotation has; None if there is no such thing."""
    sure = (shape for shape in SHAPES if shape.surely.search(question))
    return next((shape for shape in sure if not any(map(shape.looks.search, quotes))), None)
