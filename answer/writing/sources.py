"""Hits → the evidence that a model is given: sentences under their author, each with a number."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from answer.compose import listed
from answer.dates import written
from answer.evidence import Evidence
from answer.finding import Wanted
from answer.wording import phrase
from answer.writing.marks import Mark
from answer.writing.prompts import plain
from index.sameness import bare_words
from index.search import Hit
from index.sentences import Span
from ingest.document import UNNAMED, Document, Segment

MOST = 3
"""Sentences that are cited as one."""

LIKELY = 3
"""Sentences among which the one is looked for that says what a claim without a mark says."""

Shown = Callable[[str], str]
"""The name by which an author is known, for one that a document is signed with."""


@dataclass(frozen=True, slots=True)
class Source:
    """A hit under its number, with what is said above it and its sentences as they are shown.

    `author` is whose words alone are wanted of it, if somebody's are.
    """

    number: int
    hit: Hit
    author: str | None
    above: str
    spans: tuple[Span, ...]
    sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        """What the model reads of it."""
        lines = (f"[{self.number}.{n}] {text}" for n, text in enumerate(self.sentences, 1))
        return "\n".join([f"Source {self.number}: {self.above}", *lines])

    def run(self, first: int, last: int) -> Evidence:
        """Its sentences from one to another, as they are numbered."""
        spans = self.spans[first - 1 : last]
        return Evidence(self.hit, spans, 0.0, self.hit.score, self.hit.meaning)

    def within(self, first: int, last: int, claim: str) -> tuple[int, int]:
        """The part of a run that has most words of a claim, where the run is a long one.

        Twenty sentences have most words of almost anything.
        """
        words = set(bare_words(claim))
        parts = [(start, min(start + MOST - 1, last)) for start in range(first, last + 1)]
        held = [len(words.intersection(self._words(*part))) for part in parts]
        return (first, last) if last - first < MOST else parts[held.index(max(held))]

    def _words(self, first: int, last: int) -> list[str]:
        return bare_words(" ".join(self.sentences[first - 1 : last]))

    def closest(self, claim: str) -> tuple[int, int]:
        """How many words of a claim a sentence has at most, and the number of the first such."""
        words = set(bare_words(claim))
        held = [len(words.intersection(bare_words(text))) for text in self.sentences]
        return max(held), held.index(max(held)) + 1


class Sources:
    """The evidence of one answer."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = {source.number: source for source in sources}

    def __len__(self) -> int:
        return len(self._sources)

    @property
    def text(self) -> str:
        """What the model reads."""
        return "\n\n".join(source.text for source in self._sources.values())

    def has(self, mark: Mark) -> bool:
        """Whether a mark stands for something that the model was given."""
        source = self._sources.get(mark.source)
        if source is None:
            return False
        return mark.sentence is None or 1 <= mark.sentence <= len(source.sentences)

    def runs(self, marks: Iterable[Mark], claim: str) -> list[tuple[Evidence, str | None]]:
        """The sentences that a claim cites, those that follow one another as one run.

        With each goes whose words alone are wanted there. Marks of what was not given are left
        out. Where a mark names a source alone, the sentence that is closest to the claim is meant.
        """
        cited: dict[int, set[int]] = {}
        for mark in filter(self.has, marks):
            source = self._sources[mark.source]
            cited.setdefault(mark.source, set()).add(mark.sentence or source.closest(claim)[1])
        found = ((self._sources[number], sentences) for number, sentences in cited.items())
        return [
            (source.run(*source.within(*run, claim)), source.author)
            for source, sentences in found
            for run in _joined(sorted(sentences))
        ]

    def likely(self, claim: str) -> list[Mark]:
        """The sentences that have most words of a claim, of each source one; the best few."""
        found = [(*source.closest(claim), number) for number, source in self._sources.items()]
        best = sorted(found, key=lambda one: -one[0])[:LIKELY]
        return [Mark(number, sentence) for _, sentence, number in best]


def _joined(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Numbers that follow one another as pairs of the first and the last."""
    first = last = 0
    for number in numbers:
        if first and number > last + 1:
            yield first, last
            first = 0
        first, last = first or number, number
    if first:
        yield first, last


def sources(
    wanted: Sequence[Wanted], most: int, tokens: int, count: Callable[[str], int], shown: Shown
) -> Sources:
    """The best hits as evidence, `most` at the most and within so many tokens.

    What does not fit is left out by its rank; of the first hit as many sentences are given as fit.
    """
    chosen: list[Source] = []
    for hit, author in wanted[:most]:
        source = _source(len(chosen) + 1, hit, author, shown)
        size = count(source.text)
        if size > tokens and not chosen:
            source = _shortened(source, tokens, count)
            size = count(source.text)
        if size > tokens:
            break
        if source.sentences:
            chosen.append(source)
            tokens -= size
    return Sources(chosen)


def _shortened(source: Source, tokens: int, count: Callable[[str], int]) -> Source:
    """A source with as many of its first sentences as fit."""
    for length in range(len(source.sentences), 0, -1):
        shorter = replace(source, sentences=source.sentences[:length])
        if count(shorter.text) <= tokens:
            return shorter
    return replace(source, sentences=())


def _source(number: int, hit: Hit, author: str | None, shown: Shown) -> Source:
    spans = tuple(span for span in hit.passage.sentences if not _signs(hit.segment, span))
    texts = (plain(hit.document.text[start:end]) for start, end in spans)
    return Source(number, hit, author, plain(_above(hit, shown)), spans, tuple(texts))


def _signs(segment: Segment, span: Span) -> bool:
    """Whether a sentence is but the line that says who writes: "By Jane Doe"."""
    words = segment.evidence if segment.basis == "byline" else None
    return words is not None and words.start <= span[0] and span[1] <= words.end


def _above(hit: Hit, shown: Shown) -> str:
    """Who wrote a hit, where and when, and to whom."""
    document, segment = hit.document, hit.segment
    parts = [
        _who(segment, shown),
        f"“{document.title}”" if document.title else "",
        written(hit.date) or "",
        _answered(document, segment, shown),
    ]
    return ", ".join(filter(None, parts))


def _who(segment: Segment, shown: Shown) -> str:
    authors = listed([shown(author.name) for author in segment.authors])
    if segment.speaker:
        named = segment.speaker if segment.speaker != UNNAMED else phrase("quoted.somebody")
        return f"{named}, quoted by {authors}" if authors else f"{named}, quoted"
    return authors or phrase("evidence.nobody")


def _answered(document: Document, segment: Segment, shown: Shown) -> str:
    """Whom it answers, in a thread."""
    if segment.parent is None or not 0 <= segment.parent < len(document.segments):
        return ""
    authors = document.segments[segment.parent].writers
    return phrase("evidence.answering", who=listed(list(map(shown, authors)))) if authors else ""
