"""Names in a sentence, found without the code that answers: who is said to say its words.

"On this, Ada King writes: “Bo is right.”" gives its words to Ada King, and to nobody else
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from evals.cited_places import Place

SAYING = (
    r"(?:write|wrote|written|say|said|argue|claim|think|thought|believe|hold|held|note|add|"
    r"explain|suggest|propose|conclude|deny|denie|point|warn|ask|answer|repl|agree|disagree|state|put|quoted)\w*"
)
GIVEN = re.compile(
    rf"(?: \([^)]*\))?(?:[’']s? \w+|,?(?: (?:also|once|then|is|\w+ly))*(?: {SAYING}|:))"
)
"""What stands behind a name to which words are given: "Ada also writes", "Ada’s view", "Ada:"."""

GIVING = re.compile(r"(?:according to|(?:said|written|argued|claimed|put|quoted) by|words of) $")
"""What stands before such a name."""

JOINING = re.compile(r",? and |, ")
"""What joins two names to which the same words are given."""

UNKNOWN = re.compile(r"unnamed|not name", re.IGNORECASE)
"""How a sentence says that nobody knows whose words it has."""

AGAIN = re.compile(r"(?:and|also there): “|(?:he|she|they|the (?:same )?author)\b", re.IGNORECASE)
"""How a sentence begins that goes on with the voice of the one before."""

QUOTES = re.compile(r"\bquot(?:e[ds]?|ing)\b")

STRANGE = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]*[a-z](?: [A-Z][\w’'-]*)+")
"""Two words and more with capitals: what may be the name of somebody whom nobody here knows."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A name in a sentence with all names of those whom it may stand for.

    `phrase` is the name with what gives words to it; nothing where no words are given.
    """

    text: str
    people: tuple[frozenset[str], ...]
    phrase: str = ""

    @property
    def given(self) -> bool:
        """Whether words are given to it."""
        return bool(self.phrase)


class Names:
    """All names of a corpus, and of strangers who are looked for too."""

    def __init__(self, people: Iterable[frozenset[str]], strangers: Iterable[str] = ()) -> None:
        self._people: dict[str, list[frozenset[str]]] = defaultdict(list)
        for names in (*people, *(frozenset({name}) for name in strangers)):
            for form in {form for name in names for form in _forms(name)}:
                self._people[form].append(names)
        forms = sorted(self._people, key=len, reverse=True)
        known = "|".join(map(re.escape, forms)) or r"(?!)"
        self._known = re.compile(rf"(?<!\w)(?:{known})(?!\w)")

    def inside(self, text: str) -> list[Naming]:
        """The names of a text, the last one first, with whether words are given to them."""
        namings: list[Naming] = []
        after = None
        for found in reversed(list(self._known.finditer(text))):
            joined = after and after[1] and JOINING.fullmatch(text, found.end(), after[0])
            behind = joined or GIVEN.match(text, found.end())
            given = bool(behind or GIVING.search(text[: found.start()].lower()))
            phrase = text[found.start() : behind.end() if behind else found.end()] if given else ""
            namings.append(Naming(found.group(), tuple(self._people[found.group()]), phrase))
            after = found.start(), given
        return namings

    def strange(self, text: str) -> Iterator[str]:
        """What looks like the name of somebody else."""
        yield from STRANGE.findall(self._known.sub("", text))


def _forms(name: str) -> Iterator[str]:
    """A name, and the last word of a full one."""
    yield name
    first, _, last = name.rpartition(" ")
    if first and last[:1].isupper():
        yield last


def wrong(text: str, places: Iterable[Place], names: Names) -> list[str]:
    """The names in a sentence that are not those of its places; `text` has no quoted words.

    Words must be given to one whose they are, or to one who quotes them and is said to quote.
    Anybody else may only be told of, and only be given words, where the cited words or their page
    do so: "Ada writes that Bo said so" is right where she writes "Bo said so".
    """
    places = list(places)
    voices = {name for place in places for name in place.voices}
    quoting = {name for place in places for name in place.quoting} if QUOTES.search(text) else set()
    told = " ".join(part for place in places for part in (place.words, *place.about))
    namings = names.inside(text)
    right = [any(people & (voices | quoting) for people in one.people) for one in namings]
    heard = any(one.given for one, is_right in zip(namings, right, strict=True) if is_right)
    bad = [
        one.text
        for one, is_right in zip(namings, right, strict=True)
        if not is_right and ((one.given and not heard) or (one.phrase or one.text) not in told)
    ]
    return bad + [
        name for name in names.strange(text) if name not in told and name not in voices | quoting
    ]


def voices(text: str, places: Iterable[Place], names: Names) -> tuple[frozenset[str], ...] | None:
    """All names of those to whom a sentence gives words; None where it goes on with the one before.

    Nobody where it says that nobody knows. Who is only quoted is known from the places alone.
    """
    found = [people for one in names.inside(text) if one.given for people in one.people]
    found += [place.voices for place in places if any(name in text for name in place.voices)]
    if found or UNKNOWN.search(text):
        return tuple(found)
    return None if AGAIN.match(text) else ()


def inherited(heard: Sequence[frozenset[str]], places: Iterable[Place]) -> bool:
    """Whether those who were heard in the sentence before are heard at these places too."""
    return not heard or all(
        any(people & (place.voices | place.quoting) for people in heard) for place in places
    )
