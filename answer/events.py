"""What comes of a question, in order: what is done, citations, words, and the whole answer."""

from dataclasses import dataclass

from answer.record import Answer, Citation


@dataclass(frozen=True, slots=True)
class Status:
    """What is being done, for somebody who waits.

    `unchecked` are words that a language model is writing and that nobody has checked yet.
    """

    text: str
    unchecked: str = ""


@dataclass(frozen=True, slots=True)
class Delta:
    """Words of the answer, in order."""

    text: str


Event = Status | Citation | Delta | Answer
"""A stream of them ends in the answer; a citation comes before the words that point at it."""
