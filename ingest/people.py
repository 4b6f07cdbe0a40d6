"""The directory of authors: who signs the documents, under which names, and why these are one.

Names are one person's where a page, a row, an address or the operator says so, or where they are
the same words. Likeness joins nothing, and nothing joins two people who are known to be two.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.circles import Circle, Signer
from ingest.joins import circles
from ingest.names import is_full_name
from ingest.registry import Registry
from ingest.signatures import Signature
from ingest.spelling import folded, without_degree

IN_REGISTRY = "the operator's file gives both names"


@dataclass(frozen=True, slots=True)
class Join:
    """Another name, the words or the address that tell whose it is, and the document they stand in.

    Where the name itself tells, the document is one that is signed with it.
    """

    name: str
    evidence: str
    document: str


@dataclass(frozen=True, slots=True)
class Person:
    """An author of some documents.

    `name` is shown; `signed` are all names by which documents sign this person, what a search
    must accept; `aliases` are all others to know them by. `basis` and `evidence` are of one
    document. `joins` tell why other names are the same person's, and `refused` which names are
    not, though something says so.
    """

    name: str
    aliases: tuple[str, ...]
    signed: tuple[str, ...]
    documents: int
    basis: str
    evidence: str | None
    joins: tuple[Join, ...] = ()
    refused: tuple[Join, ...] = ()


def people(signatures: Iterable[Signature], registry: Registry) -> list[Person]:
    """Everybody who signs a document, those with the most documents first."""
    found = [_person(circle, registry) for circle in circles(signatures, registry)]
    return sorted(found, key=lambda person: (-person.documents, person.name))


def _person(circle: Circle, registry: Registry) -> Person:
    shown, *others = sorted(circle.signers, key=lambda signer: _rank(signer, circle))
    signed = (shown.label, *(signer.label for signer in others))
    first = min(_signatures(shown, circle), key=lambda one: one.document)
    refused = tuple(_refused(circle))
    doubtful = {folded(join.name) for join in refused}
    given = [*_given(circle, registry, first.document)]
    return Person(
        shown.label,
        (*(s.name for s in (shown, *others) if s.profile), *(join.name for join in given)),
        signed,
        len({one.document for one in circle.signatures}),
        first.basis,
        first.evidence,
        (*_told(circle, shown), *(join for join in given if folded(join.name) not in doubtful)),
        refused,
    )


def _rank(signer: Signer, circle: Circle) -> tuple[bool, bool, bool, bool, int, str]:
    """The name to show first: the operator's, a full name, the one that most documents have."""
    named = circle.entry is not None and signer.name == circle.entry.name
    bare = without_degree(signer.name)
    plain = bare == signer.name and not bare.isupper()
    documents = len(_signatures(signer, circle))
    return (
        not named,
        bool(signer.profile),
        not is_full_name(bare),
        not plain,
        -documents,
        signer.label,
    )


def _signatures(signer: Signer, circle: Circle) -> list[Signature]:
    return [one for one in circle.signatures if one.name in (signer.name, signer.label)]


def _told(circle: Circle, shown: Signer) -> Iterator[Join]:
    """What joins the other names to the one that is shown, or to another that is joined to it."""
    reached, bonds = {shown}, list(circle.bonds)
    while bonds:
        bond = next(bond for bond in bonds if reached & {bond.one, bond.other})
        bonds.remove(bond)
        (new,) = {bond.one, bond.other} - reached
        reached.add(new)
        yield Join(new.label, bond.evidence, bond.document)


def _refused(circle: Circle) -> Iterator[Join]:
    """What would have joined others to these names; some may be joined in another way."""
    for bond in dict.fromkeys(circle.refused):
        others = {bond.one, bond.other}.difference(circle.signers)
        if len(others) == 1:
            yield Join(others.pop().label, bond.evidence, bond.document)


def _given(circle: Circle, registry: Registry, first: str) -> Iterator[Join]:
    """The names that nobody signs with, each once, by the first words that give it."""
    of_entry = circle.entry.aliases if circle.entry else ()
    told = [(Join(name, IN_REGISTRY, first)) for name in of_entry]
    for one in circle.signatures:
        told += [Join(alias.name, alias.words, one.document) for alias in one.aliases]
    known = {folded(signer.name) for signer in circle.signers}
    for join in told:
        owner = registry.called(join.name)
        if folded(join.name) in known or (owner and owner is not circle.entry):
            continue
        if circle.entry is None or not circle.entry.is_apart(join.name):
            known.add(folded(join.name))
            yield join
