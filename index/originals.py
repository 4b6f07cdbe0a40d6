"""Where the words of a quotation stand as their author's own.

The document is found by the sentences of the quotation, whole or cut at one end; in it, the words
are looked for. Nobody is guessed: what somebody signs may be quoted there too, without marks. So
there is no original where the page names others, where a lead-in stands before the words, where
two people have equal claims; and few words need a page that points to their source.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from index.catalogue import Catalogue
from index.located import SHORT, Located, pieces
from index.originality import earlier
from index.places import Standing
from index.pointers import Pointers, led_in, same_name
from index.sameness import bare_words
from index.sentences import sentences
from ingest.archive import Archive
from ingest.document import Document

FEWEST_WORDS = 8
"""Words that must be found where the page says where they are from, or people quote themselves."""

FEWEST_IN_BLOCK, FEWEST_IN_MARKS = 11, 25
"""Words that must be found where the page does not say where they are from: whole sentences of a
block, and any others. What stands in quotation marks are adages and titles more often."""

EQUAL = 0.8
"""The share of the most words found from which on a claim is as good."""

AROUND, DOCUMENTS = 2_000, 6
"""Characters of a quotation before and behind the words in question by which they are looked for
too, and documents that are looked into."""


@dataclass(frozen=True, slots=True)
class Original:
    """Whole sentences of a document, as their author's own words."""

    document: Document
    start: int
    end: int

    @property
    def text(self) -> str:
        """The stored text."""
        return self.document.text[self.start : self.end]

    @property
    def writers(self) -> tuple[str, ...]:
        """Who wrote them."""
        return self.document.segment_at(self.start).writers

    @property
    def date(self) -> str | None:
        """When they were written."""
        return self.document.segment_at(self.start).date or self.document.date


@dataclass(frozen=True, slots=True)
class _Claim:
    """An original, and how many words of the quotation stand in its document."""

    original: Original
    words: int


def original(
    document: Document, start: int, end: int, archive: Archive, catalogue: Catalogue
) -> Original | None:
    """The place that a quotation is taken from, or None where that cannot be told."""
    quoted = _Quoted(document, start, end)
    claims = []
    for name in quoted.candidates(catalogue):
        source = archive.document(name)
        claim = quoted.claim(source, catalogue) if source else None
        if claim:
            claims.append(claim)
    return _first(claims)


class _Quoted:
    """Words of a document that are looked for elsewhere, with the quotation around them."""

    def __init__(self, document: Document, start: int, end: int) -> None:
        self._document, self._segment = document, document.segment_at(start)
        self._whole = (start, end)
        if self._segment.speaker:
            first, last = self._segment.start, self._segment.end
            self._whole = min(start, max(first, start - AROUND)), max(end, min(last, end + AROUND))
        self._pointers = Pointers(document, *self._whole)
        self._pieces = list(pieces(document.text, start, end))
        self._around = list(pieces(document.text, *self._whole))

    def candidates(self, catalogue: Catalogue) -> list[str]:
        """The documents in which most of the quotation's sentences stand as somebody's own."""
        held: Counter[str] = Counter()
        for start, end in sentences(self._document.text, *self._whole):
            text = self._document.text[start:end]
            words = bare_words(text)
            if len(words) >= SHORT:
                places = catalogue.places.of(text)
                names = {place.document for place in places if place.standing == Standing.SIGNED}
                held.update(dict.fromkeys(sorted(names), len(words)))
        for piece in self._pieces:
            held.update(dict.fromkeys(catalogue.places.edged(piece), len(piece)))
        most = max(held.values(), default=0)
        return [name for name, words in held.most_common(DOCUMENTS) if words >= most / 2]

    def claim(self, source: Document, catalogue: Catalogue) -> _Claim | None:
        """Where most of the words stand in a document, if it may be their original."""
        signed = catalogue.places.signed(source.id)
        if source.id == self._document.id:
            signed = [span for span in signed if not self._whole[0] <= span[0] < self._whole[1]]
        words = Located(self._pieces, source, signed)
        if not words.most:
            return None
        around = Located(self._around, source, signed)
        claimed = Original(source, *words.densest())
        begun = min(claimed.start, around.densest()[0]) if around.words else claimed.start
        told = max(words.words, around.words)
        if told < self._fewest(claimed, words.whole) or not self._allows(claimed, begun):
            return None
        return _Claim(claimed, words.words)

    def _allows(self, claimed: Original, begun: int) -> bool:
        """Whether nothing speaks against it: a name, a lead-in before the words, a later date.

        The title of a paper or of the document names it and quotes nothing.
        """
        source = claimed.document
        if source.id == self._document.id:
            return not set(claimed.writers) & {author.name for author in self._segment.authors}
        return not (
            self._pointers.reference
            or self._pointers.name_others(source, claimed.writers)
            or led_in(source.text, begun)
            or self._pieces == [bare_words(source.title or "")]
            or earlier(self._segment.date or self._document.date, claimed.date)
        )

    def _fewest(self, claimed: Original, whole: bool) -> int:
        """The words of the quotation that must be found."""
        by_oneself = any(
            same_name(author.name, name)
            for author in self._segment.authors
            for name in claimed.writers
        )
        if by_oneself or self._pointers.name(claimed.document, claimed.writers):
            return FEWEST_WORDS
        return FEWEST_IN_BLOCK if whole and self._pointers.block else FEWEST_IN_MARKS


def _first(claims: Sequence[_Claim]) -> Original | None:
    """The strongest claim; of equal ones by different people the earliest, if that is known."""
    most = max((claim.words for claim in claims), default=0)
    equal = [claim.original for claim in claims if claim.words >= EQUAL * most]
    if not equal:
        return None
    first = min(equal, key=lambda claimed: claimed.date or "9999")
    others = [claimed for claimed in equal if not _by_one(claimed, first)]
    return first if all(earlier(first.date, other.date) for other in others) else None


def _by_one(one: Original, other: Original) -> bool:
    return any(same_name(name, known) for name in one.writers for known in other.writers)
