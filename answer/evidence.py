"""Hits → evidence: in each passage the smallest run of whole sentences that answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.passage import readable
from index.search import Hit
from index.sentences import Span
from index.words import Words

GAIN = 0.12
"""The share of the question that a neighbouring sentence must add to be quoted too."""

LONGEST = 600
"""Characters of a quotation that is not one sentence."""

COVERAGE_WEIGHT = 0.5
"""What the words of a quotation count beside the rank of its passage."""

CLOSE = 0.6
"""The share of the best score below which evidence is not shown."""

MOST = 5
"""Quotations in an answer."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A run of sentences of a hit that may be quoted.

    `coverage` is the share of the question that its words hold; `score` ranks it.
    """

    hit: Hit
    sentences: tuple[Span, ...]
    coverage: float
    score: float

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


def evidence(hits: Sequence[Hit], words: Words) -> list[Evidence]:
    """The best run of each hit, best first, as far as they come close to the best."""
    found = sorted((_run(hit, words) for hit in hits), key=lambda run: -run.score)
    distinct: dict[str, Evidence] = {}
    for run in found:
        if run.score >= CLOSE * found[0].score:
            distinct.setdefault(" ".join(run.quote.casefold().split()), run)
    return list(distinct.values())[:MOST]


def _run(hit: Hit, words: Words) -> Evidence:
    spans = hit.passage.sentences
    texts = [hit.document.text[start:end] for start, end in spans]
    held = [words.held(readable(text)) for text in texts]
    worth = [_worth(text, words.share(holds)) for text, holds in zip(texts, held, strict=True)]
    best = worth.index(max(worth))
    first = last = best
    covered = held[best]
    while True:
        neighbours = [number for number in (first - 1, last + 1) if 0 <= number < len(spans)]
        gains = {number: words.share(held[number] - covered) for number in neighbours}
        nearest = max(gains, key=lambda number: gains[number], default=None)
        if nearest is None or gains[nearest] < GAIN:
            break
        if spans[max(last, nearest)][1] - spans[min(first, nearest)][0] > LONGEST:
            break
        first, last = min(first, nearest), max(last, nearest)
        covered |= held[nearest]
    coverage = words.share(covered)
    return Evidence(hit, spans[first : last + 1], coverage, hit.score + COVERAGE_WEIGHT * coverage)


def _worth(text: str, share: float) -> float:
    """A sentence of a word or two says little, whatever it holds; a question answers little."""
    if len(text.split()) < 4:
        return share - 0.5
    return share - 0.1 if text.rstrip("”\"’')").endswith("?") else share
