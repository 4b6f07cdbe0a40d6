"""The other JSON records that are given out: a search, a document, the authors, the state."""

from dataclasses import asdict
from pathlib import Path
from time import perf_counter
from typing import Any

from faces.library import CATALOGUE, INDEX, MANIFEST, Library
from index.catalogue import Catalogue
from index.duplicates import Group, groups
from index.filters import Filters
from index.manifest import read
from ingest.archive import Archive
from ingest.document import Document, Evidence, Segment
from ingest.people import Person

MOST_GROUPS = 100
"""Groups of documents that are the same text, as far as they are listed."""


def search_record(library: Library, query: str, count: int, filters: Filters) -> dict[str, Any]:
    """What `whosaid search --json` prints."""
    start = perf_counter()
    hits = library.search.joined(query, count, filters)
    total = round((perf_counter() - start) * 1000, 1)
    return {
        "query": query,
        "hits": [
            {
                "document": hit.document.id, "source": hit.document.source,
                "path": hit.document.path, "source_id": hit.document.source_id,
                "title": hit.document.title, "heading": hit.passage.heading,
                "authors": list(hit.segment.writers),
                "date": hit.document.date, "start": hit.passage.start, "end": hit.passage.end,
                "text": hit.text, "score": round(hit.score, 6),
                "url": hit.segment.permalink or hit.document.url,
            }
            for hit in hits
        ],
        "timings_ms": {"retrieve": total, "total": total},
    }  # fmt: skip


def document_record(document: Document) -> dict[str, Any]:
    """What `whosaid show --json` prints."""
    return {
        "document": document.id, "source": document.source, "path": document.path,
        "source_id": document.source_id, "title": document.title, "url": document.url,
        "date": document.date, "text": document.text,
        "segments": [_segment(segment) for segment in document.segments],
    }  # fmt: skip


def _segment(segment: Segment) -> dict[str, Any]:
    """`authors` of a quotation are empty: those who quote are in `quoted_by`."""
    return {
        "start": segment.start, "end": segment.end, "authors": list(segment.writers),
        "attribution": {"basis": segment.basis, "evidence": _evidence(segment.evidence)},
        "speaker": segment.speaker,
        "speaker_evidence": _evidence(segment.speaker_evidence),
        "quoted_by": [author.name for author in segment.authors] if segment.speaker else [],
        "several_unnamed": segment.several, "signature": segment.signature,
        "parent": segment.parent, "permalink": segment.permalink, "date": segment.date,
        "karma": segment.karma,
    }  # fmt: skip


def _evidence(evidence: Evidence | None) -> dict[str, Any] | None:
    return asdict(evidence) if evidence else None


def author_record(person: Person) -> dict[str, Any]:
    """A row of what `whosaid authors --json` prints."""
    return {
        "name": person.name, "aliases": list(person.aliases), "signed": list(person.signed),
        "documents": person.documents, "basis": person.basis, "evidence": person.evidence,
        "joins": [asdict(join) for join in person.joins],
        "refused": [asdict(join) for join in person.refused],
    }  # fmt: skip


def status_record(data: Path, archive: Archive) -> dict[str, Any]:
    """What `whosaid status --json` prints."""
    made = read(data / INDEX / MANIFEST)
    catalogue = Catalogue(data / INDEX / CATALOGUE)
    first, last = archive.dates()
    sources = archive.sources()
    same = groups(catalogue)
    repeated = catalogue.places.repeated()
    return {
        "data": str(data), "documents": sum(sources.values()), "sources": sources,
        "authors": len(archive.people()), "from": first, "to": last,
        "characters": archive.characters(),
        "passages": catalogue.count(), "sentences": catalogue.places.count(),
        "repeated_sentences": repeated,
        "duplicates": {
            "groups": len(same), "documents": len({id_ for one in same for id_ in one.documents}),
            "repeated_sentences": repeated,
        },
        "duplicate_groups": [_group(one, archive) for one in same[:MOST_GROUPS]],
        "revision": archive.revision, "indexed_revision": catalogue.revision,
        "pending_characters": archive.characters(catalogue.revision),
        "model": {
            "name": made.model, "digest": made.digest, "dimension": made.dimension,
            "precision": made.precision,
        },
        "splitter": made.splitter, "version": made.version,
    }  # fmt: skip


def _group(group: Group, archive: Archive) -> dict[str, Any]:
    """Documents that are the same text, and why they are taken for it."""
    documents = (archive.document(id_) for id_ in group.documents)
    return {
        "reason": group.reason,
        "documents": [
            {"document": one.id, "path": one.path, "url": one.url, "title": one.title}
            for one in documents
            if one
        ],
    }
