"""What the archive has at the place that a citation names: read anew, not taken from the answer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from answer.record import Citation
from ingest.archive import Archive
from ingest.document import UNNAMED, Document, Segment


@dataclass(frozen=True, slots=True)
class Place:
    """The words at a place, and whom its document gives them to.

    `voices` are all names of those whose words they are, `quoting` of those who quote them, and
    `about` what else its page tells. `signed` tells that the words have one authorship.
    """

    words: str
    voices: frozenset[str] = frozenset()
    quoting: frozenset[str] = frozenset()
    about: tuple[str, ...] = ()
    signed: bool = True


class Places:
    """Looks up places of an archive as it stands now."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self.people = [
            frozenset((person.name, *person.signed, *person.aliases)) for person in archive.people()
        ]
        self._documents: dict[str, Document | None] = {}

    def at(self, citation: Citation) -> Place | None:
        """The place of a citation, or None if there is no such document."""
        document = self._document(citation.document)
        if document is None:
            return None
        parts = list(_parts(document, citation.start, citation.end))
        voices = [self._voices(part) for part in parts]
        about = (document.title, citation.heading, document.date, *(part.date for part in parts))
        return Place(
            document.text[citation.start : citation.end],
            frozenset.intersection(*voices) if voices else frozenset(),
            frozenset(name for part in parts if part.speaker for name in self._authors(part)),
            tuple(filter(None, about)),
            len(set(voices)) <= 1,
        )

    def of(self, citations: Sequence[Citation]) -> Mapping[int, Place]:
        """The places of citations by their numbers, as far as they are there."""
        found = ((one.n, self.at(one)) for one in citations)
        return {n: place for n, place in found if place}

    def _document(self, id_: str) -> Document | None:
        if id_ not in self._documents:
            self._documents[id_] = self._archive.document(id_)
        return self._documents[id_]

    def _voices(self, part: Segment) -> frozenset[str]:
        if part.speaker:
            return frozenset() if part.speaker == UNNAMED else self._names(part.speaker)
        return self._authors(part)

    def _authors(self, part: Segment) -> frozenset[str]:
        given = (name for author in part.authors for name in (author.name, *author.aliases))
        return frozenset(name for one in given for name in self._names(one))

    def _names(self, name: str) -> frozenset[str]:
        """A name with the others of the one person who has it, if there is just one."""
        people = [names for names in self.people if name in names]
        return people[0] | {name} if len(people) == 1 else frozenset({name})


def _parts(document: Document, start: int, end: int) -> Iterator[Segment]:
    """The segments that hold some of the words between two places."""
    for part in document.segments:
        low, high = max(start, part.start), min(end, part.end)
        if low < high and document.text[low:high].strip():
            yield part
