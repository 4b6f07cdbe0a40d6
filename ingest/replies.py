"""The comments that a row of JSON Lines brings with its text, each with who wrote it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.authorship import page_parts, quoting
from ingest.document import Author, Segment
from ingest.metadata import authors_of, date_of, first_of, karma_of, text_of, url_of

KARMA = ("karma", "baseScore", "base_score")
"""The fields in which sources count votes."""

BETWEEN = "\n\n"
"""Stands before every comment in the text of the document."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A comment as its source gives it: `parent` is the id of the one that it answers."""

    id: str | None
    text: str
    authors: tuple[Author, ...]
    parent: str | None
    url: str | None
    date: str | None
    karma: int | None


def replies(value: object) -> Iterator[Reply]:
    """The comments of a field that lists them as objects with a `text`; others are left out."""
    for entry in value if isinstance(value, list) else []:
        text = first_of(entry, "text", "markdown", "body") if isinstance(entry, dict) else None
        if isinstance(text, str) and text.strip():
            yield _reply(entry, text)


def _reply(fields: Mapping[str, object], text: str) -> Reply:
    return Reply(
        text_of(first_of(fields, "id", "_id")),
        text,
        authors_of(first_of(fields, "authors", "author", "user")),
        text_of(first_of(fields, "parent", "parent_id", "parentCommentId")),
        url_of(first_of(fields, "url", "permalink")),
        date_of(first_of(fields, "date_published", "date", "postedAt")),
        karma_of(first_of(fields, *KARMA)),
    )


def with_replies(
    text: str, authors: tuple[Author, ...], found: Sequence[Reply], karma: int | None = None
) -> tuple[str, tuple[Segment, ...]]:
    """A text with its comments behind it, and the parts of both; a comment knows its parent.

    `karma` is that of the text.
    """
    parts = [
        replace(part, karma=karma) if part.basis == "metadata" else part
        for part in page_parts(text, authors)
    ]
    numbers = {reply.id: len(parts) + number for number, reply in enumerate(found) if reply.id}
    for reply in found:
        start, text = len(text), text + BETWEEN + reply.text
        parts.append(
            Segment(
                start,
                len(text),
                reply.authors,
                "metadata" if reply.authors else "unknown",
                parent=numbers.get(reply.parent) if reply.parent else 0,
                permalink=reply.url,
                date=reply.date,
                karma=reply.karma,
            )
        )
    return text, tuple(quoting(text, parts))
