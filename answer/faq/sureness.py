"""How sure it is that an entry answers a question: a small fitted function, in threshold.json."""

import json
import math
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Features:
    """What the sureness is a function of, for a question and a phrasing of an entry."""

    meaning: float
    """The cosine of the two."""
    held: float
    """The share of the question's words in the phrasing, the rare ones counting more.

    Whoever is asked for by name is such a word: "What does Ann Lee think of corrigibility?" is not
    what an entry about corrigibility answers.
    """
    holding: float
    """The share of the phrasing's words in the question."""


def sureness(found: Features) -> float:
    """The estimated probability that the entry answers the question."""
    model = _model()
    score = model["intercept"] + sum(
        model["weights"][name] * value for name, value in asdict(found).items()
    )
    return 1 / (1 + math.exp(-score))


def threshold() -> float:
    """The sureness below which an entry is not shown as the answer."""
    return float(_model()["threshold"])


@cache
def _model() -> dict[str, Any]:
    model: dict[str, Any] = json.loads((Path(__file__).parent / "threshold.json").read_text())
    return model
