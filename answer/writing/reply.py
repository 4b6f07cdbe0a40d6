"""What a model writes → claims, each as soon as it is whole."""

import re
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

from answer.llm.model import LanguageModel, Message
from answer.wording import phrase
from answer.writing.claims import ClaimReader
from answer.writing.loops import Loop
from answer.writing.marks import Claim
from answer.writing.prompts import seen
from answer.writing.reader import MarkerReader
from answer.writing.thinking import Thinking
from errors import LimitReached, ModelStopped, ModelUnavailable

FORMAT = 64
"""Tokens that chat templates add to a message, with room to spare."""

SHOWN = 200
"""Characters of what is being written that somebody who waits is shown."""

MARKS = re.compile(r"\s?[\[【][\d.,;\s–-]*[\]】]?")
"""Marks in it, of which the numbers say nothing to a reader."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a model is asked to write: `limit` tokens at the most."""

    messages: tuple[Message, ...]
    limit: int
    temperature: float = 0.0

    def fits(self, model: LanguageModel) -> bool:
        """Whether a model can read it and still write its answer."""
        return size(self.messages, model) + self.limit <= model.window


def size(messages: Sequence[Message], model: LanguageModel) -> int:
    """The tokens of messages for a model, with what its chat template adds."""
    return sum(model.count(message.content) + FORMAT for message in messages)


class Reply:
    """What a model writes to a request.

    `fault` says afterwards why it did not finish, and `broken` tells that it was not its own doing:
    not that it went on and on. `starts_over` tells, with the claims that are given, that all before
    them were thinking.
    """

    def __init__(self, model: LanguageModel, request: Request) -> None:
        self._model, self._request = model, request
        self._thinking = Thinking()
        self._begin()
        self.starts_over = False
        self.fault: str | None = None
        self.broken = False

    def _begin(self) -> None:
        self._marks, self._claims, self._loop = MarkerReader(), ClaimReader(), Loop()
        self.text, self._told = "", 0

    @property
    def open(self) -> str:
        """The last words of the sentence that is being written."""
        return " ".join(MARKS.sub("", self.text[self._told :])[-SHOWN:].split())

    def claims(self) -> Iterator[list[Claim]]:
        """The claims that each piece has made whole: none as long as a sentence goes on."""
        try:
            with closing(self._stream()) as pieces:
                for piece in pieces:
                    said = self._said(piece)
                    if claims := self._claims.feed(self._marks.feed(said)):
                        self._told = self.text.rstrip().rfind(" ") + 1
                    yield claims
                    if self._loop.feed(said):
                        self.fault = phrase("note.loop", model=self._model.name)
                        return
        except (ModelStopped, ModelUnavailable) as error:
            self.fault = str(error)
            self.broken = not isinstance(error, LimitReached)
        yield self._rest()

    def _stream(self) -> Generator[str, None, None]:
        request = self._request
        yield from self._model.stream(request.messages, request.limit, request.temperature)

    def _said(self, piece: str) -> str:
        """What a piece says, apart from thinking; all before it may turn out to have been that."""
        known = self._thinking.retracted
        said = self._thinking.feed(seen(piece))
        self.starts_over = self._thinking.retracted and not known
        if self.starts_over:
            self._begin()
        self.text += said
        return said

    def _rest(self) -> list[Claim]:
        self.starts_over = False
        said = self._thinking.flush()
        self.text += said
        done = self._claims.feed([*self._marks.feed(said), *self._marks.flush()])
        return done + self._claims.flush(whole=self.fault is None)


def claims_of(text: str) -> list[Claim]:
    """The claims of a text that is there as a whole."""
    marks, claims = MarkerReader(), ClaimReader()
    return [*claims.feed([*marks.feed(text), *marks.flush()]), *claims.flush()]
