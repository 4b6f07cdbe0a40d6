"""Judged claims → the sentences of the answer, in their order."""

from collections.abc import Iterator, Sequence

from answer.checking.check import Checker
from answer.citing import Place, place
from answer.compose import Said, quotation
from answer.events import Delta
from answer.record import Citation
from answer.writing.judging import Judged
from answer.writing.page import Page
from answer.writing.task import Unsupported

MOST = 2
"""Quotations in the place of one sentence."""

LONGEST_CUT = 300
"""Characters of a sentence that was never finished, beyond which it is no sentence."""


class Settler:
    """Gives out claims as sentences; what fails is replaced by what it cites, or only shown.

    `settled` is how many claims have been given out, or left out, so far.
    """

    def __init__(self, page: Page, checker: Checker, unsupported: Unsupported) -> None:
        self.page = page
        self._checker, self._show = checker, unsupported == "show"
        self.settled = 0
        self._cited: set[Place] = set()
        self._before: tuple[Said, ...] = ()

    def ready(self, judged: Sequence[Judged]) -> Iterator[Citation | Delta]:
        """Give out the next claims up to the first that failed, or may still go on."""
        for one in judged[self.settled :]:
            if one.objection or not one.claim.whole:
                return
            self.settled += 1
            yield from self._given(one)

    def rest(self, judged: Sequence[Judged], *, cut: bool) -> Iterator[Citation | Delta]:
        """Give out all the rest; the last may have been cut off."""
        borne_out = (one for one in judged if one.objection is None)
        self._cited = {place(said.citation) for one in borne_out for said in one.said}
        for one in judged[self.settled :]:
            self.settled += 1
            if not one.claim.whole and cut and len(one.text) > LONGEST_CUT:
                continue
            yield from self._given(one)

    def _given(self, one: Judged) -> Iterator[Citation | Delta]:
        begins = one.claim.begins
        if self._stands(one):
            verdict = self._checker.verdict(one.text, one.said)
            yield from self.page.add(_shown(one), one.said, verdict, begins=begins)
            self._before = one.said
        elif one.said and not self._show:
            yield from self._quoted(one.said, begins=begins)
        else:
            yield from self.page.add(_shown(one), (), "unsupported", begins=begins)
            self._before = ()

    def _stands(self, one: Judged) -> bool:
        """Whether a claim is borne out behind what the page has: "she" is who wrote that."""
        if one.objection or one.before == self._before:
            return one.objection is None
        return self._checker.objection(one.text, one.said, self._before) is None

    def _quoted(self, said: Sequence[Said], *, begins: bool) -> Iterator[Citation | Delta]:
        """The words themselves, unless they are cited by a sentence that is borne out."""
        known = self.page.places | self._cited
        new = (one for one in said if place(one.citation) not in known)
        for one, _ in zip(new, range(MOST), strict=False):
            text = quotation(one, self._before[-1] if self._before else None)
            yield from self.page.add(text, (one,), "quoted", begins=begins)
            self._before, begins = (one,), False


def _shown(one: Judged) -> str:
    """The text of a claim; what was cut off ends in dots."""
    return one.text if one.claim.whole else one.text.rstrip(" .…") + " …"
