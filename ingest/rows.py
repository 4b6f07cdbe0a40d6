"""JSON Lines → documents: one object a line, with `text` and what else it knows."""

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from errors import SourceError
from ingest.document import Document
from ingest.metadata import authors_of, date_of, first_of, karma_of, text_of, url_of
from ingest.replies import KARMA, replies, with_replies
from ingest.text import decode, read_lines

HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")


def read_rows(file: Path, *, key: str, path: str) -> Iterator[Document | SourceError]:
    """The documents of a JSON Lines file; a row that cannot be used comes as its error."""
    for number, line in read_lines(file):
        if isinstance(line, SourceError):
            yield SourceError(f"line {number}: {line}")
        elif line.strip():
            try:
                yield _document(line, key=key, path=path)
            except SourceError as error:
                yield SourceError(f"line {number}: {error}")


def _document(line: bytes, *, key: str, path: str) -> Document:
    try:
        fields = json.loads(decode(line).removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise SourceError(f"not JSON: {error.msg} at column {error.colno}") from error
    except RecursionError as error:
        raise SourceError("not JSON that can be read: nested too deep") from error
    except ValueError as error:
        raise SourceError("not JSON that can be read: a number with too many digits") from error
    if not isinstance(fields, dict):
        raise SourceError(f"not a JSON object but {type(fields).__name__}")
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip("\ufeff \t\r\n\u00a0"):
        raise SourceError("no text")
    if HALF_A_CHARACTER.search(text):
        raise SourceError("text with half a character (a lone surrogate)")
    url = url_of(fields.get("url"))
    source_id = text_of(fields.get("id"))
    authors = authors_of(first_of(fields, "authors", "author"))
    karma = karma_of(first_of(fields, *KARMA))
    comments = list(replies(fields.get("comments")))
    whole, segments = with_replies(text, authors, comments, karma)
    name = source_id or url or sha256(text.encode()).hexdigest()[:16]
    return Document(
        key=f"{key}#{name}",
        source=text_of(fields.get("source")) or "jsonl",
        path=path,
        source_id=source_id,
        title=text_of(fields.get("title")),
        url=url,
        date=date_of(first_of(fields, "date_published", "date")),
        text=whole,
        segments=segments,
    )
