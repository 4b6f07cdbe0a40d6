"""Evidence → citations: the place that is cited, whose words they are, where else they stand."""

from answer.evidence import Evidence
from answer.links import link
from answer.places import places_of
from answer.record import Attribution, Citation, Elsewhere
from answer.record import Evidence as Basis
from index.catalogue import Catalogue
from ingest.archive import Archive
from ingest.document import Segment


def cite(number: int, evidence: Evidence, archive: Archive, catalogue: Catalogue) -> Citation:
    """The citation of a run of sentences: one place, the author's own where that is known."""
    cited, *others = places_of(evidence, archive, catalogue)
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
        date=cited.date,
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
            for place in others
        ),
        url=url,
        link=link(url, quote),
    )


def _attribution(segment: Segment) -> Attribution:
    evidence = segment.speaker_evidence if segment.speaker else segment.evidence
    return Attribution(
        basis="unknown" if segment.speaker else segment.basis,
        evidence=Basis(start=evidence.start, end=evidence.end, text=evidence.text)
        if evidence
        else None,
    )
