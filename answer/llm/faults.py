"""What a model writes, and what is said when it ends otherwise than it should."""

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass

from errors import LimitReached, ModelStopped, ModelUnavailable

LONG_TOKEN = 12
"""Characters that the tokens of a text have on average at the very most."""

LIMIT, FILTERED = "length", "content_filter"
"""Reasons to end that are not that all is said, as servers name them."""


class Fault(Exception):
    """What went wrong, in one line with the cure, be it before the first word or later."""


class Refusal(Fault):
    """A server refuses a request as it is, in the words of `said`."""

    def __init__(self, message: str, said: str) -> None:
        super().__init__(message)
        self.said = said


class Limit(Fault):
    """The model wrote as much as it may."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What came of a model: text, which may be empty, and at the end why it ended."""

    text: str
    end: str | None = None


def written(
    name: str,
    pieces: Generator[Piece],
    limit: int,
    told: Callable[[Exception], str],
) -> Iterator[str]:
    """The texts of pieces up to the end; closing it closes them.

    Raises ModelUnavailable when no word comes, and ModelStopped after the last when the model has
    not finished; `told` puts into words what a library raises.
    """
    wrote = False
    try:
        for text in finished(name, pieces, limit):
            wrote = wrote or bool(text.strip())
            yield text
        if not wrote:
            raise Fault(f"{name} wrote nothing; ask again, or set another llm_model")
    except Exception as error:  # whatever a server makes its library stumble over
        fault = cause(error)
        message = str(fault) if fault else told(error)
        if not wrote:
            raise ModelUnavailable(message) from error
        raise (LimitReached if isinstance(fault, Limit) else ModelStopped)(message) from error


def finished(name: str, pieces: Generator[Piece], limit: int) -> Iterator[str]:
    """The texts of pieces. Raises Fault when the last of them does not say that all is said."""
    length, end = 0, None
    with closing(pieces):
        for piece in pieces:
            if piece.text:
                yield piece.text
            length += len(piece.text)
            end = LIMIT if length > limit * LONG_TOKEN else piece.end
            if end:
                break
    if not end:
        raise Fault(f"{name} broke off: its server ended the answer without saying that it is done")
    if end == LIMIT:
        thinking = "" if length else " before its first word; set an llm_model that thinks less"
        raise Limit(f"{name} reached its limit of {limit} tokens{thinking}")
    if end == FILTERED:
        raise Fault(f"{name} was stopped by a filter of its server")


def cause(error: BaseException | None) -> Fault | None:
    """The fault that an exception is or was raised from, if any."""
    while error is not None and not isinstance(error, Fault):
        error = error.__cause__ or error.__context__
    return error
