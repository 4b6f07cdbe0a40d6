"""Why there is no answer, or not all of one, in a sentence or two."""

from collections.abc import Iterator, Sequence

from answer.compose import listed
from answer.evidence import Evidence
from answer.names import key
from answer.people import Named, Unknown
from answer.wording import phrase
from index.filters import Filters
from index.search import Search
from ingest.document import Document

LOOKED_AT, NAMED = 20, 3
"""Passages among which somebody's words are looked for, and documents that are named."""


def unknown(people: Sequence[Unknown]) -> Iterator[str]:
    """Who is asked for and is not here, and who may be meant."""
    absent = [one for one in people if not one.shared]
    if absent:
        yield phrase("abstain.absent", who=listed([one.name for one in absent]))
    for one in absent:
        if one.maybe:
            yield phrase("abstain.maybe", who=listed(one.maybe, "or"))
    for one in people:
        if one.shared:
            yield phrase("abstain.shared", called=one.name, who=listed(one.maybe, "or"))


def quoted(named: Named, search: Search, filters: Filters) -> Iterator[str]:
    """Where those who are not here are quoted by others."""
    for one in named.unknown:
        if one.maybe:
            continue
        hits = search.hits(f"{one.name} {named.subject}", LOOKED_AT, filters)
        documents = {hit.document.id: hit.document for hit in hits}.values()
        places = [_title(document) for document in documents if _quotes(document, one.name)]
        if places:
            yield phrase("abstain.quoted", who=one.name, places=listed(places[:NAMED]))


def no_subject(people: Sequence[str]) -> str:
    """That the question does not say what it is about."""
    return phrase("abstain.no_subject", who=listed(people))


def nothing(people: Sequence[str], filters: Filters) -> str:
    """That nothing is found, of these people if any are asked for their words."""
    if not people:
        return phrase("abstain.nothing")
    if filters == Filters():
        return off_subject(people)
    return phrase("abstain.filtered", who=listed(people))


def off_subject(people: Sequence[str]) -> str:
    """That what there is of some people is about something else."""
    return phrase("abstain.off_subject", who=listed(people))


def not_answered(named: Named, closest: Evidence) -> Iterator[str]:
    """That nothing is an answer, with the closest thing that there is."""
    yield off_subject(named.speaking) if named.speaking else phrase("abstain.not_answered")
    document = closest.hit.document
    authors = closest.hit.segment.writers
    place = document.title or document.path or document.id
    if authors:
        yield phrase("abstain.closest_by", place=place, who=listed(authors))
    else:
        yield phrase("abstain.closest", place=place)


def _quotes(document: Document, name: str) -> bool:
    return any(part.speaker and key(part.speaker) == key(name) for part in document.segments)


def _title(document: Document) -> str:
    return f"“{document.title or document.path or document.id}”"
