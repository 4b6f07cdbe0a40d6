"""Whom a question names, by the names that the documents give their authors."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.people import Person

OPINION = (
    "think|thought|believe|say|said|argue|claim|write|wrote|written|object|disagree|agree|feel|"
    "respond|reply|worry|change|support|oppose|endorse|recommend|want|hope|prefer|expect|see|"
    "favour|favor|reject|doubt"
)
"""What a question asks of somebody when it asks for their own words."""

VIEWS = "views?|opinions?|positions?|thoughts?|takes?|stance"
NAME_WORD = r"[^\W\d_a-z](?:[\w-]|[’'](?!s\b))*"
NAME = rf"{NAME_WORD}(?: (?:(?:de|van|von|der|den|la|le) )*{NAME_WORD}){{0,3}}"
"""What may be the name of somebody: words with capitals."""

DESCRIBED = re.compile(
    r",? according to the (?:author|writer|commenter|poster|person|user)\b[^,?]*", re.IGNORECASE
)
"""Says who is asked, not what about: "… according to the author trained in physics?"."""


CONTENT = re.compile(
    r"\b(?!(?:who|whom|whose|what|how|why|when|where|which|does|did|has|have|had|are|was|were|the|"
    r"think|say|said|about)\b)\w{3,}",
    re.IGNORECASE,
)
"""A word that a question can be about."""


@dataclass(frozen=True, slots=True)
class Named:
    """The people whom a question names.

    `authors` are in the corpus; of these, `speaking` are asked for their words. `absent` are
    asked for their words and have none here. `asked` is the question with full names, and
    `subject` what it is about, without those who speak, else without the authors: their names
    say where to look.
    """

    asked: str
    subject: str
    authors: tuple[str, ...] = ()
    speaking: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


class Directory:
    """The authors of a corpus by all their names.

    A name that several of them have stands for none of them. Where no document names an author,
    nobody can be told to be absent.
    """

    def __init__(self, people: Iterable[Person]) -> None:
        full: dict[str, set[str]] = {}
        parts: dict[str, set[str]] = {}
        for person in people:
            for name in (person.name, *person.aliases):
                full.setdefault(_folded(name), set()).add(person.name)
            words = person.name.split()
            for word in (words[0], words[-1]) if len(words) > 1 else ():
                parts.setdefault(_folded(word), set()).add(person.name)
        self._people = {word: names for word, names in parts.items() if word not in full} | full
        self._full = full.keys()
        known = "|".join(map(_pattern, sorted(self._people, key=len, reverse=True)))
        self._known = re.compile(rf"(?<![\w@])@?(?P<name>{known})(?!\w)", re.IGNORECASE)
        self._asked_for = (*_who_says(NAME), *(_who_says(f"@?(?:{known})") if known else ()))

    def author(self, name: str) -> str | None:
        """The author whom a name stands for, if it stands for one."""
        people = self._people.get(_folded(name.strip().removeprefix("@")), set())
        return next(iter(people)) if len(people) == 1 else None

    def named(self, question: str) -> Named:
        """Whom a question names, and whose words it asks for."""
        spoken = list(self._spoken(question))
        speaking = [author for name in spoken if (author := self.author(name))]
        absent = [name for name in spoken if self._is_absent(name)]
        authors: list[str] = []

        def full_name(found: re.Match[str]) -> str:
            name, author = found["name"], self.author(found["name"])
            within = any(name in other and name != other for other in absent)
            meant = name[0].isupper() and _folded(name) in self._full  # "Will AI …" is no name
            if author is None or within or not (meant or author in speaking):
                return found.group()
            authors.append(author)
            return author

        asked = self._known.sub(full_name, question) if self._people else question
        return Named(
            asked,
            _subject(asked, speaking or authors),
            tuple(dict.fromkeys(authors)),
            tuple(dict.fromkeys(speaking)),
            tuple(dict.fromkeys(absent)),
        )

    def _spoken(self, question: str) -> Iterator[str]:
        """The names of those whose words a question asks for, in its order."""
        found = [match for pattern in self._asked_for for match in pattern.finditer(question)]
        for match in sorted(found, key=lambda match: match.start()):
            yield from filter(None, match.groupdict().values())

    def _is_absent(self, name: str) -> bool:
        """Whether somebody of that name has written nothing here. RLHF and LLMs are nobody."""
        return (
            bool(self._people)
            and _folded(name.removeprefix("@")) not in self._people
            and not name.removesuffix("s").isupper()
        )


def _who_says(name: str) -> tuple[re.Pattern[str], ...]:
    """How questions ask for the words of somebody whose name looks so."""
    two = rf"(?P<name>{name})(?: and (?P<second>{name}))?"
    return tuple(
        re.compile(pattern, re.IGNORECASE if name.startswith("@") else 0)
        for pattern in (
            rf"\b(?:[Dd]oes|[Dd]id|[Dd]o|[Hh]as|[Hh]ave|[Ww]ould) {two}"
            rf" (?:[a-z]+ly )?(?:{OPINION})\w*",
            rf"\b[Aa]ccording to {two}(?=[,.;:?!)]|$)",
            rf"(?<![\w-])(?:In )?(?P<name>{name})[’']s? (?:{VIEWS})\b",
            rf"\b(?:{VIEWS}|words|posts|comments) (?:of|by) (?P<name>{name})(?!\w)",
        )
    )


def _subject(asked: str, authors: Iterable[str]) -> str:
    """The question without the names of authors, and without what describes them."""
    subject = DESCRIBED.sub("", asked)
    for name in authors:
        subject = re.sub(rf"{re.escape(name)}(?:[’']s?)?", "", subject)
    return subject if CONTENT.search(subject) else asked


def _folded(name: str) -> str:
    return name.replace("’", "'").casefold()


def _pattern(name: str) -> str:
    return re.escape(name).replace("'", "['’]")
