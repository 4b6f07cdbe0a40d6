"""Fits answer/faq/threshold.json: how sure it is that an entry of a FAQ answers a question.

    uv run python -m evals.fit_faq

It learns from the questions of evals/faq_examples.py. What is printed is by entries that were left
out of the fit; what is written is fitted to all.
"""

import json
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from answer.faq import sureness as module
from evals.faq import HEADER, rows
from evals.faq_examples import Example, Kind, examples
from evals.listwise import Numbers
from evals.questions import SHARED
from faces.render import table
from index.embed import ModelEmbedder
from settings import load_settings

WEIGHTS: dict[Kind, float] = {
    "put otherwise": 1.0, "in few words": 0.25, "taken away": 1.0, "of somebody": 0.0,
    "elsewhere": 0.25,
}  # fmt: skip
"""What the kinds of examples count, each as a whole; who is asked for is not told by closeness."""

WRONG = 0.02
"""The share of questions whose entry is gone that may be shown another one."""

LEAST_ABOVE = 1e-3
"""How far the threshold lies above the surest of the others."""

FOLDS = 10


def main() -> None:
    """Collect the examples, fit, report by entries left out, and write the file."""
    settings = load_settings()
    embedder = ModelEmbedder(settings.embed_model, settings.cache)
    found = list(examples(SHARED, embedder.embed_query))
    print(table([HEADER, *rows(held_out(found))]))
    _write(found)


def fitted(found: Sequence[Example]) -> LogisticRegression:
    """The logistic function that tells the right entry from the closest of the others."""
    sizes = Counter(one.kind for one in found)
    values, right, weights = [], [], []
    for one in found:
        for close, is_right in ((one.right, True), (one.other, False)):
            if one.gold or not is_right:
                values.append([close])
                right.append(is_right)
                weights.append(WEIGHTS[one.kind] / sizes[one.kind])
    return LogisticRegression(C=1e6).fit(values, right, sample_weight=np.array(weights) * 100)


def threshold(found: Sequence[Example], model: LogisticRegression) -> float:
    """The lowest sureness that few enough questions without their entry reach."""
    gone = sure([one.close for one in found if one.kind == "taken away"], model)
    return float(np.quantile(gone, 1 - WRONG, method="higher")) + LEAST_ABOVE


def held_out(found: Sequence[Example]) -> list[tuple[Example, bool]]:
    """Whether each example is answered, by what is fitted to the other entries."""
    folds = np.array([_fold(one) for one in found])
    judged = []
    for fold in range(FOLDS):
        others = [one for one, of in zip(found, folds, strict=True) if of != fold]
        own = [one for one, of in zip(found, folds, strict=True) if of == fold]
        model = fitted(others)
        limit = threshold(others, model)
        shown = sure([one.close for one in own], model) >= limit
        judged += list(zip(own, map(bool, shown), strict=True))
    return judged


def sure(close: Sequence[float], model: LogisticRegression) -> Numbers:
    """The probability for each closeness that the entry answers."""
    chances: Numbers = model.predict_proba(np.array(close).reshape(-1, 1))[:, 1]
    return chances


def _fold(one: Example) -> int:
    return int(sha256((one.about or one.question).encode()).hexdigest(), 16) % FOLDS


def _write(found: Sequence[Example]) -> None:
    model = fitted(found)
    content = {
        "comment": "logistic function of the closeness in answer/faq/sureness.py, "
        "fitted by evals/fit_faq.py",
        "threshold": round(threshold(found, model), 3),
        "intercept": round(float(model.intercept_[0]), 3),
        "closeness": round(float(model.coef_[0][0]), 3),
    }
    path = Path(module.__file__).with_name("threshold.json")
    path.write_text(json.dumps(content, indent=2) + "\n")


if __name__ == "__main__":
    main()
