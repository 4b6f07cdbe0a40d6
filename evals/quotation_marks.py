"""What a sentence of an answer quotes, and what stands around that."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

MARKED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|‹[^›]*›|「[^」]*」")
"""Words in quotation marks: “so it is”."""

PAIRS = {"“": "”", "«": "»", "‹": "›", "「": "」", "„": "“"}
"""Marks that open a quotation, and those that close it."""

CITED = "\ue000"
"""Stands for the cited words while others are looked at."""

ELLIPSIS = re.compile(r"\s*(?:\[?…\]?|\[?\.\.\.\]?)\s*")

MARKER = re.compile(r"[\[［【]+\^?\s*\d[\d\s,.;:†\w–-]*[\]］】]+")
"""What a reader takes for a citation: [1], [2.1], 【3】."""


MARKUP = re.compile(r"\[(?P<words>[^\]\d]*)\]\([^)\s]*\)|[*`]+|(?<!\w)_+|_+(?!\w)")
"""What a reader of the words does not see: **so**, _so_, `so`, [so](https://example.org)."""


@dataclass(frozen=True, slots=True)
class Parted:
    """A sentence without its quoted words, and what it quotes that nobody wrote."""

    around: str
    false: tuple[str, ...]


def parted(text: str, quotes: Sequence[str], titles: Sequence[str] = ()) -> Parted:
    """A sentence taken apart; `quotes` are all words that it cites, `titles` what it may name."""
    around = _spaced(text)
    for quote in sorted(map(_spaced, quotes), key=len, reverse=True):
        for opening, closing in PAIRS.items():
            around = around.replace(f"{opening}{quote}{closing}", CITED)
    around = plain(around)
    sources = [plain(source) for source in (*quotes, *titles)]
    false = [one for one in MARKED.findall(around) if not stands(one[1:-1], sources)]
    return Parted(MARKED.sub("“”", around).replace(CITED, "“”"), tuple(false))


def stands(words: str, sources: Sequence[str]) -> bool:
    """Whether words stand in one of some texts, the pieces between ellipses in their order."""
    pieces = [piece for piece in ELLIPSIS.split(words) if piece]
    return any(_in_order(pieces, source) for source in sources)


def _in_order(pieces: Sequence[str], source: str) -> bool:
    at = 0
    for piece in pieces:
        found = source.find(piece.rstrip(".,;:"), at)
        if found < 0:
            return False
        at = found + len(piece.rstrip(".,;:"))
    return True


def plain(text: str) -> str:
    """A text as its reader sees it: without markup and unseen characters, with single spaces."""
    words = MARKUP.sub(r"\g<words>", text)
    return _spaced("".join(one for one in words if unicodedata.category(one) != "Cf"))


def _spaced(text: str) -> str:
    return " ".join(text.split())


def seen_around(text: str) -> str:
    """What stands outside of quotation marks for somebody who reads from left to right.

    A mark that closes within the quoted words closes the quotation: “so” he said “it is”.
    """
    around, closing = [], list[str]()
    for character in text:
        if closing and character == closing[-1]:
            closing.pop()
        elif character in PAIRS and (not closing or PAIRS[character] == closing[0]):
            closing.append(PAIRS[character])
        elif not closing:
            around.append(character)
    return "".join(around)
