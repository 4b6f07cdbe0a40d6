"""Who wrote which part of a page that carries no metadata. Nobody is guessed.

The rules are tried in this order, and the first that holds decides:

1. profile: a name alone on the first line of a page that goes on "… Contributions" and
   "Comments" is the owner of the page and of the comments on it.
2. self-introduction: "My name is Firstname Lastname" opens the page.
3. handle: "LW1.0 username somebody" opens the page: only the user name is known.
4. byline: "By Firstname Lastname" alone on a line under the title.

Introductions and handles stand for the whole page only while nobody on it addresses or names
that person again; otherwise others speak there too, and only the introduction is theirs.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from ingest.document import UNNAMED, Author, Basis, Evidence, Segment

NAME_WORD = r"[^\W\d_a-z][\w’'-]+"
INITIAL = r"[^\W\d_a-z]\."
PARTICLES = r"(?:(?:de|del|der|den|di|la|le|van|von|bin|ibn|al) )*"
FULL_NAME = (
    rf"(?:{NAME_WORD}|{INITIAL})(?: {PARTICLES}(?:{NAME_WORD}|{INITIAL})){{0,2}}"
    rf" {PARTICLES}{NAME_WORD}"
)
"""Ends in a whole word: the dot of "Anna Lee. I am new" is no part of a name."""

HEAD_LINES = 6
"""How many lines with words on them count as the head of a page."""

PROFILE_NAME = re.compile(r"[^\W_][\w’'.-]*(?: [\w’'.-]+){0,3}")
PROFILE_MARKS = (re.compile(r"(?:Wiki |Tag )?Contributions"), re.compile(r"Comments"))
PROFILE_HEAD_CHARACTERS = 4_000

INTRODUCTION = re.compile(
    rf"(?:(?:Hi|Hello|Hey|Greetings)[^.!\n]{{0,20}}[.,!] )?"
    rf"(?P<evidence>[Mm]y name(?: is|['’]s) (?P<name>{FULL_NAME}))(?P<rest>[^\n]*)"
)
SELF = re.compile(rf"^[^\n]{{0,30}}\b[Mm]y name(?: is|['’]s) {FULL_NAME}", re.MULTILINE)
PARENTHESIS = re.compile(r"\s*\((?P<inside>[^()\n]*)\)")
ALIAS_AFTER_WORD = re.compile(
    r"\b(?:diminutive|nickname|a\.?k\.?a\.?|called|known as|goes by|short(?: for)?)\s+"
    rf"(?P<name>{NAME_WORD})"
)
HANDLE_ALIAS = re.compile(r"(?<!\w)@(?P<name>\w[\w.-]*\w)")
HANDLE_LINE = re.compile(
    r"(?:My )?(?:LW ?1\.0|LW|LessWrong|AF|Alignment Forum|EA Forum) "
    r"(?:user ?name|handle)(?: is|:)? (?P<name>\w[\w-]*)(?=[.,;!)]|\s*$)"
)
BYLINE = re.compile(
    rf"[*_]{{0,3}}[Bb]y:? (?P<name>{FULL_NAME})(?: (?:and|&) (?P<second>{FULL_NAME}))?[*_]{{0,3}}"
)
QUOTED_LINE = re.compile(r"^ {0,3}>(?!>>)(?![\d$=]).*\n?", re.MULTILINE)


def segments_of(text: str, authors: tuple[Author, ...] = ()) -> tuple[Segment, ...]:
    """The parts of a page with their authors: `authors` where metadata names them, else found."""
    owned = [Segment(0, len(text), authors, "metadata")] if authors else _found(text)
    return tuple(part for segment in owned for part in _without_quotations(text, segment))


def _found(text: str) -> Iterator[Segment]:
    """One segment over the whole text, or the introduction and the rest that nobody signs."""
    for rule in (_profile, _introduction, _handle, _byline):
        segment = rule(text)
        if segment is not None:
            if segment.start:
                yield Segment(0, segment.start)
            yield segment
            if segment.end < len(text):
                yield Segment(segment.end, len(text))
            return
    yield Segment(0, len(text))


def _head(text: str) -> list[re.Match[str]]:
    """The first lines with words on them, without the white space around them."""
    lines = re.finditer(r"[^\s\ufeff](?:[^\n]*[^\s])?", text)
    return list(islice(lines, HEAD_LINES))


def _owned(
    text: str, part: tuple[int, int], names: tuple[Author, ...], basis: Basis, at: tuple[int, int]
) -> Segment:
    return Segment(*part, names, basis, Evidence(*at, text[slice(*at)]))


def _profile(text: str) -> Segment | None:
    head = _head(text)
    if not head or not PROFILE_NAME.fullmatch(head[0].group()):
        return None
    lines = iter(line.strip() for line in text[:PROFILE_HEAD_CHARACTERS].splitlines()[1:])
    if not all(any(mark.fullmatch(line) for line in lines) for mark in PROFILE_MARKS):
        return None
    return _owned(text, (0, len(text)), (Author(head[0].group()),), "profile", head[0].span())


def _introduction(text: str) -> Segment | None:
    for line in _head(text):
        found = INTRODUCTION.match(text, line.start(), line.end())
        if found and not _quoted(text, line.start()):
            author = Author(found["name"], _aliases(found["rest"]))
            part = _extent(text, line.span(), (author.name.split()[0], *author.aliases))
            return _owned(text, part, (author,), "self-introduction", found.span("evidence"))
    return None


def _quoted(text: str, at: int) -> bool:
    """Whether a quotation that was opened before a place is still open there."""
    before = text[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _aliases(rest: str) -> tuple[str, ...]:
    """The other names in a parenthesis that follows a name: "(diminutive Misha, @misha on X)"."""
    parenthesis = PARENTHESIS.match(rest)
    if not parenthesis:
        return ()
    inside = parenthesis["inside"]
    found = [*ALIAS_AFTER_WORD.finditer(inside), *HANDLE_ALIAS.finditer(inside)]
    return tuple(dict.fromkeys(match["name"] for match in found))


def _handle(text: str) -> Segment | None:
    head = _head(text)
    for line in head:
        found = HANDLE_LINE.match(text, line.start(), line.end())
        if found:  # a bio may be scraped twice
            end_of_bio = max(again.end() for again in head if again.group() == line.group())
            part = _extent(text, (head[0].start(), end_of_bio), (found["name"],))
            return _owned(text, part, (Author(found["name"]),), "handle", found.span())
    return None


def _extent(text: str, introduced: tuple[int, int], names: tuple[str, ...]) -> tuple[int, int]:
    """What is the introduced person's: all, unless they are named or others introduced later."""
    spoken_of = re.compile(r"\b(?:" + "|".join(map(re.escape, names)) + r")\b")
    shared = spoken_of.search(text, introduced[1]) or SELF.search(text, introduced[1])
    return introduced if shared else (0, len(text))


def _byline(text: str) -> Segment | None:
    for line in _head(text)[1:]:
        found = BYLINE.fullmatch(line.group())
        if found:
            names = [found["name"], found["second"]]
            authors = tuple(Author(name) for name in names if name)
            return _owned(text, (0, len(text)), authors, "byline", line.span())
    return None


def _without_quotations(text: str, segment: Segment) -> Iterator[Segment]:
    """The segment cut at its block quotes, whose words are not its author's."""
    start = segment.start
    for quoted in _block_quotes(text, segment.start, segment.end):
        if quoted[0] > start:
            yield replace(segment, start=start, end=quoted[0])
        yield replace(segment, start=quoted[0], end=quoted[1], speaker=UNNAMED)
        start = quoted[1]
    if start < segment.end or start == segment.start:
        yield replace(segment, start=start, end=segment.end)


def _block_quotes(text: str, start: int, end: int) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for line in QUOTED_LINE.finditer(text, start, end):
        if runs and runs[-1][1] == line.start():
            runs[-1] = (runs[-1][0], line.end())
        else:
            runs.append(line.span())
    return runs
