"""Where the words of a quotation stand as their author's own.

The document is found by the sentences of the quotation, whole or cut at one end; in it, the words
are looked for. Nobody is guessed: where two people have equal claims to the words, or the page
names another than the one who signs them, there is no original.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.catalogue import Catalogue
from index.places import Place, Standing
from index.sameness import bare_words
from index.sentences import Span, sentences
from ingest.archive import Archive
from ingest.document import UNNAMED, Document

FEWEST_WORDS = 8
"""Words of a quotation that must be found as whole sentences; fewer may be anybody's."""

FEWEST_IN_PART = 14
"""Words that must be found where they are only part of a sentence: turns of phrase go round."""

FOUND = 0.5
"""The share of a quotation's words that must be found."""

EQUAL = 0.8
"""The share of the most words found from which on a claim is as good."""

TELLING = 4
"""Words of a sentence that says something about where a quotation is from."""

SENTENCES, DOCUMENTS = 40, 6
"""Sentences of a quotation by which it is looked for, and documents that are looked into."""

GAP = 300
"""Characters that a quotation may have left out and still be cited as one."""

LEFT_OUT = re.compile(r"[\[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]|…|\.\s?\.\s?\.")
"""Marks of what a quotation leaves out, and of being cut at an end."""

IN_MARKS = re.compile(r"“[^”]+”|\"[^\"]+\"|‘[^’]+’")


@dataclass(frozen=True, slots=True)
class Original:
    """Whole sentences of a document, as their author's own words."""

    document: Document
    start: int
    end: int

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
        if claim and quoted.allows(claim.original):
            claims.append(claim)
    return _first(claims)


class _Quoted:
    """Words of a document that are looked for elsewhere, with the quotation around them."""

    def __init__(self, document: Document, start: int, end: int) -> None:
        self._document, self._segment = document, document.segment_at(start)
        quotation = self._segment if self._segment.speaker else None
        self._start = min(start, quotation.start) if quotation else start
        self._end = max(end, quotation.end) if quotation else end
        self._pieces = list(_pieces(document.text, start, end))
        self._all_pieces = list(_pieces(document.text, self._start, self._end))[:SENTENCES]

    def candidates(self, catalogue: Catalogue) -> list[str]:
        """The documents in which most of the quotation's sentences stand as somebody's own."""
        held: Counter[str] = Counter()
        for start, end in sentences(self._document.text, self._start, self._end)[:SENTENCES]:
            text = self._document.text[start:end]
            words = bare_words(text)
            if len(words) >= TELLING:
                places = catalogue.places.of(text)
                names = {place.document for place in places if place.standing == Standing.SIGNED}
                held.update(dict.fromkeys(names, len(words)))
        for piece in self._pieces:
            held.update(dict.fromkeys(catalogue.places.edged(piece), len(piece)))
        return [name for name, _ in held.most_common(DOCUMENTS)]

    def claim(self, source: Document, catalogue: Catalogue) -> _Claim | None:
        """What of the words stands in a document, and where most of it does; None if too little.

        Few words are enough where what is quoted with them stands there too.
        """
        places = [p for p in catalogue.places.signed(source.id) if not self._is_here(p)]
        words = _Found(self._pieces, source, places)
        if not words.most:
            return None
        if (
            words.telling
            or ((around := _Found(self._all_pieces, source, places)).telling
            and around.most)
        ):
            return _Claim(Original(source, *words.densest()), words.count)
        return None

    def _is_here(self, place: Place) -> bool:
        return place.document == self._document.id and self._start <= place.start < self._end

    def allows(self, original: Original) -> bool:
        """Whether the page has nothing against it: it names nobody else, and is not all by one."""
        if original.document.id == self._document.id:
            return not set(original.writers) & {author.name for author in self._segment.authors}
        speaker = self._segment.speaker
        if speaker in (None, UNNAMED):
            return True
        known = (*original.writers, original.document.url or "", original.document.title or "")
        return any(_same_name(str(speaker), name) for name in known)


def _pieces(text: str, start: int, end: int) -> Iterator[list[str]]:
    """The words of each sentence, and of each part of one from which something is left out."""
    for first, last in sentences(text, start, end):
        for part in LEFT_OUT.split(text[first:last]):
            if words := bare_words(part):
                yield words


class _Found:
    """Which of some words stand in a document as somebody's own."""

    def __init__(
        self, pieces: Sequence[list[str]], source: Document, places: Sequence[Place]
    ) -> None:
        self._spans: Counter[Span] = Counter()
        self._whole = False
        for piece in pieces:
            standing = _standing(piece, source, places) if len(piece) >= TELLING else None
            if standing:
                span, whole = standing
                self._spans[span] += len(piece)
                self._whole |= whole
        self.count = self._spans.total()
        self.most = self.count >= max(1, FOUND * sum(map(len, pieces)))

    @property
    def telling(self) -> bool:
        """Whether it is so much that it is not by chance."""
        return self.count >= (FEWEST_WORDS if self._whole else FEWEST_IN_PART)

    def densest(self) -> Span:
        """Where most of the words stand together."""
        runs: list[list[Span]] = []
        for span in sorted(self._spans):
            if runs and span[0] - runs[-1][-1][1] <= GAP:
                runs[-1].append(span)
            else:
                runs.append([span])
        run = max(runs, key=lambda spans: sum(self._spans[span] for span in spans))
        return run[0][0], run[-1][1]


def _standing(
    piece: list[str], source: Document, places: Sequence[Place]
) -> tuple[Span, bool] | None:
    """The sentence of a document in which words stand in a row, and whether they are all of it."""
    starts = [place.start for place in places]
    looked = set()
    for match in re.finditer(re.escape(max(piece, key=len)), source.text, re.IGNORECASE):
        number = bisect_right(starts, match.start()) - 1
        if number < 0 or number in looked or match.start() >= places[number].end:
            continue
        looked.add(number)
        span = places[number].start, places[number].end
        text = source.text[slice(*span)]
        words = bare_words(text)
        quoted = (bare_words(marked.group()) for marked in IN_MARKS.finditer(text))
        if _holds(words, piece) and not any(_holds(marked, piece) for marked in quoted):
            return span, len(words) == len(piece)
    return None


def _holds(words: Sequence[str], part: Sequence[str]) -> bool:
    return f" {' '.join(part)} " in f" {' '.join(words)} "


def _same_name(one: str, other: str) -> bool:
    """Whether two names may be one: "Christiano", "paulfchristiano" and "Paul Christiano"."""
    words = [bare_words(name) for name in (one, other)]
    return any(
        shorter and all(word in "".join(longer) for word in shorter)
        for shorter, longer in (words, words[::-1])
    )


def _first(claims: Sequence[_Claim]) -> Original | None:
    """The strongest claim; of equal ones by different people the earliest, if that is known."""
    most = max((claim.words for claim in claims), default=0)
    equal = [claim.original for claim in claims if claim.words >= EQUAL * most]
    if not equal:
        return None
    first = min(equal, key=lambda claimed: claimed.date or "9999")
    others = [claimed for claimed in equal if not _by_one(claimed, first)]
    return first if all(_earlier(first.date, other.date) for other in others) else None


def _by_one(one: Original, other: Original) -> bool:
    return any(_same_name(name, known) for name in one.writers for known in other.writers)


def _earlier(one: str | None, other: str | None) -> bool:
    """Whether one date is known to be before another."""
    length = min(len(one or ""), len(other or ""))
    return length > 0 and str(one)[:length] < str(other)[:length]
