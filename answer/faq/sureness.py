"""How sure it is that an entry answers a question: a small fitted function, in threshold.json."""

import json
import math
from functools import cache
from pathlib import Path

import numpy as np

from index.vector import Vectors


def closeness(meaning: Vectors, held: Vectors, holding: Vectors) -> Vectors:
    """How close a question is to each of some phrasings, from 0 to 1.

    `meaning` are their cosines, `held` the share of the question's words in each phrasing, and
    `holding` the share of each phrasing's words in the question. It is high only where the meaning
    is near and neither says what the other lacks.
    """
    close: Vectors = np.maximum(meaning, 0.0) * np.sqrt(held * holding)
    return close


def sureness(close: float) -> float:
    """The estimated probability that an entry so close answers the question."""
    model = _model()
    return 1 / (1 + math.exp(-model["intercept"] - model["closeness"] * close))


def threshold() -> float:
    """The sureness below which an entry is not shown as the answer."""
    return _model()["threshold"]


@cache
def _model() -> dict[str, float]:
    model: dict[str, float] = json.loads((Path(__file__).parent / "threshold.json").read_text())
    return model
