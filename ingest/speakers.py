"""Who is quoted: by the words before a quotation, or behind it.

Only who is named counts: "he writes", "people say" and "the paper argues" name nobody.
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.markup import unlinked
from ingest.names import FULL_NAME, NAME_WORD, nameable, words

THIRD_PERSON = (
    "writes|wrote|says|said|notes|noted|argues|argued|explains|explained|states|stated|replies|"
    "replied|responds|responded|comments|commented|tweets|tweeted|asks|asked|adds|added|claims|"
    "claimed|observes|observed|describes|described|quips|quipped|counters|countered|remarks|"
    "remarked|suggests|suggested|concludes|concluded|continues|continued|reports|reported|"
    "recounts|recounted|summarizes|summarises|summarized|summarised|points out|pointed out|"
    "objects|objected|admits|admitted|warns|warned|recalls|recalled|told me|posted|answers|answered"
)
NOT_SAID = (
    r"against|but|by|claims?|views?|questions?|sentence|slogan|proverb|phrase|idea|statement|poem|"
    r"words|quot\w+|critics?|opponents?|saying|says?|to(?=\s*[:,]?$)"
)
"""What stands between a verb and the words that somebody else said, and this one speaks about."""

PERSON = rf"(?:{FULL_NAME}|{NAME_WORD})"
ADVERB = (
    r"(?:(?:then|also|later|once|now|recently|has|had|eventually|famously|further|"
    r"(?!(?:supposed|alleged|hard|basical|false|essential|presumab|probab|possib|rare)l?y)\w+ly) )"
    r"{0,2}"
)
REST = rf"(?:(?!\b(?:{THIRD_PERSON}|{NOT_SAID})\b)[^.!?:;\n“”\"]){{0,80}}"
"""What may stand between a verb and its quotation: not another who speaks."""

FIRST_PERSON = re.compile(
    r"\bI(?:['’]ve| have|['’]d)?(?: \w+ly| also| once| then| just)? "
    r"(?:wrote|said|replied|commented|tweeted|argued|noted|responded|written|put it|told|thought)\b"
    rf"(?:(?!\b(?:{THIRD_PERSON}|{NOT_SAID}|an? \w+|it|down|that|as|he|she|they|who|whose|which|"
    rf"you|was|is|were|are|\w+['’]s)\b)[^.!?\n]){{0,60}}[:,]\s*$"
)
"""One who quotes oneself: the words stay one's own."""

TEXT = (
    "comment|post|words|reply|tweet|answer|response|essay|argument|objection|question|definition|"
    "quote|letter|speech|summary|paper|article|book|talk|thread|remark|passage|piece"
)
LEADS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:\b[Aa]s )?(?P<name>{PERSON})(?: \([^()\n]{{1,40}}\))?,? "
        rf"{ADVERB}(?:{THIRD_PERSON})\b{REST}[:,]?$",
        rf"\b[Aa]s (?P<name>{PERSON}) {ADVERB}(?:puts?|put) it[:,]?$",
        rf"(?:^|[Ff]rom |[Ii]n |[Qq]uoting |[Ss]ee |[Hh]ere(?: is|['’]s) )(?P<name>{PERSON})['’]s? "
        rf"(?:\w+ ){{0,3}}(?:{TEXT})\b"
        r"(?:(?!\b(?:my|our|and|quotes|quoting)\b)[^.!?:;\n]){0,60}:$",
        rf"\b[Aa]ccording to (?P<name>{PERSON})[:,]?$",
        rf"\b[Qq]uot(?:ing|e from) (?P<name>{PERSON})(?:['’]s? [^.!?:;\n]{{1,80}})?[:,]?$",
        rf"\b[Ff]rom (?P<name>{FULL_NAME})(?:['’]s? [^.!?:;\n]{{1,80}})?:$",
        rf"\b[Ff]rom (?P<name>{PERSON})['’]s? [^.!?:;\n]{{1,80}}:$",
        rf"\b(?:{TEXT}|written|said) by (?P<name>{FULL_NAME})(?: in [^.!?:;\n]{{1,80}})?:$",
        rf"^(?P<name>{FULL_NAME}):$",
    )
)
"""Ways to lead in a quotation; the last name before it counts."""

NO_SUBJECT = re.compile(
    r"(?i:\b(?:of|by|to|with|about|like|unlike|than|for|on|against|even|either|neither|if|imagine|"
    r"suppose|dear|not|the|this|that|a|an|our|my|your|his|her|their|quoting|citing)\s$)|/$"
    rf"|(?:{NAME_WORD}|['’]s) (?:and|or|nor|&)\s$"
    r"|(?i:\b(?:not|never|nobody|if|imagine|suppose|pretend|unless|wish|hope|bet|doubt|deny|had|"
    r"would|could|least of all|paraphrase)\b|n['’]t\b)"
)
"""What stands before a name that is not the one who speaks, or not alone."""

