"""A question → an answer. The way that everything else serves, top to bottom."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from uuid import uuid4

from answer import absence, compose
from answer.cite import cite
from answer.compose import Said
from answer.confidence import confidence, features, threshold
from answer.directory import Directory
from answer.draft import Draft
from answer.evidence import Evidence, evidence
from answer.layout import laid_out, times
from answer.people import Kind, Named, named
from answer.record import Answer, Citation
from answer.small_talk import reply
from answer.usage import Usage
from answer.wording import phrase
from errors import BadInput, EmptyIndex
from index.build import Stores
from index.filters import Filters
from index.search import Hit, Search
from index.words import Words
from ingest.archive import Archive

HITS, WIDE = 20, 40
"""Passages that are read for a question, and for one that asks for many people's words."""

CHOOSE: dict[Kind, int] = {"words": 0, "compare": 5, "change": 10, "who": 10}
"""Quotations to choose from where people or times matter too, for each person who is asked."""

OTHERS = 0.8
LONGEST_QUESTION = 4_000
"""Characters; the model reads about a thousand of them."""


@dataclass(frozen=True, slots=True)
class Status:
    """What is being done, for somebody who waits."""

    text: str


@dataclass(frozen=True, slots=True)
class Delta:
    """Words of the answer, in order."""

    text: str


Event = Status | Citation | Delta | Answer
"""A stream of them ends in the answer; a citation comes before the words that point at it."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is found for a question, or for one of the people whose words it asks for."""

    hits: list[Hit]
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """A part with the words in it that may answer, and how surely they do."""

    part: Part
    runs: list[Evidence]
    confidence: float


