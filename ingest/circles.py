"""Names that are one person's, kept together, and people who are known to be two, kept apart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ingest.addresses import site_of
from ingest.registry import Entry
from ingest.signatures import Signature
from ingest.spelling import labelled


@dataclass(frozen=True, slots=True)
class Signer:
    """A name that documents are signed with.

    `profile` is set where the name is several people's: it then tells which of them is meant.
    """

    name: str
    profile: str = ""

    @property
    def label(self) -> str:
        """The name, so that it stands for nobody else."""
        return labelled(self.name, self.profile) if self.profile else self.name


@dataclass(frozen=True, slots=True)
class Bond:
    """What says that two names are one person's, and the document that it is about."""

    one: Signer
    other: Signer
    evidence: str
    document: str


@dataclass(eq=False, slots=True)
class Circle:
    """The names of one person, with all that they sign, and what holds them together."""

    signers: list[Signer]
    signatures: list[Signature]
    entry: Entry | None
    bonds: list[Bond] = field(default_factory=list)
    refused: list[Bond] = field(default_factory=list)

    def is_apart(self, other: "Circle") -> bool:
        """Whether something says that these are two people."""
        return (
            self._has_other_page(other)
            or self._signs_beside(other)
            or other._signs_beside(self)
            or self._set_apart(other)
            or other._set_apart(self)
        )

    def take(self, other: "Circle") -> None:
        """Put all of another circle into this one."""
        self.entry = self.entry or other.entry
        for mine, theirs in (
            (self.signers, other.signers),
            (self.signatures, other.signatures),
            (self.bonds, other.bonds),
            (self.refused, other.refused),
        ):
            mine.extend(theirs)  # type: ignore[arg-type]  # pairs of one kind

    def _has_other_page(self, other: "Circle") -> bool:
        """Whether they have pages at one site, and none in common there."""
        mine, theirs = self._pages(), other._pages()
        return any(not (pages & theirs[site]) for site, pages in mine.items() if site in theirs)

    def _pages(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for signature in self.signatures:
            if signature.profile:
                found.setdefault(site_of(signature.profile), set()).add(signature.profile)
        return found

    def _signs_beside(self, other: "Circle") -> bool:
        names = {signer.name for signer in other.signers}
        return any(names.intersection(signature.beside) for signature in self.signatures)

    def _set_apart(self, other: "Circle") -> bool:
        """Whether the operator says so; everybody in that file is a person of their own."""
        if self.entry is None:
            return False
        return other.entry is not None or any(self.entry.is_apart(s.name) for s in other.signers)


class Circles:
    """All signers, at first each by themselves."""

    def __init__(self, circles: Iterable[Circle]) -> None:
        self._of = {signer: circle for circle in circles for signer in circle.signers}

    def __iter__(self) -> Iterator[Circle]:
        return iter(dict.fromkeys(self._of.values()))

    def of(self, signers: Iterable[Signer]) -> list[Circle]:
        """The circles that signers are in, each once."""
        return list(dict.fromkeys(self._of[signer] for signer in signers))

    def join(self, bond: Bond) -> None:
        """Make one circle of two, unless they are known to be apart: then note that."""
        one, other = self._of[bond.one], self._of[bond.other]
        if one is other:
            return
        if one.is_apart(other):
            self.refuse(bond)
            return
        one.take(other)
        one.bonds.append(bond)
        self._of |= dict.fromkeys(other.signers, one)

    def refuse(self, bond: Bond) -> None:
        """Note what would have joined two circles."""
        one, other = self._of[bond.one], self._of[bond.other]
        for circle in (one, other) if one is not other else ():
            circle.refused.append(bond)


def any_apart(circles: Sequence[Circle]) -> bool:
    """Whether two of them are known to be two people."""
    return any(
        one.is_apart(other) for number, one in enumerate(circles) for other in circles[:number]
    )
