"""Citations → sentences: who says it, then their words, in blocks by author."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from answer.record import Citation, Sentence



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
        lead = "And" if again else _lead(citation, first=number == 0)
        found.append(
            Sentence(
                text=f"{lead}: “{_quoted(citation.quote)}”", citations=(citation.n,), verdict="quoted"
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
    on_this = "On this, " if first else ""
    if citation.speaker:
        said_in = f" in “{citation.title}”" if citation.title else ""
        who = "somebody whom the source does not name" if citation.speaker == "unnamed" else citation.speaker
        return _capital(f"{on_this}{who} is quoted{said_in} as writing")
    if not citation.authors:
        return _capital(f"{on_this}an unnamed author writes")
    verb = "writes" if len(citation.authors) == 1 else "write"
    return _capital(f"{on_this}{_listed(citation.authors)} {verb}")


def _listed(names: Sequence[str]) -> str:
    if len(names) > 4:
        return f"{names[0]} and {len(names) - 1} others"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _capital(text: str) -> str:
    """The first letter made a capital, unless it begins a name."""
    return text[0].upper() + text[1:] if text.startswith(("on this", "an ", "somebody")) else text


def _quoted(quote: str) -> str:
    """The words on one line: stored text may be wrapped."""
    return " ".join(quote.split())
