"""Where a page quotes: block quotes, and text in quotation marks of a sentence or more.

Words in quotation marks within a sentence ("a “goal” that is “myopic”") are part of what the author
says, and stay so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.markup import FENCE
from ingest.speakers import told_behind

FEWEST_WORDS = 5
"""Shorter sentences in quotation marks are titles, labels and turns of phrase."""

LONGEST = 12_000
"""Characters within which a quotation mark is closed again, or else it was a stray one."""

QUOTED_LINE = re.compile(r"^ {0,3}(?!>>>)(?P<marks>>(?:[ \t]?>)*)(?![\d$=]).*\n?", re.MULTILINE)
BLOCK_TAG = re.compile(r"<blockquote\b[^>\n]*>.*?</blockquote>\s*?\n?", re.DOTALL | re.IGNORECASE)
INDENTED = re.compile(
    r"(?<=\n\n)"
    r"(?:(?: {4,8}|\t)[^\W\d_“\"'‘*\[][^\n{};=<>\\|]*(?:\n+(?=    |\t)|\n|\Z))+"
)
OPENING = re.compile(r"(?:^|(?<=[\s(\[—–*_]))(?:[“„«]|\"(?=[^\W_]|[*_\['‘(…]))", re.MULTILINE)
CLOSING = {"„": "“”", "«": "»"}
BEFORE = re.compile(r"(?:[.!?:,…”\"*_)\]]|—|^)[*_(\[]*\s*$")
"""What stands before a quotation of whole sentences: an end, or a lead-in."""

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
        *((found.span(), 1) for found in BLOCK_TAG.finditer(text, start, end)),
        *_quoted_lines(text, start, end),
        *((found.span(), 1) for found in INDENTED.finditer(text, start, end) if _prose(found)),
    ]
    for (first, last), level in sorted(spans):
        if first >= taken:
            yield Quotation(first, last, True, level)
            taken = last


def _prose(indented: re.Match[str]) -> bool:
    """Whether indented lines read as sentences: code, verse and tables are indented too."""
    lines = [line.strip() for line in indented.group().splitlines() if line.strip()]
    words = sum(len(line.split()) for line in lines)
    before = indented.string[: indented.start()].rstrip().rpartition("\n")[2].lstrip()
    listed = re.match(r"(?:[-*+•]|\d{1,3}[.)])\s", before) is not None
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
    at = start
    while opening := OPENING.search(text, at, end):
        closing = _closing(text, opening.end() - 1, end)
        at = opening.end()
        if closing is None:
            continue
        inside = text[opening.end() : closing - 1]
        fenced = any(first <= opening.start() < last for first, last in code)
        if not fenced and _of_sentences(text, opening.end() - 1, closing, inside):
            yield Quotation(opening.end() - 1, closing, False)
        at = closing


def _closing(text: str, opening: int, end: int) -> int | None:
    """The place behind the mark that closes the one at a place."""
    limit = min(end, opening + LONGEST)
    if text[opening] == "“":
        depth = 0
        for mark in re.finditer("[“”]", text[opening:limit]):
            again = mark.group() == "“" and text[: opening + mark.start()].endswith("\n")
            depth += 0 if again and depth else 1 if mark.group() == "“" else -1
            if depth == 0:
                return opening + mark.end()
        return None
    if text[opening] in CLOSING:
        found = re.compile(f"[{CLOSING[text[opening]]}\n]").search(text, opening + 1, limit)
        return found.end() if found and found.group() != "\n" else None
    line_end = text.find("\n", opening)
    limit = min(limit, line_end if line_end >= 0 else limit)
    closing = re.compile(r"(?<=\S)\"(?![^\W_])").search(text, opening + 1, limit)
    return closing.end() if closing else None


def _of_sentences(text: str, start: int, end: int, inside: str) -> bool:
    """Whether a quotation is a sentence or more: not a phrase that its author made part of theirs.

    Several sentences are always the words of another, wherever they stand.
    """
    if len(inside.split()) < FEWEST_WORDS or not STARTS_WHOLE.match(inside):
        return False
    line = text[:start].rpartition("\n")[2]
    if not BEFORE.search(line):
        return bool(SENTENCE_INSIDE.search(inside))
    after = text[end : end + 2]
    whole = ENDED.search(inside) or after[:1] in (".", "!", "?") or not after.strip(" \t\r\n")
    whole = whole or told_behind(text, start, end) is not None
    return bool(whole or SENTENCE_INSIDE.search(inside))
