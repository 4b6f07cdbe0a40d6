"""Who introduces themselves at the head of a page, and how far their words reach."""

import re
from itertools import islice

from ingest.document import Author, Basis, Evidence, Segment
from ingest.markup import FENCE
from ingest.names import FULL_NAME, NAME_WORD, nameable, words
from ingest.quotations import quotations

HEAD_LINES = 6
"""How many lines with words on them count as the head of a page."""

QUOTED_CHARACTERS = 2_000
"""So far behind an introduction may a quotation around it end."""

GREETING = r"(?:(?:Hi|Hello|Hey|Greetings)[^.!\n]{0,20}[.,!] )?"
INTRODUCTIONS = (
    re.compile(
        rf"{GREETING}(?P<evidence>[Mm]y name(?: is|['’]s) (?P<name>{FULL_NAME}))(?P<rest>[^\n]*)"
    ),
    re.compile(
        rf"{GREETING}(?P<evidence>I(?: am|['’]m) (?P<name>{FULL_NAME}))"
        r"(?P<rest>(?:[.,!]| \(|,? (?:and|a|an|the|from|at|in|here)\b)[^\n]*)"
    ),
)
BIOGRAPHY = re.compile(
    r"\W*(?:(?:and|Hi|Hello|Here)\b\W*)?(?:I(?:['’]m| am) (?:an?|the|now|interested|at|from|"
    r"based|also|new|\w+ing|\w+ly)\b|"
    r"I (?:work|study|research|write|live|lead|run|blog|teach|build|found|co-?found|did|studied|"
    r"worked|currently|mostly|spend|care|took|used to|help|answer|post|like|love|do)(?:ed|d)?\b|"
    r"I['’]ve (?:been|worked|written|studied)\b|"
    r"My (?:main |current |research |work |background |interests?|blog|website|name|views|focus)|"
    r"(?:\w+ )?(?:researcher|student|engineer|professor|philosopher|writer|PhD|postdoc|founder)\b|"
    r"Research|Formerly|Previously|Currently|Working on|LW1\.0|@\w)"
)
"""How somebody goes on who says who they are, and does not only begin a comment with their name."""

APPOSITION = re.compile(r",? (?:an? \w|the \w|from |at |of |here\b|and (?:I\b|an? \w))|,? ?\(")
"""What may follow a name that says who somebody is: "Jane Doe, a student"."""

SELF = re.compile(
    rf"^[^\n]{{0,30}}\b(?:[Mm]y name(?: is|['’]s)|I(?: am|['’]m)) {FULL_NAME}(?=[.,!(\n]| and\b)",
    re.MULTILINE,
)
PARENTHESIS = re.compile(r"\s*\((?P<inside>[^()\n]*)\)")
ALIAS_AFTER_WORD = re.compile(
    r"\b(?:diminutive|nickname|a\.?k\.?a\.?|called|known as|goes by|short(?: for)?|user ?name|"
    rf"handle)\s+(?P<name>{NAME_WORD})"
)
HANDLE_ALIAS = re.compile(r"(?<!\w)@(?P<name>\w[\w.-]*\w)")


def introduction(text: str) -> Segment | None:
    """The words of somebody who introduces themselves in the first lines, if anybody does."""
    for line in head_lines(text):
        for form in INTRODUCTIONS:
            found = form.match(text, line.start(), line.end())
            if found and _is_person(found["name"]) and not quoted(text, line.start()):
                author = Author(found["name"], _aliases(found["rest"]))
                names = (author.name.split()[0], *author.aliases)
                known = APPOSITION.match(found["rest"]) is not None
                told = known or tells(text, found.start("rest"), line.end())
                part = extent(text, line.span(), names) if told else line.span()
                return owned(text, part, (author,), "self-introduction", found.span("evidence"))
    return None


def _is_person(name: str) -> bool:
    """Whether words with capitals name somebody: "I'm So Tired" does not."""
    return nameable(name) and name.casefold().split()[0] not in words("nobody")


def tells(text: str, start: int, end: int) -> bool:
    """Whether the rest of a line, or the next line with words on it, is about who somebody is."""
    following = re.compile(r"\s*([^\n]*)").match(text, end)
    lines = [text[start:end], *([following.group(1)] if following else [])]
    return any(BIOGRAPHY.match(line) for line in lines)


def quoted(text: str, at: int) -> bool:
    """Whether a place lies in a quotation or in code, or in a quotation that is still open."""
    before = text[:at]
    opened = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    fenced = any(fence.start() <= at < fence.end() for fence in FENCE.finditer(text))
    end = min(len(text), at + QUOTED_CHARACTERS)
    return opened or fenced or any(q.start <= at < q.end for q in quotations(text, 0, end))


def _aliases(rest: str) -> tuple[str, ...]:
    """The other names in a parenthesis that follows a name: "(diminutive Misha, @misha on X)"."""
    parenthesis = PARENTHESIS.match(rest)
    if not parenthesis:
        return ()
    inside = parenthesis["inside"]
    found = [*ALIAS_AFTER_WORD.finditer(inside), *HANDLE_ALIAS.finditer(inside)]
    return tuple(dict.fromkeys(match["name"] for match in found))


def extent(text: str, introduced: tuple[int, int], names: tuple[str, ...]) -> tuple[int, int]:
    """What is the introduced person's: all, unless they are named or others introduced later."""
    spoken_of = re.compile(r"\b(?:" + "|".join(map(re.escape, names)) + r")\b")
    shared = spoken_of.search(text, introduced[1]) or SELF.search(text, introduced[1])
    return introduced if shared else (0, len(text))


def head_lines(text: str) -> list[re.Match[str]]:
    """The first lines with words on them, without the white space around them."""
    lines = re.finditer(r"[^\s\ufeff](?:[^\n]*[^\s])?", text)
    return list(islice(lines, HEAD_LINES))


def owned(
    text: str, part: tuple[int, int], names: tuple[Author, ...], basis: Basis, at: tuple[int, int]
) -> Segment:
    """A part of a text that is theirs, by the words that stand at a place."""
    return Segment(*part, names, basis, Evidence(*at, text[slice(*at)]))
