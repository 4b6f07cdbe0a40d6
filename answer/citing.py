"""Runs of sentences → citations with what their pages tell besides, as far as they may be given."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from answer.cite import cite
from answer.compose import Said
from answer.directory import Directory
from answer.evidence import Evidence
from answer.finding import Weighed
from answer.record import Citation
from index.catalogue import Catalogue
from index.filters import Filters
from ingest.archive import Archive

Place = tuple[str, int, int]
"""A document, and where the cited words begin and end in it."""


def place(citation: Citation) -> Place:
    """Where the words of a citation stand."""
    return citation.document, citation.start, citation.end


class Numbers:
    """The numbers of citations: by first use, and the same for the same words in a conversation."""

    def __init__(self, before: Iterable[Citation] = ()) -> None:
        places: dict[int, Place] = {}
        for citation in before:  # a number is that of the words which had it first
            if citation.n > 0 and place(citation) not in places.values():
                places.setdefault(citation.n, place(citation))
        self._known = {where: number for number, where in places.items()}
        self._last = max(places, default=0)

    def numbered(self, said: Said) -> Said:
        """A citation with its number."""
        where = place(said.citation)
        if where not in self._known:
            self._last += 1
            self._known[where] = self._last
        return replace(said, citation=said.citation.model_copy(update={"n": self._known[where]}))


@dataclass(frozen=True, slots=True)
class Citer:
    """Makes the citations of one answer, by the directory and the filters of its question."""

    archive: Archive
    catalogue: Catalogue
    directory: Directory
    filters: Filters

    def said(self, run: Evidence, author: str | None = None) -> Said | None:
        """The citation of a run of sentences, of which only an author's words may be wanted.

        None where what turns out to be another's is not wanted, nor what stands first in a
        document that the filters leave out.
        """
        citation = cite(1, run, self.archive, self.catalogue)
        document = run.hit.document
        if citation.document != document.id:
            document = self.archive.document(citation.document) or document
            if not self.filters.admit(citation.authors, citation.source, citation.date):
                return None
        segment = document.segment_at(citation.start)
        said = Said(
            citation,
            tuple(map(self.directory.shown, citation.authors)),
            tuple(self.directory.shown(author.name) for author in segment.authors),
            segment.several,
        )
        return said if author in (None, *said.authors) else None

    def cited(self, weighed: Sequence[Weighed], without: Iterable[Place] = ()) -> list[list[Said]]:
        """The citations of each part that has some, each place once and none of those `without`."""
        places = {(document, start) for document, start, _ in without}
        parts = []
        for one in weighed:
            part = []
            for run in one.runs:
                said = self.said(run, one.part.author)
                if said and (said.citation.document, said.citation.start) not in places:
                    part.append(said)
                    places.add((said.citation.document, said.citation.start))
            parts.append(part)
        return [part for part in parts if part]
