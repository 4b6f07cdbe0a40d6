"""Whom a question names, by the names that the documents give their authors."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.archive import Person

OPINION = "think|believe|say|argue|claim|write|object|disagree|agree|feel|respond|reply|worry"
"""What a question asks of somebody when it asks for their own words."""

NAME_WORD = r"[^\W\d_a-z](?:[\w-]|[’'](?!s\b))*"
NAME = rf"{NAME_WORD}(?: (?:(?:de|van|von|der|den|la|le) )*{NAME_WORD}){{0,3}}"
WHO_SAYS = (
    re.compile(
        rf"\b(?:[Dd]oes|[Dd]id|[Dd]o|[Hh]as|[Hh]ave|[Ww]ould) (?P<name>{NAME})"
        rf"(?: and (?P<second>{NAME}))? (?:[a-z]+ly )?(?:(?:{OPINION})\w*|change\w*) ?"
    ),
    re.compile(rf"\b[Aa]ccording to (?P<name>{NAME})(?: and (?P<second>{NAME}))?(?=[,.;:?!)]|$)"),
    re.compile(
        rf"(?P<name>{NAME})[’']s? (?:views?|opinions?|positions?|thoughts?|takes?|stance)\b"
    ),
    re.compile(rf"\b(?:views?|opinions?|words|thoughts|posts|comments) (?:of|by) (?P<name>{NAME})"),
)


DESCRIBED = re.compile(
    r",? according to the (?:author|writer|commenter|poster|person|user)\b[^,?]*", re.IGNORECASE
)
"""Says who is asked, not what about: "… according to the author trained in physics?"."""


@dataclass(frozen=True, slots=True)
class Named:
    """The people whom a question names.

    `authors` are in the corpus; of these, `speaking` are asked for their words. `absent` are
    asked for their words and have none here. `asked` is the question with full names, and
    `subject` what it is about, without the people whose words it asks for.
    """

    asked: str
    subject: str
    authors: tuple[str, ...] = ()
    speaking: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


class Directory:
    """The authors of a corpus by all their names.

    Where no document names an author, nobody can be told to be absent.
    """

    def __init__(self, people: Iterable[Person]) -> None:
        full: dict[str, set[str]] = {}
        parts: dict[str, set[str]] = {}
        for person in people:
            for name in (person.name, *person.aliases):
                full.setdefault(name.casefold(), set()).add(person.name)
            words = person.name.split()
            for word in (words[0], words[-1]) if len(words) > 1 else ():
                parts.setdefault(word.casefold(), set()).add(person.name)
        self._full = _unambiguous(full)
        self._names = _unambiguous(parts) | self._full
        names = sorted(self._names, key=len, reverse=True)
        self._pattern = re.compile(
            r"(?<![\w@])@?(?P<name>" + "|".join(map(re.escape, names)) + r")(?!\w)", re.IGNORECASE
        )

    def author(self, name: str) -> str | None:
        """The author whom a name stands for, if it stands for one."""
        return self._names.get(name.strip().lstrip("@").casefold())

    def named(self, question: str) -> Named:
        """Whom a question names, and whose words it asks for."""
        spoken = [
            name
            for pattern in WHO_SAYS
            for found in pattern.finditer(question)
            for name in found.groupdict().values()
            if name
        ]
        absent = [name for name in spoken if self._names and not self.author(name)]
        speaking = [author for name in spoken if (author := self.author(name))]
        absent = [name for name in absent if not name.isupper()]  # RLHF is nobody
        authors: list[str] = []

        def full_name(found: re.Match[str]) -> str:
            name = found["name"]
            author = self._names[name.casefold()]
            within = any(name in other and name != other for other in absent)
            meant = name[0].isupper() and name.casefold() in self._full  # "Will AI …" is no name
            if within or not (meant or author in speaking):
                return found.group()
            authors.append(author)
            return author

        asked = self._pattern.sub(full_name, question) if self._names else question
        return Named(
            asked,
            _subject(asked, speaking),
            tuple(dict.fromkeys(authors)),
            tuple(dict.fromkeys(speaking)),
            tuple(dict.fromkeys(absent)),
        )


def _subject(asked: str, speaking: Iterable[str]) -> str:
    """The question without the names of those who are asked, and without what describes them."""
    subject = DESCRIBED.sub("", asked)
    for name in speaking:
        subject = subject.replace(name, "")
    return subject if subject.strip(" ?.,") else asked


def _unambiguous(names: dict[str, set[str]]) -> dict[str, str]:
    return {name: next(iter(people)) for name, people in names.items() if len(people) == 1}
