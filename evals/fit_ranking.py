"""Fits index/ranking.json: how much each sign of a passage says.

    uv run python -m evals.fit_ranking

The questions of four benchmarks, each asked of its own index; every set counts the same, however
many questions it has. What is printed is by cross-validation, beside the plain sum of the two
searches; what is written is fitted to all.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from zlib import crc32

import numpy as np
import numpy.typing as npt

from evals.listwise import Numbers, Ranked, fitted
from evals.questions import SHARED
from evals.ranking_examples import Example, examples
from faces.render import table
from index import ranking
from index.ranking import FIRST, SECOND
from index.search import READ
from settings import load_settings

FOLDS = 5
PAIR = re.compile(r"\[\s+(\S+),\s+(\S+)\s+\]")
AMONG = 1, 5, 10, 100
HEADER = "ranking", "set", *(f"among {count}" for count in AMONG)

Places = npt.NDArray[np.intp]

Weights = tuple[Numbers, Numbers]
"""Those of the first score and those of the second."""


def main() -> None:
    """Collect the examples, report by cross-validation, fit to all and write."""
    found = list(examples(load_settings(), SHARED))
    by_ranking = {
        "fitted": cross_validated(found),
        "plain sum": cross_validated(found, lambda one, _: plain(one)),
    }
    rows = [
        (name, set_, *shares)
        for name, by_set in by_ranking.items()
        for set_, shares in by_set.items()
    ]
    print(table([HEADER, *rows]))
    write(fit(found))


def cross_validated(
    found: Sequence[Example], ranking: Callable[[Example, Weights], Places] | None = None
) -> dict[str, list[str]]:
    """For each set how often something right is among the first few; fitted to other folds."""
    places: dict[str, list[list[bool]]] = defaultdict(list)
    for fold in range(FOLDS):
        weights = fit([one for one in found if _fold(one) != fold])
        for one in found:
            if _fold(one) == fold:
                places[one.set].append(_among(one, (ranking or ranked)(one, weights)))
    return {set_: _shares(places[set_]) for set_ in sorted(places)}


def fit(found: Sequence[Example]) -> Weights:
    """The weights under which what is right stands highest."""
    sizes = {name: sum(one.set == name for one in found) for name in {one.set for one in found}}
    first = fitted(
        [Ranked(_first(one), one.right, 1 / sizes[one.set]) for one in found if one.right.any()]
    )
    second = []
    for one in found:
        best = _read(one, first)
        if one.right[best].any():
            second.append(Ranked(_second(one)[best], one.right[best], 1 / sizes[one.set]))
    return first, fitted(second)


def ranked(one: Example, weights: Weights) -> Places:
    """The places of the candidates, best first, as the search would have them."""
    first, second = weights
    order, best = np.argsort(-(_first(one) @ first), kind="stable"), _read(one, first)
    again = best[np.argsort(-(_second(one)[best] @ second), kind="stable")]
    return np.concatenate([again, order[~np.isin(order, again)]])


def plain(one: Example) -> Places:
    """The places of the candidates by the sum of both searches, each from 0 to 1."""
    meaning, words = (one.signs[:, FIRST.index(sign)] for sign in ("meaning", "words"))
    low, high = meaning.min(), meaning.max()
    return np.argsort(-((meaning - low) / (high - low) + words), kind="stable")


def write(weights: Weights) -> None:
    """Keep the weights where the ranking reads them."""
    names = {"first": FIRST, "second": (*FIRST, *SECOND)}
    content = {
        "comment": "weights of the signs in index/ranking.py: [of a question of six words, what its"
        " length adds], fitted by evals/fit_ranking.py",
        "weights": {
            which: {
                sign: [round(float(own), 2), round(float(by_length), 2)]
                for sign, own, by_length in zip(names[which], *np.split(values, 2), strict=True)
            }
            for which, values in zip(names, weights, strict=True)
        },
    }
    text = PAIR.sub(r"[\1, \2]", json.dumps(content, indent=2))
    Path(ranking.__file__).with_suffix(".json").write_text(text + "\n")


def _first(one: Example) -> Numbers:
    return _with_length(one.signs[:, : len(FIRST)], one.long)


def _second(one: Example) -> Numbers:
    return _with_length(one.signs, one.long)


def _with_length(signs: Numbers, long: float) -> Numbers:
    return np.concatenate([signs, signs * long], axis=1)


def _read(one: Example, first: Numbers) -> Places:
    """The best candidates by the first score, as far as their sentences were looked at."""
    best = np.argsort(-(_first(one) @ first), kind="stable")[:READ]
    return best[one.read[best]]


def _fold(one: Example) -> int:
    return crc32(f"{one.set} {one.group}".encode()) % FOLDS


def _among(one: Example, places: Places) -> list[bool]:
    return [bool(one.right[places[:count]].any()) for count in AMONG]


def _shares(verdicts: Sequence[Sequence[bool]]) -> list[str]:
    return [f"{100 * share:.1f} %" for share in np.mean(verdicts, axis=0)]


if __name__ == "__main__":
    main()
