"""Whom a question names, by the names that the documents give their authors."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.archive import Person

SAYING = (
    "think|say|believe|argue|claim|write|mean|object|predict|propose|recommend|suggest|disagree|"
    "agree|expect|worry|want|prefer|feel|hold|view|see|respond|reply|answer|criticise|criticize|"
    "defend|conclude|change|differ|describe|explain|consider|warn|advise|regard|judge|doubt|reject"
)
NAME = r"[^\W\d_a-z][\w’'-]*\w(?:(?: (?:de|van|von|der|den|la|le))* [^\W\d_a-z][\w’'-]*\w){0,3}"
WHO_SAYS = (
    re.compile(
        rf"\b(?:[Dd]oes|[Dd]id|[Dd]o|[Hh]as|[Hh]ave|[Ww]ould|[Cc]ould|[Ii]s|[Ww]as)"
        rf" (?P<name>{NAME})(?: and (?P<second>{NAME}))? (?:\w+ )?(?:{SAYING})\w*\b"
    ),
    re.compile(rf"\b[Aa]ccording to (?P<name>{NAME})(?: and (?P<second>{NAME}))?"),
    re.compile(
        rf"(?P<name>{NAME})[’']s? (?:views?|opinions?|positions?|arguments?|thoughts?|takes?|stance)\b"
    ),
    re.compile(rf"\b(?:views?|opinions?|words|thoughts|posts|comments) (?:of|by) (?P<name>{NAME})"),
)


@dataclass(frozen=True, slots=True)
class Named:
    """The people whom a question names.

    `authors` are in the corpus; of these, `speaking` are asked for their words. `absent` are
    asked for their words and have none here. `asked` is the question with full names.
    """

    asked: str
    authors: tuple[str, ...] = ()
    speaking: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


class Directory:
    """The authors of a corpus by all their names."""

    def __init__(self, people: Iterable[Person]) -> None:
        full: dict[str, set[str]] = {}
        parts: dict[str, set[str]] = {}
        for person in people:
            for name in (person.name, *person.aliases):
                full.setdefault(name.casefold(), set()).add(person.name)
            words = person.name.split()
            for word in (words[0], words[-1]) if len(words) > 1 else ():
                parts.setdefault(word.casefold(), set()).add(person.name)
        self._names = _unambiguous(full) | {
            word: name for word, name in _unambiguous(parts).items() if word not in full
        }
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
        absent = [name for name in spoken if not self.author(name) and not name.isupper()]
        speaking = [author for name in spoken if (author := self.author(name))]
        authors: list[str] = []

        def full_name(found: re.Match[str]) -> str:
            name = found["name"]
            author = self._names[name.casefold()]
            within = any(name in other and name != other for other in absent)
            if within or not (name[0].isupper() or author in speaking):
                return found.group()
            authors.append(author)
            return author

        asked = self._pattern.sub(full_name, question) if self._names else question
        return Named(
            asked, tuple(dict.fromkeys(authors)), tuple(dict.fromkeys(speaking)),
            tuple(dict.fromkeys(absent)),
        )  # fmt: skip


def _unambiguous(names: dict[str, set[str]]) -> dict[str, str]:
    return {name: next(iter(people)) for name, people in names.items() if len(people) == 1}
