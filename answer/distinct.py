"""The same words are not cited twice, wherever they stand and however they are marked up."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from index.sameness import bare_words, nearly
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
    said: list[tuple[list[str], tuple[str, ...]]] = []
    for run in runs:
        writers = run.hit.segment.writers
        sentences = [bare_words(text) or [text] for text in run.texts]
        if not any(_said(words, writers, *one) for words in sentences for one in said):
            chosen.append(run)
            said += [(words, writers) for words in sentences]
    return chosen


def _said(
    words: list[str], writers: tuple[str, ...], before: list[str], others: tuple[str, ...]
) -> bool:
    """Whether words are the same as others, or nearly so and not another person's."""
    if words == before:
        return True
    by_another = writers and others and not set(writers) & set(others)
    return len(words) >= FEWEST_WORDS and not by_another and nearly(words, before)
