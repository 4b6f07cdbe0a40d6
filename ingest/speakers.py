"""Who is quoted: by the words before a quotation, or behind it.

Only who is named counts: "he writes", "people say" and "the paper argues" name nobody.
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.names import FULL_NAME, NAME_WORD, nameable, words

THIRD_PERSON = (
    "writes|wrote|says|said|notes|noted|argues|argued|explains|explained|states|stated|replies|"
    "replied|responds|responded|comments|commented|tweets|tweeted|asks|asked|adds|added|claims|"
    "claimed|observes|observed|describes|described|quips|quipped|counters|countered|remarks|"
    "remarked|suggests|suggested|concludes|concluded|continues|continued|reports|reported|"
    "recounts|recounted|summarizes|summarises|summarized|summarised|points out|pointed out|"
    "objects|objected|admits|admitted|warns|warned|recalls|recalled|told me|posted|answers|answered"
)
FIRST_PERSON = re.compile(
    r"\bI(?:['’]ve| have|['’]d)?(?: \w+ly| also| once| then| just| previously| recently)? "
    r"(?:wrote|said|replied|commented|tweeted|argued|noted|responded|posted|written|put it)\b"
    r"(?:(?!\b(?:he|she|they|who|which|you)\b)[^.!?\n]){0,80}[:,]\s*$"
)
"""One who quotes oneself: the words stay one's own."""


PERSON = rf"(?:{FULL_NAME}|{NAME_WORD})"
ADVERB = (
    r"(?:(?:then|also|later|once|now|recently|has|had|eventually|famously|further|\w+ly) ){0,2}"
)
LEADS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<name>{PERSON})(?: \([^()\n]{{1,40}}\))?,? {ADVERB}(?:{THIRD_PERSON})"
        r"\b[^.!?:;\n“”\"]{0,80}[:,]?$",
        rf"\b[Aa]s (?P<name>{PERSON}) (?:{ADVERB}(?:puts?|put) it|{ADVERB}(?:{THIRD_PERSON}))"
        r"\b[^.!?:;\n“”\"]{0,40}[:,]?$",
        rf"\b[Aa]ccording to (?P<name>{PERSON})[:,]?$",
        rf"(?:^|\b)[Qq]uot(?:ing|e from) (?P<name>{PERSON})(?:['’]s? [^.!?:;\n]{{1,80}})?[:,]?$",
        rf"(?:^|\b)[Ff]rom (?P<name>{FULL_NAME})(?:['’]s? [^.!?:;\n]{{1,80}})?:$",
        rf"(?:^|\b)[Ff]rom (?P<name>{PERSON})['’]s? [^.!?:;\n]{{1,80}}:$",
        rf"\bby (?P<name>{FULL_NAME})(?: in [^.!?:;\n]{{1,80}})?:$",
        rf"(?P<name>{PERSON})['’]s? (?:\w+ ){{0,3}}(?:comment|post|words|reply|tweet|answer|"
        r"response|essay|argument|objection|question|definition|quote|letter|speech|summary)"
        r"\b[^.!?:;\n]{0,60}:$",
        rf"^(?P<name>{PERSON}):$",
    )
)
"""Ways to lead in a quotation; the last name before it counts."""

BEHIND = re.compile(
    rf"^[,;]?\s*(?:(?:{THIRD_PERSON}) (?P<name>{PERSON})\b"
    rf"|(?P<other>{FULL_NAME}) (?:{THIRD_PERSON})\b"
    rf"|(?:[—–]|--)\s*(?P<signed>{FULL_NAME})(?=[,.(\n]|\s*$))"
)
SIGNED = re.compile(rf"^\s*(?:>\s*)*(?:[—–]|--)\s*(?P<name>{FULL_NAME})\b")
"""The last line of a block quote that says whose it is: "— Firstname Lastname"."""

LEAD_LENGTH = 300
LINK = re.compile(r"\[(?P<words>[^\[\]\n]*)\]\((?:[^()\s]|\([^()\s]*\))*\)")
MARKS = re.compile(
    r"\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)|\[\^\w+\]|^#{1,6} |^\s*[-*+•] ", re.MULTILINE
)
TITLE = "\u2400"


@dataclass(frozen=True, slots=True)
class Named:
    """The name of who is quoted, and where the words that say so stand."""

    name: str
    start: int
    end: int


def quotes_oneself(text: str, start: int) -> bool:
    """Whether what stands before a quotation says that the author wrote it earlier."""
    return FIRST_PERSON.search(_lead(text, start)[0]) is not None


def named_before(text: str, start: int) -> Named | None:
    """Who is said to speak by the line before a quotation, or by what leads in to it."""
    lead, first, last = _lead(text, start)
    for pattern in LEADS:
        found = _last(pattern.finditer(lead))
        if found and _is_somebody(found["name"], lead, found.start("name")):
            return Named(found["name"], max(text.rfind(found["name"], first, last), first), last)
    return None


def named_behind(text: str, start: int, end: int, *, block: bool) -> Named | None:
    """Who is said to speak by what follows a quotation, or by the last line of a block quote."""
    if block:
        body = text[start:end].rstrip()
        line_start = start + body.rfind("\n") + 1
        signed = SIGNED.match(MARKS.sub("", LINK.sub(r"\g<words>", body[line_start - start :])))
        return Named(signed["name"], line_start, start + len(body)) if signed else None
    line_end = text.find("\n", end)
    rest = text[end : line_end if line_end >= 0 else len(text)][:LEAD_LENGTH]
    found = BEHIND.match(rest)
    if not found:
        return None
    name = found["name"] or found["other"] or found["signed"]
    return Named(name, end, end + found.end()) if _is_somebody(name, rest, 1) else None


def _lead(text: str, start: int) -> tuple[str, int, int]:
    """The last sentence before a place without its Markdown, and where it stands."""
    last = len(text[:start].rstrip('“"*_>( \t\r\n'))
    first = max(text.rfind("\n", 0, last) + 1, last - LEAD_LENGTH)
    plain = LINK.sub(lambda link: link["words"], text[first:last])
    plain = re.sub(r"(?<![*\w])\*(?!\*)[^*\n]+\*(?![*\w])", TITLE, plain)
    sentences = re.split(
        r"(?<=[a-z)\]”\"][.!?]) +(?=[^\W\d_a-z“\"(\[])", MARKS.sub("", plain).strip()
    )
    return sentences[-1], first, last


def _last(matches: Iterator[re.Match[str]]) -> re.Match[str] | None:
    """The last of some matches."""
    return next(iter(deque(matches, maxlen=1)), None)


def _is_somebody(name: str, lead: str, at: int) -> bool:
    """Whether a name is one: not "People", and not the title of a post or a thing."""
    parts = name.casefold().split()
    article = re.search(r"\b(?:the|this|that|a|an|our|my|your|his|her|their) $", lead[:at], re.I)
    nobody = words("nobody").intersection((parts[0], parts[-1]))
    return nameable(name) and not nobody and not article
