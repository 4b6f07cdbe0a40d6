"""How much of what a sentence says stands in the cited words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from answer.asking import MINDING, TELLING, VIEWING
from answer.checking.attributing import NOUNS, STATING
from answer.checking.number_words import NUMBER_WORDS
from answer.checking.terms import Stemmer, Term

ENOUGH = 0.6
"""The share of the words of a sentence that must stand in the cited words."""

MOST = 2
"""Words of a sentence one behind the other that need not stand in the cited words."""

LENIENT = 0.3
"""The same where a model of entailment judges what is told in other words."""

CLAUSE = re.compile(
    r"[,;:—–()]|\b(?:and|or|but|that|which|who|because|since|while|whereas|so|if|when|as)\b",
    re.IGNORECASE,
)
"""Where something else may be said in a sentence."""

SAYING = re.compile(
    rf"(?:{MINDING}|{TELLING}|{VIEWING}|{STATING})\w*|(?:{NOUNS})|authors?|posts?|writers?|"
    r"commenters?|unnamed|anonymous|topic|subject|discussion|continues?|goes|"
    r"january|february|march|april|june|july|august|september|october|november|december",
    re.IGNORECASE,
)
"""Words that only say that somebody says something."""


class Content:
    """Compares what texts say, word by word; with no limit on new words where `most` is None."""

    def __init__(self, stemmer: Stemmer, enough: float = ENOUGH, most: int | None = MOST) -> None:
        self._stemmer, self._enough, self._most = stemmer, enough, most

    def objection(self, text: str, words: str) -> str | None:
        """What a sentence says that the cited words do not, if that is too much."""
        told = [term.word for term in self._stemmer.content(text) if not is_saying(term.word)]
        missing = self.missing(text, words)
        if told and len(list(self._stemmer.terms(text))) == 1:
            return f"it says nothing but “{told[0]}”"
        enough = self.share(text, words) >= self._enough
        if enough and not self._too_new(told, missing) and not self._added(text, words):
            return None
        return f"the cited words say nothing of {', '.join(missing[:3])}"

    def _added(self, text: str, words: str) -> bool:
        """Whether a clause of some words has none of its words from the cited ones."""
        for clause in CLAUSE.split(text):
            told = [term.word for term in self._stemmer.content(clause) if not is_saying(term.word)]
            if len(told) > 1 and len(self.missing(clause, words)) == len(set(told)):
                return True
        return False

    def _too_new(self, told: Sequence[str], missing: Sequence[str]) -> bool:
        """Whether too many of the words that are missing stand one behind the other."""
        return self._most is not None and self._longest(told, missing) > self._most

    def _longest(self, told: Sequence[str], missing: Sequence[str]) -> int:
        """How many of the words that are missing stand one behind the other at the most."""
        runs = groupby(told, missing.__contains__)
        return max((len(list(run)) for lacking, run in runs if lacking), default=0)

    def share(self, text: str, words: str) -> float:
        """How much of what a sentence says the words hold, from 0 to 1."""
        told = {term.stem for term in self._stemmer.content(text) if not is_saying(term.word)}
        if not told:
            return 1.0
        return 1 - len({self._stemmer.stem(word) for word in self.missing(text, words)}) / len(told)

    def missing(self, text: str, words: str) -> Sequence[str]:
        """The words of a sentence that the cited words lack, in order."""
        there = set(self._forms(self._stemmer.terms(words)))
        told = (term for term in self._stemmer.content(text) if not is_saying(term.word))
        lacking = (term.word for term in told if there.isdisjoint(self._forms([term])))
        return list(dict.fromkeys(lacking))

    def _forms(self, terms: Iterable[Term]) -> Iterator[str]:
        """The stems of words, turned round too: what is denied is looked at elsewhere."""
        for term in terms:
            yield term.stem
            if turned := self._stemmer.opposite(term.word):
                yield turned

    def nothing(self, text: str) -> bool:
        """Whether a text says nothing but that somebody says something."""
        return all(is_saying(term.word) for term in self._stemmer.content(text))


def is_saying(word: str) -> bool:
    """Whether a word only says that somebody says something, or is a figure."""
    return word in NUMBER_WORDS or bool(SAYING.fullmatch(word))
