"""True sentences about what somebody wrote, and the same made false in known ways.

A row of posts:

    {"author": "Ann", "author_basis": "source", "text": "Mice sleep for 9 hours. …"}
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from answer.compose import Said
from answer.record import Attribution, Citation
from errors import BadInput
from index.sentences import sentences

TRUSTED = ("source", "af_csv")
"""Bases on which the author of a row is its author."""

PLAIN = re.compile(r"[A-Z][^\[\](){}*_`#|<>“”\"‘«»/\\$~…:]+[a-z0-9]\.")
OWN = re.compile(
    r"\bI\b|\b(?i:me|my|mine|we|our|ours|you|your|this|that|these|those|it|he|she|they|let)\b"
)
"""Who a sentence says this of, or points to, cannot be told without the sentences around it."""

WORDS = range(8, 40)

SAID_BY = (
    "{who} writes that {words}.",
    "According to {who}, {words}.",
    "{Words}, {who} argues.",
    "{who}’s view is that {words}.",
    "As {who} puts it, {words}.",
    "{who} [1] claims that {words}.",
    "{who}, who has written on this, says that {words}.",
    "It was argued by {who} that {words}.",
    "For {who}, {words}.",
    "{who}: {Words}.",
    "In a post, {who} explains that {words}.",
    "{Words} ({who}).",
)
"""Ways to give words to somebody."""

AWAY = 7
"""Posts between one and the other that it is mixed up with: those of one page stand together."""

NUMBER = re.compile(r"(?<![\w.,-])\d+(?![\w,]|\.\d)")
NOT = re.compile(r"\b(?:not|never) |n[’']t\b")
VERB = re.compile(
    r"\b(?:is|are|was|were|will|can|could|should|would|has|have|must)\b(?! not|n[’'])"
)


@dataclass(frozen=True, slots=True)
class Post:
    """A sentence of a post, without its full stop, and who wrote it."""

    words: str
    author: str

    @property
    def said(self) -> Said:
        """It as it is cited."""
        return cited(f"{self.words}.", self.author)

    @property
    def told(self) -> str:
        """It as it stands behind "that"."""
        first, _, rest = self.words.partition(" ")
        return f"{first if first[1:].lower() != first[1:] else first.lower()} {rest}"

    def by(self, who: str, number: int) -> str:
        """It as somebody's, in one of the ways to say so."""
        way = SAID_BY[number % len(SAID_BY)]
        text = way.format(who=who, words=self.told, Words=self.words)
        return text[0].upper() + text[1:]


def cited(quote: str, *authors: str, **fields: Any) -> Said:
    """Words as they are cited, in a document of their own."""
    speaker, quoting = fields.get("speaker"), fields.get("quoting", ())
    citation = Citation(
        n=1, document=f"eval:/{hash(quote)}", source="eval", path=None, source_id=None, title=None,
        heading=None, date=None, authors=authors, attribution=Attribution(basis="unknown"),
        speaker=speaker, start=0, end=len(quote), quote=quote, url=None, link=None,
    )  # fmt: skip
    return Said(citation, authors, quoting)


