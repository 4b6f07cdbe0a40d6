"""A question and what has come of it so far, and what is kept of it in the browser."""

from collections.abc import Callable
from dataclasses import dataclass, field

from pydantic import Field, ValidationError

from answer.conversation.exchange import Exchange
from answer.faq.entry import Entry
from answer.record import Answer, Citation, Value
from faces.chat import cards
from faces.chat.authors import Authors
from faces.chat.elsewhere import elsewhere
from faces.chat.terms import Explained
from ingest.archive import Archive

LONGEST = 20_000
"""Characters of a text that is taken back from a browser."""


class Kept(Value):
    """What a browser keeps of a turn, to show it again after a reload.

    `wanted` are the fields of the filter, `entry` is the id of an answer of the FAQ; `text` and
    `citations` are what there was of an answer that is not whole.
    """

    question: str = Field(max_length=LONGEST)
    wanted: str = Field("", max_length=LONGEST)
    only: str = Field("", max_length=LONGEST)
    answer: Answer | None = None
    entry: str | None = None
    text: str = Field("", max_length=LONGEST)
    error: str = Field("", max_length=LONGEST)
    citations: tuple[Citation, ...] = ()


@dataclass(slots=True)
class Turn:
    """One question and what has come of it so far.

    `wanted` are the fields of the filter and `only` says them in words; `people` has the ids of the
    cards about authors by their names; `instead` are the questions that may have been meant, and
    `next` those to go on with; `unchecked` is what a language model is writing; `entry` is the
    answer of the FAQ, if that is what is shown, with the questions that are `related` to it;
    `by_person` tells that several people are asked for their words; `terms` are those of the
    glossary that the answer has.
    """

    number: int
    question: str
    wanted: str = ""
    only: str = ""
    status: str = ""
    unchecked: str = ""
    text: str = ""
    citations: list[Citation] = field(default_factory=list)
    cards: list[str] = field(default_factory=list)
    people: dict[str, str] = field(default_factory=dict)
    answer: Answer | None = None
    entry: Entry | None = None
    related: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    by_person: bool = False
    terms: tuple[Explained, ...] = ()
    error: str = ""
    stopped: bool = False

    @property
    def over(self) -> bool:
        """Whether nothing more comes."""
        return bool(self.answer or self.entry or self.error or self.stopped)

    def cite(self, citation: Citation, archive: Archive, authors: Authors) -> None:
        """Take in a citation with its card, and the cards about those who wrote it."""
        document = archive.document(citation.document)
        part = cards.segment(citation, document)
        quoting = [author.name for author in part.authors] if part else []
        for name in (*citation.authors, *quoting):
            self._introduce(name, authors)
        others = elsewhere(citation, archive)
        self.citations.append(citation)
        self.cards.append(cards.card(citation, document, self.id(citation), self.people, others))

    def id(self, citation: Citation) -> str:
        """The id of the card of a citation."""
        return f"card-{self.number}-{citation.n}"

    def term_id(self, place: int) -> str:
        """The id of the card of a term, by its place among the terms."""
        return f"term-{self.number}-{place}"

    def exchange(self) -> Exchange:
        """What a turn leaves to the next ones; one that was stopped leaves what it has cited."""
        if self.answer:
            return Exchange.of(self.answer)
        return Exchange(self.question, self.question, self.text, tuple(self.citations))

    def kept(self) -> Kept:
        """What the browser is to keep of it."""
        whole = self.answer is not None
        return Kept(
            question=self.question[:LONGEST],
            wanted=self.wanted,
            only=self.only,
            answer=self.answer,
            entry=self.entry.id if self.entry else None,
            error=self.error,
            text="" if whole else self.text[:LONGEST],
            citations=() if whole else tuple(self.citations),
        )

    def _introduce(self, name: str, authors: Authors) -> None:
        id_ = f"author-{self.number}-{len(self.people) + 1}"
        if name not in self.people and (card := authors.card(name, id_)):
            self.people[name] = id_
            self.cards.append(card)


def taken_back(kept: Kept, number: int, cite: Callable[[Turn, Citation], None]) -> Turn:
    """The turn that a browser has kept, its cards made again; stopped if it is not whole."""
    turn = Turn(number, kept.question, kept.wanted, kept.only, text=kept.text, answer=kept.answer)
    for citation in kept.answer.citations if kept.answer else kept.citations:
        cite(turn, citation)
    turn.error = kept.error
    turn.stopped = kept.answer is None and not kept.error
    return turn


def read_kept(entry: object) -> Kept | None:
    """What a browser says that it has kept, if it can be that."""
    try:
        return Kept.model_validate(entry)
    except ValidationError:
        return None
