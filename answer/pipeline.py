"""A question → an answer. The way that everything else serves, top to bottom."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import uuid4

from answer import absence, compose
from answer.cite import cite
from answer.compose import Said
from answer.confidence import threshold
from answer.directory import Directory
from answer.draft import Draft
from answer.events import Delta, Event, Status
from answer.evidence import Evidence
from answer.finding import Finder, Weighed
from answer.layout import MOST, laid_out, times
from answer.people import Named, named
from answer.record import Answer
from answer.small_talk import reply
from answer.usage import Usage
from answer.wording import phrase
from errors import BadInput, EmptyIndex
from index.build import Stores
from index.filters import Filters
from index.search import Search
from ingest.archive import Archive

LONGEST_QUESTION = 4_000
"""Characters; the model reads about a thousand of them."""


class Answerer:
    """Answers questions from one data folder, extractively: in the words of the documents."""

    def __init__(self, archive: Archive, stores: Stores, search: Search) -> None:
        self._archive, self._stores, self._search = archive, stores, search
        self._finder, self._usage = Finder(search, stores.keywords), Usage(archive, stores)
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
        if named.speaking and named.subject == named.asked:
            yield draft.abstain(absence.no_subject(named.speaking))
            return
        if len(named.speaking) > MOST:
            draft.missing.append(phrase("abstain.too_many"))
            named = replace(named, speaking=named.speaking[:MOST])
        parts = self._finder.parts(named, self.directory, filters)
        draft.clock.retrieved()
        if not any(part.hits for part in parts):
            yield draft.abstain(absence.nothing(named.speaking, filters))
            return
        yield Status(f"reading {sum(len(part.hits) for part in parts)} passages")
        weighed = [self._finder.weighed(part, named) for part in parts if part.hits]
        best = max(weighed, key=lambda one: one.confidence)
        draft.confidence = best.confidence
        if best.confidence < threshold():
            yield draft.abstain(*absence.not_answered(named, best, self._stores.keywords))
            return
        sure = [one for one in weighed if one.confidence >= threshold()]
        cited = self._cited(sure, filters)
        heard = {author for said in cited for one in said for author in one.authors}
        if silent := [author for author in named.speaking if author not in heard]:
            draft.missing.append(absence.off_subject(silent))
        if not cited:
            yield draft.abstain()
            return
        yield from self._quote(cited, named, draft)

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

    def _cited(self, weighed: list[Weighed], filters: Filters) -> list[list[Said]]:
        """The citations of each part that has some, each place once.

        Where somebody's words are asked for, what turns out to be another's is left out; so is
        what stands first in a document that the filters leave out.
        """
        places: set[tuple[str, int]] = set()
        parts = []
        for one in weighed:
            part = []
            for run in one.runs:
                said = self._said(run)
                place = said.citation.document, said.citation.start
                moved = said.citation.document != run.hit.document.id
                meant = not moved or filters.admit(
                    said.citation.authors, said.citation.source, said.citation.date
                )
                if place not in places and meant and one.part.author in (None, *said.authors):
                    part.append(said)
                places.add(place)
            parts.append(part)
        return [part for part in parts if part]

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
