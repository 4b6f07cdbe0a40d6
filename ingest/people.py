"""The directory of authors: who signs the documents, under which names, and why these are one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Join:
    """Another name of a person, with the words that say so and the document they concern."""

    name: str
    evidence: str
    document: str


@dataclass(frozen=True, slots=True)
class Person:
    """An author of some documents.

    `name` is shown; `signed` are all names by which documents sign this person, what a search
    must accept; `aliases` are all others to know them by. `basis` and `evidence` are of one
    document, and `joins` tell why other names are the same person's.
    """

    name: str
    aliases: tuple[str, ...]
    signed: tuple[str, ...]
    documents: int
    basis: str
    evidence: str | None
    joins: tuple[Join, ...] = ()
