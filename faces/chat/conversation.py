"""What becomes of a question in the chat, step by step; nothing here knows how it is shown."""

import logging
from collections.abc import Iterator, Sequence

from answer.conversation.exchange import remembered
from answer.events import Delta, Event, Status
from answer.faq.entry import Entry
from answer.faq.markup import plain
from answer.record import Answer, Citation
from errors import EmptyIndex, WhosaidError
from faces.building import Building
from faces.chat.authors import Authors
from faces.chat.cards import segment
from faces.chat.filter import narrowing
from faces.chat.follow_ups import follow_ups
from faces.chat.mode import answering
from faces.chat.terms import explained
from faces.chat.turn import Kept, Turn, read_kept, taken_back
from faces.library import Library

LOG = logging.getLogger(__name__)
MOST_KEPT = 30
"""Turns that are taken back from a browser."""
CORRECTED = "whose words these are is told otherwise by now: ask again"


class Conversation:
    """Lets turns grow from one library."""

    def __init__(self, library: Library, building: Building, authors: Authors) -> None:
        self._library, self._building, self._authors = library, building, authors

    def answer(
        self, asked: Turn, before: Sequence[Turn], *, corpus: bool = False
    ) -> Iterator[None]:
        """Let the turn grow with each event; the FAQ is not asked where the `corpus` is wanted."""
        try:
            narrowed = narrowing(asked.wanted, self._library)
            asked.only = str(narrowed)
            if not (corpus or narrowed.said) and self._of_people(asked):
                return
            history = remembered([turn.exchange() for turn in before])
            answerer = answering(self._library.answerer, asked.wanted)
            for event in answerer.respond(asked.question, narrowed.filters, history=history):
                self._take(event, asked)
                if isinstance(event, Status | Delta):  # the others are shown with what follows
                    yield
        except EmptyIndex as error:
            soon = "nothing is indexed yet: ask again in a moment"
            asked.error = soon if self._building.running else str(error)
        except WhosaidError as error:
            asked.error = str(error)
        except Exception:
            LOG.exception("a question could not be answered")
            asked.error = "something went wrong here; the terminal that runs Whosaid says what"

    def finish(self, turn: Turn) -> None:
        """What only an answer that is whole can tell."""
        if turn.answer is None:
            return
        answerer = self._library.answerer
        named = answerer.named(turn.answer.asked)
        turn.by_person = len(named.speaking) > 1
        turn.instead = named.instead if turn.answer.reason else ()
        turn.terms = explained(turn.answer, self._library.faq.glossary)

    def follow(self, turn: Turn) -> None:
        """Find questions to go on with."""
        if turn.answer and not turn.answer.abstained and turn.citations:
            turn.next = follow_ups(turn.answer, self._library)

    def restored(self, entries: Sequence[object]) -> list[Turn]:
        """The turns that a browser has kept; what is none of ours is left out."""
        kept = [self._held(one) for one in map(read_kept, entries[-MOST_KEPT:]) if one]
        turns = [taken_back(one, number, self._cite) for number, one in enumerate(kept, 1)]
        for turn, one in zip(turns, kept, strict=True):
            self.finish(turn)
            if one.entry and (entry := self._library.faq.entries.get(one.entry)):
                self._show(entry, turn)
        return turns

    def _held(self, kept: Kept) -> Kept:
        """What was kept, without an answer that gives words to others than the archive does."""
        cited = kept.answer.citations if kept.answer else kept.citations
        if all(map(self._agreed, cited)):
            return kept
        return Kept(question=kept.question, wanted=kept.wanted, only=kept.only, error=CORRECTED)

    def _agreed(self, citation: Citation) -> bool:
        """Whether the archive has other words by now, or gives these to the same people."""
        document = self._library.archive.document(citation.document)
        part = segment(citation, document)
        return part is None or (part.writers, part.speaker) == (citation.authors, citation.speaker)

    def _of_people(self, asked: Turn) -> bool:
        """Whether people have answered the question already; the turn then shows their answer."""
        match = self._library.faq.answering(asked.question)
        if match:
            self._show(match.entry, asked)
        return match is not None

    def _show(self, entry: Entry, turn: Turn) -> None:
        related = self._library.faq.related(entry)
        turn.entry, turn.related = entry, tuple(one.question for one in related)
        turn.text, turn.stopped = plain(entry.answer), False

    def _take(self, event: Event, asked: Turn) -> None:
        match event:
            case Status(text, unchecked):
                asked.status, asked.unchecked = text, unchecked
            case Delta(text):
                asked.text += text
            case Answer():
                asked.answer = event
                self.finish(asked)
            case citation:
                self._cite(asked, citation)

    def _cite(self, turn: Turn, citation: Citation) -> None:
        turn.cite(citation, self._library.archive, self._authors)
