"""Whom a sentence names, and whether it gives the cited words to those whose words they are."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from answer.compose import Said, listed
from answer.directory import Directory
from answer.mentions import ANY, FIRST, Mention, marked
from answer.names import ACRONYMS, WORD, key
from answer.writing.rules.attributing import CLAUSE, PLACES, QUOTED_IN, QUOTERS, SURE, marks
from answer.writing.rules.quoted_words import masked, unmasked
from answer.writing.rules.voices import Voices, listed_words
from index.passage import readable

Ordinary = Callable[[str], bool]
"""Whether a word is an ordinary one, and no name."""

STARTS = frozenset(
    """
    additionally after again all also although among another any as at based because before beyond
    both broadly building but citing crucially despite during each either elsewhere even every
    few finally first following further furthermore generally given hence here however importantly
    instead later like many meanwhile more moreover most much neither nevertheless next no none
    nonetheless nor not notably now only other others overall perhaps quoting rather regarding
    replying responding second several similarly since some specifically such thanks their
    then there therefore these they third though thus today together too two three unlike until
    unsurprisingly when where whereas whether while within without writing yes yet
    """.split()  # noqa: SIM905  # reads best so
)
"""Words that begin a sentence, and are no part of the name behind them."""

CALENDAR = frozenset(
    """
    january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday christmas
    """.split()  # noqa: SIM905
)
DETERMINED = re.compile(
    r"\b(?:the|an?|this|that|these|those|its?|their|his|her|our|your|my|any|some|no|each|every|"
    r"such|one|another|of|more|most|[a-z]+(?:al|ic|ive|ous|ed|ing))\s$",
    re.IGNORECASE,
)
"""What stands before a word that is no name."""

SMALL = re.compile(
    r"(?:^\W*|\baccording to )(?!the |an? |this |that |these |those |its? |their |his |her |our |"
    r"some |many |most |all |both |one |he |she |they |we |who |what |there |"
    r"according )(?P<name>[a-z][\w-]*)"
    r"(?P<verb> (?:argues|writes|says|thinks|claims|believes|notes|suggests|states|wrote|said|"
    r"argued|claimed|thought)\b)?"
)
"""A name in small letters that nobody knows: "aphyr argues", "according to aphyr"."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence without the names of people, and what is cited for it."""

    text: str
    cited: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """What a sentence is without names: `objection` tells whom it names wrongly.

    `people` are those whom it names; `parts` is the sentence cut where another voice begins.
    """

    objection: str | None
    people: frozenset[str]
    parts: tuple[Part, ...]


def naming(
    text: str, voices: Voices, directory: Directory, ordinary: Ordinary = lambda _: False
) -> Naming:
    """Whom a sentence names, against those whose words it cites."""
    read = _Read(text, voices, directory, ordinary)
    return Naming(read.objection(), read.named, tuple(read.parts()))


