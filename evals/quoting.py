"""Whether quotations are given to those who are quoted, by the page and by the corpus.

whosaid eval attribution quotes
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from evals.forum import same
from evals.metrics import share
from evals.questions import SHARED
from evals.quoted_places import Corpus, Quote, in_comments, in_posts
from faces.render import table
from index.originals import Original, original
from ingest.document import UNNAMED, Segment


@dataclass(frozen=True, slots=True)
class Found:
    """What the program says of a quotation: by the page alone, and by where its words stand."""

    quote: Quote
    segment: Segment
    original: Original | None

    @property
    def by_page(self) -> tuple[str, ...]:
        """Who speaks by the page's own words."""
        named = self.segment.speaker not in (None, UNNAMED)
        return (str(self.segment.speaker),) if named else ()

    @property
    def by_corpus(self) -> tuple[str, ...]:
        """Who wrote the original."""
        there = self.original
        return there.document.segment_at(there.start).writers if there else ()

    @property
    def names(self) -> tuple[str, ...]:
        """Who speaks, by the original before the page."""
        return self.by_corpus or self.by_page


Verdict = bool | None


def _right(one: Found, names: tuple[str, ...]) -> Verdict:
    if not names or not one.quote.names:
        return None
    return all(same(name, one.quote.names, partly=True) for name in names)


def _found(one: Found, names: tuple[str, ...]) -> Verdict:
    return bool(_right(one, names)) if one.quote.names else None


def _of_others(verdict: Callable[[Found], Verdict]) -> Callable[[Found], Verdict]:
    """Leaves out whoever quotes themself: there the page says rightly that it is theirs."""
    return lambda one: None if one.quote.own else verdict(one)


MEASURES: dict[str, Callable[[Found], Verdict]] = {
    "marked as quotation": _of_others(lambda one: one.segment.speaker is not None),
    "given to those who quote": _of_others(
        lambda one: bool(one.segment.writers) if one.quote.names else None
    ),
    "speaker by page right": _of_others(lambda one: _right(one, one.by_page)),
    "speaker by page found": _of_others(lambda one: _found(one, one.by_page)),
    "original known and right": lambda one: (
        one.original.document.id == one.quote.gold if one.original and one.quote.gold else None
    ),
    "author of original right": lambda one: _right(one, one.by_corpus),
    "author of original found": lambda one: _found(one, one.by_corpus),
    "speaker right": lambda one: _right(one, one.names),
    "speaker found": lambda one: _found(one, one.names),
}
"""`right` is a share of those that are named and known, `found` of those that are known."""


def table_of(limit: int | None, shared: Path) -> str:
    """A table of the measures for quotations in posts, marked and not, and in comments."""
    of_posts, of_comments = _all(limit, shared)
    parts = [
        [one for one in of_posts if one.quote.marked],
        [one for one in of_posts if not one.quote.marked],
        of_comments,
    ]
    rows = [
        (name, *(share((_cluster(one), verdict(one)) for one in part) for part in parts))
        for name, verdict in MEASURES.items()
    ]
    return table([("quotations", "posts", "posts, marks lost", "comments"), *rows])


def errors(limit: int | None = None, shared: Path = SHARED) -> list[str]:
    """Quotations that were given to the wrong person, or to nobody, for reading."""
    found = [one for part in _all(limit, shared) for one in part]
    return sorted(_told(one) for one in found if _found(one, one.names) is False)


def _told(one: Found) -> str:
    start, end = one.quote.span
    text = one.quote.document.text
    there = one.original.document.title if one.original else "nothing"
    return (
        f"[{'wrong' if one.names else 'missed'}] {one.quote.document.title}: words of "
        f"{'/'.join(one.quote.names)}; page: {one.by_page}, original: {one.by_corpus} in {there}: "
        f"{text[max(0, start - 80) : start]!r} {text[start:end][:200]!r}"
    )


def _all(limit: int | None, shared: Path) -> tuple[list[Found], list[Found]]:
    with TemporaryDirectory() as posts, TemporaryDirectory() as comments:
        return (
            _judged(*in_posts(shared, Path(posts), limit)),
            _judged(*in_comments(shared, Path(comments))),
        )


def _judged(corpus: Corpus, quotes: list[Quote]) -> list[Found]:
    found = []
    for quote in quotes:
        start, end = quote.span
        segment = quote.document.segment_at((start + end) // 2)
        there = original(quote.document, start, end, corpus.archive, corpus.catalogue)
        found.append(Found(quote, segment, there))
    return found


def _cluster(one: Found) -> str:
    return one.quote.document.id
