"""A follow-up question → a question by itself, by rule."""

from collections.abc import Sequence

from answer.conversation.before import Before, before
from answer.conversation.exchange import Exchange
from answer.conversation.following import Following, Standalone
from answer.conversation.known import Known
from answer.conversation.pronouns import SOMEBODY
from answer.directory import Directory
from answer.people import Ordinary, Unknown
from answer.small_talk import reply


def standalone(
    question: str, history: Sequence[Exchange], directory: Directory, ordinary: Ordinary
) -> Standalone | None:
    """The question that another one means after what was asked before.

    None where it stands by itself, and where nobody can tell what it leans on.
    """
    found = _read(question, history, Known(directory, ordinary))
    if found is None or found.unclear or found.more:
        return found
    return None if found.question == " ".join(question.split()) else found


def depends(
    question: str, history: Sequence[Exchange], directory: Directory, ordinary: Ordinary
) -> bool:
    """Whether a question needs what was asked before."""
    return _read(question, history, Known(directory, ordinary)) is not None


def _read(question: str, history: Sequence[Exchange], known: Known) -> Standalone | None:
    if not history or reply(question) is not None:
        return None
    return Following(question, lambda: _last(history, known), known).read()


def _last(history: Sequence[Exchange], known: Known) -> Before | None:
    """What the last exchange was about; greetings and thanks are about nothing."""
    last: Before | None = None
    for exchange in history:
        if reply(exchange.question) is None:
            last = _next(exchange, last, known)
    return last


def _next(exchange: Exchange, last: Before | None, known: Known) -> Before:
    if last is None:
        return before(exchange, exchange.asked, (), None, known)
    read = Following(exchange.asked, lambda: last, known).read()
    found = read or Standalone(exchange.asked)
    pronoun = SOMEBODY.search(found.question) if found.unclear else None
    unclear = [Unknown(pronoun.group(), found.unclear, shared=True)] if pronoun else []
    return before(exchange, found.question, unclear, last, known)
