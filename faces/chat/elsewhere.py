"""Where else the words of a citation stand, for its card."""

from answer.compose import listed
from answer.record import Citation, Elsewhere
from ingest.archive import Archive
from ingest.document import UNNAMED

PLACES = 5
"""So many other places are named; of more, how many more there are."""


def elsewhere(citation: Citation, archive: Archive) -> list[str]:
    """The other places in words, each document once."""
    others = {other.document: other for other in citation.also}
    named = [_place(other, citation, archive) for other in list(others.values())[:PLACES]]
    return named + ([f"{len(others) - PLACES} more places"] if len(others) > PLACES else [])


def _place(other: Elsewhere, citation: Citation, archive: Archive) -> str:
    """The title or the path of another place, and who quotes the words there."""
    document = archive.document(other.document)
    again = "another place on this page" if other.document == citation.document else None
    title = document and document.title and f"“{document.title}”"
    name = again or title or other.path or other.document
    part = document.segment_at(other.start) if document else None
    if part is None or part.speaker is None:
        return name
    by = f" by {listed([author.name for author in part.authors])}" if part.authors else ""
    named = part.speaker not in (UNNAMED, citation.speaker, *citation.authors)
    return f"{name} (quoted{by}{f' as words of {part.speaker}' if named else ''})"
