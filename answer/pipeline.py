"""A question → an answer. The way that everything else serves, top to bottom."""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from answer import absence, compose
from answer.citing import Citer, Numbers, place
from answer.compose import Said
from answer.confidence import threshold
from answer.conversation.exchange import Exchange
from answer.conversation.known import Known
from answer.conversation.meaning import Meaning, meant
from answer.directory import Directory
from answer.draft import Draft
from answer.events import Delta, Event, Status
from answer.finding import Finder, Weighed, wanted
from answer.layout import MOST, laid_out, times
from answer.people import Named, named
from answer.record import Answer, Citation
from answer.small_talk import reply
from answer.usage import Usage
from answer.wording import phrase
from answer.writing.task import Mode, Task, Written
from errors import BadInput, EmptyIndex
from index.build import Stores
from index.filters import Filters
from index.search import Search
from ingest.archive import Archive

if TYPE_CHECKING:
    from answer.writing.writer import Writer

LONGEST_QUESTION = 4_000
"""Characters; the model reads about a thousand of them."""


class Answerer:
    """Answers questions from one data folder: in the words of the documents, or in those of a
    language model that are checked against them.
    """

    def __init__(
        self, archive: Archive, stores: Stores, search: Search, writer: "Writer | None" = None
    ) -> None:
        self._archive, self._stores, self._writer = archive, stores, writer
        self._finder, self._usage = Finder(search, stores.keywords), Usage(archive, stores)
        self._search = search
        self._directory = Directory(archive.people())
        self._revision = archive.revision

    @property
    def directory(self) -> Directory:
        """The authors of the corpus as it stands now."""
        revision = self._archive.revision
        if revision != self._revision:
            self._directory, self._revision = Directory(self._archive.people()), revision
        return self._directory

    @property
    def model(self) -> str | None:
        """The name of the language model that writes, if one does."""
        return self._writer.model.name if self._writer else None

    def extractive(self) -> "Answerer":
        """The same without a language model: it answers at once and asks nobody."""
        other = copy(self)
        other._writer = None
        return other

    def writing(self, mode: Mode) -> "Answerer":
        """The same with answers written in another way; without a model nothing changes."""
        other = copy(self)
        other._writer = self._writer and self._writer.writing(mode)
        return other

    def named(self, question: str) -> Named:
        """The people whom a question names."""
        return named(question, self.directory, self._usage.ordinary)

    def answer(
        self,
        question: str,
        filters: Filters | None = None,
        id_: str | None = None,
        history: Sequence[Exchange] = (),
    ) -> Answer:
        """The answer to a question. Raises BadInput and EmptyIndex."""
        *_, last = self.respond(question, filters, id_, history)
        assert isinstance(last, Answer)
        return last

    def respond(
        self,
        question: str,
        filters: Filters | None = None,
        id_: str | None = None,
        history: Sequence[Exchange] = (),
    ) -> Iterator[Event]:
        """The answer as it comes into being, after what was asked before.

        Raises BadInput and EmptyIndex.
        """
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
        filters = filters or Filters()
        meaning = self._meant(question, history, filters)
        cited = [citation for exchange in history for citation in exchange.citations]
        yield from self._searched(meaning, filters, cited, draft)

    def _meant(self, question: str, history: Sequence[Exchange], filters: Filters) -> Meaning:
        """What a question means after what was asked before."""
        known = Known(self.directory, self._usage.ordinary)
        model = self._writer.model if self._writer else None
        return meant(
            question,
            history,
            known,
            lambda named: self._finder.confidence(named, self.directory, filters),
            model,
        )

    def _searched(
        self, meaning: Meaning, filters: Filters, before: Sequence[Citation], draft: Draft
    ) -> Iterator[Event]:
        named, draft.asked = meaning.named, meaning.named.asked
        draft.missing += absence.unknown(named.unknown)
        if reasons := list(absence.beforehand(meaning, self._search, filters)):
            yield draft.abstain(*filter(None, reasons))
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
        yield from self._cited(replace(meaning, named=named), sure, filters, before, draft)

    def _cited(
        self,
        meaning: Meaning,
        sure: Sequence[Weighed],
        filters: Filters,
        before: Sequence[Citation],
        draft: Draft,
    ) -> Iterator[Event]:
        """An answer of what was found, with citations that have the numbers of those before."""
        named = meaning.named
        citer = Citer(self._archive, self._stores.catalogue, self.directory, filters)
        cited = citer.cited(sure, map(place, before) if meaning.more else ())
        heard = {author for said in cited for one in said for author in one.authors}
        if silent := [author for author in named.speaking if author not in heard]:
            draft.missing.append(absence.off_subject(silent))
        if not cited:
            yield draft.abstain(*([phrase("abstain.no_more")] if meaning.more else []))
            return
        said, numbers = laid_out(cited, named.kind), Numbers(before)
        if self._writer is None:
            yield from self._quote(said, named, numbers, draft)
            return
        stems, ordinary = self._stores.keywords.stems, self._usage.ordinary
        task = Task(named.asked, wanted(sure), citer, numbers, stems, ordinary)
        yield from self._write(self._writer, task, said, named, draft)

    def _write(
        self, writer: "Writer", task: Task, said: Sequence[Said], named: Named, draft: Draft
    ) -> Iterator[Event]:
        """The model's answer as far as it is borne out; else the authors' own words."""
        for event in writer.write(task):
            if not isinstance(event, Written):
                yield event
                continue
            draft.missing += event.notes
            if not event.page.sentences:
                yield from self._quote(said, named, task.numbers, draft)
            else:
                if event.unfinished:
                    yield from event.page.quote(said)
                yield draft.finish(
                    answer=event.page.text, sentences=tuple(event.page.sentences),
                    citations=event.page.citations, abstained=False,
                    mode="generated", model=writer.model.name,
                )  # fmt: skip

    def _quote(
        self, cited: Sequence[Said], named: Named, numbers: Numbers, draft: Draft
    ) -> Iterator[Event]:
        """The authors' own words."""
        said = list(map(numbers.numbered, cited))
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


def _is_of_one_time(said: Sequence[Said]) -> bool:
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
