"""What makes words the same wherever they stand: neither case, marks, links nor punctuation."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from hashlib import blake2b
from html import unescape
from unicodedata import normalize

from index.passage import FOOTNOTE, LINK

WORD = re.compile(r"[^\W_]+")
NEARLY = 0.8
"""The likeness from which on two texts are nearly the same."""

HALF = 0.5
"""The likeness below which it does not matter what two texts differ in."""

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


def likeness(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    """The share of all the words of two texts that they have in common.

    None at all if a negation or a number is in one of them only: then they say different things.
    """
    common = len(one & other)
    share = common / max(1, len(one) + len(other) - common)
    return 0.0 if share >= HALF and any(map(_turns, one ^ other)) else share


def _turns(word: str) -> bool:
    """Whether a word makes a sentence say something else."""
    return word in NEGATIONS or word.isdigit()


def words_digest(words: Sequence[str]) -> int:
    """The same number for the same words in the same order."""
    digest = blake2b(" ".join(words).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
