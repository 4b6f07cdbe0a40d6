"""Who judges whether the cited words bear out a sentence; never the model that chose them."""

from collections.abc import Callable, Collection, Iterable
from typing import Protocol

from answer.dates import written
from evals.cited_places import Place
from evals.quotation_marks import parted, plain

ENOUGH = 0.75
"""The share of the words of a sentence, beside those it quotes, that the cited words must have."""

LEADING = """
    according add agree also and answer another argue as author believe by claim date does during
    elsewhere he her here his hold in is it its January February March April May June July August
    September October November December month name not note of on one page people person point
    put quote quoted quoting reply say said same several she somebody source state that the their
    there they thing think this title untitled unnamed warn we whom who whose year writer write
    written writing wrote
"""
"""Words by which a sentence only tells who says it, where and when."""


class Judge(Protocol):
    """Judges entailment. `name` goes into the table."""

    name: str

    def entails(self, premise: str, claim: str) -> bool:
        """Whether the one text bears out the other."""


class Words:
    """Judges by words alone: what is quoted stands there, and so does most of what is not.

    `stems` gives the stems of a text. It cannot tell that a sentence turns its words around.
    """

    name = f"words: quoted ones stand there, and {ENOUGH:.0%} of the others"

    def __init__(self, stems: Callable[[str], Iterable[str]]) -> None:
        self._stems = stems
        self._leading = frozenset(stems(LEADING))

    def entails(self, premise: str, claim: str) -> bool:
        """Whether the words of the one stand in the other."""
        sentence = parted(claim, [], [premise])
        said = set(self._stems(sentence.around)) - self._leading
        there = set(self._stems(premise))
        return not sentence.false and len(said & there) >= ENOUGH * len(said)


class Entailing:
    """Judges by a model of natural language inference, which gives a probability."""

    def __init__(self, name: str, probability: Callable[[str, str], float]) -> None:
        self.name, self._probability = name, probability

    def entails(self, premise: str, claim: str) -> bool:
        """Whether the model holds it for more likely than not."""
        return self._probability(premise, claim) > 1 / 2


def premise(places: Collection[Place]) -> str:
    """What some citations say together: their words, under who wrote them and where."""
    return "\n\n".join(map(_told, places))


def _told(place: Place) -> str:
    above = [*sorted(place.voices | place.quoting), *place.about, *map(written, place.about)]
    return f"{', '.join(dict.fromkeys(above))}: {plain(place.words)}"
