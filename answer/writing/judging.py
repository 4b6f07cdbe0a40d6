"""Claims → what is believed of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from answer.checking.check import Checker, Objection
from answer.citing import Citer, place
from answer.compose import Said, listed
from answer.people import Ordinary
from answer.wording import phrase
from answer.writing.marks import NOUN, Claim, Mark
from answer.writing.sources import Sources
from ingest.document import UNNAMED

BRACKETED = re.compile(r"\[(?P<inside>[^\]\[]*\d[^\]\[]*)\]")
"""What is left in brackets is code or a formula, and must not look like a citation."""

OPEN = re.compile(r"\[(?=[\d\s])")
"""What is left of a mark that was cut off."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim with what it cites; `objection` says why it is not believed, if it is not.

    It was judged as following a claim that cites what was said `before`. `wrong` is how many of its
    marks are of what was never given.
    """

    claim: Claim
    text: str
    said: tuple[Said, ...]
    objection: Objection | None
    before: tuple[Said, ...] = ()
    wrong: int = 0


class Judge:
    """Judges the claims of one answer."""

    def __init__(
        self, sources: Sources, citer: Citer, checker: Checker, ordinary: Ordinary
    ) -> None:
        self._sources, self._citer = sources, citer
        self._checker, self._ordinary = checker, ordinary

    def judged(self, claim: Claim, before: Sequence[Said] = ()) -> Judged:
        """What is believed of a claim, which follows one that cites what was said `before`."""
        wrong = sum(not self._sources.has(mark) for mark in claim.marks)
        said = self._cited(claim.marks, claim.text)
        text = self._named(claim)
        objection = self._checker.objection(text, said, before)
        if claim.marks and not said:
            objection = Objection("number", phrase("objection.number"))
        one = Judged(claim, text, said, objection, tuple(before), wrong)
        return self._attributed(one) if said and not objection else one

    def found(self, one: Judged, before: Sequence[Said] = ()) -> Judged:
        """A claim that cites nothing, with a sentence that says it, if one of those given does."""
        said = self._cited(self._sources.likely(one.text), one.text)
        for each in said:
            if self._checker.objection(one.text, (each,), before) is None:
                found = replace(one, said=(each,), objection=None, before=tuple(before))
                return self._attributed(found)
        return one

    def _attributed(self, one: Judged) -> Judged:
        """A claim that is borne out, with whose words it gives: else it would be the answer's own.

        What the corpus says is what somebody says, and may be a lie or an order.
        """
        if self._checker.attributed(one.text, one.said):
            return one
        if len({said.voice for said in one.said}) > 1:
            return replace(one, objection=Objection("name", phrase("objection.nobody")))
        who = phrase("lead.according", who=_name(one.said[0]))
        return replace(one, text=f"{who}, {self._lowered(one.text)}")

    def _lowered(self, text: str) -> str:
        """A sentence as it stands behind other words: its first word small unless it is a name."""
        first = re.match(r"[^\W\d_]+", text)
        ordinary = first and first.group()[1:].islower() and self._ordinary(first.group().lower())
        return text[:1].lower() + text[1:] if ordinary or text[:2] == "A " else text

    def states(self, claim: Claim) -> bool:
        """Whether a claim says something that could be wrong."""
        return bool(claim.text) and self._checker.states(claim.text)

    def _cited(self, marks: Sequence[Mark], text: str) -> tuple[Said, ...]:
        """What some marks stand for, each place once."""
        found = (self._citer.said(*run) for run in self._sources.runs(marks, text))
        return tuple({place(one.citation): one for one in found if one}.values())

    def _named(self, claim: Claim) -> str:
        """The text of a claim, with names for the marks that stand for people in it."""
        text = OPEN.sub("(", BRACKETED.sub(r"(\g<inside>)", claim.text))
        for mark in claim.nouns:
            said = self._cited((mark,), claim.text)
            text = text.replace(NOUN, _name(said[0]) if said else phrase("quoted.somebody"), 1)
        text = text.replace(NOUN, "")
        return text[:1].upper() + text[1:] if claim.nouns else text


def _name(said: Said) -> str:
    """Whose words they are, as a part of a sentence."""
    speaker = said.citation.speaker
    if not speaker:
        return listed(said.authors) or phrase("evidence.nobody")
    who = speaker if speaker != UNNAMED else phrase("quoted.somebody")
    return f"{who}, {phrase('quoted.by', by=listed(said.quoting))}" if said.quoting else who