ABOUT = re.compile(r"\b(?:to|on|of|about|against|contra) (?:an? |the |this )?(?:\w+ ){0,2}$", re.I)
"""What stands before a text that somebody speaks about: "A reply to a comment by X"."""

BEHIND = re.compile(
    rf"^,?\s*(?:as )?(?:(?:{THIRD_PERSON}) (?P<name>{PERSON})\b(?! (?:and|or|nor)\b)"
    rf"|(?P<other>{PERSON}) (?:{THIRD_PERSON})(?=\s*(?:[.,;)]|in (?:his|her|their)\b|$)))"
)
"""Behind a quotation that ends like a clause: “…,” said X."""

SAID = re.compile(
    rf"^,?\s+(?:as )?(?:(?:{THIRD_PERSON})\b|(?!I\b)(?:[\w’'.-]+ ){{1,4}}(?:{THIRD_PERSON})\b)"
)
"""Somebody, named or not, is said to have said what stands before; not the author."""

CLAUSE_END = re.compile(r"[,?!…—-][*_’')]*[”\"»“]$")
DASH = re.compile(rf"^\s*(?:>\s*)?(?:[—–]|--)\s*(?P<name>{FULL_NAME})(?=\s*(?:[,.(\n]|$))")
SIGNED = re.compile(rf"^\s*(?:>\s*)*(?:[—–]|--)\s*(?P<name>{FULL_NAME})(?=\s*(?:[,(.]|$))")
"""The last line of a block quote that says whose it is: "— Firstname Lastname"."""

LEAD_LENGTH = 300
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
        subject = found and _is_subject(lead[: found.start()], speaks=pattern is LEADS[0])
        if found and subject and _is_somebody(found["name"]):
            return Named(found["name"], max(text.rfind(found["name"], first, last), first), last)
    return None


def said_behind(text: str, start: int, end: int) -> bool:
    """Whether what follows a quotation on its line tells that somebody said it."""
    rest = _rest(text, end)
    clause = rest.startswith(",") or CLAUSE_END.search(text, max(start, end - 6), end)
    return (clause is not None and SAID.match(rest) is not None) or DASH.match(rest) is not None


def told_behind(text: str, start: int, end: int) -> Named | None:
    """Who is said to speak by what follows a quotation: “…,” says X; “…” — X, also a line below."""
    rest = _rest(text, end)
    clause = rest.startswith(",") or CLAUSE_END.search(text, max(start, end - 6), end)
    found = BEHIND.match(rest) if clause else None
    if found:
        name, last = found["name"] or found["other"], end + found.end()
    else:
        below = re.compile(r"\s{0,3}[^\n]*").match(text, end)
        signed = DASH.match(MARKS.sub("", unlinked(below.group()))) if below else None
        name, last = (signed["name"], below.end()) if signed and below else ("", end)
    return Named(name, end, last) if name and _is_somebody(name) else None


def _rest(text: str, end: int) -> str:
    """What follows a place on its line."""
    return text[end : end + LEAD_LENGTH].partition("\n")[0]


def signed_below(text: str, start: int, end: int) -> Named | None:
    """Who signs a block quote on its last line."""
    body = text[start:end].rstrip()
    line = start + body.rfind("\n") + 1
    signed = SIGNED.match(MARKS.sub("", unlinked(body[line - start :])))
    if not signed and (below := told_behind(text, end, end)):
        return below
    if not signed or not _is_somebody(signed["name"]):
        return None
    return Named(signed["name"], line, start + len(body))


def _lead(text: str, start: int) -> tuple[str, int, int]:
    """The last sentence before a place without its Markdown, and where it stands."""
    last = start
    while last and text[last - 1] in '“"*_>( \t\r\n':
        last -= 1
    first = max(last - LEAD_LENGTH, 0)
    first = text.rfind("\n", first, last) + 1 or first
    plain = unlinked(text[first:last])
    plain = re.sub(r"(?<![*\w])\*(?!\*)[^*\n]+\*(?![*\w])", TITLE, plain)
    sentences = re.split(
        r"(?<=[a-z)\]”\"][.!?]) +(?=[^\W\d_a-z“\"(\[])", MARKS.sub("", plain).strip()
    )
    return sentences[-1], first, last


def _is_subject(before: str, *, speaks: bool) -> bool:
    """Whether what stands before a name lets it be the one whose words follow."""
    clause = re.split(r"[.!?;:”\"]", before)[-1]
    return not ABOUT.search(clause) and not (speaks and NO_SUBJECT.search(clause))


def _last(matches: Iterator[re.Match[str]]) -> re.Match[str] | None:
    """The last of some matches."""
    return next(iter(deque(matches, maxlen=1)), None)


def _is_somebody(name: str) -> bool:
    """Whether a name is one: not "People", and not a thing."""
    parts = name.casefold().split()
    possessive = re.search(r"['’]s?$", name)
    nobody = words("nobody").intersection((parts[0], parts[-1]))
    return nameable(name) and not nobody and not possessive
