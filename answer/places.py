"""Where the words of a quotation stand, and which of the places is cited."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answer.evidence import Evidence
from index.catalogue import Catalogue
from index.originality import closer
from index.originals import original
from index.places import Place, Standing, standing_of
from index.pointers import same_name
from index.sameness import NEARLY, bare_words, likeness
from index.sentences import Span
from ingest.archive import Archive
from ingest.document import Document, Segment
from ingest.names import is_full_name

SAME_AUTHOR_LENGTH = 40
"""Shorter words may be anybody's: their other places say nothing about who wrote them."""

HELD = 0.8
"""The share of a quotation's words that its original must hold to be cited in its place."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place where the words of a quotation stand, in its document."""

    document: Document
    start: int
    end: int
    heading: str | None = None

    @property
    def segment(self) -> Segment:
        """The part of the document that the place lies in."""
        return self.document.segment_at(self.start)

    @property
    def text(self) -> str:
        """The stored text."""
        return self.document.text[self.start : self.end]

    @property
    def standing(self) -> Standing:
        """As whose words they stand there."""
        return standing_of(self.segment)

    @property
    def date(self) -> str | None:
        """When they were written there."""
        return self.segment.date or self.document.date


def places_of(evidence: Evidence, archive: Archive, catalogue: Catalogue) -> list[Found]:
    """All places of a run of sentences, the one to cite first."""
    here = Found(evidence.hit.document, evidence.start, evidence.end, evidence.hit.passage.heading)
    places = [here, *_same(evidence, archive, catalogue)]
    places += _nearly_same(evidence, [place.document.id for place in places], archive, catalogue)
    cited = here
    if evidence.end - evidence.start >= SAME_AUTHOR_LENGTH:
        cited = _original(here, archive, catalogue) or _closest(places)
    return [cited, *(place for place in places if not _overlap(place, cited))]


def _overlap(one: Found, other: Found) -> bool:
    within = one.start < other.end and other.start < one.end
    return one.document.id == other.document.id and within


def _original(here: Found, archive: Archive, catalogue: Catalogue) -> Found | None:
    """The place that a quotation is taken from, if it says what the quotation says."""
    if here.standing != Standing.QUOTED:
        return None
    found = original(here.document, here.start, here.end, archive, catalogue)
    if found is None:
        return None
    said = set(bare_words(here.text))
    if len(said.intersection(bare_words(found.text))) < HELD * len(said):
        return None
    place = Place(found.document.id, found.start, found.end)
    return Found(found.document, found.start, found.end, catalogue.heading(place))


def _closest(places: Sequence[Found]) -> Found:
    """Of the places the one that is closest to whoever said it; the first if that is not known.

    A quotation stays one, unless its original was found; and where others quote the words as
    somebody else's, nobody who signs them wrote them.
    """
    best = places[0]
    if best.standing == Standing.QUOTED:
        return best
    for place in places[1:]:
        if closer(place, best):
            best = place
    return next((place for place in places if _of_another(place, best)), best)


def _of_another(place: Found, signed: Found) -> bool:
    """Whether a place gives the words to somebody by name, and not to those who sign them."""
    speaker, quoting = place.segment.speaker, {author.name for author in place.segment.authors}
    writers = signed.segment.writers
    return (
        speaker is not None
        and is_full_name(speaker)
        and not quoting.intersection(writers)
        and not any(same_name(speaker, name) for name in writers)
    )


def _same(evidence: Evidence, archive: Archive, catalogue: Catalogue) -> Iterator[Found]:
    """The other places where the same run of sentences stands, in the order of the documents."""
    sentences, wanted = evidence.texts, bare_words(evidence.quote)
    for first in catalogue.places.of(sentences[0]):
        if (first.document, first.start) == (evidence.hit.document.id, evidence.start):
            continue
        last = _last(first, sentences, catalogue)
        document = archive.document(first.document) if last else None
        if last and document and bare_words(document.text[first.start : last.end]) == wanted:
            yield Found(document, first.start, last.end, catalogue.heading(first))


def _last(first: Place, sentences: list[str], catalogue: Catalogue) -> Place | None:
    """Where the last of the sentences stands behind a place of the first."""
    if len(sentences) == 1:
        return first
    behind = (
        place
        for place in catalogue.places.of(sentences[-1])
        if place.document == first.document and place.start > first.start
    )
    return next(behind, None)


def _nearly_same(
    evidence: Evidence, known: Sequence[str], archive: Archive, catalogue: Catalogue
) -> Iterator[Found]:
    """Where nearly the same sentences stand in documents that are the same text."""
    home = evidence.hit.document.id
    wanted = [frozenset(bare_words(text)) for text in evidence.texts]
    length = len(evidence.texts[0])
    for name in dict.fromkeys([*catalogue.twins.of(home), *evidence.hit.same]):
        twin = archive.document(name) if name not in known else None
        run = _aligned(wanted, length, twin, catalogue.places.sentences(name)) if twin else []
        texts = [twin.text[slice(*span)] for span in run] if twin else []
        if twin and run and not any(_stands_beside(evidence, text, catalogue) for text in texts):
            place = Place(name, run[0][0], run[-1][1])
            yield Found(twin, place.start, place.end, catalogue.heading(place))


def _stands_beside(evidence: Evidence, text: str, catalogue: Catalogue) -> bool:
    """Whether a sentence is no variant of a run: its words stand in the run's document too."""
    return any(
        place.document == evidence.hit.document.id
        and not evidence.start <= place.start < evidence.end
        for place in catalogue.places.of(text)
    )


def _aligned(
    wanted: Sequence[frozenset[str]], length: int, twin: Document, sentences: Sequence[Span]
) -> Sequence[Span]:
    """The sentences of a document that are most like others, one by one, if they nearly are so.

    `length` is that of the first; one of quite another length is not looked at.
    """
    best, found = 0.0, sentences[:0]
    for number, (start, end) in enumerate(sentences[: len(sentences) - len(wanted) + 1]):
        if length // 2 <= end - start <= 2 * length:
            run = sentences[number : number + len(wanted)]
            words = (frozenset(bare_words(twin.text[slice(*span)])) for span in run)
            alike = min(map(likeness, wanted, words))
            if alike > best:
                best, found = alike, run
    return found if best >= NEARLY else []
