"""A sentence that a model wrote → whether the words that it cites say so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal
from unicodedata import normalize

from answer.checking.certainty import surer
from answer.checking.content import LENIENT, Content
from answer.checking.distancing import held_off, ordered
from answer.checking.entailment import LEAST, Entailment
from answer.checking.figures import misfigured, without_dates
from answer.checking.foreign import counted_year, foreign_address
from answer.checking.naming import Naming, Part, naming
from answer.checking.negation import Denying
from answer.checking.people_in import Ordinary
from answer.checking.pronouns import Heard, unheard
from answer.checking.quoted_words import masked, misquoted, unmasked
from answer.checking.subject import other_subject
from answer.checking.terms import Stemmer, Stems
from answer.checking.voices import Voices, listed_words
from answer.compose import Said, listed
from answer.directory import Directory
from answer.mentions import marked
from index.passage import readable

Kind = Literal[
    "uncited", "number", "name", "agreement", "quotation", "figure", "negation", "certainty",
    "content", "entailment",
]  # fmt: skip
"""What is wrong with a sentence. A "number" is that of a source that was never given."""

AGREEING = re.compile(
    r"\W*(?:yes|yeah|exactly|correct|indeed|right|true|precisely|absolutely|certainly|"
    r"definitely|sure|agreed|good (?:point|question)|great question)\b\W|"
    r"\W*(?:you(?:[’']re| are)(?: \w+)? (?:right|correct)|that(?:[’']s| is)(?: \w+)? (?:right|"
    r"correct|true)|as you (?:say|said|note|noted|point(?:ed)? out|mention(?:ed)?|suggest(?:ed)?|"
    r"put it)|i agree|it is true that|it[’']s true that)\b",
    re.IGNORECASE,
)
"""Agrees with the reader, rather than to say what somebody else says."""

MARKER = re.compile(r"\s*\[\d[\d.,;\s–-]*\]")

NOT_NAMED = re.compile(r"\bwhom the (?:source|page) does not name\b", re.IGNORECASE)
"""Tells that nobody knows the name, and denies nothing of what is said."""

APART = ": say in one sentence what one person says"
"""What is told of several people at once must be borne out by the words of each."""

LONGEST = 2_000
"""Characters of a sentence that is checked; no longer one is a sentence."""

AGREES = re.compile(
    r"\b(?:(?:dis)?agree[sd]?(?! that\b)|concur(?:s|red)?|"
    r"(?:think|say|believe|feel)s? (?:so too|so as well|the same))\b",
    re.IGNORECASE,
)
"""Says that somebody thinks what another one does, and nothing else."""

SOMEBODY = re.compile(
    r"\b(?:s?he|they|his|hers?|theirs?|(?:the|this|an?)(?: \w+)? (?:author|writer|commenter|poster|"
    r"speaker|somebody|someone|person)|somebody|someone|one of several people)\b",
    re.IGNORECASE,
)
"""Says that somebody says it, who is named before or nowhere."""

LEAD_IN = 12
"""Words of a lead-in at the most."""


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a sentence is not believed, in a sentence that a model and a reader understand."""

    kind: Kind
    reason: str


