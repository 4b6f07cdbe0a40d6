"""How sure an answer is: a small fitted function, its coefficients in confidence.json."""

import json
import math
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from answer.evidence import Evidence
from index.passage import readable
from index.search import Hit
from index.words import Words

NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|"
    r"billion|half|third|quarter|percent|per cent)\b",
    re.IGNORECASE,
)
TIME = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|\b(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December|century|decades?|years?|months?|weeks?|days?|hours?|today|"
    r"yesterday|tomorrow|soon|now|when|once|after|before|until|during|ago|later|earlier)\b",
    re.IGNORECASE,
)
ASKS_NUMBER = re.compile(
    r"\bhow (?:many|much|old|long|far|often|large|big|likely)\b|"
    r"\bwhat (?:percentage|share|fraction|number|price|cost|probability|chance)\b|"
    r"\bin (?:dollars|percent|years)\b",
    re.IGNORECASE,
)
ASKS_TIME = re.compile(
    r"^\W*when\b|\b(?:in )?(?:what|which) (?:year|date|day|month|century)\b", re.IGNORECASE
)
KINDS = ((ASKS_NUMBER, NUMBER), (ASKS_TIME, TIME))
"""What a question may ask for, and how it looks."""


@dataclass(frozen=True, slots=True)
class Features:
    """What the confidence is a function of; each from 0 to 1."""

    meaning: float
    """The best cosine of a passage with the question."""
    quote: float
    """The best cosine of a quotation with the question."""
    coverage: float
    """The share of the question in the words of the first quotation."""
    passage_coverage: float
    """The same for its whole passage with its title and heading."""
    agreement: float
    """1 when the best passage by meaning is the best by words."""
    kind: float
    """0 when the question asks for a number or a time and the first quotation has none, else 1."""


def features(
    question: str, hits: Sequence[Hit], evidence: Sequence[Evidence], words: Words
) -> Features:
    """The features of a question with what was found for it."""
    first = evidence[0]
    passage = " ".join(
        filter(
            None, (first.hit.document.title, first.hit.passage.heading, readable(first.hit.text))
        )
    )
    by_meaning = max(hits, key=lambda hit: hit.meaning)
    by_words = max(hits, key=lambda hit: hit.words)
    return Features(
        meaning=max(by_meaning.meaning, 0.0),
        quote=max(0.0, *(run.meaning for run in evidence)),
        coverage=first.coverage,
        passage_coverage=words.share(words.held(passage)),
        agreement=float(by_meaning is by_words),
        kind=float(
            all(shape.search(first.quote) for asked, shape in KINDS if asked.search(question))
        ),
    )


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
