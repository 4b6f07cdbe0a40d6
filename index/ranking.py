"""How well passages fit a question: two linear scores, their weights in ranking.json.

The first one is quick and orders all candidates; the second looks at the sentences of the best.
How much each sign says depends on the question: a short one leans to meaning, a long one to words.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import numpy as np

from index.candidates import Candidates
from index.sentence_store import Sentences
from index.vector import Vectors, cosines
from index.words import Words

MIDDLE, MOST = 0.8, 1.5
"""Where the length of a question is 0, as a logarithm of its words, and how far it rises."""

FIRST = (
    "meaning", "words", "title", "neighbours_meaning", "neighbours_words", "document_meaning",
    "document_words", "length",
)  # fmt: skip
SECOND = "sentence_meaning", "coverage", "sentence_coverage"
"""The signs of the first score, and those that the second one has besides."""

Signs = Mapping[str, Vectors]
"""Named numbers, one for each passage, of the shape (passages,)."""


@dataclass(frozen=True, slots=True)
class SentenceSigns:
    """What the sentences of a passage say to a question.

    `meaning` are their cosines with it, `held` the words of it that each holds.
    """

    meaning: tuple[float, ...]
    held: tuple[frozenset[str], ...]


def length(words: Words) -> float:
    """How long a question is: 0 for about six words that count, rising with their logarithm."""
    return min(math.log10(max(len(words.weights), 1)) - MIDDLE, MOST)


def first_signs(found: Candidates) -> Signs:
    """What the first score is made of."""
    return {sign: getattr(found, sign) for sign in FIRST}


def sentence_signs(
    read: Sequence[Sentences], query: Vectors, words: Words, headings: Sequence[str | None]
) -> list[SentenceSigns]:
    """What the sentences of passages say to a question with its vector and its words.

    A passage's heading speaks for all that is under it.
    """
    if not read:
        return []
    meaning = cosines(np.concatenate([one.vectors for one in read]), query)
    parts = np.split(meaning, np.cumsum([len(one.stems) for one in read])[:-1])
    asked = words.weights.keys()
    return [
        SentenceSigns(
            tuple(part.tolist()),
            tuple(frozenset(stems & asked) | above for stems in one.stems),
        )
        for one, part, above in zip(read, parts, map(words.headed, headings), strict=True)
    ]


def second_signs(read: Sequence[SentenceSigns], words: Words) -> dict[str, Vectors]:
    """What the second score is made of beside the first one's signs."""
    held = [frozenset().union(*one.held) for one in read]
    values = (
        [max(one.meaning, default=0.0) for one in read],
        [words.share(one) for one in held],
        [max(map(words.share, one.held), default=0.0) for one in read],
    )
    return {
        sign: np.array(value, dtype=np.float32) for sign, value in zip(SECOND, values, strict=True)
    }


def score(signs: Signs, which: Literal["first", "second"], long: float) -> Vectors:
    """One number for each passage; `which` is "first" or "second", `long` the question's length."""
    weights = _weights()[which]
    total: Vectors = sum(
        (np.float32(weights[name][0] + weights[name][1] * long) * values)
        for name, values in signs.items()
    )  # type: ignore[assignment]  # there is always a sign
    return total


@cache
def _weights() -> dict[str, dict[str, tuple[float, float]]]:
    """For each score and sign its weight, and what the question's length adds to it."""
    found: dict[str, dict[str, tuple[float, float]]] = json.loads(
        (Path(__file__).parent / "ranking.json").read_text()
    )["weights"]
    return found
