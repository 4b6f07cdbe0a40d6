"""Markdown → lines of plain text, as pages look that were scraped: links and emphasis are gone."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

MARKS = re.compile(r" {0,3}((?:>(?!!) ?)+)")
IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
LINK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\((?:[^()\s]|\([^()]*\))*(?: \"[^\"]*\")?\)")
EMPHASIS = re.compile(r"(?<!\\)(\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)|~~)")
HEADING = re.compile(r"^#{1,6} +")
FOOTNOTE = re.compile(r"\[\^[^\]]*\]:?")
TAG = re.compile(r"</?[a-z][^>]*>")
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!~>|$])")
LABEL = re.compile(r"([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}):\s")
FEWEST_TURNS = 6
"""So many lines behind names make a dialogue; who speaks there may be somebody made up."""

ONESELF = re.compile(
    r"(?:\bI\b(?: \w+){0,3} (?:wrote|said|responded|replied|commented|tweeted|posted|noted)"
    r"|\bmy (?:own )?(?:\w+ ){0,3}(?:comment|post|thread|tweet|reply|answer|words|draft))"
    r"\b(?:(?!\b(?:he|she|they|who)\b)[^.?!])*$"
)
"""Says before a quotation that its author quotes what they wrote themselves."""

RULE = re.compile(r"\s*(?:=+|-{3,}|(?:[*_] ?){3,})\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or an item of a list; `marks` are the `>` before it where it quotes.

    `unsure` is set where the marks do not tell whether it quotes somebody else: directly under a
    quoted line without marks of its own, where Markdown makes it part of the quotation; behind
    "I wrote:"; and in a written dialogue.
    """

    text: str
    marks: str = ""
    unsure: bool = False


def lines(markdown: str) -> list[Line]:
    """The lines with words in them."""
    found = list(_lines(markdown))
    labels = [label[1] for line in found if (label := LABEL.match(line.text))]
    if len(set(labels)) < 2 or len(labels) < FEWEST_TURNS:
        return found
    return [line if line.marks else replace(line, unsure=True) for line in found]


def _lines(markdown: str) -> Iterator[Line]:
    quoting, oneself = False, False
    for line in markdown.splitlines():
        found = MARKS.match(line)
        text = plain(line[found.end() :] if found else line)
        if text and found:
            yield Line(text, "> " * found[1].count(">"), oneself)
        elif text:
            oneself = ONESELF.search(text) is not None
            yield Line(text, unsure=quoting)
        quoting = bool(found and text) or (quoting and bool(text))


def plain(line: str) -> str:
    """A line without its Markdown."""
    if RULE.fullmatch(line):
        return ""
    line = LINK.sub(r"\1", IMAGE.sub("", line))
    line = EMPHASIS.sub("", HEADING.sub("", TAG.sub("", FOOTNOTE.sub("", line))))
    return html.unescape(ESCAPED.sub(r"\1", line)).replace("\u00a0", " ").strip()
