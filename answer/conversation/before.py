"""What the last question was about, so that the next one can lean on it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answer.conversation.exchange import Exchange, quoted
from answer.conversation.known import Known
from answer.conversation.putting import named_in_place
from answer.conversation.shapes import ASIDE, WHY
from answer.conversation.topics import topic
from answer.mentions import marked
from answer.people import Unknown

LONGEST = 400
"""Characters of a question that can be read with another one, or say in a phrase what it asks."""


@dataclass(frozen=True, slots=True)
class Before:
    """The last question.

    `asked` is the question by itself; `speaking` are those who were asked for their words, also
    where they have none; `people` those whom "he" may mean, and `heard` those who were quoted, by
    their citation. `topic` is a phrase for what it is about, or nothing. `offered` are the names
    that the answer asked to choose from, and `subject_wanted` tells that it asked for a subject.
    """

    asked: str
    speaking: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    heard: tuple[tuple[str, ...], ...] = ()
    topic: str = ""
    offered: tuple[Unknown, ...] = ()
    subject_wanted: bool = False


def before(
    exchange: Exchange, asked: str, unclear: Sequence[Unknown], last: Before | None, known: Known
) -> Before:
    """What an exchange leaves to the next question, which is asked after `last`."""
    found = known.named(_whole(asked))
    heard = tuple(
        tuple(map(known.directory.shown, quoted(citation))) for citation in exchange.citations
    )
    speaking = found.speaking + tuple(one.name for one in found.unknown if not one.maybe)
    shown = dict.fromkeys(map(known.directory.shown, exchange.people))
    people = speaking or found.about or tuple(shown)
    offered = (*unclear, *(one for one in found.unknown if one.maybe))
    somebody = found.asked
    for one in unclear:
        somebody = named_in_place(somebody, one.name, one.maybe[0])
    short = len(somebody) <= LONGEST
    subject = topic(marked(somebody, known.directory)) if short else ""
    return Before(
        found.asked,
        speaking,
        people or (last.people if last and not offered else ()),
        heard,
        subject,
        offered,
        bool(speaking) and found.subject == found.asked,
    )


def _whole(asked: str) -> str:
    """A question without what was only asked of it: "What is value? | Such as?"."""
    first, *more = re.split(r"(?<=[?.!]) ", asked)
    return " ".join(
        [first, *(one for one in more if not (ASIDE.fullmatch(one) or WHY.fullmatch(one)))]
    )
