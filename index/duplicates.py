"""Documents that are the same text: found at one address, nearly the same, or cut out of another.

What a document quotes does not count. Found anew whenever a document changes, by what the
catalogue keeps of the others; only those that come close are read. Nothing stored is changed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from rensa import RMinHash

from index.catalogue import Catalogue
from index.pages import page_of
from index.sameness import bare_words
from index.twins import Pair, Reason
from ingest.archive import Archive
from ingest.document import Document

SHINGLE = 5
"""Words in a row of which two texts share so many."""

FEWEST_WORDS = 50
"""Shorter texts may be nearly the same by chance."""

NEAR = 0.5
"""The share of all their shingles that two texts have in common, from which on they are one. Three
words changed in each paragraph leave more than half, and texts that share a template have less."""

SAME_ADDRESS = 0.3
"""The share of the shorter text that must stand in the other one at the same address."""

FEWEST_SENTENCES, EXCERPT = 3, 0.9
"""Sentences of an excerpt, and the share of them that must stand in the longer text."""

BANDS, ROWS = 21, 3
"""Texts that are just near enough share a band in 94 of 100 cases, nearer ones in all."""


def compare(documents: Sequence[Document], archive: Archive, catalogue: Catalogue) -> None:
    """Find which documents of the catalogue each of these is the same text as."""
    texts = {document.id: _Text(document) for document in documents}
    with catalogue.transaction():
        for text in texts.values():
            catalogue.twins.mark(text.document.id, text.traits())
        for text in texts.values():
            for pair in _pairs(text, texts, archive, catalogue):
                catalogue.twins.join(pair)


class _Text:
    """The words of a document, its own apart from those that it quotes."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.page = page_of(document.url)
        own: list[str] = []
        quoted: list[str] = []
        for part in document.segments:
            if not part.signature:
                words = bare_words(document.text[part.start : part.end])
                (own if part.speaker is None else quoted).extend(words)
        self.own = shingles(own)
        self.all = self.own | {f"> {shingle}" for shingle in shingles(quoted)}
        self.long = len(own) >= FEWEST_WORDS
        self.writers = {
            "".join(bare_words(name)) for part in document.segments for name in part.writers
        }

    @property
    def telling(self) -> set[str]:
        """What tells it from other texts: its own words, if it has any to speak of."""
        return self.own if self.long else self.all

    def traits(self) -> Iterator[int]:
        """What the same text would have too: its address, and bands of its MinHash."""
        if self.page:
            yield _number(self.page)
        if len(self.telling) > FEWEST_WORDS - SHINGLE:
            sketch = RMinHash(num_perm=BANDS * ROWS, seed=1)
            sketch.update(list(self.telling))
            digest = sketch.digest()
            for band in range(BANDS):
                yield _number(f"{band} {digest[band * ROWS : (band + 1) * ROWS]}")


def shingles(words: Sequence[str]) -> set[str]:
    """All runs of SHINGLE words."""
    return set(map(" ".join, zip(*(words[n:] for n in range(SHINGLE)), strict=False)))


def _number(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)


def _pairs(
    text: _Text, known: Mapping[str, _Text], archive: Archive, catalogue: Catalogue
) -> Iterator[Pair]:
    """The documents that a text is the same as, each with the strongest reason."""
    id_ = text.document.id
    excerpts = dict(_excerpts(id_, catalogue))
    for other_id in dict.fromkeys([*catalogue.twins.alike(id_), *excerpts]):
        other = known.get(other_id) or _read(other_id, archive)
        if other and (reason := _reason(text, other)):
            yield Pair(min(id_, other_id), max(id_, other_id), reason)
        elif other and other_id in excerpts and _may_be_by_one(text, other):
            yield Pair(*excerpts[other_id], "excerpt")


def _excerpts(id_: str, catalogue: Catalogue) -> Iterator[tuple[str, tuple[str, str]]]:
    """The documents that hold what a document does, or the other way round: the shorter first."""
    for other_id, shared in catalogue.places.shared(id_).items():
        if shared >= FEWEST_SENTENCES:
            counted = ((catalogue.places.telling(one), one) for one in (id_, other_id))
            (fewer, shorter), (_, longer) = sorted(counted)
            if shared >= EXCERPT * fewer:
                yield other_id, (shorter, longer)


def _read(id_: str, archive: Archive) -> _Text | None:
    document = archive.document(id_)
    return _Text(document) if document else None


def _reason(one: _Text, other: _Text) -> Reason | None:
    fewer = min(len(one.telling), len(other.telling))
    common = len(one.telling & other.telling)
    if one.page and one.page == other.page and common > SAME_ADDRESS * fewer:
        return "address"
    near = _likeness(one.telling, other.telling) >= NEAR and _likeness(one.own, other.own) >= NEAR
    return "near" if near and fewer > FEWEST_WORDS - SHINGLE else None


def _likeness(one: set[str], other: set[str]) -> float:
    """The share that two sets have in common of all that is in them."""
    return len(one & other) / len(one | other) if one or other else 1.0


def _may_be_by_one(one: _Text, other: _Text) -> bool:
    """Whether no two different people sign them: then one quotes the other without saying so."""
    return not one.writers or not other.writers or bool(one.writers & other.writers)


@dataclass(frozen=True, slots=True)
class Group:
    """Documents that are the same text, by the weakest of the reasons that join them."""

    reason: Reason
    documents: tuple[str, ...]


def groups(catalogue: Catalogue) -> list[Group]:
    """All groups of the same text, the largest first; an excerpt is in the group of its whole."""
    pairs = catalogue.twins.pairs()
    wholes = _joined(pair for pair in pairs if pair.reason != "excerpt")
    near = {pair.document for pair in pairs if pair.reason == "near"}
    excerpts: dict[tuple[str, ...], set[str]] = {whole: set() for whole in wholes.values()}
    for pair in pairs:
        if pair.reason == "excerpt":
            excerpts.setdefault(wholes.get(pair.other, (pair.other,)), set()).add(pair.document)
    found = [
        Group(_weakest(bool(cut), bool(near.intersection(whole))), (*whole, *sorted(cut)))
        for whole, cut in excerpts.items()
    ]
    return sorted(found, key=lambda group: (-len(group.documents), group.documents))


def _weakest(cut: bool, near: bool) -> Reason:
    if cut:
        return "excerpt"
    return "near" if near else "address"


def _joined(pairs: Iterable[Pair]) -> dict[str, tuple[str, ...]]:
    """For each document all that it is joined with, itself among them."""
    known: dict[str, set[str]] = {}
    for pair in pairs:
        one, other = known.get(pair.document, {pair.document}), known.get(pair.other, {pair.other})
        if one is not other:
            both = one | other
            known.update(dict.fromkeys(both, both))
    return {document: tuple(sorted(joined)) for document, joined in known.items()}
