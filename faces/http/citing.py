"""Citations for the clients of other protocols: who, where, and which marker is theirs."""

from collections.abc import Iterator
from typing import NamedTuple

from answer.compose import marked
from answer.record import Answer, Citation
from faces.chat import cards
from faces.pages.shell import document_address
from faces.render import place
from faces.verdicts import summary


class Marker(NamedTuple):
    """A citation's number as it stands in the text of an answer."""

    number: int
    start: int
    end: int


def address(citation: Citation, base: str) -> str:
    """Where the words can be seen: on their own page, else on ours under a base address."""
    link = cards.address(citation.link or citation.url)
    return link or base + document_address(citation.document, citation.start, citation.end)


def title(citation: Citation) -> str:
    """A title for a document that may have none."""
    return citation.title or citation.heading or citation.path or citation.document


def who(citation: Citation) -> list[str]:
    """Whose words they are; somebody who is quoted is said to be quoted."""
    return [cards.voice(citation)] if citation.speaker else list(citation.authors)


def below(answer: Answer, base: str) -> str:
    """What stands below the words of an answer: its citations, and what to know beside it."""
    if not answer.citations:
        return ""
    lines = [_line(citation, base) for citation in answer.citations]
    return "".join(f"\n\n{part}" for part in ("\n".join(["Sources:", *lines]), *notes(answer)))


def notes(answer: Answer) -> Iterator[str]:
    """What a reader should know beside an answer."""
    if answer.reason and not answer.abstained:
        yield answer.reason
    if said := summary(answer):
        yield said


def rest(answer: Answer, said: str) -> str:
    """What of an answer was not said while it came: all of an abstention, which comes at once."""
    return answer.answer[len(said) :] if answer.answer.startswith(said) else ""


def _line(citation: Citation, base: str) -> str:
    said = ", ".join(who(citation)) or "author not named"
    return f"[{citation.n}] {said}, {place(citation)}: {address(citation, base)}"


def without_sources(text: str) -> str:
    """The text of an answer that was given with what stands below it."""
    return text.partition("\n\nSources:\n[")[0]


def markers(answer: Answer) -> Iterator[Marker]:
    """The markers of an answer, in order. Brackets in the words of others are none."""
    at = 0
    for sentence in answer.sentences:
        whole = marked(sentence)
        start = answer.answer.find(whole, at)
        if start < 0:
            continue
        at = start + len(whole)
        if sentence.verdict != "unsupported":
            yield from _behind(start + len(sentence.text), sentence.citations)


def _behind(at: int, numbers: tuple[int, ...]) -> Iterator[Marker]:
    for number in numbers:
        start, end = at + 1, at + 1 + len(f"[{number}]")
        yield Marker(number, start, end)
        at = end
