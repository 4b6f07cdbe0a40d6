"""The Markdown that models write → plain lines. Marks stand in them as NOUN, and all are kept."""

import re
from dataclasses import dataclass
from typing import Literal

from answer.writing.marks import NOUN

Kind = Literal["text", "item", "heading"]

PREFIX = re.compile(
    r"[\s>]*(?:(?P<heading>#{1,6})\s+"
    r"|(?P<item>[-*+•‣◦▪–—]\s+|\*{0,2}(?:\(?\d{1,3}[.)]|\(?[a-z]\))\*{0,2}\s+)"
    r")?"
)
"""What stands before the words of a line: `> `, `## `, `- `, `**1.** `, `a) `."""

ROW = re.compile(r"[\s>]*\|")
RULE = re.compile(r"[\s>]*(?:(?:[-*_=]\s*){3,}|\|?(?:\s*:?-+:?\s*\|)+[\s:-]*)")
"""A line that is none: `---`, `***`, `|---|:--|`."""

BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
KEPT = re.compile(r"(`+[^`]+`+|\$[^$\s\d](?:[^$]*[^$\s])?\$|\\\(.{1,300}?\\\)|\\\[.{1,300}?\\\])")
"""Code and maths, in which nothing is markup."""

STOP = re.compile(r"[.!?…]")

LINK = re.compile(
    r"!?\[{1,2}(?P<words>[^\[\]\n]*)\]{1,2}"
    r"(?P<address>\((?:[^()\s]|\([^()\s]*\))*(?:\s+[\"'][^\"'\n]*[\"'])?\))"
)
TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|<!--.*?-->")
ADDRESS = re.compile(r"<(https?://[^<>\s]*)>")
SIGNS = re.compile(
    r"(?P<address>https?://[^\s*]+)"
    r"|\\(?:(?P<escaped>[*_#\[\](){}>`~|.!+-])|\s*$)"
    r"|[*_]{2,}|~~"
    r"|(?<!\w)[*_](?=[^\s*_])"  # opens
    r"|(?<=[^\s*_])[*_](?!\w)"  # closes
)
"""Emphasis, and what is none: `*it*`, `**it**`, but not `\\*it\\*`, `2 * 3` or `a_b`."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line without what stands before its words and after a heading's."""

    text: str
    kind: Kind = "text"


def line(text: str) -> Line:
    """A line of Markdown; an empty one where it is only a rule."""
    if RULE.fullmatch(text):
        return Line("")
    if ROW.match(text):
        return Line(_cells(text), "item")
    found = PREFIX.match(text)
    rest = text[found.end() :] if found else text
    if found and found["heading"]:
        return Line(rest.rstrip().rstrip("#"), "heading")
    return Line(rest, "item" if found and found["item"] else "text")


def _cells(row: str) -> str:
    """The row of a table: `| Ada | agrees | often |` is "Ada: agrees; often"."""
    first, *others = [cell.strip() for cell in row.strip(" \t>|").split("|")]
    return ": ".join(filter(None, (first, "; ".join(filter(None, others)))))


def masked(text: str) -> str:
    """A line of the same length, in whose code and maths no sentence ends."""
    return KEPT.sub(lambda kept: STOP.sub("_", kept.group()), text)


def plain(text: str) -> str:
    """A line without its markup; code and maths stay as they are."""
    parts = KEPT.split(text)
    parts[::2] = [_bare(part) for part in parts[::2]]
    return "".join(parts)


def _bare(text: str) -> str:
    text = LINK.sub(_words, text)
    text = TAG.sub(_marks, ADDRESS.sub(r"\1", text))
    return SIGNS.sub(lambda sign: sign["address"] or sign["escaped"] or "", text)


def _words(link: re.Match[str]) -> str:
    """The words of a link, and nothing of one that is only numbered."""
    words = link["words"]
    return ("" if words.strip(" ^").isdecimal() else words) + NOUN * link["address"].count(NOUN)


def _marks(found: re.Match[str]) -> str:
    return NOUN * found.group().count(NOUN)
