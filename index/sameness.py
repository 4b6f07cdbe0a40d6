"""What makes words the same wherever they stand: neither case, marks, links nor punctuation."""

import re
from collections.abc import Sequence
from hashlib import blake2b
from html import unescape
from unicodedata import normalize

from index.passage import FOOTNOTE, LINK

WORD = re.compile(r"[^\W_]+")
NEARLY = 0.8
"""The share of all their different words that two texts have in common, to be nearly the same."""

NEGATIONS = frozenset(["no", "not", "never", "none", "nor", "neither", "without", "cannot", "t"])
"""Words that turn a sentence round; “t” is what is left of “don't”."""

TAG = re.compile(r"</?[A-Za-z][^<>]*>")
UNSEEN = re.compile("[*`\u00ad\u200b-\u200d\u2060\ufeff]")
"""What breaks no word: marks within it, soft hyphens, joiners."""


def bare_words(text: str) -> list[str]:
    """The words of a text alone: letters and digits as a reader sees them."""
    while "](" in text and (shorter := LINK.sub(lambda link: link["words"], text)) != text:
        text = shorter
    if "[^" in text:
        text = FOOTNOTE.sub("", text)
    if "<" in text:
        text = TAG.sub(" ", text)
    if "&" in text:
        text = unescape(text)
    if not text.isascii():
        text = normalize("NFKC", text)
    return WORD.findall(UNSEEN.sub("", text).casefold())


def nearly(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two texts have nearly the same words, with every negation and number in both."""
    mine, theirs = set(one), set(other)
    different = mine ^ theirs
    return len(mine & theirs) >= NEARLY * len(mine | theirs) and not any(
        word in NEGATIONS or word.isdigit() for word in different
    )


def words_digest(words: Sequence[str]) -> int:
    """The same number for the same words in the same order."""
    digest = blake2b(" ".join(words).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
