"""Hits → evidence: in each passage the smallest run of whole sentences that answers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answer.definition import definition
from answer.distinct import distinct
from index.passage import readable
from index.search import Hit
from index.sentences import Span
from index.words import Words

GAIN = 0.05
"""The share of the question that a neighbouring sentence must add to be quoted too."""

LONGEST = 600
"""Characters of a quotation that is not one sentence."""

COVERAGE_WEIGHT = 0.5
"""What the words of a quotation count beside the rank of its passage."""

FEW_WORDS = 4
CLOSING = "”\"'’)"
POINTS_BACK = re.compile(
    r"\W*(?:(?:this|that|these|those|it|they|he|she)(?:[’']s|[’']re)? (?:is|are|was|were|does|do)?"
    r"|and|but|so|then|hence|therefore)\b(?:\W*\w+){0,7}\W*$",
    re.IGNORECASE,
)
"""A short sentence that says nothing without the one before: "This is called superposition."."""

DEFINITION = 0.4
"""What it counts that a sentence says what the question asks for."""

CLOSE = 0.7
"""The share of the best score below which evidence is not shown."""

MEANING_WEIGHT = 0.6
"""What the cosine of a quotation's closest sentence counts beside the rank of its passage."""

SENTENCE_MEANING = 1.0
"""What the cosine of a sentence counts beside the share of the question in its words."""

MOST = 5
"""Quotations in an answer."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A run of sentences of a hit that may be quoted.

    `coverage` is the share of the question that its words hold, `meaning` the cosine of its
    closest sentence with the question; `score` ranks it.
    """

    hit: Hit
    sentences: tuple[Span, ...]
    coverage: float
    score: float
    meaning: float

    @property
    def start(self) -> int:
        """Where the first sentence begins."""
        return self.sentences[0][0]

    @property
    def end(self) -> int:
        """Where the last sentence ends."""
        return self.sentences[-1][1]

    @property
    def quote(self) -> str:
        """The stored text."""
        return self.hit.document.text[self.start : self.end]

    @property
    def texts(self) -> list[str]:
        """The stored text of each sentence."""
        return [self.hit.document.text[start:end] for start, end in self.sentences]


def evidence(question: str, hits: Sequence[Hit], words: Words, choose: int = 0) -> list[Evidence]:
    """The best run of each hit, best first, as far as they come close to the best.

    No sentence is in two of the runs, wherever it stands. With `choose`, so many are chosen by
    what they say themselves, whatever passages there are beside theirs.
    """
    said_so = definition(question)
    found = sorted((_run(hit, words, said_so) for hit in hits), key=lambda run: -run.score)
    ranked = distinct(found)
    worth = [_own_score(run) if choose else run.score for run in ranked]
    best = max(worth, default=0.0)
    least = min(CLOSE * best, best)  # where the best is below nothing, it is still the best
    close = [run for run, score in zip(ranked, worth, strict=True) if score >= least]
    return close[: choose or MOST]


def _own_score(run: Evidence) -> float:
    return COVERAGE_WEIGHT * run.coverage + MEANING_WEIGHT * run.meaning


def _run(hit: Hit, words: Words, definition: re.Pattern[str] | None) -> Evidence:
    """The smallest run of a hit's sentences that holds what it has of the question."""
    passage = _Passage(hit, words, definition)
    best = passage.best()
    run = passage.whole(passage.grown(range(best, best + 1)))
    coverage = words.share(passage.covered(run))
    meaning = max(hit.sentences.meaning[run.start : run.stop])
    own = COVERAGE_WEIGHT * coverage + MEANING_WEIGHT * meaning
    score = hit.score + own + DEFINITION * passage.defines[best]
    return Evidence(hit, hit.passage.sentences[run.start : run.stop], coverage, score, meaning)


class _Passage:
    """The sentences of a hit with the question's words that each holds."""

    def __init__(self, hit: Hit, words: Words, definition: re.Pattern[str] | None) -> None:
        self._words = words
        self._spans = hit.passage.sentences
        self._texts = [readable(hit.document.text[start:end]) for start, end in self._spans]
        self._meaning = hit.sentences.meaning
        self._held = [held & words.weights.keys() for held in hit.sentences.held]
        self.defines = [bool(definition and definition.search(text)) for text in self._texts]

    def best(self) -> int:
        """The sentence that is worth most; the first of several."""
        worth = [self._worth(number) for number in range(len(self._texts))]
        return worth.index(max(worth))

    def _worth(self, number: int) -> float:
        """A sentence of a word or two, a question and a lead-in answer little."""
        text, share = self._texts[number], self._words.share(self._held[number])
        share += SENTENCE_MEANING * self._meaning[number] + DEFINITION * self.defines[number]
        if len(text.split()) < FEW_WORDS:
            return share - 0.5
        return share - 0.1 if text.rstrip(CLOSING).endswith(("?", ":")) else share

    def grown(self, run: range) -> range:
        """The run with the neighbours that add enough of the question."""
        while True:
            neighbours = [run.start - 1, run.stop]
            gains = {number: self._gain(number, run) for number in neighbours}
            nearest = max(gains, key=lambda number: gains[number])
            if gains[nearest] < GAIN:
                return run
            run = _with(run, nearest)

    def whole(self, run: range) -> range:
        """The run with what its first sentence points back to and its last one leads to."""
        if POINTS_BACK.match(self._texts[run.start]) and self._fits(run.start - 1, run):
            run = _with(run, run.start - 1)
        if self._texts[run[-1]].rstrip(CLOSING).endswith(":") and self._fits(run.stop, run):
            run = _with(run, run.stop)
        return run

    def _gain(self, number: int, run: range) -> float:
        if not self._fits(number, run):
            return 0.0
        return self._words.share(self._held[number] - self.covered(run))

    def _fits(self, number: int, run: range) -> bool:
        """Whether there is such a sentence and the run stays short enough with it."""
        if not 0 <= number < len(self._spans):
            return False
        longer = _with(run, number)
        return self._spans[longer[-1]][1] - self._spans[longer.start][0] <= LONGEST

    def covered(self, run: range) -> frozenset[str]:
        """The question's words that a run holds."""
        return frozenset().union(*(self._held[number] for number in run))


def _with(run: range, number: int) -> range:
    return range(min(run.start, number), max(run.stop, number + 1))
