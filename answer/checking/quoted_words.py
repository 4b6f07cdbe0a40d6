"""Quotations in a sentence, and whether they stand so in the cited words."""

import re
from collections.abc import Iterator, Sequence

from answer.compose import Said
from index.passage import readable

QUOTATION = re.compile(
    r"“(?:[^“”]|“[^“”]*”)*(?:”|$)|„[^“”]*(?:[“”]|$)|«[^«»]*(?:»|$)|\"[^\"]*(?:\"|$)"
    r"|‘(?=\S)(?:[^‘’]|(?<=\w)’(?=\w))* (?:[^‘’]|(?<=\w)’(?=\w))*’(?!\w)"
    r"|(?<!\w)'(?=\S)(?:[^']|(?<=\w)'(?=\w))* (?:[^']|(?<=\w)'(?=\w))*'(?!\w)"
)
"""What stands between quotation marks; between single ones more than a word: “so”, ‘so it is’."""

ELLIPSIS = re.compile(r"\[?(?:…|\.\.\.|\. \. \.)\]?")
TOKEN = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*|[%$€£°+=<>]")

FIRST, LAST = 0xF0000, 0xFFFFD
"""Private characters: one stands for each quotation, so that patterns need not look into it."""

QUOTED = f"[{chr(FIRST)}-{chr(LAST)}]"

Tokens = tuple[str, ...]


def misquoted(text: str, cited: Sequence[Said]) -> str | None:
    """Why the quotations in a sentence are not what the cited words say, if they are not."""
    if _open(text) and not any(_open(one.citation.quote) for one in cited):
        return "its quotation marks do not pair"
    words = [tokens(one.citation.quote) for one in cited]
    titles = [
        tokens(title) for one in cited for title in (one.citation.title, one.citation.heading)
    ]
    for quotation in quotations(text):
        pieces = [piece for piece in map(tokens, ELLIPSIS.split(quotation)) if piece]
        if (tuple(pieces[0]) if pieces else ()) in titles and len(pieces) == 1:
            continue
        if not any(_in_order(pieces, said) for said in words):
            return f"it quotes “{' '.join(quotation.split())}”, which the cited words do not say so"
    return None


def _open(text: str) -> bool:
    """Whether a quotation is not closed, or closed without having been opened."""
    return text.count("“") != text.count("”")


def quotations(text: str) -> Iterator[str]:
    """The words of each quotation, without its marks."""
    for found in QUOTATION.finditer(text):
        if words := found.group().strip("“”„«»\"`‘’' "):
            yield words


def masked(text: str) -> tuple[str, tuple[str, ...]]:
    """A text with a private character in the place of each quotation, and the quotations."""
    found: list[str] = []

    def mask(quotation: re.Match[str]) -> str:
        found.append(quotation.group())
        return chr(FIRST + len(found) - 1)

    return QUOTATION.sub(mask, re.sub(QUOTED, " ", text)), tuple(found)


def unmasked(text: str, found: Sequence[str]) -> str:
    """A piece of such a text with its quotations again."""
    return re.sub(QUOTED, lambda mark: found[ord(mark.group()) - FIRST], text)


def tokens(text: str | None) -> Tokens:
    """The words of a text without markup, as they are compared."""
    return tuple(TOKEN.findall(readable(text or "").replace("’", "'")))


def _in_order(pieces: Sequence[Tokens], words: Tokens) -> bool:
    """Whether pieces stand in the words, one behind the other."""
    at = 0
    for piece in pieces:
        at = _end(piece, words, at)
        if not at:
            return False
    return True


def _end(piece: Tokens, words: Tokens, start: int) -> int:
    """Where a piece ends that stands in the words from a place on; 0 where it does not stand."""
    first = piece[0].casefold()
    for at in range(start, len(words) - len(piece) + 1):
        here = words[at : at + len(piece)]
        if here[1:] == piece[1:] and _same_but_first_letter(here[0], piece[0], first):
            return at + len(piece)
    return 0


def _same_but_first_letter(word: str, other: str, folded: str) -> bool:
    return word[1:] == other[1:] and word.casefold() == folded
