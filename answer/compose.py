"""Citations → sentences: who says it, then their words, in blocks by author."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from answer.record import Citation, Sentence
from answer.wording import phrase
from ingest.document import UNNAMED

MOST_NAMES = 4


def ordered(citations: Iterable[Citation]) -> list[Citation]:
    """Citations of one author together, in the order in which the authors come first."""
    groups: dict[tuple[str, ...], list[Citation]] = {}
    for citation in citations:
        groups.setdefault(_voice(citation), []).append(citation)
    together = [citation for group in groups.values() for citation in group]
    return [citation.model_copy(update={"n": n}) for n, citation in enumerate(together, 1)]


def sentences(citations: Sequence[Citation]) -> tuple[Sentence, ...]:
    """A sentence for each citation: its author is named before the first of their words."""
    found = []
    for number, citation in enumerate(citations):
        again = number > 0 and _voice(citations[number - 1]) == _voice(citation)
        lead = phrase("lead.again") if again else _lead(citation, first=number == 0)
        found.append(
            Sentence(
                text=f"{lead}: “{_quoted(citation.quote)}”",
                citations=(citation.n,),
                verdict="quoted",
            )
        )
    return tuple(found)


def text(sentences: Sequence[Sentence], citations: Sequence[Citation]) -> str:
    """The whole answer: a paragraph for each author, every sentence with its markers."""
    pairs = zip(sentences, citations, strict=True)
    paragraphs = groupby(pairs, key=lambda pair: _voice(pair[1]))
    return "\n\n".join(
        " ".join(marked(sentence) for sentence, _ in paragraph) for _, paragraph in paragraphs
    )


def marked(sentence: Sentence) -> str:
    """A sentence with its markers behind it."""
    return " ".join([sentence.text, *(f"[{number}]" for number in sentence.citations)])


def _voice(citation: Citation) -> tuple[str, ...]:
    """Whose words they are; those of unnamed people are one voice only within a document."""
    if citation.speaker or not citation.authors:
        return (citation.document, citation.speaker or "")
    return citation.authors


def _lead(citation: Citation, *, first: bool) -> str:
    place = "first" if first else "other"
    if citation.speaker:
        who = phrase("quoted.unnamed") if citation.speaker == UNNAMED else citation.speaker
        return phrase("lead.quoted", who=who, title=citation.title or phrase("quoted.untitled"))
    if not citation.authors:
        return phrase(f"lead.{place}_unnamed")
    several = "" if len(citation.authors) == 1 else "_several"
    return phrase(f"lead.{place}{several}", who=listed(citation.authors))


def listed(names: Sequence[str]) -> str:
    """Names as they are read: "A", "A and B", "A, B and C"."""
    if len(names) > MOST_NAMES:
        return f"{names[0]} and {len(names) - 1} others"
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _quoted(quote: str) -> str:
    """The words on one line: stored text may be wrapped."""
    return " ".join(quote.split())
