"""How sure an answer is: a small fitted function, its coefficients in confidence.json."""

import json
import math
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from answer.asked_for import shapes
from answer.evidence import Evidence
from index.passage import readable
from index.search import Hit
from index.words import Words

HALF = 4
"""With so many of a question's words in a quotation, `words` is a half."""


@dataclass(frozen=True, slots=True)
class Features:
    """What the confidence is a function of, all of the first quotation; each from 0 to 1."""

    meaning: float
    """The cosine of its closest sentence with the question."""
    coverage: float
    """The share of the question in its words, the rare ones counting more."""
    words: float
    """How many words of the question it has: a long question is not met by chance."""
    lead: float
    """How much closer the closest sentence of all is than those of the other passages."""
    kind: float
    """Where a number or a time is asked for: the coverage of the sentences that have one; else 1.

    "The mill was founded in 1871" has a time, but only half of what "When did the mill burn down?"
    asks.
    """


def features(
    question: str, hits: Sequence[Hit], evidence: Sequence[Evidence], words: Words
) -> Features:
    """The features of a question with what was found for it."""
    first = evidence[0]
    held = len(words.held(readable(first.quote)))
    return Features(
        meaning=max(first.meaning, 0.0),
        coverage=first.coverage,
        words=held / (held + HALF),
        lead=_lead([max(hit.sentences.meaning, default=0.0) for hit in hits]),
        kind=min((_told(shape.looks, first, words) for shape in shapes(question)), default=1.0),
    )


def _lead(meanings: Sequence[float]) -> float:
    """What the greatest is above the mean of the others; 0 for one alone."""
    best, *others = sorted(meanings, reverse=True)
    return best - sum(others) / len(others) if others else 0.0


def _told(looks: re.Pattern[str], run: Evidence, words: Words) -> float:
    """The share of the question in the best sentence of a run that has what looks so."""
    texts = [readable(text) for text in run.texts]
    return max((words.share(words.held(text)) for text in texts if looks.search(text)), default=0.0)


def confidence(found: Features) -> float:
    """The estimated probability that the evidence answers the question."""
    model = _model()
    score = model["intercept"] + sum(
        model["weights"][name] * value for name, value in asdict(found).items()
    )
    return 1 / (1 + math.exp(-score))


def threshold() -> float:
    """The confidence below which a question is not answered."""
    return float(_model()["threshold"])


@cache
def _model() -> dict[str, Any]:
    model: dict[str, Any] = json.loads((Path(__file__).parent / "confidence.json").read_text())
    return model
