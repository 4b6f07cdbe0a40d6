"""What each sign of the ranking gains: the same fit without it, by cross-validation.

    uv run python -m evals.ranking_ablation

The sets and the folds of `evals/fit_ranking.py`.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from evals.fit_ranking import HEADER, cross_validated, plain
from evals.questions import SHARED
from evals.ranking_examples import Example, examples
from faces.render import table
from index.ranking import FIRST, SECOND
from settings import load_settings

Change = Callable[[Example], Example]


def main() -> None:
    """Collect the examples once and print a row for each set under each change."""
    found = list(examples(load_settings(), SHARED))
    print(table([HEADER, *_rows(found)]))


def _rows(found: Sequence[Example]) -> Iterator[tuple[str, ...]]:
    for name, change in CHANGES.items():
        for set_, shares in cross_validated([change(one) for one in found]).items():
            yield name, set_, *shares
    for set_, shares in cross_validated(found, lambda one, _: plain(one)).items():
        yield "the plain sum of both searches", set_, *shares


def _without(*signs: str) -> Change:
    columns = [(*FIRST, *SECOND).index(sign) for sign in signs]

    def change(one: Example) -> Example:
        kept = one.signs.copy()
        kept[:, columns] = 0
        return replace(one, signs=kept)

    return change


CHANGES: dict[str, Change] = {
    "all signs": lambda one: one,
    "without the sentences": _without(*SECOND),
    "without the sentences' meaning": _without("sentence_meaning"),
    "without the neighbours": _without("neighbours_meaning", "neighbours_words"),
    "without the document's best": _without("document_meaning", "document_words"),
    "without the title": _without("title"),
    "without the passage's length": _without("length"),
    "without the question's length": lambda one: replace(one, long=0.0),
    "without meaning": _without(*(sign for sign in (*FIRST, *SECOND) if "meaning" in sign)),
    "without words": _without(
        *(sign for sign in (*FIRST, *SECOND) if "words" in sign or "coverage" in sign), "title"
    ),
}


if __name__ == "__main__":
    main()