class _Read:
    """A sentence with its names and quotations marked."""

    def __init__(self, text: str, voices: Voices, directory: Directory, ordinary: Ordinary) -> None:
        self._voices, self._directory, self._ordinary = voices, directory, ordinary
        text, self._quotations = masked(text)
        self._seen = marked(_begun(text, directory), directory)
        self._text = self._seen.text
        self._attributing, self._sure = marks(PLACES, self._text), marks(SURE, self._text)
        self._quoters = marks(QUOTERS, self._text) - marks((QUOTED_IN,), self._text)
        self._words = readable(listed_words(voices.cited))
        self._said = marked(self._words, directory)
        self._people = {mark: one for mark, one in self._marks() if self._is_person(mark, one)}

    def _marks(self) -> Iterator[tuple[str, Mention]]:
        return ((chr(FIRST + number), one) for number, one in enumerate(self._seen.mentions))

    def _fitting(self, mention: Mention) -> frozenset[str]:
        return self._voices.fitting(mention.text)

    @property
    def named(self) -> frozenset[str]:
        """Everybody whom it names whose words are cited, or who quotes them."""
        heard = self._voices.people | self._voices.quoting
        return frozenset().union(*map(self._fitting, self._people.values())) & heard

    def objection(self) -> str | None:
        """Who is named and should not be, if there is somebody."""
        for mark, mention in self._people.items():
            if reason := self._wrong(mark, mention):
                return reason
        return self._unknown() or self._left_out()

    def _is_person(self, mark: str, mention: Mention) -> bool:
        """Whether a name is somebody's, as far as can be told; rather too often than too seldom."""
        place, words = self._text.index(mark), WORD.findall(mention.text)
        if self._fitting(mention):
            return not (
                mention.text.islower() and len(words) == 1 and self._is_small(mark, mention)
            )
        if all(map(_is_no_name, words)) or mention.text.endswith(("n't", "n’t")):
            return False
        if mark in self._sure or mention.text.startswith("@"):
            small = self._begins(place, words) and self._is_word(words[0])
            return not (small or self._abbreviates(place, mention.text))
        return not (_is_term(mention.text) or self._begins(place, words) or self._stands(mention))

    def _is_small(self, mark: str, mention: Mention) -> bool:
        """Whether a small word is no name: only user names are written small, and few surnames."""
        before, name = self._text[: self._text.index(mark)], mention.text
        if mark in self._sure:
            return bool(DETERMINED.search(before)) or self._ordinary(name)
        return self._stands(mention) or not self._voices.given(name) or self._ordinary(name)

    def _abbreviates(self, place: int, text: str) -> bool:
        """Whether a name is short for the words before it: "reward hacking (RH)"."""
        before = "".join(word[0] for word in WORD.findall(self._text[:place])[-8:])
        return text.isupper() and bool(re.search(".*".join(text), before, re.IGNORECASE))

    def _begins(self, place: int, words: Sequence[str]) -> bool:
        """Whether a word has its capital from the beginning of the sentence."""
        return len(words) == 1 and not re.search(r"\w", self._text[:place])

    def _is_word(self, word: str) -> bool:
        """Whether the cited words write a word small."""
        return bool(re.search(rf"\b{re.escape(word.lower())}s?\b", self._words))

    def _stands(self, mention: Mention) -> bool:
        """Whether a name stands in the cited words or in the title of their page."""
        titles = " ".join(one.citation.title or "" for one in self._voices.cited)
        there = set(key(f"{self._words} {titles}"))
        return set(key(mention.text)) <= there

    def _wrong(self, mark: str, mention: Mention) -> str | None:
        fitting = self._fitting(mention)
        name = mention.text
        if mark in self._quoters:
            right = fitting & self._voices.quoting
            wrong = f"it says that {name} quotes these words, which the source does not"
        elif mark in self._attributing:
            right = fitting & self._voices.people
            if not right and self._reported(mark, mention):
                return None
            wrong = f"it names {name}, whose words these are not"
        else:
            right = fitting & (self._voices.people | self._voices.quoting)
            if not right and self._stands(mention):
                return None
            wrong = f"it names {name}, of whom the cited words say nothing"
        if not right:
            return wrong
        if len(fitting) > 1 and not self._in_full(fitting):
            return f"it says {name}, which may be several people here: {listed(sorted(right))}?"
        return None

    def _reported(self, mark: str, mention: Mention) -> bool:
        """Whether the cited words give words to somebody, and it is said whose these are."""
        (piece,) = (piece for piece in self._clauses() if mark in piece)
        heard = (self._fitting(one) & self._voices.people for one in self._seen.of(piece))
        there = self._said.of("".join(marks(PLACES, self._said.text)))
        return any(heard) and any(key(one.text) == key(mention.text) for one in there)

    def _in_full(self, fitting: frozenset[str]) -> bool:
        """Whether the sentence has the full name of just one whom a short name may stand for."""
        full = {
            person
            for one in self._people.values()
            for person in self._fitting(one)
            if self._voices.given(one.text) and len(self._fitting(one)) == 1
        }
        return len(full & fitting) == 1

    def _unknown(self) -> str | None:
        """A name in small letters that the directory does not know."""
        for found in SMALL.finditer(self._seen.text):
            name = found["name"]
            told = found["verb"] or found.group().lstrip().startswith("according")
            if told and not self._is_word(name) and not self._voices.fitting(name):
                return f"it names {name}, whose words these are not"
        return None

    def _left_out(self) -> str | None:
        """Whose words are given to somebody else, because only that one is named."""
        given = {
            person
            for mark in self._attributing | self._quoters
            if mark in self._people
            for person in self._fitting(self._people[mark])
        } & (self._voices.people | self._voices.quoting)
        if not given:
            return None
        for one, who in zip(self._voices.cited, self._voices.each, strict=True):
            heard = who | frozenset(self._quoting(one))
            if not heard & self.named:
                whose = listed(sorted(who)) if who else "somebody whom the source does not name"
                return f"it gives {listed(sorted(given))} what {whose} says"
        return None

    def _quoting(self, one: Said) -> Sequence[str]:
        return tuple(Voices((one,), self._directory).quoting)

    def parts(self) -> Iterator[Part]:
        """The sentence cut where another voice begins, each with the words of its own."""
        pieces: list[tuple[str, frozenset[str]]] = []
        for piece in self._pieces():
            who = frozenset().union(
                *(self._fitting(one) for one in self._seen.of(piece) if self._fitting(one))
            ) & (self._voices.people | self._voices.quoting)
            if pieces and (not who or not pieces[-1][1]):
                piece, who = pieces[-1][0] + piece, pieces[-1][1] | who
                pieces.pop()
            pieces.append((piece, who))
        for piece, who in pieces:
            yield Part(self._bare(piece), self._by(who))

    def _pieces(self) -> list[str]:
        """The clauses, where several people are heard; else the whole."""
        return self._clauses() if len(self._voices.people) > 1 else [self._text]

    def _clauses(self) -> list[str]:
        cuts = [0, *(cut.start() for cut in CLAUSE.finditer(self._text)), len(self._text)]
        return [self._text[start:end] for start, end in pairwise(cuts)]

    def _by(self, who: frozenset[str]) -> tuple[Said, ...]:
        """What is cited of some people; all where nobody is named."""
        voices = self._voices
        if not who:
            return voices.cited
        return tuple(
            one
            for one, people in zip(voices.cited, voices.each, strict=True)
            if (people | frozenset(self._quoting(one))) & who
        )

    def _bare(self, piece: str) -> str:
        """A piece without the names of people, and with its quotations."""

        def name(mark: re.Match[str]) -> str:
            (mention,) = self._seen.of(mark.group())
            known = mark.group()[0] in self._people and self._fitting(mention)
            return " " if known else mention.text

        return unmasked(re.sub(rf"{ANY}(?:[’']s?\b)?", name, piece), self._quotations)


def _is_no_name(word: str) -> bool:
    small = word.casefold()
    return small in CALENDAR or small in ACRONYMS or word.isdigit()


def _is_term(text: str) -> bool:
    """Whether a name is an abbreviation, or has a number in it; other rules look at these."""
    first, _, rest = text.removesuffix("s").partition("-")
    short = " " not in text and "." not in text
    return any(map(str.isdigit, text)) or (short and first.isupper() and not rest.istitle())


def _begun(text: str, directory: Directory) -> str:
    """A sentence whose first word is written small where it is no name: "Unlike Bo"."""
    first = WORD.search(text)
    if first and first.group().casefold() in STARTS and not directory.fitting(first.group()):
        return text[: first.start()] + first.group().lower() + text[first.end() :]
    return text
