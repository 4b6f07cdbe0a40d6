"""Text → blocks: paragraphs, list items and headings, by their places.

Plain text and Markdown are read by the same rules, because raw pages mix them. A line is a
paragraph of its own, as scraped pages have it, unless the lines around it were wrapped at a
width.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.sentences import BLANK, Span

LINE = re.compile(r"[^\n]*\n?")
ATX_HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<title>.*?)(?:\s+#+)?\s*$")
FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?:(?:[\w-]+:|[ \t#-]).*\n)*?---[ \t]*(?:\r?\n|\Z)"
)
UNDERLINE = re.compile(r"={3,}|-{3,}")
RULE = re.compile(r"(?:[-*_]\s*){3,}|={3,}")
FENCE = re.compile(r"```|~~~")
ITEM = re.compile(r"(?:[-*+•]|\d{1,3}[.)])\s")
ROW = re.compile(r"\|")
SENTENCE_END = re.compile(r"[.!?:;][\"”’')*_\]]*$")
WRAPPED_WIDTH = range(45, 101)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a heading with its level from 1."""

    start: int
    end: int
    level: int = 0


def blocks(text: str, start: int, end: int) -> Iterator[Block]:
    """The blocks between two places of a text, in order."""
    paragraph: list[Span] = []
    fenced = False
    if start == 0 and (fields := FRONT_MATTER.match(text, 0, end)):
        start = fields.end()  # says what the page is; it is none of its words
    for line in LINE.finditer(text, start, end):
        content = line.group().strip(BLANK).lstrip("> ")
        if FENCE.match(content):
            fenced = not fenced
            yield from _paragraphs(text, paragraph)
            paragraph = []
            continue
        heading = None if fenced else ATX_HEADING.match(content)
        if heading:
            yield from _paragraphs(text, paragraph)
            yield Block(*line.span(), level=len(heading["marks"]))
            paragraph = []
        elif len(paragraph) == 1 and UNDERLINE.fullmatch(content) and not fenced:
            yield Block(*paragraph[0], level=1 if content[0] == "=" else 2)
            paragraph = []
        elif not content or RULE.fullmatch(content):
            yield from _paragraphs(text, paragraph)
            paragraph = []
        else:
            if ITEM.match(content) or ROW.match(content):
                yield from _paragraphs(text, paragraph)
                paragraph = []
            paragraph.append(line.span())
    yield from _paragraphs(text, paragraph)


def heading_title(text: str, block: Block) -> str:
    """The words of a heading."""
    line = text[block.start : block.end].strip(BLANK).lstrip("> ")
    found = ATX_HEADING.match(line)
    return " ".join((found["title"] if found else line).strip("*_ ").split())


def _paragraphs(text: str, lines: list[Span]) -> Iterator[Block]:
    if lines and _wrapped([text[slice(*line)].strip(BLANK) for line in lines]):
        yield Block(lines[0][0], lines[-1][1])
    else:
        yield from (Block(*line) for line in lines)


def _wrapped(lines: list[str]) -> bool:
    """Whether lines are one paragraph that was cut at a width."""
    body = lines[:-1]
    if not body or any(len(line) not in WRAPPED_WIDTH for line in body):
        return False
    return sum(bool(SENTENCE_END.search(line)) for line in body) <= len(body) / 2
