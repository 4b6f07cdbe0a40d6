"""A question → what may be quoted: found, and weighed, for each person who is asked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, zip_longest

from answer.asked_for import Shape, lacking
from answer.confidence import Features, confidence, features
from answer.directory import Directory
from answer.evidence import Evidence, evidence
from answer.people import Kind, Named
from index.filters import Filters
from index.keywords import KeywordIndex
from index.passage import readable
from index.search import Hit, Search
from index.words import Words

HITS, WIDE = 20, 40
"""Passages that are read for a question, and for one that asks for many people's words."""

CHOOSE: dict[Kind, int] = {"words": 0, "compare": 5, "change": 10, "who": 10}
"""Quotations to choose from where people or times matter too, for each person who is asked."""

Wanted = tuple[Hit, str | None]
"""A hit, and whose words alone are wanted of it, if somebody's are."""

OTHERS = 0.8
"""What the words of others count where a question names an author and asks for nobody's."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is found for a question, or for one of the people whose words it asks for."""

    hits: list[Hit]
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """A part with the words in it that may answer, and what tells how surely they do."""

    part: Part
    runs: list[Evidence]
    features: Features
    lacking: Shape | None

    @property
    def confidence(self) -> float:
        """The probability that they answer; none if no run has the time or number asked for."""
        return 0.0 if self.lacking else confidence(self.features)


class Finder:
    """Finds what may be quoted in one data folder."""

    def __init__(self, search: Search, keywords: KeywordIndex) -> None:
        self._search, self._keywords = search, keywords

    def parts(self, named: Named, directory: Directory, filters: Filters) -> list[Part]:
        """What is found: for each person whose words are asked for, among their own words."""
        if named.speaking:
            each = max(HITS // len(named.speaking), HITS // 4)
            found = ((author, directory.signed(author)) for author in named.speaking)
            return [
                Part(self._own(names, named.subject, each, filters), author)
                for author, names in found
            ]
        about = [name for author in named.about for name in directory.signed(author)]
        if named.kind == "who":
            hits = self._search.hits(named.subject, WIDE, filters)
            return [Part([hit for hit in hits if not set(about) & set(hit.segment.writers)])]
        if filters.authors or not about:
            return [Part(self._search.hits(named.subject, HITS, filters))]
        return [Part(self._about(about, named, filters))]

    def _own(self, names: Sequence[str], subject: str, count: int, filters: Filters) -> list[Hit]:
        """What is signed with these names, as far as the filters let it through."""
        if filters.authors:
            names = [name for name in names if name in filters.authors]
        if not names:
            return []
        return self._search.hits(subject, count, replace(filters, authors=tuple(names)))

    def _about(self, names: Sequence[str], named: Named, filters: Filters) -> list[Hit]:
        """The words of those whom a question only names, and others' that count less."""
        own = self._own(names, named.subject, HITS, filters)
        known = {hit.passage for hit in own}
        others = self._search.hits(named.asked, HITS, filters)
        return own + [
            replace(hit, score=OTHERS * hit.score) for hit in others if hit.passage not in known
        ]

    def confidence(self, named: Named, directory: Directory, filters: Filters) -> float:
        """How surely what is found for a question answers it."""
        if named.unknown and not named.speaking:
            return 0.0
        found = [part for part in self.parts(named, directory, filters) if part.hits]
        return max((self.weighed(part, named).confidence for part in found), default=0.0)

    def weighed(self, part: Part, named: Named) -> Weighed:
        """The words of a part that come closest to an answer."""
        subject = named.subject
        words = Words(subject, self._keywords)
        runs = evidence(subject, part.hits, words, CHOOSE[named.kind])
        found = features(subject, part.hits, runs, words)
        absent = lacking(subject, [readable(run.quote) for run in runs])
        return Weighed(part, runs, found, absent)


def wanted(weighed: Sequence[Weighed]) -> list[Wanted]:
    """The hits of all parts in turn, those first that are quoted, with whose words are wanted."""
    each = [[(hit, one.part.author) for hit in _quoted_first(one)] for one in weighed]
    return [found for found in chain(*zip_longest(*each)) if found]


def _quoted_first(weighed: Weighed) -> list[Hit]:
    hits = [*(run.hit for run in weighed.runs), *weighed.part.hits]
    return list({(hit.document.id, hit.passage.start): hit for hit in hits}.values())
