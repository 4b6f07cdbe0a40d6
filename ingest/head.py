"""Whose page it is, by the words that it begins with. Nobody is guessed.

The rules are tried in this order, and the first that holds decides:

1. profile: a name alone on the first line of a page that goes on "… Contributions" and
   "Comments" is the owner of the page and of the comments on it.
2. self-introduction: "My name is Firstname Lastname" or "I'm Firstname Lastname" opens the page.
3. handle: "LW1.0 username somebody" or "@somebody on Twitter" opens a line of its head: only the
   user name is known.
4. byline: "By Firstname Lastname" alone on a line under the title.

Where somebody else introduces themselves under a byline, it stands as far as there, and nobody is
named from there on.

Introductions and handles stand for the whole page only while nobody on it addresses or names
that person again; otherwise others speak there too, and only the introduction is theirs. A byline
stands for the page up to the comments under it.
"""

import re
from dataclasses import replace

from ingest.dates import DATE
from ingest.document import Author, Basis, Evidence, Segment
from ingest.introductions import extent, head_lines, introduction, owned, quoted, tells
from ingest.markup import addresses, unlinked
from ingest.names import FULL_NAME, USER_NAME, is_full_name, nameable, words

PROFILE_MARKS = (re.compile(r"(?:Wiki |Tag )?Contributions"), re.compile(r"Comments"))
PROFILE_HEAD_CHARACTERS = 20_000
"""The longest bio with its list of posts."""

HANDLE_LINES = (
    re.compile(
        r"(?:My )?(?:LW ?1\.0|LW|LessWrong|AF|Alignment Forum|EA Forum) (?:user ?name|handle)"
        rf"(?: is|:)? (?P<name>{FULL_NAME}|\w(?:[\w.-]*\w)?)(?=[.,;!)](?:\s|$)|\s*$)"
    ),
    re.compile(
        r"@(?P<name>\w[\w.-]*\w) (?:on|in) (?:Twitter|X|Telegram|LessWrong|LW|GitHub|Discord|"
        r"Mastodon|Bluesky|the EA Forum|the Alignment Forum)(?=\s*(?:[.,;!)&]|and\b|$))"
    ),
)
NAMES = rf"(?P<name>{FULL_NAME})(?P<more>(?:(?:, (?:and )?| and | & ){FULL_NAME})*)"
USER_TOKEN = r"(?=\S*[\d_]|\S*[a-z][A-Z])[^\W_][\w.-]*\w"
"""A user name that is no word: it has a digit, a low line or a capital inside."""

BY = r"[*_]{0,3}(?:(?:[Ww]ritten |[Pp]osted )?[Bb]y:? |Authors?: )"
DATED = rf"[*_]{{0,3}}(?:,? ?(?:[·•|—–-]|on)? ?{DATE})"
BYLINES = (
    re.compile(rf"{BY}{NAMES}(?:{DATED})?[*_]{{0,3}}"),
    re.compile(rf"{BY}(?P<name>{USER_TOKEN})(?P<more>)(?:{DATED})?[*_]{{0,3}}"),
    re.compile(rf"{BY}(?P<name>[^\W_][\w.-]*\w)(?P<more>){DATED}[*_]{{0,3}}"),
)
"""A single capitalised word is a name only beside a date: "By Popular" is none."""

LOWER_BYLINE = re.compile(rf"{BY}(?P<name>[a-z][a-z.-]+[a-z])(?P<more>)[*_]{{0,3}}")
UNDER_TITLE = 2
"""Lines under the title on which a small word is a user name: "by default" is none there either."""

NEXT_NAME = re.compile(rf"(?:, (?:and )?| and | & )({FULL_NAME})")
COMMENTS = re.compile(
    r"^(?:#{1,6} )?[*_]{0,3}(?:\d+ )?(?:Comments?|Discussion|Responses|Replies)(?: \(\d+\))?:?"
    r"[*_]{0,3}[ \t\r]*$",
    re.MULTILINE | re.IGNORECASE,
)


