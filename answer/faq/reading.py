"""A folder of curated questions → entries and terms; what cannot be read is told in a line each."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from answer.faq.entry import Entry, Term
from answer.faq.fields import entry, slug, term
from answer.faq.markup import sections
from errors import SourceError
from ingest.page import front_matter
from ingest.text import decode

GLOSSARY = "glossary"
ALSO = re.compile(r"^also(?: asked)?:[ \t]*(?P<text>\S.*)$", re.IGNORECASE)
NUMBER = re.compile(r"^\d+[-_ ]+(?=\w)")
"""What puts a file in its place among the others, and is no part of its name."""

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Content:
    """What a folder holds, and what of it cannot be used, in a line each."""

    entries: tuple[Entry, ...] = ()
    terms: tuple[Term, ...] = ()
    problems: tuple[str, ...] = ()


def files(folder: Path) -> list[Path]:
    """The files of a folder that may hold entries or terms, in the order of their names."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".md", ".jsonl") and path.is_file() and path.stem.lower() != "readme"
    ]


def read(folder: Path) -> Content:
    """All entries and terms of a folder; an id that is there twice stands for the first."""
    entries: dict[str, Entry] = {}
    terms: dict[str, Term] = {}
    problems: list[str] = []
    for path in files(folder):
        for place, found in _items(path):
            problem = _kept(found, entries, terms)
            if problem:
                where = f"{path.relative_to(folder)}{place and f', {place}'}"
                problems.append(f"{where}: {problem}")
    return Content(tuple(entries.values()), tuple(terms.values()), tuple(problems))


def _kept(
    found: Entry | Term | SourceError, entries: dict[str, Entry], terms: dict[str, Term]
) -> str:
    """Keep what was found; what speaks against it, if anything does."""
    if isinstance(found, SourceError):
        return str(found)
    if isinstance(found, Term):
        first = terms.setdefault(found.term.casefold(), found)
        return "" if first is found else f"the term {found.term!r} is there already"
    kept = entries.setdefault(found.id, found)
    return "" if kept is found else f"the id {found.id!r} is there already"


def _items(path: Path) -> Iterator[tuple[str, Entry | Term | SourceError]]:
    """Each entry or term of a file, or why it is none, with its place in the file."""
    about = term if path.stem == GLOSSARY else entry
    try:
        found = _rows(path) if path.suffix == ".jsonl" else _page(path)
        for place, fields in found:
            try:
                yield place, fields if isinstance(fields, SourceError) else about(fields)
            except SourceError as error:
                yield place, error
    except (OSError, SourceError) as error:
        yield "", SourceError(getattr(error, "strerror", None) or str(error))


def _rows(path: Path) -> Iterator[tuple[str, Fields | SourceError]]:
    """The objects of a JSON Lines file."""
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if line.strip():
            yield f"line {number}", _row(line)


def _row(line: bytes) -> Fields | SourceError:
    try:
        fields = json.loads(decode(line).removeprefix("\ufeff"))
    except (ValueError, RecursionError, SourceError) as error:
        return SourceError(f"not JSON that can be read ({str(error).split(':')[0]})")
    return fields if isinstance(fields, dict) else SourceError("not a JSON object")


def _page(path: Path) -> Iterator[tuple[str, Fields | SourceError]]:
    """A Markdown file: one entry under front matter, or one under each second heading."""
    text = decode(path.read_bytes()).removeprefix("\ufeff").replace("\r\n", "\n")
    if text.startswith("---"):
        fields, body = front_matter(text)
        if not fields:
            raise SourceError("its front matter cannot be read: it must be YAML between --- lines")
        headings = list(sections(body, "h1"))
        title, answer = headings[0] if headings else ("", body)
        name = slug(NUMBER.sub("", path.stem))
        yield "", {"question": title, "answer": answer, "id": name, **fields}
        return
    for heading, body in sections(text, "h2"):
        phrasings, answer = _also(body)
        named = {"term": heading, "aliases": phrasings, "meaning": answer}
        asked = {"question": heading, "phrasings": phrasings, "answer": answer}
        yield f"“{heading}”", named if path.stem == GLOSSARY else asked


def _also(body: str) -> tuple[list[str], str]:
    """The other phrasings that stand first under a heading, a line each, and the rest."""
    lines = body.split("\n")
    found: list[str] = []
    while lines and (also := ALSO.match(lines[0].strip())):
        found.append(also["text"])
        lines.pop(0)
    return found, "\n".join(lines)
