"""The shapes of what the API answers, beside the answer record: so that a client knows them."""

from typing import Literal

from answer.record import Attribution, Evidence, Value
from ingest.document import Basis


class Took(Value):
    """Milliseconds of a search."""

    retrieve: float
    total: float


class Found(Value):
    """A passage: the stored text of a document from `start` to `end` is `text`."""

    document: str
    source: str
    path: str | None
    source_id: str | None
    title: str | None
    heading: str | None
    authors: tuple[str, ...]
    date: str | None
    start: int
    end: int
    text: str
    score: float
    url: str | None


class SearchRecord(Value):
    """Passages for a query, best first."""

    query: str
    hits: tuple[Found, ...]
    timings_ms: Took


class SegmentRecord(Value):
    """A part of a document with one authorship; `authors` of a quotation are in `quoted_by`."""

    start: int
    end: int
    authors: tuple[str, ...]
    attribution: Attribution
    speaker: str | None
    speaker_evidence: Evidence | None
    quoted_by: tuple[str, ...]
    several_unnamed: bool
    signature: bool
    parent: int | None
    permalink: str | None
    date: str | None
    karma: int | None


class DocumentRecord(Value):
    """A document whole; its segments lie in order and cover the text."""

    document: str
    source: str
    path: str | None
    source_id: str | None
    title: str | None
    url: str | None
    date: str | None
    text: str
    segments: tuple[SegmentRecord, ...]


class JoinRecord(Value):
    """Another name, and the words and the document that tell whose it is."""

    name: str
    evidence: str
    document: str


class AuthorRecord(Value):
    """An author with all names, and on what it rests that they are one person's."""

    name: str
    aliases: tuple[str, ...]
    signed: tuple[str, ...]
    documents: int
    basis: Basis
    evidence: str | None
    joins: tuple[JoinRecord, ...]
    refused: tuple[JoinRecord, ...]


class Health(Value):
    """Whether questions are answered: `empty` without documents, `indexing` while some wait."""

    status: Literal["ok", "indexing", "empty"]
    documents: int
    passages: int
    revision: int
    indexed_revision: int
    pending_characters: int
    embed_model: str
    llm: str | None


class Kept(Value):
    """What was sent is written down."""

    status: Literal["ok"] = "ok"
