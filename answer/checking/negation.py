"""What a sentence denies, against what the cited words deny."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answer.checking.terms import Stemmer, Term, says
from index.sentences import sentences

NEGATING = re.compile(
    r"not|never|no|none|nobody|nothing|nowhere|neither|nor|without|cannot|hardly|scarcely|barely|"
    r"rarely|seldom|unable|\w+n[’']t|fail(?:s|ed|ing)?|refus(?:e|es|ed|ing)|den(?:y|ies|ied|ying)|"
    r"doubt(?:s|ed|ing)?|lack(?:s|ed|ing)?|absen(?:t|ce)",
    re.IGNORECASE,
)
"""Words that deny what follows them."""

NOT_NEGATING = re.compile(
    r"\b(?:not (?:only|just|merely|simply|least)|no (?:doubt|matter|wonder)|whether or not|"
    r"or not(?=\W*$|[?.,;])|without (?:a )?doubt|why not|failed state)\b",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"[.,;:!?()—–]|\b(?:but|however|although|because|while|whereas|yet|so|instead|unless)\b",
    re.IGNORECASE,
)
"""Where what is denied ends."""

ALIKE = 0.75
"""The share of their words from which two sentences are the same, but for what they deny."""

REACH = 8
"""Words that say something, as far as which a word denies."""

PAIRS = (
    "increase decrease", "increase reduce", "increase decline", "increases diminish", "rise fall",
    "more less", "more fewer", "higher lower", "high low", "greater smaller", "large small",
    "agree disagree", "support oppose", "before after", "always never", "stronger weaker",
    "strong weak", "easy hard", "easy difficult", "good bad", "better worse", "best worst",
    "positive negative", "optimistic pessimistic", "accept reject", "allow prevent",
    "allow prohibit", "enable prevent", "win lose", "gain loss", "success failure",
    "succeed fail", "true false", "right wrong", "safe dangerous", "early late", "earlier later",
    "fast slow", "faster slower", "many few", "most least", "above below",
    "presence absence", "present absent", "include exclude",
    "promote inhibit", "activate inhibit", "activate suppress", "upregulate downregulate",
    "improve worsen", "maximum minimum", "max min", "longer shorter", "long short", "old new",
    "internal external", "inner outer", "friendly hostile", "encourage discourage",
    "start stop", "begin end", "begins ends", "open close", "buy sell",
    "rich poor", "same different",
)  # fmt: skip
OF_ALL = frozenset(("no", "none", "nobody", "nothing", "neither", "nor", "nowhere", "without"))
"""Words that deny all that follows, whichever comes first: "no cat sleeps"."""


@dataclass(frozen=True, slots=True)
class Denial:
    """The words that one word denies, nearest first."""

    by: str
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Polarity:
    """The stems of a text as it has them, said or denied, and what it denies."""

    said: frozenset[str]
    denied: frozenset[str]
    denials: tuple[Denial, ...]

    @property
    def all(self) -> frozenset[str]:
        """Every stem."""
        return self.said | self.denied


class Denying:
    """Compares what two texts deny."""

    def __init__(self, stemmer: Stemmer) -> None:
        self._stemmer = stemmer
        pairs = [tuple(map(stemmer.stem, pair.split())) for pair in PAIRS]
        self._turned_round: dict[str, str] = {}
        self._opposites: dict[str, tuple[str, ...]] = {}
        for one, other in pairs:
            self._opposites[one] = (*self._opposites.get(one, ()), other)
            self._opposites[other] = (*self._opposites.get(other, ()), one)

    def objection(self, text: str, words: str) -> str | None:
        """What a sentence denies and the cited words do not, or the other way round."""
        claim, cited = self.polarity(text), self.polarity(words)
        for denial in claim.denials:
            if self._invented(denial, cited):
                return f"it says “{denial.by}”, and the cited words do not deny that"
        for denial in cited.denials:
            if self._dropped(denial, claim, cited):
                return f"the cited words say “{denial.by}” where it does not"
        return self._miscounted(claim, words) or self._turned(claim, cited)

    def _miscounted(self, claim: Polarity, words: str) -> str | None:
        """Whether a sentence is one of those cited, but for what it denies."""
        for start, end in sentences(words, 0, len(words)):
            cited = self.polarity(words[start:end])
            alike = len(claim.all & cited.all) >= ALIKE * len(claim.all | cited.all)
            if alike and len(claim.denials) != len(cited.denials):
                denying = max(claim, cited, key=lambda one: len(one.denials)).denials[-1].by
                return f"the cited words and it differ by “{denying}”"
        return None

    def polarity(self, text: str) -> Polarity:
        """What a text says, and what it denies: what is denied twice is said."""
        text = NOT_NEGATING.sub(lambda found: " " * len(found.group()), text)
        terms = list(self._stemmer.terms(text))
        ends = [end.start() for end in ENDS.finditer(text)]
        times = [0] * len(terms)
        denials = []
        for at, term in enumerate(terms):
            if NEGATING.fullmatch(term.word):
                reach = self._reach(terms, at, ends)
                for number in reach:
                    times[number] += 1
                denials.append((term.word, reach))
        stems = [term.stem for term in terms]
        told = [number for number, term in enumerate(terms) if self._tells(term)]
        self._turned_round |= {
            term.stem: found for term in terms if (found := self._stemmer.opposite(term.word))
        }
        return Polarity(
            frozenset(stems[number] for number in told if not times[number] % 2),
            frozenset(stems[number] for number in told if times[number] % 2),
            tuple(
                Denial(by, tuple(stems[n] for n in reach if self._tells(terms[n]) and times[n] % 2))
                for by, reach in denials
            ),
        )

    def _tells(self, term: Term) -> bool:
        return says(term.word) or term.stem in self._opposites

    def _reach(self, terms: Sequence[Term], at: int, ends: Sequence[int]) -> list[int]:
        """The words that the word at a place denies; at the end of a clause the one before it."""
        found: list[int] = []
        told = 0
        for number in range(at + 1, len(terms)):
            between = terms[number - 1].start, terms[number].start
            ended = any(between[0] < end <= between[1] for end in ends)
            if (ended and told) or told == REACH:
                break
            told += says(terms[number].word)
            found.append(number)
        return found if told else [*range(max(0, at - 2), at), *found]

    def _invented(self, denial: Denial, cited: Polarity) -> bool:
        """Whether something is denied of the cited words that they do not deny."""
        if not denial.stems or self._opposed(denial.stems, cited):
            return False
        if denial.stems[0] in cited.all and denial.by not in OF_ALL:
            return denial.stems[0] not in cited.denied
        common = cited.all.intersection(denial.stems)
        return not (cited.denied & common if common else cited.denials)

    def _dropped(self, denial: Denial, claim: Polarity, cited: Polarity) -> bool:
        """Whether the cited words deny something that the sentence says."""
        if not denial.stems or self._opposed(denial.stems, claim):
            return False
        if denial.stems[0] in claim.all - cited.said and denial.by not in OF_ALL:
            return denial.stems[0] not in claim.denied
        common = claim.all.intersection(denial.stems) - cited.said
        return bool(common) and not claim.denied & common

    def _opposed(self, stems: Sequence[str], other: Polarity) -> bool:
        """Whether the other text has the opposite of what is denied, in place of it."""
        return any(stem not in other.all and self._has_opposite(stem, other.said) for stem in stems)

    def _turned(self, claim: Polarity, cited: Polarity) -> str | None:
        """What the sentence says the opposite of."""
        for stem in claim.said - cited.all:
            if not claim.denials and self._has_opposite(stem, cited.said):
                return "it says the opposite of the cited words"
        return None

    def _has_opposite(self, stem: str, others: frozenset[str]) -> bool:
        """Whether one of the others is the opposite of a stem."""
        if others.intersection(self._opposites.get(stem, ())):
            return True
        turned = self._turned_round
        return turned.get(stem) in others or any(turned.get(other) == stem for other in others)
