"""Citations → sentences: who says it, then their words, in blocks by author."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from answer.dates import is_day, written
from answer.names import key
from answer.record import Citation, Sentence
from answer.wording import phrase
from ingest.document import UNNAMED

MOST_NAMES = 4

TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
"""Characters that turn the words behind them around, or that nobody sees and machines read."""


@dataclass(frozen=True, slots=True)
class Said:
    """A citation with what its page tells besides.

    `authors` are whose own words they are, under the names by which they are known here. `quoting`
    are those who quote them; `several` tells that several people speak there and none is named.
    """

    citation: Citation
    authors: tuple[str, ...] = ()
    quoting: tuple[str, ...] = ()
    several: bool = False

    @property
    def voice(self) -> tuple[str, ...]:
        """Whose words they are; those of unnamed people are one voice only within a document."""
        if self.citation.speaker:
            return (self.citation.document, self.citation.speaker, *self.quoting)
        return self.authors or (self.citation.document,)

    @property
    def known(self) -> bool:
        """Whether the same voice is the same person: a page may quote several without names."""
        return self.citation.speaker != UNNAMED and not self.several


def numbered(said: Sequence[Said]) -> list[Said]:
    """The citations with the numbers of their order."""
    return [
        replace(one, citation=one.citation.model_copy(update={"n": n}))
        for n, one in enumerate(said, 1)
    ]


def sentences(said: Sequence[Said], *, dated: bool = False) -> tuple[Sentence, ...]:
    """A sentence for each citation: its author is named before the first of their words.

    Where the answer is `dated`, each begins with its date, if that is known.
    """
    before = (None, *said)
    return tuple(
        Sentence(
            text=quotation(one, last, dated=dated),
            citations=(one.citation.n,),
            verdict="quoted",
        )
        for last, one in zip(before, said, strict=False)
    )


def quotation(one: Said, last: Said | None, *, dated: bool = False) -> str:
    """A citation in its author's own words, behind one that came before in the same answer."""
    words = _quoted(one.citation.quote)
    opening, closing = "“”" if _closed(words) else "«»"
    return f"{_lead(one, last, dated=dated)}: {opening}{words}{closing}"


def text(sentences: Sequence[Sentence], said: Sequence[Said]) -> str:
    """The whole answer: a paragraph for each author, every sentence with its markers."""
    pairs = zip(sentences, said, strict=True)
    paragraphs = groupby(pairs, key=lambda pair: pair[1].voice)
    return "\n\n".join(
        " ".join(marked(sentence) for sentence, _ in paragraph) for _, paragraph in paragraphs
    )


def marked(sentence: Sentence) -> str:
    """A sentence with its markers behind it, or with a word that it is not supported."""
    if sentence.verdict == "unsupported":
        return f"{sentence.text} {phrase('verdict.unsupported')}"
    return " ".join([sentence.text, *(f"[{number}]" for number in sentence.citations)])


def _lead(one: Said, last: Said | None, *, dated: bool) -> str:
    """What stands before the words."""
    again = last is not None and last.voice == one.voice
    when = _when(one) if dated else ""
    if when and not (again and last and _when(last) == when):
        return when if again else phrase(f"lead.dated{_plural(one)}", when=when, who=_names(one))
    if again:
        return phrase("lead.again" if one.known else "lead.again_there")
    if one.citation.speaker:
        return _quotation(one)
    place = "other" if last else "first"
    if one.authors:
        return phrase(f"lead.{place}{_plural(one)}", who=_names(one))
    return phrase(f"lead.{place}_of_several" if one.several else f"lead.{place}_unnamed")


def _when(one: Said) -> str:
    """When somebody wrote their own words, if that is known."""
    date = one.citation.date
    if not date or not one.authors:
        return ""
    return phrase("when.day" if is_day(date) else "when.period", date=written(date))


def _quotation(one: Said) -> str:
    """Who quotes whom, as far as the source tells it."""
    speaker = one.citation.speaker
    named = speaker if speaker != UNNAMED else None
    if one.quoting:
        return phrase(
            "lead.quoting", by=listed(one.quoting), who=named or phrase("quoted.somebody")
        )
    who = named or phrase("quoted.unnamed")
    if not one.citation.title:
        return phrase("lead.quoted_untitled", who=who)
    return phrase("lead.quoted", who=who, title=one.citation.title)


def _names(one: Said) -> str:
    """The authors, with the names that the source gives them where these are others."""
    signed = one.citation.authors
    return listed(
        [
            name if key(name) == key(other) else f"{name} ({other})"
            for name, other in zip(one.authors, signed, strict=True)
        ]
    )


def _plural(one: Said) -> str:
    return "" if len(one.authors) == 1 else "_several"


def listed(names: Sequence[str], last: str = "and") -> str:
    """Names as they are read: "A", "A and B", "A, B and C"."""
    if len(names) > MOST_NAMES:
        return f"{names[0]} {last} {len(names) - 1} others"
    return f" {last} ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _quoted(quote: str) -> str:
    """The words on one line: stored text may be wrapped, and turn what follows around."""
    return " ".join(TURNING.sub("", quote).split())


def _closed(words: str) -> bool:
    """Whether the quotation marks in some words open and close, so that those around them hold."""
    depth = 0
    for character in words:
        depth += (character == "“") - (character == "”")
        if depth < 0:
            return False
    return depth == 0
