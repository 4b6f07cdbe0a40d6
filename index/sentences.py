"""Text → sentences, by their places. The only file that imports sentencex."""

import re
from itertools import pairwise

import sentencex

Span = tuple[int, int]
"""Start and end of a stretch of text, in code points, end exclusive."""

BLANK = " \t\r\n\v\f\u00a0\ufeff"
NUMBERED = re.compile(
    r"[\s>•*+-]*\(?(?:\d{1,3}|[A-Za-z])[.)]\s*|.*[\"“](?:\d{1,3}|[A-Za-z])[.)][\"”]\s*", re.DOTALL
)
"""What the library takes for a sentence and is the number of an item: `1. `, `For "2."`."""

BULLET = re.compile(r"(?:>(?![\d$=])\s*)*(?:[-*+•]\s+|[-•](?=[^\W\d_]))?")
"""What stands before the words of a list item or of a quoted line."""

WIDE_SPACE = re.compile(r"[^\S\x00-\x7f]")
"""White space beyond ASCII, one character each."""

PLAIN_END = re.compile(r"(?<=[.!?]\s)")

OPENING_QUOTES = "“\"‘'«("
CLAUSE = re.compile(r"(?<=[;:,—–])\s+|(?<=[—–])")


def sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences between two places of a text, without the white space between them.

    Quotations and parentheses stay whole, and the number of a list item with its sentence.
    """
    spans: list[Span] = []
    at, kept = start, start
    for piece in _segmented(text[start:end]):
        at += len(piece)
        if at < end and NUMBERED.fullmatch(text, kept, at) and at - kept < 24:
            continue
        spans.append((kept, at))
        kept = at
    if kept < end:
        spans.append((kept, end))
    return [span for span in (_bare(text, *span) for span in spans) if span[0] < span[1]]


def _segmented(text: str) -> list[str]:
    """The library's sentences; where it fails, as it does in some texts, plainer ones."""
    plain = WIDE_SPACE.sub(" ", text)  # it cuts a space of several bytes in two
    try:
        return list(sentencex.segment("en", plain))
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # what a failing Rust library raises
            raise
        return PLAIN_END.split(plain)


def within(text: str, span: Span) -> list[Span]:
    """The parts of a sentence that is too long to be read at once.

    The sentences inside a long quotation, else its clauses, else the sentence itself.
    """
    start, end = span
    if text[start] in OPENING_QUOTES:
        inner = sentences(text, start + 1, end)
        if len(inner) > 1:
            return [(start, inner[0][1]), *inner[1:]]
    cuts = [found.end() for found in CLAUSE.finditer(text, start, end)]
    edges = [start, *cuts, end]
    return [trimmed(text, *pair) for pair in pairwise(edges) if pair[0] < pair[1]]


def _bare(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends and without the bullet of a list item."""
    start, end = trimmed(text, start, end)
    bullet = BULLET.match(text, start, end)
    return trimmed(text, bullet.end() if bullet else start, end)


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without the white space at its ends."""
    while start < end and text[start] in BLANK:
        start += 1
    while end > start and text[end - 1] in BLANK:
        end -= 1
    return start, end