def owner(text: str, end: int) -> Segment | None:
    """What of the text before a place is the words of somebody whom the head of the page names."""
    text = text[:end]
    introduced, signed = introduction(text), _byline(text)
    if introduced and signed and _contested(introduced, signed):
        return replace(signed, end=_evidence(introduced).start)
    return _profile(text) or introduced or _handle(text) or signed


def _contested(introduced: Segment, signed: Segment) -> bool:
    """Whether somebody else introduces themselves under a byline: it stands, up to them."""
    names = {word for author in signed.authors for word in author.name.split()}
    others = {word for author in introduced.authors for word in author.name.split()}
    return _evidence(signed).start < _evidence(introduced).start and not names & others


def _evidence(segment: Segment) -> Evidence:
    assert segment.evidence
    return segment.evidence


def _profile(text: str) -> Segment | None:
    head = head_lines(text)
    name = head[0].group() if head else ""
    no_name = words("labels") | words("roles")
    if not re.fullmatch(USER_NAME, name) or name.casefold() in no_name:
        return None
    lines = [line.strip() for line in text[:PROFILE_HEAD_CHARACTERS].splitlines()]
    rest = iter(lines[1:])
    if not all(any(mark.fullmatch(line) for line in rest) for mark in PROFILE_MARKS):
        return None
    handles = (line.match(entry) for entry in lines for line in HANDLE_LINES)
    aliases = dict.fromkeys(found["name"] for found in handles if found and found["name"] != name)
    return owned(text, (0, len(text)), (Author(name, tuple(aliases)),), "profile", head[0].span())


def _handle(text: str) -> Segment | None:
    head = head_lines(text)
    for line in head:
        for form in HANDLE_LINES:
            found = form.match(text, line.start(), line.end())
            told = found and (found.group()[0] != "@" or tells(text, found.end(), line.end()))
            if found and told and not quoted(text, found.start()):  # a bio may be scraped twice
                end_of_bio = max(again.end() for again in head if again.group() == line.group())
                part = extent(text, (head[0].start(), end_of_bio), (found["name"],))
                return owned(text, part, (Author(found["name"]),), "handle", found.span())
    return None


def _byline(text: str) -> Segment | None:
    head = head_lines(text)
    for number, line in enumerate(head[1:], 1):
        forms = [*BYLINES, *([LOWER_BYLINE] if number <= UNDER_TITLE else [])]
        plain = unlinked(line.group())
        found = next(filter(None, (form.fullmatch(plain) for form in forms)), None)
        names = _listed(found) if found else []
        if names and all(map(_signs, names)):
            again = _signed_again(text, line.end(), names)
            return None if again else _signed_above(text, line, names)
    return None


def _listed(found: re.Match[str]) -> list[str]:
    """The names of a byline; "Jane Doe, New York" may be but one."""
    more = NEXT_NAME.findall(found["more"])
    several = len(more) == 0 or re.search(r" (?:and|&) ", found["more"])
    return [found["name"], *(more if several else [])]


def _signed_again(text: str, start: int, names: list[str]) -> bool:
    """Whether a page goes on with something that others sign: a list of posts."""
    lines = re.compile(rf"^{BY}[^\n]*", re.MULTILINE).finditer(text, start)
    found = (BYLINES[0].fullmatch(unlinked(line.group()).rstrip()) for line in lines)
    return any(_listed(again) != names for again in found if again)


def _signs(name: str) -> bool:
    """Whether what stands behind "by" may be somebody: "By Popular Request" is nobody."""
    return nameable(name) and not words("bylines").intersection(name.casefold().split())


def _signed_above(text: str, line: re.Match[str], names: list[str]) -> Segment:
    """The page under a byline, down to its comments."""
    profiles = addresses(line.group())
    authors = tuple(Author(name, (), profiles.get(name)) for name in names)
    comments = COMMENTS.search(text, line.end())
    end = comments.start() if comments else len(text)
    basis: Basis = "byline" if is_full_name(names[0]) else "handle"
    return owned(text, (0, end), authors, basis, line.span())
