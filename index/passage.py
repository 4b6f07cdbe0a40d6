"""What is indexed and found: a passage, a run of sentences of one author."""

import re
from dataclasses import dataclass

from index.sentences import Span

LINK = re.compile(r"!?\[(?P<words>[^\[\]]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)")
FOOTNOTE = re.compile(r"\[\^[^\]]*\]:?")
ADDRESS = re.compile(r"https?://\S+")
MARKS = re.compile(
    r"\*\*|__|(?<!\w)[*_]+|[*_]+(?!\w)|^\s*(?:>\s?)+|^\s*#+\s|`|\\(?=[^\w\s])", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of sentences in a document, all of one segment, under one heading.

    `sentences` are places in the document's text; `start` and `end` are the first and the last
    of them.
    """

    document: str
    start: int
    end: int
    sentences: tuple[Span, ...]
    segment: int
    heading: str | None = None


def readable(text: str) -> str:
    """Markdown as a reader sees it: the words of links, without marks, on one line."""
    words = text
    while "](" in words and (shorter := LINK.sub(lambda link: link["words"], words)) != words:
        words = shorter
    return " ".join(MARKS.sub("", FOOTNOTE.sub("", words)).split())


def searchable(text: str) -> str:
    """What of a text is searched: what a reader sees, without addresses."""
    return " ".join(ADDRESS.sub(" ", readable(text)).split()) or text
