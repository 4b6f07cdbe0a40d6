"""Where the words of a quotation stand as their author's own."""

from collections import defaultdict
from dataclasses import dataclass

from index.catalogue import Catalogue, Place, Standing
from index.sameness import bare_words
from index.sentences import sentences
from ingest.archive import Archive
from ingest.document import Document

FEWEST_WORDS = 6
"""Words of a quotation that must be found; fewer may be anybody's."""

FOUND = 0.5
"""The share of a quotation's words that must be found."""


@dataclass(frozen=True, slots=True)
class Original:
    """Whole sentences of a document, as their author's own words."""

    document: Document
    start: int
    end: int


def original(
    document: Document, start: int, end: int, archive: Archive, catalogue: Catalogue
) -> Original | None:
    """The place that a quotation is taken from, or None where that cannot be told."""
    texts = [document.text[slice(*span)] for span in sentences(document.text, start, end)]
    held: dict[str, list[tuple[Place, int]]] = defaultdict(list)
    total = 0
    for text in texts:
        count = len(bare_words(text))
        total += count
        for place in catalogue.places(text):
            here = place.document == document.id and start <= place.start < end
            if place.standing == Standing.SIGNED and not here:
                held[place.document].append((place, count))
    if not held:
        return None
    best = max(held, key=lambda name: sum(count for _, count in held[name]))
    found = sum(count for _, count in held[best])
    source = archive.document(best)
    if source is None or found < max(FEWEST_WORDS, FOUND * total):
        return None
    places = [place for place, _ in held[best]]
    return Original(source, min(p.start for p in places), max(p.end for p in places))
