"""Evidence → citations: the place that is cited, whose words they are, where else they stand."""

from dataclasses import dataclass

from answer.evidence import Evidence
from answer.links import link
from answer.record import Attribution, Citation, Elsewhere
from answer.record import Evidence as Basis
from index.catalogue import Catalogue
from index.places import Place
from ingest.archive import Archive
from ingest.document import Document, Segment

SAME_AUTHOR_LENGTH = 40
"""Shorter words may be anybody's: their other places say nothing about who wrote them."""


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


def cite(number: int, evidence: Evidence, archive: Archive, catalogue: Catalogue) -> Citation:
    """The citation of a run of sentences: one place, the author's own where that is known."""
    here = Found(evidence.hit.document, evidence.start, evidence.end, evidence.hit.passage.heading)
    places = [here, *_elsewhere(evidence, archive, catalogue)]
    cited = here
    if evidence.end - evidence.start >= SAME_AUTHOR_LENGTH:
        cited = min(places, key=_originality)
    document, segment = cited.document, cited.segment
    quote = document.text[cited.start : cited.end]
    url = segment.permalink or document.url
    return Citation(
        n=number,
        document=document.id,
        source=document.source,
        path=document.path,
        source_id=document.source_id,
        title=document.title,
        heading=cited.heading,
        date=document.date,
        authors=segment.writers,
        attribution=_attribution(segment),
        speaker=segment.speaker,
        start=cited.start,
        end=cited.end,
        quote=quote,
        also=tuple(
            Elsewhere(
                document=place.document.id,
                path=place.document.path,
                start=place.start,
                end=place.end,
            )
            for place in places
            if place is not cited
        ),
        url=url,
        link=link(url, quote),
    )


def _originality(place: Found) -> tuple[bool, bool, str]:
    """One's own words before quoted ones, signed before unsigned, early before late."""
    segment = place.segment
    return segment.speaker is not None, not segment.authors, place.document.date or "9999"


def _attribution(segment: Segment) -> Attribution:
    evidence = segment.speaker_evidence if segment.speaker else segment.evidence
    return Attribution(
        basis="unknown" if segment.speaker else segment.basis,
        evidence=Basis(start=evidence.start, end=evidence.end, text=evidence.text)
        if evidence
        else None,
    )


def _elsewhere(evidence: Evidence, archive: Archive, catalogue: Catalogue) -> list[Found]:
    """The other places where the same run of sentences stands, in the order of the documents."""
    text = evidence.hit.document.text
    sentences = [text[start:end] for start, end in evidence.sentences]
    wanted = _folded(evidence.quote)
    found = []
    for first in catalogue.places.of(sentences[0]):
        if (first.document, first.start) == (evidence.hit.document.id, evidence.start):
            continue
        last = _last(first, sentences, catalogue)
        document = archive.document(first.document) if last else None
        if last and document and _folded(document.text[first.start : last.end]) == wanted:
            found.append(Found(document, first.start, last.end, catalogue.heading(first)))
    return found


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


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
