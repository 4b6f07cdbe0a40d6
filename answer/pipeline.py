"""A question → an answer. The way that everything else serves, top to bottom."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from time import perf_counter
from uuid import uuid4

from answer import compose
from answer.cite import cite
from answer.confidence import confidence, features, threshold
from answer.evidence import Evidence, evidence
from answer.people import Directory, Named
from answer.record import Answer, Citation, Timings
from answer.small_talk import reply
from answer.wording import phrase
from errors import BadInput, EmptyIndex
from index.build import Stores
from index.filters import Filters
from index.search import Hit, Search
from index.words import Words
from ingest.archive import Archive

HITS = 20
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


class Answerer:
    """Answers questions from one data folder, extractively: in the words of the documents."""

    def __init__(self, archive: Archive, stores: Stores, search: Search) -> None:
        self._archive, self._stores, self._search = archive, stores, search
        self._directory = Directory(archive.people())
        self._revision = archive.revision

    @property
    def directory(self) -> Directory:
        """The authors of the corpus as it stands now."""
        revision = self._archive.revision
        if revision != self._revision:
            self._directory, self._revision = Directory(self._archive.people()), revision
        return self._directory

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
        clock = _Clock()
        question = checked(question)
        draft = _Draft(id_ or uuid4().hex[:12], question, clock)
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
        named = self.directory.named(question)
        draft.asked = named.asked
        if named.absent:
            draft.missing = phrase("abstain.absent", who=compose.listed(named.absent))
            if not named.speaking:
                yield draft.abstain(draft.missing)
                return
        words = Words(named.subject, self._stores.keywords)
        hits = self._hits(named, filters or Filters())
        clock.retrieved()
        if not hits:
            yield draft.abstain(_nothing_found(named))
            return
        yield Status(f"reading {len(hits)} passages")
        found = evidence(named.subject, hits, words, partial(self._search.closeness, named.subject))
        draft.confidence = confidence(features(named.subject, hits, found, words))
        if draft.confidence < threshold():
            yield draft.abstain(_not_answered(named, found[0]))
            return
        yield from self._quote(found, draft)

    def _hits(self, named: Named, filters: Filters) -> list[Hit]:
        """What is found: for each person whose words are asked for, of their own words.

        Where a question only names an author, what others write counts a little less.
        """
        if filters.authors or not named.authors:
            return self._search.hits(named.subject, HITS, filters)
        each = HITS // len(named.authors)
        own = [
            hit
            for name in named.speaking or named.authors
            for hit in self._search.hits(named.subject, each, replace(filters, authors=(name,)))
        ]
        if named.speaking:
            return own
        others = self._search.hits(named.asked, HITS, filters)
        known = {hit.passage for hit in own}
        return own + [
            replace(hit, score=OTHERS * hit.score) for hit in others if hit.passage not in known
        ]

    def _quote(self, found: list[Evidence], draft: "_Draft") -> Iterator[Event]:
        cited: dict[tuple[str, int], Citation] = {}
        for number, run in enumerate(found, 1):
            citation = cite(number, run, self._archive, self._stores.catalogue)
            cited.setdefault((citation.document, citation.start), citation)
        citations = compose.ordered(cited.values())
        sentences = compose.sentences(citations)
        text = compose.text(sentences, citations)
        shown = 0
        for citation, sentence in zip(citations, sentences, strict=True):
            yield citation
            end = text.index(marked := compose.marked(sentence), shown) + len(marked)
            yield Delta(text[shown:end])
            shown = end
        yield draft.finish(
            answer=text, sentences=sentences, citations=tuple(citations), abstained=False
        )


class _Clock:
    """Milliseconds since the question came, and since the passages were found."""

    def __init__(self) -> None:
        self._start = perf_counter()
        self._found = self._start

    def retrieved(self) -> None:
        self._found = perf_counter()

    def timings(self) -> Timings:
        now = perf_counter()
        retrieve, total = self._found - self._start, now - self._start
        return Timings(
            retrieve=round(retrieve * 1000, 1),
            answer=round((total - retrieve) * 1000, 1),
            total=round(total * 1000, 1),
        )


class _Draft:
    """An answer record while it is being filled in."""

    def __init__(self, id_: str, question: str, clock: _Clock) -> None:
        self._id, self._question, self._clock = id_, question, clock
        self.asked = question
        self.confidence = 0.0
        self.missing: str | None = None

    def reply(self, text: str) -> Answer:
        """A plain reply, which cites nothing."""
        self.confidence = 1.0
        return self.finish(answer=text, abstained=False)

    def abstain(self, reason: str) -> Answer:
        """No answer, and why."""
        return self.finish(answer=reason, abstained=True, reason=reason)

    def finish(self, **fields: object) -> Answer:
        """The record with these fields and the honest empty value of the others."""
        defaults = {"reason": self.missing, "model": None, "sentences": (), "citations": ()}
        record = defaults | {
            "schema": 1, "id": self._id, "question": self._question, "asked": self.asked,
            "mode": "extractive", "confidence": round(self.confidence, 3),
            "timings_ms": self._clock.timings(),
        }  # fmt: skip
        return Answer.model_validate(record | fields)


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


def _nothing_found(named: Named) -> str:
    if named.speaking:
        return phrase("abstain.off_subject", who=compose.listed(named.speaking))
    return phrase("abstain.nothing")


def _not_answered(named: Named, closest: Evidence) -> str:
    """Why not, with the closest thing that there is."""
    document = closest.hit.document
    place = document.title or document.path or document.id
    authors = closest.hit.segment.writers
    start = _nothing_found(named) if named.speaking else phrase("abstain.not_answered")
    if authors:
        return f"{start} {phrase('abstain.closest_by', place=place, who=compose.listed(authors))}"
    return f"{start} {phrase('abstain.closest', place=place)}"
