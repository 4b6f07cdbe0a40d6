"""The authors of a corpus by all their names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from answer.likeness import nearest
from answer.names import Key, bare, initials, is_short, key, parts, plain
from ingest.people import Person

SHORTEST = 4
"""Letters of a name that can be misspelt: two of three letters are many people's."""

Names = dict[Key, dict[str, None]]
"""Authors by the key of a name, in the order of the directory."""


class Directory:
    """The authors of a corpus by all their names.

    Names that are given go before parts of names, and these before initials. A name that several
    authors have stands for none of them.
    """

    def __init__(self, people: Iterable[Person]) -> None:
        self._people = {person.name: person for person in people}
        self._given, self._parts, self._initials = Names(), Names(), Names()
        self._shown: dict[str, list[str]] = defaultdict(list)
        self._spellings: dict[str, list[str]] = defaultdict(list)
        for person in self._people.values():
            self._enter(person)

    def _enter(self, person: Person) -> None:
        for signed in person.signed:
            self._shown[signed].append(person.name)
        for name in dict.fromkeys((person.name, *person.signed, *person.aliases)):
            short, words = bare(name), list(parts(name))
            for form in {name, short}:
                _add(self._given, key(form), person)
            for part in words:
                _add(self._parts, key(part), person)
            for letters in initials(name):
                _add(self._initials, letters, person)
            for spelling in (short, *words, *_joined(name)):
                self._spellings[" ".join(key(spelling))].append(person.name)

    def __bool__(self) -> bool:
        return bool(self._people)

    @cached_property
    def longest(self) -> int:
        """How many words the longest name has."""
        return max(map(len, self._given), default=0)

    @cached_property
    def _first_words(self) -> frozenset[str]:
        return frozenset(name[0] for name in (*self._given, *self._parts, *self._initials))

    def begins(self, word: str) -> bool:
        """Whether some name begins with a word."""
        return plain(word) in self._first_words

    def fitting(self, name: str) -> tuple[str, ...]:
        """The authors whom a name may stand for."""
        wanted = key(bare(name))
        return (
            self._found(self._given, wanted)
            or self._found(self._parts, wanted)
            or (self._found(self._initials, wanted) if is_short(name) else ())
        )

    def given(self, name: str) -> tuple[str, ...]:
        """The authors who have all of this name, not only a part of theirs."""
        return self._found(self._given, key(bare(name)))

    def author(self, name: str) -> str | None:
        """The author whom a name stands for, if it stands for one."""
        people = self.fitting(name)
        return people[0] if len(people) == 1 else None

    def signed(self, author: str) -> tuple[str, ...]:
        """Every name by which documents sign an author: what a search for their words accepts."""
        return self._people[author].signed

    def shown(self, signed: str) -> str:
        """The name to show for one that a document is signed with."""
        people = self._shown.get(signed, [])
        return people[0] if len(people) == 1 else signed

    def near(self, name: str) -> tuple[str, ...]:
        """The authors whose name this may be, misspelt."""
        wanted = " ".join(key(bare(name)))
        if len(wanted) < SHORTEST:
            return ()
        alike = [spelling for spelling in self._spellings if _comparable(spelling, wanted)]
        found = nearest(wanted, alike) or [wanted.replace(" ", "")]  # abramdemski
        authors = (author for spelling in found for author in self._spellings.get(spelling, ()))
        return tuple(dict.fromkeys(authors))

    def _found(self, names: Names, wanted: Key) -> tuple[str, ...]:
        return tuple(names.get(wanted, ()))


def _add(names: Names, name: Key, person: Person) -> None:
    names.setdefault(name, {})[person.name] = None


def _comparable(one: str, other: str) -> bool:
    """Whether two names could be one, misspelt: single words both, or full names both."""
    return len(one) >= SHORTEST and (" " in one) == (" " in other)


def _joined(name: str) -> Iterator[str]:
    """A user name without the signs between its words."""
    if " " not in name:
        yield "".join(key(name))
