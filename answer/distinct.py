"""The same words are not cited twice, wherever they stand and however they are marked up."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from index.sameness import NEARLY, bare_words, likeness
from index.search import Hit

FEWEST_WORDS = 8
"""Shorter sentences that differ in a word differ."""


class Run(Protocol):
    """Some sentences of a hit."""

    @property
    def hit(self) -> Hit:
        """What they are of."""

    @property
    def texts(self) -> list[str]:
        """The sentences one by one."""


AnyRun = TypeVar("AnyRun", bound=Run)


def distinct(runs: Iterable[AnyRun]) -> list[AnyRun]:
    """The runs of which no sentence stands in one before, or nearly so and by the same person."""
    chosen: list[AnyRun] = []
    said: list[_Sentence] = []
    for run in runs:
        sentences = [_Sentence(text, run.hit.segment.writers) for text in run.texts]
        if not any(one.says(other) for one in sentences for other in said):
            chosen.append(run)
            said += sentences
    return chosen


class _Sentence:
    """The words of a sentence, and whose they are; for signs, the signs."""

    def __init__(self, text: str, writers: tuple[str, ...]) -> None:
        self._words, self._writers = bare_words(text) or [text], set(writers)
        self._different = frozenset(self._words)

    def says(self, other: "_Sentence") -> bool:
        """Whether the words are the same as others, or nearly so and not another person's."""
        if self._words == other._words:
            return True
        if len(self._words) < FEWEST_WORDS or likeness(self._different, other._different) < NEARLY:
            return False
        return not (self._writers and other._writers) or bool(self._writers & other._writers)
