"""Figures of a sentence, however they are written, against those of the cited words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isclose

from answer.asking import TELLING
from answer.checking.number_words import LARGE, MONTHS, PARTS, TIMES, UNITS, WORD_NUMBERS
from answer.compose import Said
from answer.dates import written
from index.passage import readable

TOKEN = re.compile(
    r"(?P<named>(?<!\w)(?:[^\W\d_]+-?\d[\w.]*|\d+[^\W\d_]+\d\w*)\b)"
    r"|(?P<number>(?<![\w.])[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)|(?P<word>[^\W\d_]+)|(?P<sign>[%$€£/])"
)
"""Numbers, names with numbers in them ("GPT-4"), words, and signs."""

POSTS = "post|comment|essay|article|piece|paper|talk|book|words"
WRITING = rf"wr[io]t\w*|said|says|argu\w+|post\w*|publish\w+|comment\w*|dated|{POSTS}"
SAID = re.compile(rf"\b(?:{TELLING})\w*|:")
"""What a date at the beginning belongs to: "In 2021, Ada wrote"; not "In 2021, cats slept"."""

MORE = re.compile(r"(?:more than|over|above|at least|exceed\w*|greater than|upwards of)\W*$")
LESS = re.compile(r"(?:less than|under|below|at most|fewer than|up to|no more than)\W*$")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts; `bound` is 1 for "more than", -1 for "less than".

    A name with a number in it is a figure too: "GPT-4".
    """

    shown: str
    value: float
    unit: str = ""
    bound: int = 0
    name: str = ""

    def agrees(self, other: "Figure") -> bool:
        """Whether the other one says the same."""
        if self.name or other.name:
            return self.name == other.name
        if self.bound not in (0, other.bound) or not isclose(self.value, other.value):
            return False
        shares = "share" in (self.unit, other.unit)
        return self.unit == other.unit or (
            "" in (self.unit, other.unit) and not (shares and self.value >= 1)
        )


def misfigured(text: str, cited: Sequence[Said]) -> str | None:
    """Which figure of a sentence the cited words do not have, if there is one."""
    text = without_dates(text, cited)
    words = "\n".join(readable(one.citation.quote) for one in cited)
    there = list(figures(words))
    for figure in figures(text):
        if not any(figure.agrees(other) for other in there):
            return f"it says {figure.shown}, which the cited words do not"
    return None


def without_dates(text: str, cited: Sequence[Said]) -> str:
    """A sentence without the dates that only tell when the cited words were written."""
    for date in (date for one in cited for date in _dates(one.citation.date)):
        day = re.escape(date)
        text = re.sub(
            rf"\({day}\)|\b(?:{WRITING}) (?:[a-z]+ )?(?:in|on|from|of) {day}\b"
            rf"|\bdated {day}\b|\b{day} (?:{POSTS})\b",
            " ",
            text,
        )
        if SAID.search(text):
            text = re.sub(rf"^\W*(?:Already |Back )?[IiOo]n {day},", " ", text)
    return text


def _dates(iso: str | None) -> Iterator[str]:
    """A date in all the ways in which a sentence may give it, the longest first."""
    date = written(iso)
    if not date or not iso:
        return
    yield date
    day, _, rest = date.partition(" ")
    month, _, year = rest.partition(" ")
    if year:
        yield from (f"{month} {day}, {year}", f"{month} {year}")
    yield from (iso[:10], iso[:7], iso[:4])


def figures(text: str) -> Iterator[Figure]:
    """The figures of a text in order."""
    tokens = list(TOKEN.finditer(text))
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token["named"]:
            name = token.group().casefold().replace("-", "").rstrip(".")
            yield Figure(token.group().rstrip("."), 0.0, name=name)
            at += 1
            continue
        value, end = _value(tokens, at)
        if value is None:
            yield from _month(tokens, at)
            at += 1
            continue
        yield _figure(text, tokens, at, end, value)
        at = end


def _month(tokens: Sequence[re.Match[str]], at: int) -> Iterator[Figure]:
    """The month of a date, which has a number beside it."""
    token = tokens[at]
    beside = [
        one for one in (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2]) if one["number"]
    ]
    if beside and token.group()[:1].isupper() and token.group().casefold() in MONTHS:
        number = MONTHS[token.group().casefold()]
        yield Figure(token.group(), float(number), "of the year")


def _value(tokens: Sequence[re.Match[str]], at: int) -> tuple[float | None, int]:
    """The value of the number that begins at a token, and where it ends."""
    token = tokens[at]
    word = token.group().casefold()
    if token["number"]:
        value, at = float(word.replace(",", "").replace("−", "-")), at + 1
        if _is(tokens, at, "/") and at + 1 < len(tokens) and tokens[at + 1]["number"]:
            below = float(tokens[at + 1].group().replace(",", ""))
            return (value / below if below else value), at + 2
        return _scaled(tokens, at, value)
    if word in TIMES:
        return TIMES[word], at + 1
    if word in WORD_NUMBERS or (word in LARGE and len(word) > 2):
        return _in_words(tokens, at)
    if word in ("half", "halves"):
        return 0.5, at + 1
    return None, at


def _scaled(tokens: Sequence[re.Match[str]], at: int, value: float) -> tuple[float, int]:
    while at < len(tokens) and tokens[at].group().casefold() in LARGE:
        value *= LARGE[tokens[at].group().casefold()]
        at += 1
    return value, at


def _in_words(tokens: Sequence[re.Match[str]], at: int) -> tuple[float | None, int]:
    """A number in words: "two hundred and five"; "one" alone is none."""
    start, total, current = at, 0.0, 0.0
    while at < len(tokens):
        word = tokens[at].group().casefold()
        if word in WORD_NUMBERS:
            current += WORD_NUMBERS[word]
        elif word in LARGE and len(word) > 2:
            current = (current or 1.0) * LARGE[word]
            if LARGE[word] > 100:
                total, current = total + current, 0.0
        elif not (
            word == "and"
            and at > start
            and _is_number(tokens, at + 1)
            and tokens[at - 1].group().casefold() in LARGE
        ):
            break
        at += 1
    value = total + current
    if at < len(tokens) and tokens[at].group().casefold() in PARTS:
        return value / PARTS[tokens[at].group().casefold()], at + 1
    if value == 1 and at == start + 1 and not _counts(tokens, at):
        return None, at
    return value, at


def _counts(tokens: Sequence[re.Match[str]], at: int) -> bool:
    return at < len(tokens) and tokens[at].group().casefold() in (*UNITS, "per", "in")


def _is(tokens: Sequence[re.Match[str]], at: int, text: str) -> bool:
    return at < len(tokens) and tokens[at].group() == text


def _is_number(tokens: Sequence[re.Match[str]], at: int) -> bool:
    return at < len(tokens) and tokens[at].group().casefold() in WORD_NUMBERS


def _figure(
    text: str, tokens: Sequence[re.Match[str]], start: int, end: int, value: float
) -> Figure:
    """A number with its unit and its bound."""
    shown = text[tokens[start].start() : tokens[end - 1].end()]
    before = tokens[start - 1].group() if start else ""
    after = [token.group().casefold() for token in tokens[end : end + 2]]
    unit = UNITS.get(before if before in "$€£" else "", "")
    unit = unit or next((UNITS[word] for word in after[:1] if word in UNITS), "")
    if after == ["per", "cent"]:
        unit = "%"
    if unit == "%":
        value, unit, shown = value / 100, "share", f"{shown}%"
    head = text[: tokens[start].start()].casefold()
    bound = bool(MORE.search(head)) - bool(LESS.search(head))
    return Figure(shown, value, unit, bound)
