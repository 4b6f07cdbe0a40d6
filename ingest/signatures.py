"""Who signs a document: each author once, with the names that it gives for them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.addresses import profile_of
from ingest.bylines import person_in
from ingest.document import Author, Document, Segment

BIO_CHARACTERS = 4_000
"""How far behind the words that name an author their other names are told."""

AROUND = 80
HANDLE = r"(?P<handle>@|(?:[Uu]ser ?[Nn]ame|[Hh]andle)(?: is|:)? )"
METADATA = "the source's metadata gives both names"


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name for an author, and the words that say so.

    A `handle` is a user name: it is one person's alone, as a diminutive is not.
    """

    name: str
    words: str
    handle: bool


@dataclass(frozen=True, slots=True)
class Signature:
    """An author of a document, on a basis with its words.

    `profile` is the address of their page, as it is compared. `beside` are those who sign the
    same words: other people.
    """

    document: str
    name: str
    profile: str | None
    aliases: tuple[Alias, ...]
    beside: tuple[str, ...]
    basis: str
    evidence: str | None


def signatures(document: Document) -> list[Signature]:
    """Everybody who signs a document, by the first words of theirs; who is quoted signs nothing."""
    found: dict[tuple[str, str | None], Signature] = {}
    for segment in document.segments:
        for author in () if segment.speaker else segment.authors:
            profile = profile_of(author.profile)
            if (author.name, profile) not in found:
                found[author.name, profile] = _signature(document, segment, author, profile)
    return list(found.values())


def _signature(
    document: Document, segment: Segment, author: Author, profile: str | None
) -> Signature:
    return Signature(
        document.id,
        author.name,
        profile,
        tuple(_aliases(document.text, segment, author)),
        tuple(other.name for other in segment.authors if other.name != author.name),
        segment.basis,
        segment.evidence.text if segment.evidence else None,
    )


def _aliases(text: str, segment: Segment, author: Author) -> Iterator[Alias]:
    for name in author.aliases:
        told = None if segment.basis == "metadata" else _told(text, segment, name)
        alias = told or Alias(name, METADATA, handle=True)
        if alias.handle or f"({name})" not in alias.words:
            yield alias
        elif person_in(f"{author.name} ({name})").aliases == (name,):
            yield replace(alias, handle=True)


def _told(text: str, segment: Segment, name: str) -> Alias | None:
    """The first words from the evidence on that give a name, those that make it a handle first."""
    start = segment.evidence.start if segment.evidence else segment.start
    written = re.compile(rf"(?<![\w@]){HANDLE}?{re.escape(name)}(?!\w)")
    found = list(written.finditer(text, start, start + BIO_CHARACTERS))
    handles = [match for match in found if match["handle"]]
    for match in [*handles, *found][:1]:
        return Alias(name, _around(text, *match.span()), handle=bool(match["handle"]))
    return None


def _around(text: str, start: int, end: int) -> str:
    """The line around a place, not too much of it."""
    line = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    first = max(line[0], start - AROUND)
    last = min(len(text) if line[1] < 0 else line[1], end + AROUND)
    before, after = "… " * (first > line[0]), " …" * (text[last : last + 1] not in ("", "\n", "\r"))
    return before + " ".join(text[first:last].split()) + after
