"""Claims → what is believed of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answer.checking.check import Checker, Objection
from answer.citing import Citer, place
from answer.compose import Said, listed
from answer.wording import phrase
from answer.writing.marks import NOUN, Claim, Mark
from answer.writing.sources import Sources
from ingest.document import UNNAMED

BRACKETED = re.compile(r"\[(?P<inside>[^\]\[]*\d[^\]\[]*)\]")
"""What is left in brackets is code or a formula, and must not look like a citation."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim with what it cites; `objection` says why it is not believed, if it is not."""

    claim: Claim
    text: str
    said: tuple[Said, ...]
    objection: Objection | None


class Judge:
    """Judges the claims of one answer; `wrong` counts the marks of what was never given."""

    def __init__(self, sources: Sources, citer: Citer, checker: Checker) -> None:
        self._sources, self._citer, self._checker = sources, citer, checker
        self.wrong = 0

    def judged(self, claim: Claim, before: Sequence[Said] = ()) -> Judged:
        """What is believed of a claim, which follows one that cites what was said `before`."""
        self.wrong += sum(not self._sources.has(mark) for mark in claim.marks)
        said = self._cited(claim.marks, claim.text)
        text = self._named(claim)
        if claim.marks and not said:
            return Judged(claim, text, (), Objection("number", phrase("objection.number")))
        return Judged(claim, text, said, self._checker.objection(text, said, before))

    def found(self, one: Judged, before: Sequence[Said] = ()) -> Judged:
        """A claim that cites nothing, with a sentence that says it, if one of those given does."""
        said = self._cited(self._sources.likely(one.text), one.text)
        for each in said:
            if self._checker.objection(one.text, (each,), before) is None:
                return Judged(one.claim, one.text, (each,), None)
        return one

    def states(self, claim: Claim) -> bool:
        """Whether a claim says something that could be wrong."""
        return bool(claim.text) and self._checker.states(claim.text)

    def _cited(self, marks: Sequence[Mark], text: str) -> tuple[Said, ...]:
        """What some marks stand for, each place once."""
        found = (self._citer.said(*run) for run in self._sources.runs(marks, text))
        return tuple({place(one.citation): one for one in found if one}.values())

    def _named(self, claim: Claim) -> str:
        """The text of a claim, with names for the marks that stand for people in it."""
        text = BRACKETED.sub(r"(\g<inside>)", claim.text)
        for mark in claim.nouns:
            said = self._cited((mark,), claim.text)
            text = text.replace(NOUN, _name(said[0]) if said else phrase("quoted.somebody"), 1)
        text = text.replace(NOUN, "")
        return text[:1].upper() + text[1:] if claim.nouns else text


def _name(said: Said) -> str:
    """Whose words they are, as a part of a sentence."""
    speaker = said.citation.speaker
    if speaker:
        return speaker if speaker != UNNAMED else phrase("quoted.somebody")
    return listed(said.authors) or phrase("evidence.nobody")
