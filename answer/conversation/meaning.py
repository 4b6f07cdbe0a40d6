"""What a question means after what was asked before: of its readings the one that finds most."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from answer.conversation.exchange import Exchange
from answer.conversation.known import Known
from answer.llm.model import LanguageModel
from answer.people import Named

Confidence = Callable[[Named], float]
"""How surely what is found for a question answers it."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A question as it is understood.

    `more` tells that it asks for further words on what was asked before. `unclear` are the people
    of whom it may mean any.
    """

    named: Named
    more: bool = False
    unclear: tuple[str, ...] = ()


def meant(
    question: str,
    history: Sequence[Exchange],
    known: Known,
    confidence: Confidence,
    model: LanguageModel | None = None,
) -> Meaning:
    """What a question means.

    The plain question wins where it finds more than the one that was made of it; not where that
    has a name in the place of "he": the words of others would be taken for an answer.
    """
    plain = Meaning(known.named(question))
    if not history:
        return plain
    from answer.conversation.rewriting import understood  # noqa: PLC0415  # a first question is plain

    found = understood(question, history, known.directory, known.ordinary, model)
    if found is None:
        return plain
    if found.unclear:
        return Meaning(plain.named, unclear=found.unclear)
    follow = Meaning(known.named(found.question), found.more)
    if found.person_put_in or found.more:
        return follow
    return plain if confidence(plain.named) > confidence(follow.named) else follow
