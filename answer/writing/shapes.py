"""The shapes in which models write citations, and those that only look like one."""

import re

from answer.writing.awaited import Awaited
from answer.writing.marks import NOUN, Mark

MOST = 20
"""Numbers that one range may stand for."""

NOWHERE = Mark(0)
"""Stands for what nobody can look up: there is no source of this number."""

REFERENCE = r"[#^-]?\d{1,60}(?:[.:]\d{1,60})?"
RANGE = rf"{REFERENCE}(?:\s?(?:[-–—‑−]|to\b)\s?{REFERENCE})?"
"""`3`, `3.1`, `3-5`, `3.1–3.4`."""

SOURCE = r"(?i:source|src|ref(?:erence)?|doc(?:ument)?|passage|evidence|excerpt|citation)s?[.:]?\s?"
NOISE = rf"(?:(?:(?i:see|cf|e\.g|n|no|nr|id)[.:,]{{0,2}}\s?|{SOURCE}){{1,2}})?"
SEPARATOR = r"(?:\s?[,;&|/+]\s?(?:and\s)?|\s(?:(?:and|or|&)\s)?)"
LIST = rf"(?P<refs>{NOISE}{RANGE}(?:{SEPARATOR}{NOISE}{RANGE})*)"
"""What stands in brackets: `1`, `1, 2.3; 4`, `Source 1 and 2`, `see 1`."""

PAGE = (
    r"(?:†[^\]】\n]{0,80}|[:|]\s[^\[\]\n]{0,80}"
    r"|,?\s(?i:pp?|pages?|lines?|sentences?|§+)\.?\s?[\d–-]+)"
)
"""What may follow it there: `1†source`, `1: A title`, `1, p. 3`."""

OPENS, CLOSES = r"[\[【［]", r"[\]】］]"
SIMPLE = rf"\\?{OPENS}{{1,2}}\s?{LIST}{PAGE}?[,;]?\s?\\?{CLOSES}{{1,2}}"
SEVERAL = rf"(?P<refs>{OPENS}{RANGE}{CLOSES}(?:{SEPARATOR}?{OPENS}{RANGE}{CLOSES})*)"
BRACKETS = rf"(?:{SIMPLE}|{OPENS}\s?{NOISE}{SEVERAL}\s?{CLOSES})"
PLAIN = r"\[{1,2}\^?[\d.,;\s–-]{1,40}\]{1,2}"
ADDRESS = r"\((?:https?:|www\.|mailto:|/|\#|<)"

IN_BRACKETS = Awaited(rf"(?P<mark>{BRACKETS})|(?P<text>{PLAIN}{ADDRESS})")
"""`[1]`, but not `[1](https://…`, which is a link."""

WORDED = rf"""
    [(（]\s?(?:(?i:see|cf\.|e\.g\.,?|also)\s)*
    (?:{SOURCE}{LIST}{PAGE}?|(?:{SOURCE})?{SEVERAL})\s?[)）]
"""
BARE = r"[(（](?P<refs>\d{1,2}(?:\s?[,;&]\s?\d{1,2})*)[)）]"
AFTER = r"(?:[.,;:!?…)\]”\"]|[ \t]+[\p{Lu}“\"(\[]|[ \t]*\n)"

IN_PARENTHESES = Awaited(f"(?P<mark>{WORDED})")
"""`(Source 1)`, `([1], [2])`."""

NUMBER_IN_PARENTHESES = Awaited(f"(?P<mark>{WORDED})|(?P<mark>{BARE}){AFTER}")
"""`(1)`, too, before a stop, a new sentence or the end: elsewhere it may number an item."""

NUMBERED = r"(?i:no\.?\s|number\s|\#)?"
IN_WORDS = Awaited(
    rf"""
      (?P<words>(?i:source)\s{NUMBERED}(?P<refs>{REFERENCE}))[^\w%]
    | (?P<words>(?i:sources)\s(?P<refs>{RANGE}(?:(?:,\s(?:and\s)?|\s(?:and|or|&)\s){RANGE})+))[^\w%]
    | (?P<words>(?i:sources?)\s{BRACKETS}(?:{SEPARATOR}?{BRACKETS})*)
    | (?P<mark>(?i:source):\s?{BRACKETS}(?:{SEPARATOR}?{BRACKETS})*)
    """
)
"""`Source 1`, `sources 1 and 2`, `source [1]`."""

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
IN_SUPERSCRIPT = Awaited(rf"(?P<mark>(?P<refs>[{RAISED}]{{1,3}}(?:[,˒]\s?[{RAISED}]{{1,3}})*))")
IN_TAGS = Awaited(rf"(?P<mark><sup>\s?(?:{BRACKETS}|{LIST})\s?</sup>)")

