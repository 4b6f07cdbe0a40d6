"""A page of plain text or Markdown → a document."""

import re
from collections.abc import Mapping

import yaml

from ingest.authorship import segments_of
from ingest.document import Document
from ingest.metadata import authors_of, date_of, first_of, text_of, url_of

FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?P<fields>.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE
)
HEADING = re.compile(r"^\ufeff?# +(?P<title>.+?)(?:[ \t]+#+)?[ \t]*\r?$", re.MULTILINE)
DATE_LINE = re.compile(r"^\s*[*_]{0,2}(?P<date>\d{4}-\d{2}-\d{2})[*_]{0,2}\s*$", re.MULTILINE)
HEAD_CHARACTERS = 1_000


def page(text: str, *, key: str, path: str, markdown: bool) -> Document:
    """The document of one file; Markdown may carry YAML front matter, a title and a date line."""
    fields = front_matter(text)[0] if markdown else {}
    head = text[:HEAD_CHARACTERS]
    heading = HEADING.search(head) if markdown else None
    dated = DATE_LINE.search(head) if markdown else None
    return Document(
        key=key,
        source=text_of(fields.get("source")) or "file",
        path=path,
        title=text_of(fields.get("title")) or (heading["title"] if heading else None),
        url=url_of(fields.get("url")),
        date=date_of(first_of(fields, "date_published", "date"))
        or date_of(dated and dated["date"]),
        text=text,
        segments=segments_of(text, authors_of(first_of(fields, "authors", "author"))),
    )


def front_matter(text: str) -> tuple[Mapping[str, object], str]:
    """The fields between the `---` lines that open a Markdown page, and the rest of it.

    Where there are none, or they are not YAML, there are no fields, and the rest is all.
    """
    found = FRONT_MATTER.match(text)
    if not found:
        return {}, text
    try:
        fields = yaml.safe_load(found["fields"])
    except (yaml.YAMLError, ValueError, RecursionError):  # ValueError: a date that is none
        return {}, text
    return (fields, text[found.end() :]) if isinstance(fields, dict) else ({}, text)
