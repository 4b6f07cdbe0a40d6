"""Fits answer/confidence.json: how likely it is that the quotations answer the question.

    uv run python -m evals.fit_confidence

The examples: questions that were answered (a quotation touches the answer), questions that have
no answer in their corpus, and questions of each set asked of the corpus of another. Questions
that have an answer which was not found teach nothing about when there is none, and are left out.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import cross_val_predict

from answer import confidence as module
from answer.confidence import Features, features
from answer.evidence import evidence
from evals.answers import corpus_source
from evals.metrics import touches
from evals.questions import Question, QuestionSet, load
from faces.library import Library, open_library
from index.words import Words
from settings import Settings

SETS = {"seed": 1, "chunking": 1, "squad2": 8}
"""The sets, and of how many of their questions one is taken."""

FOREIGN = 60
"""Questions of another set that are asked of a corpus, spread evenly over it."""

WEIGHTS = {"answered": 1.0, "foreign": 1.0, "unanswerable": 0.5}
"""SQuAD's unanswerable questions were written to look answerable: nothing here can tell them."""

KEPT = 0.99
"""The share of answered questions that the threshold lets through."""


@dataclass(frozen=True, slots=True)
class Example:
    """The features of a question, and which of WEIGHTS it is."""

    features: Features
    kind: str


def main() -> None:
    """Collect the examples, fit, report, and write the file."""
    sets = {name: load(name) for name in SETS}
    examples = [
        example
        for name, own in sets.items()
        for example in collect(
            own, SETS[name], [other for key, other in sets.items() if key != name]
        )
    ]
    values = np.array([list(asdict(example.features).values()) for example in examples])
    answered = np.array([example.kind == "answered" for example in examples])
    weights = np.array([WEIGHTS[example.kind] for example in examples])
    model = LogisticRegression(max_iter=1_000)
    guessed = cross_val_predict(
        model, values, answered, cv=5, method="predict_proba", params={"sample_weight": weights}
    )[:, 1]
    model.fit(values, answered, sample_weight=weights)
    threshold = float(np.quantile(guessed[answered], 1 - KEPT))
    print(f"threshold {threshold:.3f}, by cross-validation:")
    for kind in WEIGHTS:
        of_kind = np.array([example.kind == kind for example in examples])
        passed = (guessed[of_kind] >= threshold).mean()
        area = (
            roc_auc_score(answered[answered | of_kind], guessed[answered | of_kind])
            if kind != "answered"
            else 1
        )
        print(f"  {kind:<13} {of_kind.sum():5}  let through {passed:6.1%}  AUC {area:.3f}")
    _write(threshold, float(model.intercept_[0]), model.coef_[0].tolist())


def collect(own: QuestionSet, step: int, others: Sequence[QuestionSet]) -> list[Example]:
    """The examples from one corpus: its own questions, and those of other sets."""
    foreign = [
        question.text
        for other in others
        for question in other.questions[:: max(1, len(other.questions) // FOREIGN)]
    ]
    with TemporaryDirectory() as folder:
        library = open_library(Settings(data=Path(folder)), create=True)
        library.ingest([corpus_source(own.corpus)])
        own_examples = [_example(q.text, library, q) for q in own.questions[::step]]
        foreign_examples = [_example(text, library, None) for text in foreign]
    return [example for example in own_examples + foreign_examples if example]


def _example(text: str, library: Library, question: Question | None) -> Example | None:
    named = library.answerer.named(text)
    words = Words(named.subject, library.stores.keywords)
    hits = library.search.hits(named.subject, 20)
    if named.unknown or not hits:
        return None
    found = evidence(named.subject, hits, words)
    kind = "foreign"
    if question is not None:
        accepted = question.gold + question.also
        touched = any(
            run.hit.document.path == question.document and touches((run.start, run.end), accepted)
            for run in found
        )
        kind = "answered" if touched else "unanswerable"
        if question.answerable and not touched:
            return None
    return Example(features(named.subject, hits, found, words), kind)


def _write(threshold: float, intercept: float, weights: Sequence[float]) -> None:
    names = [field.name for field in fields(Features)]
    content = {
        "comment": "logistic function of the features in answer/confidence.py, "
        "fitted by evals/fit_confidence.py",
        "threshold": round(threshold, 3),
        "intercept": round(intercept, 3),
        "weights": {name: round(weight, 3) for name, weight in zip(names, weights, strict=True)},
    }
    path = Path(module.__file__).with_name("confidence.json")
    path.write_text(json.dumps(content, indent=2) + "\n")


if __name__ == "__main__":
    main()
