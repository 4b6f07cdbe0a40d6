"""Curated questions with their answers, read from a folder, and again when its files change."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from types import MappingProxyType

from answer.faq.entry import Entry, Match, Term
from answer.faq.glossary import glossary
from answer.faq.matching import Matcher
from answer.faq.sureness import threshold
from index.embed import Embedder
from index.vector import Vectors

LOG = logging.getLogger(__name__)
MOST_RELATED = 3
LONGEST = 2_000
"""Characters of a text that are compared: no question is longer, and a model reads less."""

AskedFor = Callable[[str], frozenset[str]]
"""The people whose words a question asks for."""

State = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """What a folder held when it was as `state` tells."""

    state: State
    entries: Mapping[str, Entry]
    glossary: Mapping[str, Term]
    problems: tuple[str, ...]
    matcher: Matcher


@dataclass(slots=True)
class Faq:
    """What people have answered already; only what is published is ever given out.

    A question that asks for the words of somebody of whom an entry does not speak is not answered
    by it.
    """

    folder: Path
    embedder: Embedder
    asked_for: AskedFor = lambda _: frozenset()
    _vectors: dict[str, Vectors] = field(default_factory=dict)
    _last: _Read | None = None
    _lock: Lock = field(default_factory=Lock)

    @classmethod
    def of(
        cls, folder: Path, embedder: Embedder, asked_for: AskedFor = lambda _: frozenset()
    ) -> "Faq":
        """The FAQ of a folder, which need not be there; nothing is read yet."""
        return cls(folder, embedder, asked_for)

    def open(self) -> None:
        """Read the folder now, so that nobody who asks waits for it."""
        self._read()

    @property
    def entries(self) -> Mapping[str, Entry]:
        """The published entries by their ids."""
        return self._read().entries

    @property
    def glossary(self) -> Mapping[str, Term]:
        """The terms by each of their forms, in small letters."""
        return self._read().glossary

    @property
    def problems(self) -> tuple[str, ...]:
        """What of the folder cannot be used, in a line each."""
        return self._read().problems

    def search(self, text: str, top: int = 10) -> list[Match]:
        """The entries that a text may be about, best first; its last word may not be whole."""
        text = text[:LONGEST]
        if not text.strip():
            return []
        return self._read().matcher.search(text, self.embedder.embed_query(text), top)

    def answering(self, question: str) -> Match | None:
        """The entry that answers a question, if that is sure enough."""
        if len(question) > LONGEST or not question.strip():
            return None
        vector = self.embedder.embed_query(question)
        found = self._read().matcher.closest(question, vector)
        if found is None or found.score < threshold():
            return None
        return found if self.asked_for(question) <= self.asked_for(found.phrasing) else None

    def related(self, entry: Entry) -> list[Entry]:
        """The entries that an entry names as related, three at most."""
        known = self.entries
        found = (known[id_] for id_ in entry.related if id_ in known and id_ != entry.id)
        return list(found)[:MOST_RELATED]

    def _read(self) -> _Read:
        """What the folder holds now; only phrasings that are new are embedded."""
        from answer.faq.reading import files, read  # noqa: PLC0415  # it parses many kinds of file

        with self._lock:
            state = tuple(
                (str(path), found.st_mtime_ns, found.st_size)
                for path in files(self.folder)
                for found in [path.stat()]
            )
            if self._last is None or self._last.state != state:
                content = read(self.folder)
                for problem in content.problems:
                    LOG.warning("faq: %s", problem)
                published = [entry for entry in content.entries if entry.published]
                self._embed(published)
                self._last = _Read(
                    state,
                    MappingProxyType({entry.id: entry for entry in published}),
                    MappingProxyType(glossary(content.terms)),
                    content.problems,
                    Matcher(published, self._vectors),
                )
            return self._last

    def _embed(self, entries: list[Entry]) -> None:
        """Have a vector of each phrasing, and of no other."""
        texts = {text for entry in entries for text in entry.asked}
        known = self._vectors
        self._vectors = {
            text: known[text] if text in known else self.embedder.embed_query(text)
            for text in texts
        }
