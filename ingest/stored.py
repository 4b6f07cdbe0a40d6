"""A document as a row of the archive, and back."""

import json
from dataclasses import asdict

from ingest.document import Author, Document, Evidence, Segment

COLUMNS = "key, source, text, segments, path, source_id, title, url, date"


def written(document: Document) -> tuple[str | None, ...]:
    """The values of a document for the columns."""
    segments = json.dumps([_stored(segment) for segment in document.segments])
    return (
        document.key, document.source, document.text, segments, document.path,
        document.source_id, document.title, document.url, document.date,
    )  # fmt: skip


def read(row: tuple[str, ...]) -> Document:
    """The document of a row of the archive."""
    key, source, text, segments, path, source_id, title, url, date = row
    return Document(
        key,
        source,
        text,
        tuple(map(_segment, json.loads(segments))),
        path,
        source_id,
        title,
        url,
        date,
    )


def _stored(segment: Segment) -> dict[str, object]:
    fields = asdict(segment)
    if segment.karma is None:
        del fields["karma"]  # archives of before have none: what is unchanged stays so
    return fields


def _segment(fields: dict[str, object]) -> Segment:
    authors = fields.pop("authors")
    evidence, speaker_evidence = fields.pop("evidence"), fields.pop("speaker_evidence", None)
    assert isinstance(authors, list)
    return Segment(
        **fields,  # type: ignore[arg-type]  # written by `_stored` above
        authors=tuple(Author(a["name"], tuple(a["aliases"]), a.get("profile")) for a in authors),
        evidence=_evidence(evidence),
        speaker_evidence=_evidence(speaker_evidence),
    )


def _evidence(fields: object) -> Evidence | None:
    return Evidence(**fields) if isinstance(fields, dict) else None