def posts(rows: Iterator[Mapping[str, Any]]) -> Iterator[Post]:
    """The middle one of the sentences of each row that can be told by themselves."""
    for row in rows:
        if row["author_basis"] in TRUSTED and row["author"]:
            found = list(told(row["text"][:20_000]))
            if found:
                yield Post(found[len(found) // 2].rstrip("."), row["author"])


def told(text: str) -> Iterator[str]:
    """The sentences of a text that say something by themselves."""
    for start, end in sentences(text, 0, len(text)):
        sentence = " ".join(text[start:end].split())
        if (
            len(sentence.split()) in WORDS
            and PLAIN.fullmatch(sentence)
            and not OWN.search(sentence)
        ):
            yield sentence


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with what it cites, and what the sentence before it cites."""

    text: str
    cited: tuple[Said, ...]
    before: tuple[Said, ...] = ()


Making = Callable[[Sequence[Post], int], Case | None]
"""Makes a case of the post with a number; of some there is none."""


def _other(all_: Sequence[Post], number: int) -> Post:
    """A post by somebody else."""
    mine = all_[number].author
    for step in range(1, len(all_) + 1):
        other = all_[(number + AWAY * step) % len(all_)]
        if other.author.replace("_", " ").casefold() != mine.replace("_", " ").casefold():
            return other
    raise BadInput("the posts are all by one author: there is nobody to take for another")


def _quoted(all_: Sequence[Post], number: int) -> Case:
    one = all_[number]
    return Case(f"{one.author} writes: “{one.words}.”", (one.said,))


def _reported(all_: Sequence[Post], number: int) -> Case:
    one = all_[number]
    return Case(one.by(one.author, number), (one.said,))


def _unnamed(all_: Sequence[Post], number: int) -> Case:
    return Case(f"{all_[number].words}.", (all_[number].said,))


def _swapped(all_: Sequence[Post], number: int) -> Case:
    one, other = all_[number], _other(all_, number)
    return Case(one.by(other.author, number), (one.said,))


def _surname(all_: Sequence[Post], number: int) -> Case | None:
    one, other = all_[number], _other(all_, number)
    name = re.split(r"[ _]", other.author)[-1]
    same = name.casefold() in one.author.casefold()
    return None if same or not name[0].isupper() else Case(one.by(name, number), (one.said,))


def _joined(all_: Sequence[Post], number: int) -> Case:
    one, other = all_[number], _other(all_, number)
    return Case(one.by(f"{one.author} and {other.author}", number), (one.said,))


def _invented(all_: Sequence[Post], number: int) -> Case:
    one = all_[number]
    return Case(
        one.by(("Zelda Quimby", "Professor Orlov", "M. Tiwari")[number % 3], number), (one.said,)
    )


def _exchanged(all_: Sequence[Post], number: int) -> Case:
    one, other = all_[number], _other(all_, number)
    text = f"{one.author} writes that {other.told}, while {other.author} writes that {one.told}."
    return Case(text, (one.said, other.said))


def _both(all_: Sequence[Post], number: int) -> Case:
    one, other = all_[number], _other(all_, number)
    text = f"{one.author} writes that {one.told}, while {other.author} writes that {other.told}."
    return Case(text, (one.said, other.said))


def _pronoun(all_: Sequence[Post], number: int) -> Case:
    one, other = all_[number], _other(all_, number)
    return Case(f"They also argue that {one.told}.", (one.said,), (other.said,))


def _quoter(all_: Sequence[Post], number: int) -> Case:
    one, other = all_[number], _other(all_, number)
    quoted = cited(f"{one.words}.", speaker=one.author, quoting=(other.author,))
    return Case(one.by(other.author, number), (quoted,))


def _nobody(all_: Sequence[Post], number: int) -> Case:
    one = all_[number]
    return Case(one.by(one.author, number), (cited(f"{one.words}."),))


def _changed(pattern: re.Pattern[str], into: Callable[[re.Match[str]], str]) -> Making:
    def make(all_: Sequence[Post], number: int) -> Case | None:
        one = all_[number]
        words, count = pattern.subn(into, one.words, count=1)
        return (
            Case(replace(one, words=words).by(one.author, number), (one.said,)) if count else None
        )

    return make


def _added(all_: Sequence[Post], number: int) -> Case:
    one, other = all_[number], _other(all_, number)
    return Case(one.by(one.author, number).rstrip(".") + f", and {other.told}.", (one.said,))


def _other_words(all_: Sequence[Post], number: int) -> Case:
    one, other = all_[number], _other(all_, number)
    return Case(other.by(one.author, number), (one.said,))


def _misquoted(all_: Sequence[Post], number: int) -> Case:
    one, other = all_[number], _other(all_, number)
    words = one.words.split()
    words[len(words) // 2] = max(other.words.split(), key=len)
    return Case(f"{one.author} writes: “{' '.join(words)}.”", (one.said,))


TRUE: dict[str, Making] = {
    "quoted with the author": _quoted,
    "reported of the author": _reported,
    "told without a name": _unnamed,
    "told of two authors, each theirs": _both,
}
FALSE: dict[str, Making] = {
    "another author": _swapped,
    "another author, by the surname": _surname,
    "the author and another one": _joined,
    "somebody whom the corpus does not know": _invented,
    "two authors, each the other’s words": _exchanged,
    "“they”, after another author": _pronoun,
    "who quotes, for who is quoted": _quoter,
    "a name where the source has none": _nobody,
    "another figure": _changed(NUMBER, lambda number: str(int(number.group()) + 3)),
    "a “not” left out": _changed(NOT, lambda _: ""),
    "a “not” put in": _changed(VERB, lambda verb: f"{verb.group()} not"),
    "something added": _added,
    "the author’s, but other words": _other_words,
    "a word changed in a quotation": _misquoted,
}
