"""Whose words are cited: the people whom a sentence may name for them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from answer.compose import Said
from answer.directory import Directory
from ingest.document import UNNAMED
from ingest.people import Person


@dataclass(frozen=True)
class Voices:
    """Whose words are cited, each under the one name by which they are known here."""

    cited: tuple[Said, ...]
    directory: Directory

    @cached_property
    def each(self) -> tuple[frozenset[str], ...]:
        """The people whose words each citation has; nobody where the source names nobody."""
        return tuple(frozenset(map(self._known, _names(one))) for one in self.cited)

    @cached_property
    def people(self) -> frozenset[str]:
        """Everybody whose words are cited."""
        return frozenset().union(*self.each)

    @cached_property
    def quoting(self) -> frozenset[str]:
        """Everybody who quotes them."""
        return frozenset(self._known(name) for one in self.cited for name in one.quoting)

    @cached_property
    def heard(self) -> frozenset[str]:
        """Everybody whose words are cited, or who quotes them."""
        return self.people | self.quoting

    @cached_property
    def apart(self) -> tuple["Voices", ...]:
        """The voice of each citation by itself."""
        return tuple(Voices((one,), self.directory) for one in self.cited)

    @cached_property
    def count(self) -> int:
        """How many people they are at least; those without a name count once for each page."""
        nameless = {one.voice for one, who in zip(self.cited, self.each, strict=True) if not who}
        return len(self.people) + len(nameless)

    @property
    def nameless(self) -> bool:
        """Whether some of the words are nobody's who is known."""
        return not all(self.each)

    def fitting(self, name: str) -> frozenset[str]:
        """The people whom a name may stand for, here or in the cited words."""
        return frozenset((*self.directory.fitting(name), *self._others.fitting(name)))

    def given(self, name: str) -> bool:
        """Whether it is all of somebody's name."""
        return bool(self.directory.given(name) or self._others.given(name))

    def same(self, other: "Voices") -> bool:
        """Whether it is one voice, and the other is the same one."""
        mine, theirs = ({one.voice for one in each.cited} for each in (self, other))
        return len(mine) == 1 and mine == theirs and all(one.known for one in self.cited)

    @cached_property
    def _others(self) -> Directory:
        """Those of them whom the directory does not know: who is only quoted signs nothing."""
        names = sorted(
            name for name in self.people | self.quoting if not self.directory.given(name)
        )
        return Directory([Person(name, (), (name,), 1, "unknown", None) for name in names])

    def _known(self, name: str) -> str:
        found = self.directory.given(name)
        return found[0] if len(found) == 1 else name


def _names(one: Said) -> Iterator[str]:
    """The names of those whose words they are; a quotation is not its page's author's."""
    speaker = one.citation.speaker
    if speaker is None:
        yield from one.authors
    elif speaker != UNNAMED:
        yield speaker


def listed_words(cited: Sequence[Said]) -> str:
    """All cited words, one behind the other."""
    return "\n".join(one.citation.quote for one in cited)
