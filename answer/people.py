"""Whom a question names, whose words it asks for, and what it is about."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile
from typing import Literal

from answer import asking
from answer.directory import Directory
from answer.mentions import ANY, NO_NAMES, WORDS_TOO, Marked, Mention, marked
from answer.names import ACRONYMS, MACHINES, WORD

Kind = Literal["words", "change", "compare", "who"]
"""Asks for words; for one person's over time; for several people's; for anybody's."""

DESCRIBED = re.compile(
    r",? according to the (?:author|writer|commenter|poster|person|user)\b[^,?]*", re.IGNORECASE
)
"""Says who is asked, not what about: "… according to the author trained in physics?"."""

PLURAL = re.compile(r"(?:do|have)\b", re.IGNORECASE)
"""Asks a group of people, where it asks for one name: "What do Bayesians think?"."""

ASKING = re.compile(r"^(?:(?:what|how|why|is|are|was|were|on|in|about|me) )+")
"""Words of the question before a name in small letters: "what are ada's views"."""

Ordinary = Callable[[str], bool]
"""Whether a word is an ordinary one, and no name."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that stands for no author, with the authors whose name it may be, misspelt.

    Where it is `shared`, it is the name of all these.
    """

    name: str
    maybe: tuple[str, ...] = ()
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """The people whom a question names.

    `speaking` are the authors who are asked for their words, `about` those who are only named;
    `unknown` are asked for their words, and it is not known who they are, or they have none here.
    `asked` is the question with full names, and `subject` what it is about.
    """

    asked: str
    subject: str
    kind: Kind = "words"
    speaking: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    unknown: tuple[Unknown, ...] = ()

    @property
    def asked_for(self) -> frozenset[str]:
        """The names of all who are asked for their words; "who" where that is the question."""
        names = {*self.speaking, *(unknown.name for unknown in self.unknown)}
        return frozenset(names | {"who"} if self.kind == "who" else names)

    @property
    def instead(self) -> tuple[str, ...]:
        """The question with the names that may be meant, to be asked again."""
        return tuple(
            self.asked.replace(unknown.name, author, 1)
            for unknown in self.unknown
            for author in unknown.maybe
        )


def named(question: str, directory: Directory, ordinary: Ordinary = lambda _: False) -> Named:
    """Whom a question names. Where no document names an author, nobody can be told to be absent."""
    seen = marked(question, directory)
    asked = _Asked(seen, directory, lambda word: word not in WORDS_TOO and ordinary(word))
    in_full = _in_full(question, asked.known)
    return Named(
        in_full,
        asked.subject or in_full,
        asked.kind,
        asked.speaking,
        asked.about,
        asked.unknown,
    )


@dataclass(frozen=True, slots=True)
class _Asks:
    """A place where a question asks some people for their words."""

    frame: asking.Frame
    place: re.Match[str]
    people: tuple[Mention, ...]


