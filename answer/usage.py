"""How the corpus writes a word: "alignment" is a word there, "Christiano" a name."""

import re

from index.build import Stores
from index.filters import Filters
from ingest.archive import Archive

LOOKED_AT = 10
"""Passages; more would cost milliseconds and say the same."""

OUTSIDE_ADDRESSES = r"(?<![\w./@-]){}(?![\w/@-]|\.\w)"
"""A word, but not that of an address, which is always written small."""


class Usage:
    """Whether words are ordinary ones in one corpus."""

    def __init__(self, archive: Archive, stores: Stores) -> None:
        self._archive, self._stores = archive, stores

    def ordinary(self, word: str) -> bool:
        """Whether the corpus writes a word small at least as often as with a capital."""
        keywords = self._stores.keywords
        if not keywords.terms(word):
            return True
        best = [id_ for id_, _ in keywords.best(word, LOOKED_AT, Filters())]
        passages = list(self._stores.catalogue.passages(best).values())
        pattern = re.compile(OUTSIDE_ADDRESSES.format(re.escape(word)), re.IGNORECASE)
        written = [
            found.group()
            for passage in passages
            if (document := self._archive.document(passage.document))
            for found in pattern.finditer(document.text, passage.start, passage.end)
        ]
        small = sum(spelling[0].islower() for spelling in written)
        return 0 < 2 * small >= len(written)
