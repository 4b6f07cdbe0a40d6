"""What was asked and answered before, from whatever a face was given of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from pydantic import ValidationError

from answer.record import Answer, Citation
from errors import BadInput
from ingest.document import UNNAMED

MOST = 10
"""Exchanges that are remembered; who goes on after these has moved on."""

LONGEST = 4_000
"""Characters of a question or an answer that are kept: as long as a question may be."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question with its answer.

    `asked` is the question as it was understood, and `people` are those whose words were quoted,
    in the order of their quotations.
    """

    question: str
    asked: str
    answer: str
    citations: tuple[Citation, ...] = ()
    people: tuple[str, ...] = ()

    @classmethod
    def of(cls, answer: Answer) -> "Exchange":
        """The exchange that an answer ends."""
        return _exchange(answer.question, answer.asked, answer.answer, answer.citations)


def exchanges(history: Sequence[Any]) -> tuple[Exchange, ...]:
    """The last exchanges of a history: chat messages, or answer records, as they stand in JSON.

    Messages have a `role` and a `content`; those of one role that follow each other are one, and
    roles other than `user` and `assistant` are left out. Raises BadInput for anything else.
    """
    for number, entry in enumerate(history, 1):
        if not isinstance(entry, Mapping) or not ("role" in entry or "question" in entry):
            raise BadInput(f"history: entry {number} is neither a message nor an answer record")
    found = _of_messages(history) if any("role" in one for one in history) else _records(history)
    return remembered(tuple(found))


def remembered(found: Sequence[Exchange]) -> tuple[Exchange, ...]:
    """The last exchanges of a conversation, the first of them with what was cited before it.

    So a citation keeps its number however long a conversation is, and no other one gets it.
    """
    before = tuple(citation for exchange in found[:-MOST] for citation in exchange.citations)
    kept = found[-MOST:]
    return tuple(
        replace(one, citations=before + one.citations) if number == 0 else one
        for number, one in enumerate(kept)
    )


def _records(history: Sequence[Mapping[str, Any]]) -> Iterator[Exchange]:
    for number, record in enumerate(history, 1):
        question = _text(record["question"], number, "question")
        asked = _text(record.get("asked") or question, number, "asked")
        answer = _text(record.get("answer") or "", number, "answer")
        yield _exchange(question, asked, answer, _citations(record, number))


def _of_messages(history: Sequence[Mapping[str, Any]]) -> Iterator[Exchange]:
    question = ""
    for role, messages in groupby(_said(history), key=lambda message: message.role):
        said = list(messages)
        text = "\n\n".join(message.text for message in said if message.text)
        if role == "user":
            question = text
        elif question:
            citations = tuple(citation for message in said for citation in message.citations)
            yield _exchange(question, question, text, citations)
            question = ""
    if question:
        yield _exchange(question, question, "", ())


@dataclass(frozen=True, slots=True)
class _Message:
    role: str
    text: str
    citations: tuple[Citation, ...]


def _said(history: Sequence[Mapping[str, Any]]) -> Iterator[_Message]:
    """What the user and the assistant said."""
    for number, message in enumerate(history, 1):
        role = _text(message.get("role"), number, "role")
        if role in ("user", "assistant"):
            text = _content(message.get("content"), number)
            cited = _citations(message, number) if role == "assistant" else ()
            yield _Message(role, text, cited)


def _content(content: Any, number: int) -> str:
    """The text of a message, also where it comes in parts: `[{"type": "text", "text": …}]`."""
    if not isinstance(content, list):
        return _text(content or "", number, "content")
    parts = (part for part in content if isinstance(part, Mapping) and part.get("type") == "text")
    return "\n".join(_text(part.get("text"), number, "content") for part in parts)


def _citations(entry: Mapping[str, Any], number: int) -> tuple[Citation, ...]:
    given = entry.get("citations") or []
    try:
        return tuple(Citation.model_validate(citation) for citation in given)
    except (ValidationError, TypeError) as error:
        raise BadInput(
            f"history: entry {number} has citations that are not as in an answer record"
        ) from error


def _text(value: Any, number: int, name: str) -> str:
    """A text that can be written anywhere: halves of characters are put together or replaced."""
    if not isinstance(value, str):
        raise BadInput(f"history: the {name} of entry {number} is not a text")
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip()


def _exchange(question: str, asked: str, answer: str, citations: tuple[Citation, ...]) -> Exchange:
    people = tuple(dict.fromkeys(name for citation in citations for name in quoted(citation)))
    return Exchange(question[:LONGEST], asked[:LONGEST], answer[:LONGEST], citations, people)


def quoted(citation: Citation) -> tuple[str, ...]:
    """Whose words a citation has."""
    if citation.speaker is None:
        return citation.authors
    return () if citation.speaker == UNNAMED else (citation.speaker,)
