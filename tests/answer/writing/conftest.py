"""For the tests of written answers: a model that writes what it is told, and hits to write from."""

from collections.abc import Iterator, Sequence

import pytest

from answer.llm.model import Message
from index.hit import Hit
from index.passage import Passage
from index.ranking import SentenceSigns
from index.sentences import sentences


class ScriptedModel:
    """Writes the next of its replies, each a text or pieces of one, and keeps what it was told.

    An error among the pieces is raised there.
    """

    name = "scripted"

    def __init__(self, *replies: str | Sequence[str | Exception], window: int = 4096) -> None:
        self.window = window
        self.replies = list(replies)
        self.told: list[tuple[Message, ...]] = []
        self.closed = 0

    def count(self, text: str) -> int:
        return len(text.split())

    def stream(
        self, messages: Sequence[Message], limit: int, temperature: float = 0.0
    ) -> Iterator[str]:
        self.told.append(tuple(messages))
        reply = self.replies.pop(0) if self.replies else ""
        try:
            for piece in [reply] if isinstance(reply, str) else reply:
                if isinstance(piece, Exception):
                    raise piece
                yield piece
        finally:
            self.closed += 1


@pytest.fixture
def hit():
    """Makes a hit of the whole of a document."""

    def make(document):
        spans = tuple(sentences(document.text, 0, len(document.text)))
        passage = Passage(document.id, 0, len(document.text), spans, 0)
        return Hit(document, passage, 1.0, 1.0, 1.0, SentenceSigns((), ()))

    return make


@pytest.fixture
def scripted():
    """Makes models that write what they are told."""
    return ScriptedModel