FENCE = Awaited(r"(?P<fence>(?:`{3,}|~{3,})[^`\n]*\n)")
CODE = r"(?P<text>`[^`\n]+`|``[^\n]+?``)"
IN_CODE = Awaited(CODE)
FENCE_OR_CODE = Awaited(rf"(?P<fence>(?:`{{3,}}|~{{3,}})[^`\n]*\n)|{CODE}")
MATHS = Awaited(r"(?P<text>\$[^$\s\d](?:[^$\n]*[^$\s])?\$)")

WORD_BEFORE = re.compile(rf"[\w”\"’'%)\]{NOUN}]\s$")
COUNTS_BEFORE = re.compile(
    r"\b(?:and|or|namely|either|eq|equations?|fig|figures?|tables?|sections?|steps?|options?|premises?"
    r"|points?|cases?|stages?|parts?|levels?|types?|items?|questions?|chapters?|phases?|conditions?"
    r")\.?\s$",
    re.IGNORECASE,
)
RAISED_BEHIND = re.compile(rf"(?:[^\W\d_]{{3}}|[.,;:!?”\"’{NOUN}])$")
WITHIN_WORD = re.compile(r"(?:[\w-]|\bopen\s)$", re.IGNORECASE)


def opening(character: str, before: str) -> Awaited | None:
    """What a character may open, by what stands before it; marks stand there as NOUN."""
    match character:
        case "[" | "【" | "［" | "\\":
            return IN_BRACKETS
        case "(" | "（":
            counts = not WORD_BEFORE.search(before) or COUNTS_BEFORE.search(before)
            return IN_PARENTHESES if counts else NUMBER_IN_PARENTHESES
        case "s" | "S":
            return None if WITHIN_WORD.search(before) else IN_WORDS
        case "<":
            return IN_TAGS
        case "`":
            return IN_CODE
        case "$":
            return MATHS
    if character in RAISED and RAISED_BEHIND.search(before):
        return IN_SUPERSCRIPT
    return None


RANGES = re.compile(
    r"(?P<first>[#^-]?\d+)(?:[.:](?P<part>\d+))?"
    r"(?:\s?(?:[-–—‑−]|to\b)\s?(?P<last>[#^-]?\d+)(?:[.:](?P<end>\d+))?)?"
)
LOWERED = str.maketrans(RAISED, "0123456789")


def marks(references: str) -> list[Mark]:
    """What the numbers of a citation stand for; NOWHERE for those that stand for nothing."""
    return [
        mark for found in RANGES.finditer(references.translate(LOWERED)) for mark in _range(found)
    ]


def _range(found: re.Match[str]) -> list[Mark]:
    first, last = _mark(found["first"], found["part"]), found["last"]
    if not last:
        return [first]
    end = _mark(last, found["end"])
    if first.sentence and end.sentence is None:  # 1.2-4
        end = Mark(first.source, end.source)
    if first.sentence and end.sentence:
        if first.source != end.source:
            return [first, end]
        return [Mark(first.source, one) for one in _between(first.sentence, end.sentence)]
    return [Mark(one, None) for one in _between(first.source, end.source)]


def _between(first: int, last: int) -> list[int]:
    """The numbers of a range, or the number of nothing."""
    return list(range(first, last + 1)) if 0 < first <= last < first + MOST else [0]


def _mark(source: str, sentence: str | None) -> Mark:
    return Mark(_number(source), None if sentence is None else _number(sentence))


def _number(digits: str) -> int:
    """A number that may be somewhere; nought where it is none or past all counting."""
    digits = digits.lstrip("#^")
    return int(digits) if digits.isdecimal() and len(digits) < 7 else 0