class _Asked:
    """Whose words a question asks for, by the frames that it has."""

    def __init__(self, seen: Marked, directory: Directory, ordinary: Ordinary) -> None:
        self._text, self._seen = seen.text, seen
        self._directory, self._ordinary = directory, ordinary
        self._others = asking.OTHERS.search(seen.text)
        self._asks = self._found()
        self._people = sorted(
            {one for asks in self._asks for one in asks.people}, key=lambda one: one.start
        )
        self.speaking = _distinct(one.author for one in self._people)
        self.known = [
            one
            for one in seen.mentions
            if one.author and (one.meant or one.author in self.speaking)
        ]
        self.about = _distinct(one.author for one in self.known if one.author not in self.speaking)
        self.unknown = tuple(dict.fromkeys(self._unknown())) if directory else ()

    def _found(self) -> list[_Asks]:
        """How somebody is asked for their words; asides count where there is nothing else."""
        found = [
            _Asks(frame, place, people)
            for frame in asking.FRAMES
            for place in frame.pattern.finditer(self._text)
            if (people := tuple(self._somebody(place, frame.doubt)))
        ]
        direct = [asks for asks in found if not asks.frame.aside]
        if direct or self._others:
            return direct
        return [
            asks
            for asks in found
            if not asking.AGAINST.search(self._text[: asks.place.start("who")])
        ]

    def _somebody(self, place: re.Match[str], doubt: int) -> Iterator[Mention]:
        """The names at a place that are an author's, or surely enough somebody else's."""
        mentions = self._seen.of("".join(filter(None, place.groupdict().values())))
        many = len(mentions) == 1 and PLURAL.match(place.group())
        for mention in mentions:
            group = many and mention.text.endswith("s")
            if mention.authors or (
                self._directory and not group and self._is_person(mention.text, doubt)
            ):
                yield mention

    def _is_person(self, name: str, doubt: int) -> bool:
        words = WORD.findall(name)
        if name.startswith("@"):
            return True
        if words[0].casefold() in MACHINES:
            return False
        if any(map(str.isdigit, name)):
            return bool(self._directory.near(name))
        if name.endswith("s") and name[:-1].isupper():
            return False
        if len(words) == 1 and name.isupper():
            return doubt == asking.SURE and len(name) > 1 and name.casefold() not in ACRONYMS
        if doubt == asking.SURE:
            return True
        few = len(words) == 1 and doubt == asking.DOUBTFUL
        if (few or doubt == asking.UNLIKELY) and not self._directory.near(name):
            return False
        return not all(self._ordinary(word.casefold()) for word in words)

    def _unknown(self) -> Iterator[Unknown]:
        """Who is asked for their words and is nobody who is known here."""
        for one in {one.text: one for one in self._people if not one.author}.values():
            maybe = one.authors or self._directory.near(one.text)
            yield Unknown(one.text, maybe, shared=bool(one.authors))
        if not self._people and not self._others:
            yield from self._small()

    def _small(self) -> Iterator[Unknown]:
        """Names in small letters, which the corpus never writes so, or misspelt ones."""
        for shape, doubt in asking.SMALL:
            for place in shape.finditer(self._text):
                name = ASKING.sub("", place["who"])
                words, near = name.split(), self._directory.near(name)
                known = len(words) > 1 and near
                if not known and (NO_NAMES.intersection(words) or any(map(self._ordinary, words))):
                    continue
                if near or (doubt != asking.DOUBTFUL and len(words) > doubt):
                    yield Unknown(name, near)

    @property
    def kind(self) -> Kind:
        """What kind of question it is."""
        if len(self.speaking) + len(self.unknown) > 1:
            return "compare"
        if self._people:
            return "change" if asking.CHANGED.search(self._text) else "words"
        return "who" if self._others else "words"

    @property
    def subject(self) -> str:
        """What the question is about; nothing where it says nothing but who is asked."""
        text = self._text
        for asks in self._asks:
            if asks.frame.bare:
                start, end = asks.place.span()
                text = text[:start] + " " * (end - start) + text[end:]
        if self.kind in asking.BESIDE:
            text = asking.BESIDE[self.kind].sub(" ", text)
        text = re.sub(rf"(?P<name>{ANY})(?P<its>(?:[’']s?)?)", self._subject_name, text)
        text = " ".join(DESCRIBED.sub("", text).split()).lstrip(",;: ")
        if self._people:
            text = asking.POLITE.sub("", text)
        if self.kind != "words":
            text = _topic(text)
        return text if _says_something(text) else ""

    def _subject_name(self, found: re.Match[str]) -> str:
        """A name as it stands in the subject: not at all where it only says where to look."""
        (mention,) = self._seen.of(found["name"])
        left_out = self.speaking or (self.about if self.kind == "words" else ())
        if mention in self._people or (mention.author in left_out and mention in self.known):
            return ""
        return self._seen.unmarked(found["name"]) + found["its"]


def _says_something(subject: str) -> bool:
    words = WORD.findall(subject.casefold())
    return any(len(word) > 1 and word not in NO_NAMES for word in words)


def _topic(subject: str) -> str:
    """A subject without the words before it that only ask: "where do and about debate?"."""
    words = dropwhile(lambda word: word.casefold().strip(",") in ("", *NO_NAMES), subject.split())
    return " ".join(words)


def _distinct(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _in_full(question: str, known: Sequence[Mention]) -> str:
    """The question with the full names of authors."""
    for mention in reversed(known):
        question = f"{question[: mention.start]}{mention.author}{question[mention.end :]}"
    return question
