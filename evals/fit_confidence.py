"""Fits answer/confidence.json: how likely it is that the quotations answer the question.

    uv run python -m evals.fit_confidence

It learns from the questions of evals/abstention_examples.py, in each set as many right as
wrong. What is printed is by sets that were left out of the fit; what is written is fitted to all.
"""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, fields
from math import sqrt
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from answer import confidence as module
from answer.confidence import Features
from evals.abstention_examples import Example, Kind, examples
from evals.listwise import Numbers
from evals.questions import SHARED
from faces.render import table
from settings import load_settings

SHARES: dict[Kind, float] = {"foreign": 5, "taken away": 3, "unanswerable": 2, "missed": 1}
"""What the kinds of questions without an answer count in a set.

Those of SQuAD were written to look answerable, and what is missed is not always unanswered.
"""

KEPT = 0.985
"""The share of right answers that the threshold lets through, in the mean of the sets."""

LEAST = 50
"""Right answers with which a set has a say in the threshold."""


def main() -> None:
    """Collect the examples, fit, report by sets left out, and write the file."""
    found = list(examples(load_settings(), SHARED))
    confidences = held_out(found)
    limit = threshold(found, confidences)
    print(f"threshold {limit:.3f}; let through, by sets left out:")
    print(table([("set", "kind", "of", "let through"), *let_through(found, confidences, limit)]))
    _write(limit, fitted(found))


def fitted(found: Sequence[Example]) -> LogisticRegression:
    """The logistic function that tells right answers from the rest."""
    model = LogisticRegression(max_iter=1_000, C=100.0)
    right = [one.kind == "right" for one in found]
    return model.fit(_values(found), right, sample_weight=_weights(found))


def held_out(found: Sequence[Example]) -> Numbers:
    """The confidence in each example, fitted without its set."""
    confidences = np.zeros(len(found))
    sets = np.array([one.set for one in found])
    for name in set(sets):
        model = fitted([one for one in found if one.set != name])
        own = sets == name
        confidences[own] = model.predict_proba(_values(found)[own])[:, 1]
    return np.where([one.lacking for one in found], 0.0, confidences)


def threshold(found: Sequence[Example], confidences: Numbers) -> float:
    """The highest confidence that so many right answers of the mean set reach."""
    sizes = Counter(one.set for one in found if one.kind == "right")
    weights = np.array(
        [
            1 / sizes[one.set] if one.kind == "right" and sizes[one.set] >= LEAST else 0.0
            for one in found
        ]
    )
    order = np.argsort(confidences)
    below = np.cumsum(weights[order]) / weights.sum()
    return float(confidences[order][np.searchsorted(below, 1 - KEPT, side="right")])


def let_through(
    found: Sequence[Example], confidences: Numbers, limit: float
) -> list[tuple[str, str, str, str]]:
    """For each set and kind how many there are, and how many reach the limit."""
    rows: list[tuple[str, str, str, str]] = []
    for name, kind in sorted({(one.set, one.kind) for one in found}):
        own = np.array([(one.set, one.kind) == (name, kind) for one in found])
        share = (confidences[own] >= limit).mean()
        rows.append((name, kind, str(own.sum()), f"{100 * share:.1f} %"))
    return rows


def _values(found: Sequence[Example]) -> Numbers:
    return np.array([list(asdict(one.features).values()) for one in found])


def _weights(found: Sequence[Example]) -> list[float]:
    """What each example counts: in each set as much right as wrong, few right answers little."""
    sizes = Counter((one.set, one.kind) for one in found)
    wrong = {
        name: sum(share for kind, share in SHARES.items() if (name, kind) in sizes)
        for name, _ in sizes
    }
    return [
        sqrt(sizes[one.set, "right"])
        * (1 if one.kind == "right" else SHARES[one.kind] / wrong[one.set])
        / sizes[one.set, one.kind]
        for one in found
    ]


def _write(limit: float, model: LogisticRegression) -> None:
    names = [field.name for field in fields(Features)]
    content = {
        "comment": "logistic function of the features in answer/confidence.py, "
        "fitted by evals/fit_confidence.py",
        "threshold": round(limit, 3),
        "intercept": round(float(model.intercept_[0]), 3),
        "weights": {
            name: round(float(weight), 3)
            for name, weight in zip(names, model.coef_[0], strict=True)
        },
    }
    path = Path(module.__file__).with_name("confidence.json")
    path.write_text(json.dumps(content, indent=2) + "\n")


if __name__ == "__main__":
    main()