class Answerer:
    """Answers questions from one data folder, extractively: in the words of the documents."""

    def __init__(self, archive: Archive, stores: Stores, search: Search) -> None:
        self._archive, self._stores, self._search = archive, stores, search
        self._usage = Usage(archive, stores)
        self._directory = Directory(archive.people())
        self._revision = archive.revision

    @property
    def directory(self) -> Directory:
        """The authors of the corpus as it stands now."""
        revision = self._archive.revision
        if revision != self._revision:
            self._directory, self._revision = Directory(self._archive.people()), revision
        return self._directory

    def named(self, question: str) -> Named:
        """The people whom a question names."""
        return named(question, self.directory, self._usage.ordinary)

    def answer(
        self, question: str, filters: Filters | None = None, id_: str | None = None
    ) -> Answer:
        """The answer to a question. Raises BadInput and EmptyIndex."""
        *_, last = self.respond(question, filters, id_)
        assert isinstance(last, Answer)
        return last

    def respond(
        self, question: str, filters: Filters | None = None, id_: str | None = None
    ) -> Iterator[Event]:
        """The answer as it comes into being. Raises BadInput and EmptyIndex."""
        question = checked(question)
        draft = Draft(id_ or uuid4().hex[:12], question)
        if talk := reply(question):
            yield Delta(talk)
            yield draft.reply(talk)
            return
        passages = self._stores.keywords.count()
        if not passages:
            raise EmptyIndex(
                "there are no documents yet: bring some in with 'whosaid ingest SOURCE'"
            )
        yield Status(f"searching {passages:,} passages")
        yield from self._searched(self.named(question), filters or Filters(), draft)

    def _searched(self, named: Named, filters: Filters, draft: Draft) -> Iterator[Event]:
        draft.asked = named.asked
        draft.missing += absence.unknown(named.unknown)
        if named.unknown and not named.speaking:
            yield draft.abstain(*absence.quoted(named, self._search, filters))
            return
        parts = self._parts(named, filters)
        draft.clock.retrieved()
        if not any(part.hits for part in parts):
            yield draft.abstain(absence.nothing(named.speaking, filters))
            return
        yield Status(f"reading {sum(len(part.hits) for part in parts)} passages")
        weighed = [self._weighed(part, named) for part in parts if part.hits]
        best = max(weighed, key=lambda one: one.confidence)
        draft.confidence = best.confidence
        if best.confidence < threshold():
            yield draft.abstain(*absence.not_answered(named, best.runs[0]))
            return
        cited = self._cited([one for one in weighed if one.confidence >= threshold()])
        heard = {part.author for part, said in cited if said}
        if silent := [author for author in named.speaking if author not in heard]:
            draft.missing.append(absence.off_subject(silent))
        if not heard:
            yield draft.abstain()
            return
        yield from self._quote([said for _, said in cited if said], named, draft)

    def _parts(self, named: Named, filters: Filters) -> list[Part]:
        """What is found: for each person whose words are asked for, among their own words."""
        if named.speaking:
            each = max(HITS // len(named.speaking), HITS // 4)
            return [
                Part(self._own(author, named.subject, each, filters), author)
                for author in named.speaking
            ]
        if named.kind == "who":
            hits = self._search.hits(named.subject, WIDE, filters)
            theirs = {name for author in named.about for name in self.directory.signed(author)}
            return [Part([hit for hit in hits if not theirs.intersection(hit.segment.writers)])]
        if filters.authors or not named.about:
            return [Part(self._search.hits(named.subject, HITS, filters))]
        return [Part(self._about(named, filters))]

    def _own(self, author: str, subject: str, count: int, filters: Filters) -> list[Hit]:
        """What an author has written themselves, as far as the filters let it through."""
        names = self.directory.signed(author)
        if filters.authors:
            names = tuple(name for name in names if name in filters.authors)
        if not names:
            return []
        return self._search.hits(subject, count, replace(filters, authors=names))

    def _about(self, named: Named, filters: Filters) -> list[Hit]:
        """Where a question only names authors: their words, and others' that count less."""
        each = HITS // len(named.about)
        own = [
            hit for author in named.about for hit in self._own(author, named.subject, each, filters)
        ]
        known = {hit.passage for hit in own}
        others = self._search.hits(named.asked, HITS, filters)
        return own + [
            replace(hit, score=OTHERS * hit.score) for hit in others if hit.passage not in known
        ]

    def _weighed(self, part: Part, named: Named) -> Weighed:
        subject = named.subject
        words = Words(subject, self._stores.keywords)
        closeness = partial(self._search.closeness, subject)
        runs = evidence(subject, part.hits, words, closeness, CHOOSE[named.kind])
        return Weighed(part, runs, confidence(features(subject, part.hits, runs, words)))

    def _quote(self, cited: list[list[Said]], named: Named, draft: Draft) -> Iterator[Event]:
        said = compose.numbered(laid_out(cited, named.kind))
        if named.kind == "change" and _is_of_one_time(said):
            draft.missing.append(phrase("abstain.one_time", who=compose.listed(named.speaking)))
        sentences = compose.sentences(said, dated=named.kind == "change")
        text = compose.text(sentences, said)
        shown = 0
        for one, sentence in zip(said, sentences, strict=True):
            yield one.citation
            end = text.index(marked := compose.marked(sentence), shown) + len(marked)
            yield Delta(text[shown:end])
            shown = end
        yield draft.finish(
            answer=text,
            sentences=sentences,
            citations=tuple(one.citation for one in said),
            abstained=False,
        )

    def _cited(self, weighed: list[Weighed]) -> list[tuple[Part, list[Said]]]:
        """The citations of each part, each place once.

        Where somebody's words are asked for, what turns out to be another's is left out.
        """
        cited: set[tuple[str, int]] = set()
        parts = []
        for one in weighed:
            said = {_place(said): said for said in map(self._said, one.runs)}
            author = one.part.author
            own = [
                said[place]
                for place in said
                if place not in cited and (author is None or author in said[place].authors)
            ]
            cited.update(said)
            parts.append((one.part, own))
        return parts

    def _said(self, run: Evidence) -> Said:
        """A citation with what its page tells besides."""
        citation = cite(1, run, self._archive, self._stores.catalogue)
        document = run.hit.document
        if citation.document != document.id:
            document = self._archive.document(citation.document) or document
        segment = document.segment_at(citation.start)
        return Said(
            citation,
            tuple(map(self.directory.shown, citation.authors)),
            tuple(self.directory.shown(author.name) for author in segment.authors),
            segment.several,
        )


def _place(said: Said) -> tuple[str, int]:
    return said.citation.document, said.citation.start


def _is_of_one_time(said: list[Said]) -> bool:
    """Whether there is nothing that could show a change."""
    dates = list(times(said))
    return len(said) == 1 or (len(dates) == 1 and dates[0] is not None)


def checked(question: str) -> str:
    """The question without white space around it. Raises BadInput if it cannot be asked."""
    question = question.strip()
    if not question:
        raise BadInput("the question is empty")
    if any("\ud800" <= character <= "\udfff" for character in question):
        raise BadInput("the question holds half a character: it is not valid Unicode")
    if len(question) > LONGEST_QUESTION:
        raise BadInput(
            f"the question has {len(question):,} characters; shorten it to {LONGEST_QUESTION:,}"
        )
    return question
