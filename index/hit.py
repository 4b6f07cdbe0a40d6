"""A passage that was found, and of several with the same words the one that is kept."""

from dataclasses import dataclass, replace

from index.catalogue import Catalogue
from index.originality import closer
from index.passage import Passage
from index.places import Standing, standing_of
from index.ranking import SentenceSigns
from index.sameness import NEARLY, bare_words, likeness
from ingest.document import Document, Segment

LONG = 20
"""Words from which on two passages with nearly the same are taken for one."""

TWIN = 0.6
"""The likeness from which on two passages of the same text are taken for one."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found, with its document.

    `meaning` is its cosine with the question and `words` its keyword score as a share of the best
    one's; `sentences` is what its sentences say to it. `score` puts all together, from 1 for the
    best down to 0, and compares within one search only. `same` are the documents in which the
    same or nearly the same passage was found too.
    """

    document: Document
    passage: Passage
    score: float
    meaning: float
    words: float
    sentences: SentenceSigns
    same: tuple[str, ...] = ()

    @property
    def segment(self) -> Segment:
        """The part of the document, with its authors, that the passage lies in."""
        return self.document.segments[self.passage.segment]

    @property
    def text(self) -> str:
        """The stored text of the passage."""
        return self.document.text[self.passage.start : self.passage.end]

    @property
    def standing(self) -> Standing:
        """As whose words it stands there."""
        return standing_of(self.segment)

    @property
    def date(self) -> str | None:
        """When it was written."""
        return self.segment.date or self.document.date


class _Words:
    """The words of a hit; for signs, the signs."""

    def __init__(self, text: str) -> None:
        self.all = bare_words(text) or [text]
        self.different = frozenset(self.all)


class Hits:
    """The best hits, the same words only once: where they are closest to whoever wrote them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._words: list[_Words] = []
        self._twins: dict[str, list[str]] = {}
        self.best: list[Hit] = []

    def add(self, hit: Hit) -> None:
        """Take in the next best hit."""
        words = _Words(hit.text)
        for number, known in enumerate(self.best):
            if self._same(words, hit, self._words[number], known):
                self.best[number] = _merged(known, hit)
                return
        self.best.append(hit)
        self._words.append(words)

    def _same(self, words: "_Words", hit: Hit, others: "_Words", known: Hit) -> bool:
        """Whether two hits are to be one: nearly the same words must not be another person's."""
        if words.all == others.all:
            return True
        alike = likeness(words.different, others.different)
        if alike < TWIN or _by_others(hit.segment.writers, known.segment.writers):
            return False
        long = min(len(words.all), len(others.all)) >= LONG
        return (long and alike >= NEARLY) or self._are_twins(hit, known)

    def _are_twins(self, one: Hit, other: Hit) -> bool:
        id_ = one.document.id
        if id_ not in self._twins:
            self._twins[id_] = self._catalogue.twins.of(id_)
        return other.document.id in self._twins[id_]


def _by_others(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two hits are signed, and by different people."""
    return bool(one and other) and not set(one) & set(other)


def _merged(known: Hit, hit: Hit) -> Hit:
    """The better place of two, with the rank of the first."""
    kept, other = (hit, known) if closer(hit, known) else (known, hit)
    same = dict.fromkeys((*known.same, *hit.same, other.document.id))
    same.pop(kept.document.id, None)
    return replace(
        known,
        document=kept.document,
        passage=kept.passage,
        sentences=kept.sentences,
        same=tuple(same),
    )
