"""The names in a sentence that are people's, and whose places they stand in."""

import re
from collections.abc import Callable, Iterator, Sequence

from answer.checking.attributing import PLACES, QUOTED_IN, QUOTERS, SURE, marks
from answer.checking.number_words import NUMBER_WORDS
from answer.checking.pronouns import FOLK
from answer.checking.quoted_words import masked
from answer.checking.small_names import disguised, small_names
from answer.checking.terms import says
from answer.checking.voices import Voices, listed_words
from answer.directory import Directory
from answer.mentions import FIRST, NO_NAMES, Mention, marked
from answer.names import ACRONYMS, WORD, key
from index.passage import readable

Ordinary = Callable[[str], bool]
"""Whether a word is an ordinary one, and no name."""

STARTS = frozenset(
    """
    additionally after again all also although among another any as at based because before beyond
    both broadly building but citing crucially despite during each either elsewhere even every
    few finally first following further furthermore generally given hence here however importantly
    instead later like many meanwhile more moreover most much neither nevertheless next no none
    nonetheless nor not notably now only other others overall per perhaps quoting rather regarding
    replying responding second several similarly since some specifically such thanks their
    then there therefore these they third though thus today together too two three unlike until
    unsurprisingly user via when where whereas whether while within without writing yes yet
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

STOP = re.compile(r"[.;:!?](?=\s|$)")
CLOSE = 3
"""Words from a name, as far as what is said of somebody stands beside it."""

BEGINNING = 5
"""Letters by which words are compared there."""


class People:
    """The people in a sentence, by the private characters that stand for their names in `text`.

    `attributing` are the names in places of whose words they are, and `quoters` those in places
    of who quotes; `reported` are the names in such places of the cited words. `quotations` have
    private characters of their own.
    """

    def __init__(self, text: str, voices: Voices, directory: Directory, ordinary: Ordinary) -> None:
        self._voices, self._ordinary = voices, ordinary
        unquoted, self.quotations = masked(text)
        self._plain = _begun(unquoted, directory)
        self._seen = marked(self._plain, directory)
        self.text = self._seen.text
        self._words = readable(listed_words(voices.cited))
        said = marked(self._words, directory)
        self.reported = {key(one.text) for one in said.of("".join(marks(PLACES, said.text)))}
        self._sure = marks(SURE, self.text)
        self.attributing = marks(PLACES, self.text)
        self.quoters = marks(QUOTERS, self.text) - marks((QUOTED_IN,), self.text)
        self.names = {mark: one for mark, one in self._marks() if self._is_person(mark, one)}

    def _marks(self) -> Iterator[tuple[str, Mention]]:
        return ((chr(FIRST + number), one) for number, one in enumerate(self._seen.mentions))

    def mention(self, mark: str) -> Mention:
        """The name that a private character stands for, whoever's it is."""
        (found,) = self._seen.of(mark)
        return found

    def who(self, piece: str) -> frozenset[str]:
        """Whoever may be meant in a piece of the text, of those whose words are cited or quoted."""
        fitting = (self.fitting(one) for one in self._seen.of(piece))
        return frozenset().union(*fitting) & self._voices.heard

    def fitting(self, mention: Mention) -> frozenset[str]:
        """The people whom a name may stand for."""
        return self._voices.fitting(mention.text)

    def stands(self, mention: Mention) -> bool:
        """Whether a name stands in the cited words or in the title of their page."""
        titles = " ".join(one.citation.title or "" for one in self._voices.cited)
        return set(key(mention.text)) <= set(key(f"{self._words} {titles}"))

    def is_told(self, mark: str) -> bool:
        """Whether a name stands beside the same words as in the cited words or their title."""
        mention = self.mention(mark)
        own = _beside(self._plain, mention.start, len(mention.text))
        titles = (readable(one.citation.title or "") for one in self._voices.cited)
        return any(
            not own.isdisjoint(_beside(text, found.start(), len(found.group())))
            for text in (self._words, *titles)
            for found in re.finditer(rf"(?<!\w){re.escape(mention.text)}(?!\w)", text)
        )

    def unknown(self) -> Iterator[str]:
        """Names that nobody knows and that hardly look like names."""
        yield from disguised(self._plain, self._words)
        for name in small_names(self.text):
            known = self._is_word(name) or self._voices.fitting(name)
            if not (known or _is_no_name(name) or name in STARTS or self._ordinary(name)):
                yield name

    def _is_person(self, mark: str, mention: Mention) -> bool:
        """Whether a name is somebody's, as far as can be told; rather too often than too seldom."""
        place, words = self.text.index(mark), WORD.findall(mention.text)
        if self.fitting(mention):
            return not (
                mention.text.islower() and len(words) == 1 and self._is_small(mark, mention)
            )
        if all(map(_is_no_name, words)) or mention.text.endswith(("n't", "n’t")):
            return False
        if mark in self._sure or mention.text.startswith("@"):
            small = self._begins(place, words) and self._is_word(words[0])
            return not (small or self._abbreviates(place, mention.text))
        if self._begins(place, words):
            return self._is_name(words[0]) and not self.is_told(mark)
        return not (_is_term(mention.text) or self.stands(mention))

    def _is_small(self, mark: str, mention: Mention) -> bool:
        """Whether a small word is no name: only user names are written small, and few surnames."""
        before, name = self.text[: self.text.index(mark)], mention.text
        if mark in self._sure:
            return bool(DETERMINED.search(before)) or self._ordinary(name)
        return self.stands(mention) or not self._voices.given(name) or self._ordinary(name)

    def _abbreviates(self, place: int, text: str) -> bool:
        """Whether a name is short for the words before it: "reward hacking (RH)"."""
        before = "".join(word[0] for word in WORD.findall(self.text[:place])[-8:])
        return text.isupper() and bool(re.search(".*".join(text), before, re.IGNORECASE))

    def _begins(self, place: int, words: Sequence[str]) -> bool:
        """Whether a word has its capital from the beginning of the sentence."""
        return len(words) == 1 and not re.search(r"\w", self.text[:place])

    def _is_name(self, word: str) -> bool:
        """Whether the cited words write a word with a capital where no sentence begins."""
        return bool(re.search(rf"(?<=[\w,;:] ){re.escape(word)}\b", self._words))

    def _is_word(self, word: str) -> bool:
        """Whether the cited words write a word small."""
        return bool(re.search(rf"\b{re.escape(word.lower())}s?\b", self._words))


def _beside(text: str, start: int, length: int) -> frozenset[str]:
    """The beginnings of the words that stand close to a place and say something."""
    before = STOP.split(text[:start])[-1].split()[-CLOSE:]
    behind = STOP.split(text[start + length :])[0].split()[:CLOSE]
    words = (word.strip(".,()“”\"'").casefold() for word in (*before, *behind))
    return frozenset(word[:BEGINNING] for word in words if says(word))


def _is_no_name(word: str) -> bool:
    small = word.casefold()
    known = small in CALENDAR or small in ACRONYMS or small in NUMBER_WORDS or small in NO_NAMES
    return known or word.isdigit() or bool(re.fullmatch(FOLK, small))


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
