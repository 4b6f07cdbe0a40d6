"""Whether a passage that one document quotes from another is found by the words around it.

A row, of which the ids are looked up:

    {"query_doc": "forum:b", "context_before": "As Ann [once](https://x.org/a) put it:",
     "context_after": "I still think so.", "gold_doc": "forum:a", "start": 40, "end": 71,
     "span": "Mice sleep whenever nobody does"}

The quoting document is left out, with those that are the same text.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from evals.metrics import shared
from evals.retrieval import Found, search
from faces.library import Library
from index.duplicates import shingles
from index.hit import Hit
from index.passage import LINK
from index.sameness import bare_words
from index.sentences import Span

PASSAGES = 100

HALF = 0.5
"""The share of the shorter of two texts that must stand in the other one."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A place where one document quotes another; both by their ids."""

    context: str
    quoting: str
    quoted: str
    span: Span
    text: str


def quotation(row: Mapping[str, Any], ids: Mapping[str, str]) -> Quotation:
    """A row as a quotation; `ids` are those of documents by their keys."""
    return Quotation(
        f"{row['context_before']}\n{row['context_after']}",
        ids[row["query_doc"]],
        ids[row["gold_doc"]],
        (row["start"], row["end"]),
        row["span"],
    )


def unlinked(text: str) -> str:
    """A text with the words of its links in their place."""
    return LINK.sub(lambda link: link["words"], text)


FORMS: dict[str, Callable[[str], str]] = {
    "quotations, the words around": str,
    "quotations, links as words": unlinked,
}
"""What is asked of the words around a quotation."""


def verdicts(
    library: Library, quotation: Quotation, form: Callable[[str], str]
) -> tuple[list[bool], Found]:
    """For each hit that counts, best first, whether it is what is quoted."""
    twins = library.stores.catalogue.twins
    left_out = {quotation.quoting, *twins.of(quotation.quoting)}
    originals = {quotation.quoted, *twins.of(quotation.quoted)} - left_out
    found = search(library, form(quotation.context), PASSAGES, left_out)
    return [holds(hit, quotation, originals) for hit in found.hits], found


def holds(hit: Hit, quotation: Quotation, originals: set[str]) -> bool:
    """Whether a hit is what is quoted: at its place, or the same words in the same text."""
    start, end = hit.passage.start, hit.passage.end
    if hit.document.id == quotation.quoted:
        shorter = min(end - start, quotation.span[1] - quotation.span[0])
        return shared((start, end), [quotation.span]) >= HALF * shorter
    return not originals.isdisjoint((hit.document.id, *hit.same)) and same_words(
        hit.text, quotation.text
    )


def same_words(one: str, other: str) -> bool:
    """Whether half of the shorter text stands in the other."""
    a, b = shingles(bare_words(one)), shingles(bare_words(other))
    shorter = min(len(a), len(b))
    return bool(shorter) and len(a & b) >= HALF * shorter
