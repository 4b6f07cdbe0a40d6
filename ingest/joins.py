"""What joins names: the same page, the same words, and pages or rows that give a user name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from ingest.addresses import site_of
from ingest.circles import Bond, Circle, Circles, Signer, any_apart
from ingest.names import is_full_name
from ingest.registry import Entry, Registry
from ingest.signatures import Alias, Signature
from ingest.spelling import folded, spelt, unlabelled, without_degree

SPELT, TITLED = "the same name, spelt otherwise", "the same name, with a title or a degree"
NAMESAKE = "the same name, with another page"

Signers = Mapping[Signer, list[Signature]]


def circles(signatures: Iterable[Signature], registry: Registry) -> Circles:
    """The signers, those together who are one person."""
    signers = _signers(signatures, registry)
    found = Circles(
        Circle([signer], list(own), _entry(signer, registry)) for signer, own in signers.items()
    )
    _by_page(found, signers)
    _by_spelling(found, signers)
    _by_handle(found, signers, registry)
    return found


def _signers(signatures: Iterable[Signature], registry: Registry) -> Signers:
    """Who signs, by name; by name and page where the pages say that it is several people."""
    by_name = defaultdict(list)
    for signature in signatures:
        by_name[unlabelled(signature.name, signature.profile)].append(signature)
    found: dict[Signer, list[Signature]] = defaultdict(list)
    for name, own in by_name.items():
        entry = registry.called(name)
        several = entry is None and _several_people(one.profile for one in own)
        for signature in own:
            profile = signature.profile or ""
            elsewhere = entry is not None and entry.is_elsewhere(profile)
            alone = not (several or elsewhere or signature.name != name)
            found[Signer(name, "" if alone else profile)].append(signature)
    return found


def namesakes(pages: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The names that are several people's, of all names with the pages of those who have them."""
    by_name = defaultdict(set)
    for name, page in pages:
        by_name[unlabelled(name, page)].add(page)
    return frozenset(name for name, own in by_name.items() if _several_people(own))


def _several_people(profiles: Iterable[str | None]) -> bool:
    """Whether some of these pages are at one site: one person has one there."""
    pages = set(filter(None, profiles))
    return len(set(map(site_of, pages))) < len(pages)


def _entry(signer: Signer, registry: Registry) -> Entry | None:
    entry = registry.called(signer.name)
    return entry if entry and not signer.profile else None


def _by_page(found: Circles, signers: Signers) -> None:
    pages: dict[str, dict[Signer, str]] = defaultdict(dict)
    for signer, own in signers.items():
        for signature in own:
            if signature.profile:
                pages[signature.profile].setdefault(signer, signature.document)
    for page, signed in pages.items():
        first, *others = signed
        bonds = [Bond(first, other, page, signed[other]) for other in others]
        _join(found, bonds, sure=not bonds or not _is_shared(signed))


def _is_shared(signers: Iterable[Signer]) -> bool:
    """Whether a page is of more than one person: of full names that have no word in common."""
    names = [set(name.split()) for name in _full_names(signers)]
    return any(one.isdisjoint(other) for one, other in combinations(names, 2))


def _by_spelling(found: Circles, signers: Signers) -> None:
    """All who have one name, or none of them: who is left could be either of two."""
    alike: dict[str, list[Signer]] = defaultdict(list)
    for signer in signers:
        alike[spelt(without_degree(signer.name))].append(signer)
    for first, *others in alike.values():
        together = found.of([first, *others])
        several = any(signer.profile for signer in (first, *others)) or any_apart(together)
        bonds = [
            Bond(first, other, _sameness(first, other), signers[other][0].document)
            for other in others
        ]
        _join(found, bonds, sure=not several)


def _sameness(one: Signer, other: Signer) -> str:
    if one.name == other.name:
        return NAMESAKE
    return SPELT if spelt(one.name) == spelt(other.name) else TITLED


def _by_handle(found: Circles, signers: Signers, registry: Registry) -> None:
    """Whoever gives a user name is who signs with it, if nobody else gives it too."""
    claims: dict[str, dict[tuple[Signer, Signer], Bond]] = defaultdict(dict)
    for handle, bond in _claims(signers, registry):
        claims[handle].setdefault((bond.one, bond.other), bond)
    for bonds in claims.values():
        claiming = found.of(bond.one for bond in bonds.values())
        meant = found.of(bond.other for bond in bonds.values())
        sure = len(claiming) == len(meant) == 1 and not _two_people(*claiming, *meant)
        _join(found, bonds.values(), sure=sure)


def _claims(signers: Signers, registry: Registry) -> Iterator[tuple[str, Bond]]:
    """The user names that signers give for themselves, where somebody signs with them.

    A first name, a last name or a diminutive is nobody's alone, though it be a user name.
    """
    signing: dict[str, list[Signer]] = defaultdict(list)
    for signer in signers:
        signing[folded(signer.name)].append(signer)
    for signer, own in signers.items():
        parts = set(spelt(signer.name).split())
        for signature in own:
            for alias in _handles(signature, parts):
                entry = registry.called(alias.name)
                for meant in signing.get(folded(entry.name if entry else alias.name), ()):
                    yield folded(alias.name), Bond(signer, meant, alias.words, signature.document)


def _handles(signature: Signature, parts: set[str]) -> Iterator[Alias]:
    """The user names of a signature, but those that many people are called by."""
    shared = parts | {folded(alias.name) for alias in signature.aliases if not alias.handle}
    return (alias for alias in signature.aliases if folded(alias.name) not in shared)


def _two_people(one: Circle, other: Circle) -> bool:
    """Whether both have full names, and not the same: then a user name is not enough."""
    names, others = _full_names(one.signers), _full_names(other.signers)
    return one is not other and bool(names and others) and names.isdisjoint(others)


def _full_names(signers: Iterable[Signer]) -> set[str]:
    """The first and last names among those that people sign with, however they are spelt."""
    bare = (without_degree(signer.name.replace("_", " ")) for signer in signers)
    return {spelt(name) for name in bare if is_full_name(name)}


def _join(found: Circles, bonds: Iterable[Bond], *, sure: bool) -> None:
    for bond in bonds:
        if sure:
            found.join(bond)
        else:
            found.refuse(bond)
