"""Whether a sentence gives the cited words to those whose words they are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from answer.checking.attributing import CLAUSE, SAYING_SO
from answer.checking.people_in import Ordinary, People
from answer.checking.pronouns import NAMELESS, many
from answer.checking.quoted_words import unmasked
from answer.checking.voices import Voices
from answer.compose import Said, listed
from answer.directory import Directory
from answer.mentions import ANY, Mention
from answer.names import key


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence without the names of people, and what is cited of one voice for it.

    It is `shared` where it tells the same of several people: each of them must say it alone.
    """

    text: str
    cited: tuple[Said, ...]
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Naming:
    """What a sentence is without names: `objection` tells whom it names wrongly.

    `people` are those whom it names; `parts` is the sentence cut where another voice begins;
    what it tells of several people at once is a part for each of them.
    """

    objection: str | None
    people: frozenset[str]
    parts: tuple[Part, ...]


def naming(text: str, voices: Voices, directory: Directory, ordinary: Ordinary) -> Naming:
    """Whom a sentence names, against those whose words it cites."""
    read = _Read(People(text, voices, directory, ordinary), voices)
    return Naming(read.objection(), read.named, tuple(read.parts()))


class _Read:
    """A sentence whose people are found."""

    def __init__(self, people: People, voices: Voices) -> None:
        self._people, self._voices = people, voices
        cuts = [0, *(cut.start() for cut in CLAUSE.finditer(people.text)), len(people.text)]
        self._clauses = [people.text[start:end] for start, end in pairwise(cuts)]

    @property
    def named(self) -> frozenset[str]:
        """Everybody whom it names whose words are cited, or who quotes them."""
        return self._people.who("".join(self._people.names))

    def objection(self) -> str | None:
        """Who is named and should not be, if there is somebody."""
        for mark, mention in self._people.names.items():
            if reason := self._wrong(mark, mention) or self._unclear(mention):
                return reason
        for name in self._people.unknown():
            return f"it names {name}, whose words these are not"
        return self._left_out()

    def _wrong(self, mark: str, mention: Mention) -> str | None:
        """Why somebody should not be named where they are."""
        fitting, name = self._people.fitting(mention), mention.text
        if mark in self._people.quoters:
            wrong = not fitting & self._voices.quoting
            return f"it says that {name} quotes these words, and nobody does" if wrong else None
        if mark in self._people.attributing:
            wrong = not (fitting & self._voices.people or self._is_reported(mark, mention))
            return f"it names {name}, whose words these are not" if wrong else None
        wrong = not (fitting & self._voices.heard or self._people.is_told(mark))
        return f"it names {name}, of whom the cited words say nothing" if wrong else None

    def _is_reported(self, mark: str, mention: Mention) -> bool:
        """Whether it is said who says it of somebody, and the cited words do say something so."""
        (clause,) = (clause for clause in self._clauses if mark in clause)
        says = SAYING_SO.search(clause[: clause.index(mark)])
        heard = says and self._people.who(says.group()) & self._voices.people
        reported = key(mention.text) in self._people.reported
        return bool(heard) and reported and self._people.is_told(mark)

    def _unclear(self, mention: Mention) -> str | None:
        """Why a name does not tell whose words these are: several people have it."""
        fitting = self._people.fitting(mention)
        right = fitting & self._voices.heard
        if not right or len(fitting) == 1 or len(self._in_full & fitting) == 1:
            return None
        return f"it says {mention.text}, who may be several people: say {listed(sorted(right))}"

    @property
    def _in_full(self) -> frozenset[str]:
        """Those whose full names the sentence has."""
        names = self._people.names.values()
        fitting = (self._people.fitting(one) for one in names if self._voices.given(one.text))
        return frozenset().union(*(people for people in fitting if len(people) == 1))

    def _left_out(self) -> str | None:
        """Whose words are given to somebody else, because only that one is named."""
        places = self._people.attributing | self._people.quoters
        given = self._people.who("".join(places & self._people.names.keys()))
        for one in self._voices.apart if given else ():
            if not one.heard & self.named and (
                one.people or not NAMELESS.search(self._people.text)
            ):
                whose = listed(sorted(one.people)) or "somebody whom the source does not name"
                return f"it gives {listed(sorted(given))} what {whose} says"
        return None

    def parts(self) -> Iterator[Part]:
        """The sentence cut where another voice begins, each with the words of its own."""
        pieces: list[tuple[str, frozenset[str]]] = []
        for clause in self._clauses if len(self._voices.people) > 1 else [self._people.text]:
            piece, who = clause, self._people.who(clause)
            if pieces and (not who or not pieces[-1][1]):
                before, others = pieces.pop()
                piece, who = before + piece, others | who
            pieces.append((piece, who))
        for piece, who in pieces:
            each = tuple(dict.fromkeys(self._by(who)))
            for cited in each:
                yield Part(self._bare(piece), cited, len(each) > 1)

    def _by(self, who: frozenset[str]) -> Iterator[tuple[Said, ...]]:
        """What is cited of each of some people; where nobody is named, of all together."""
        if not who and many(self._people.text):
            yield from ((said,) for said in self._voices.cited)
        elif not who:
            yield self._voices.cited
        for one in sorted(who):
            yield tuple(
                said for each in self._voices.apart if one in each.heard for said in each.cited
            )

    def _bare(self, piece: str) -> str:
        """A piece without the names of people, and with its quotations."""

        def name(found: re.Match[str]) -> str:
            mark = found.group()[0]
            mention = self._people.mention(mark)
            known = mark in self._people.names and self._people.fitting(mention)
            return " " if known else mention.text

        return unmasked(re.sub(rf"{ANY}(?:[’']s?\b)?", name, piece), self._people.quotations)
