"""Where a page quotes: block quotes, and text in quotation marks of a sentence or more.

Words in quotation marks within a sentence ("a “goal” that is “myopic”") are part of what the author
says, and stay so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.marks import closings
from ingest.markup import FENCE
from ingest.speakers import said_behind

FEWEST_WORDS = 5
"""Shorter sentences in quotation marks are titles, labels and turns of phrase."""

QUOTED_LINE = re.compile(r"^ {0,3}(?!>>>)(?P<marks>>(?:[ \t]?>)*)(?![\d$=]).*\n?", re.MULTILINE)
BLOCK_TAG = re.compile(r"<(?P<closed>/?)blockquote\b[^<>\n]{0,500}>\n?", re.IGNORECASE)
INDENTED = re.compile(
    r"(?<=\n\n)"
    r"(?:(?: {4,8}|\t)[^\W\d_“\"'‘*\[][^\n{};=<>\\|]*(?:\n+(?=    |\t)|\n|\Z))+"
)
OPENING = re.compile(r"(?:^|(?<=[\s(\[—–*_]))(?:[“„«‘]|\"(?=[^\W_]|[*_\['‘(…]))", re.MULTILINE)
BEFORE = re.compile(r"(?:[.!?:,…”\"*_)\]]|—|^)[*_(\[]*\s*$")
"""What stands before a quotation of whole sentences: an end, or a lead-in."""

LEAD = 1_000
"""Characters before a quotation that are looked at."""

LISTED = re.compile(r"^[ \t]*(?:[-*+•]|\d{1,3}[.)])\s[^\n]*\s*\Z", re.MULTILINE)
ENDED = re.compile(r"[.!?…][*_’')\]]*$")
STARTS_WHOLE = re.compile(r"[*_\[(‘'…. ]*[^\W\d_a-z]|[*_\[(]*I\b|[*_]*\.\.\.|…|\d")
SENTENCE_INSIDE = re.compile(r"[.!?…][’')\]*_]* +[*_‘(\[]*[^\W\d_a-z]|\n")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of a page that quotes; `level` counts how deep block quotes lie in another."""

    start: int
    end: int
    block: bool
    level: int = 1


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    """The quotations between two places, in order and without overlap."""
    blocks = sorted(_blocks(text, start, end), key=lambda block: block.start)
    code = [fence.span() for fence in FENCE.finditer(text, start, end)]
    found: list[Quotation] = []
    last = start
    for block in [*blocks, None]:
        found += _marked(text, last, block.start if block else end, code)
        if block:
            found.append(block)
            last = block.end
    return found


def _blocks(text: str, start: int, end: int) -> Iterator[Quotation]:
    taken = start
    spans = [
        *((span, 1) for span in _tagged(text, start, end)),
        *_quoted_lines(text, start, end),
        *((found.span(), 1) for found in INDENTED.finditer(text, start, end) if _prose(found)),
    ]
    for (first, last), level in sorted(spans):
        if first >= taken:
            yield Quotation(first, last, True, level)
            taken = last


def _tagged(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """From each <blockquote> to its end tag."""
    opened: list[int] = []
    for tag in BLOCK_TAG.finditer(text, start, end):
        if not tag["closed"]:
            opened.append(tag.start())
        elif opened:
            yield opened.pop(), tag.end()


def _prose(indented: re.Match[str]) -> bool:
    """Whether indented lines read as sentences: code, verse and tables are indented too."""
    lines = [line.strip() for line in indented.group().splitlines() if line.strip()]
    words = sum(len(line.split()) for line in lines)
    lead = indented.string[max(indented.start() - LEAD, 0) : indented.start()]
    listed = LISTED.search(lead) is not None
    return not listed and words >= 8 * len(lines) and ENDED.search(lines[-1]) is not None


def _quoted_lines(text: str, start: int, end: int) -> list[tuple[tuple[int, int], int]]:
    runs: list[tuple[tuple[int, int], int]] = []
    for line in QUOTED_LINE.finditer(text, start, end):
        level = line["marks"].count(">")
        blank = not line.group().strip("> \t\r\n")
        if runs and runs[-1][0][1] == line.start() and (blank or runs[-1][1] == level):
            runs[-1] = ((runs[-1][0][0], line.end()), runs[-1][1])
        else:
            runs.append((line.span(), level))
    return runs


def _marked(text: str, start: int, end: int, code: list[tuple[int, int]]) -> Iterator[Quotation]:
    """Sentences in quotation marks that stand by themselves."""
    at, closes = start, closings(text, start, end)
    fences = iter([*code, (end, end)])
    fence = next(fences)
    while opening := OPENING.search(text, at, end):
        closing = closes.get(opening.end() - 1)
        at = opening.end()
        if closing is None:
            continue
        inside = text[opening.end() : closing - 1].strip()
        while fence[1] <= opening.start():
            fence = next(fences)
        if opening.start() < fence[0] and _of_sentences(text, opening.end() - 1, closing, inside):
            yield Quotation(opening.end() - 1, closing, False)
        at = closing


def _of_sentences(text: str, start: int, end: int, inside: str) -> bool:
    """Whether a quotation is a sentence or more: not a phrase that its author made part of theirs.

    Several sentences are always the words of another, wherever they stand.
    """
    if len(inside.split()) < FEWEST_WORDS or not STARTS_WHOLE.match(inside):
        return False
    line = text[max(start - LEAD, 0) : start].rpartition("\n")[2]
    if not BEFORE.search(line):
        return bool(SENTENCE_INSIDE.search(inside))
    after = text[end : end + 2]
    whole = ENDED.search(inside) or after[:1] in (".", "!", "?") or not after.strip(" \t\r\n")
    whole = whole or said_behind(text, start, end)
    return bool(whole or SENTENCE_INSIDE.search(inside))
