"""How sure answers are, and whether they know when not to answer.

whosaid eval abstention

The questions are those of `evals/abstention_examples.py`. An answer is right when a quotation
touches what answers the question; whatever is quoted for a question without an answer is wrong.
Each set is asked with a function that was fitted to the others. What is let through is told of the
threshold of the file, which was chosen with all of them. The ranking knows them too: it was fitted
to questions of chunking, squad2 and scifact, so that of the four sets only seed is new to it.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.metrics import roc_auc_score

from answer.confidence import threshold
from evals import sample_asked
from evals.abstention_examples import Example, examples
from evals.fit_confidence import held_out, let_through
from evals.listwise import Numbers
from evals.metrics import calibration_error, interval
from evals.questions import SHARED
from evals.retrieval import spread
from faces.render import table
from settings import Settings

COVERAGES = 0.5, 0.8, 0.95
"""Shares of the questions, the surest first, among which errors are counted."""

HEADER = "asked", "of", *(f"wrong of {share:.0%}" for share in COVERAGES), "AUC", "ECE"

WIDTH = 40
"""Characters of the curve where everything is wrong."""


def run(settings: Settings, limit: int | None = None, shared: Path = SHARED) -> str:
    """Tables of errors by coverage and of what is let through, and the curve."""
    found = spread(list(examples(settings, shared)), limit)
    confidences = held_out(found)
    least = threshold()
    through = [("set", "kind", "of", "let through"), *let_through(found, confidences, least)]
    by_coverage = table([("surest", "wrong", ""), *curve(found, confidences)])
    own = table(sample_asked.rows(settings))
    by_set = table([HEADER, *errors(found, confidences)])
    return "\n\n".join([by_set, by_coverage, table(through), own])


def _asked(found: Sequence[Example]) -> npt.NDArray[np.bool_]:
    """What people ask; an answer taken away may stand elsewhere, so that none of it is wrong."""
    return np.array([one.kind != "taken away" for one in found])


def errors(found: Sequence[Example], confidences: Numbers) -> Iterator[tuple[str, ...]]:
    """For each set, for all, and for all that have an answer: errors by coverage, calibration."""
    asked, sets = _asked(found), np.array([one.set for one in found])
    answerable = np.array([one.kind in ("right", "missed") for one in found])
    groups = {name: asked & (sets == name) for name in sorted(set(sets))}
    for name, own in (groups | {"all": asked, "all with an answer": answerable}).items():
        right = np.array([one.kind == "right" for one in found])[own]
        yield name, *_row(right, confidences[own])


def _row(right: npt.NDArray[np.bool_], confidences: Numbers) -> Iterator[str]:
    yield str(len(right))
    wrong = ~right[np.argsort(-confidences, kind="stable")]
    for share in COVERAGES:
        mean, low, high = interval(wrong[: round(share * len(wrong))].tolist())
        yield f"{100 * mean:.1f} % ({100 * low:.1f} to {100 * high:.1f})"
    yield f"{roc_auc_score(right, confidences):.3f}" if 0 < right.sum() < len(right) else "–"
    yield f"{calibration_error(confidences.tolist(), right.tolist()):.3f}"


def curve(found: Sequence[Example], confidences: Numbers) -> Iterator[tuple[str, str, str]]:
    """The share of errors among the surest, for each tenth of all questions."""
    asked = _asked(found)
    wrong = np.array([one.kind != "right" for one in found])[asked]
    wrong = wrong[np.argsort(-confidences[asked], kind="stable")]
    for tenth in range(1, 11):
        share = float(wrong[: round(tenth * len(wrong) / 10)].mean())
        yield f"{10 * tenth} %", f"{100 * share:.1f} %", "█" * round(WIDTH * share)