class Checker:
    """Checks sentences against what they cite; strictly, because a quotation can stand in."""

    def __init__(
        self,
        directory: Directory,
        stems: Stems,
        entailment: Entailment | None = None,
        ordinary: Ordinary = lambda _: False,
    ) -> None:
        self._directory, self._entailment, self._ordinary = directory, entailment, ordinary
        self._stemmer = Stemmer(stems)
        lenient = Content(self._stemmer, LENIENT, most=None)
        self._content = lenient if entailment else Content(self._stemmer)
        self._denying = Denying(self._stemmer)

    def objection(
        self, text: str, cited: Sequence[Said], before: Sequence[Said] = ()
    ) -> Objection | None:
        """The first thing that is wrong with a sentence, if there is one.

        `before` is what the sentence before it cites, of whom "he" may speak.
        """
        if len(text) > LONGEST:
            return Objection("content", "it is too long a sentence to be checked")
        if not cited:
            return Objection("uncited", "it cites nothing") if self.states(text) else None
        return next(self._objections(_bare(text), tuple(cited), tuple(before)), None)

    def states(self, text: str) -> bool:
        """Whether a sentence says something that could be wrong; a lead-in does not."""
        words = text.split()
        short = text.rstrip().endswith(":") and len(words) <= LEAD_IN
        if short:
            return any(one.authors for one in marked(text, self._directory).mentions)
        return bool(re.search(r"\w", text))

    def verdict(self, text: str, cited: Sequence[Said]) -> Literal["quoted", "supported"]:
        """Whether a sentence to which there is no objection is the cited words, or says them."""
        rest, quotations = masked(text)
        read = self._naming(_bare(unmasked(rest, [" "] * len(quotations))), cited)
        alone = " ".join(without_dates(part.text, cited) for part in read.parts)
        return "quoted" if quotations and self._content.nothing(alone) else "supported"

    def attributed(self, text: str, cited: Sequence[Said]) -> bool:
        """Whether a sentence says whose words it gives: by a name, or as somebody's."""
        voices = Voices(tuple(cited), self._directory)
        named = self._naming(_bare(text), cited).people & voices.people
        words = readable(listed_words(cited)).casefold()
        told = SOMEBODY.finditer(masked(text)[0])  # one of whom the words speak has not said them
        return bool(named) or any(found.group().casefold() not in words for found in told)

    def _objections(
        self, text: str, cited: tuple[Said, ...], before: tuple[Said, ...]
    ) -> Iterator[Objection]:
        read = self._naming(text, cited)
        if read.objection:
            yield Objection("name", read.objection)
        voices, last = Voices(cited, self._directory), Voices(before, self._directory)
        unquoted = masked(text)[0]
        if reason := unheard(Heard(unquoted, read.people, voices, last)):
            yield Objection("name", reason)
        if reason := foreign_address(unquoted, listed_words(cited)):
            yield Objection("content", reason)
        if AGREEING.match(text):
            yield Objection("agreement", "it agrees with the reader: say what the source says")
        for part in read.parts:
            for objection in self._against(part):
                yield replace(objection, reason=objection.reason + APART * part.shared)
        yield from self._unentailed(text, cited)

    def _naming(self, text: str, cited: Sequence[Said]) -> Naming:
        voices = Voices(tuple(cited), self._directory)
        return naming(text, voices, self._directory, self._ordinary)

    def _against(self, part: Part) -> Iterator[Objection]:
        """What is wrong with what is said by one voice."""
        words = readable(listed_words(part.cited))
        part = replace(part, text=NOT_NAMED.sub(" ", part.text))
        unquoted = re.sub(r"\s+", " ", unmasked(*_without(part.text)))
        if reason := misquoted(part.text, part.cited):
            yield Objection("quotation", reason)
        if reason := misfigured(unquoted, part.cited) or counted_year(unquoted, words):
            yield Objection("figure", reason)
        text = without_dates(part.text, part.cited)
        titled = "\n".join((words, *_titles(part.cited)))
        held = held_off(unquoted, titled, self._stemmer) or ordered(unquoted, words)
        if reason := self._denying.objection(text, words) or held:
            yield Objection("negation", reason)
        if reason := surer(text, words, self._stemmer):
            yield Objection("certainty", reason)
        if (found := AGREES.search(unquoted)) and not AGREES.search(words):
            yield Objection("content", f"it says “{found.group()}”, and the cited words do not")
        told = without_dates(unquoted, part.cited)
        if unquoted == part.text and self._content.nothing(told):
            yield Objection("content", "it says nothing of what the cited words say")
        if reason := self._content.objection(told, titled) or self._subject(told, titled):
            yield Objection("content", reason)

    def _subject(self, told: str, words: str) -> str | None:
        """Why a sentence is about something else; a model of entailment sees more of that."""
        if self._entailment:
            return None
        return other_subject(told, words, self._content, self._stemmer)

    def _unentailed(self, text: str, cited: Sequence[Said]) -> Iterator[Objection]:
        """What a model of entailment holds against it."""
        if self._entailment is None:
            return
        premise = " ".join(_told(one) for one in cited)
        if self._entailment.entails(premise, text) < LEAST:
            yield Objection("entailment", "the cited words do not say that")


def _bare(text: str) -> str:
    """A sentence without markup and without numbers of sources, in the plainest letters."""
    return MARKER.sub("", readable(normalize("NFKC", text)))


def _titles(cited: Sequence[Said]) -> Iterator[str]:
    """What stands above the cited words; what they are about may be said only there."""
    for one in cited:
        yield from filter(None, (one.citation.title, one.citation.heading))


def _told(one: Said) -> str:
    """The cited words with who says them."""
    speaker = one.citation.speaker
    who = speaker or listed(one.authors)
    quote = readable(one.citation.quote)
    return f"{who} writes: {quote}" if who else quote


def _without(text: str) -> tuple[str, list[str]]:
    """A text with its quotations marked, and nothing to put in their place."""
    rest, quotations = masked(text)
    return rest, [" "] * len(quotations)
