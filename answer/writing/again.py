"""Claims that failed are sent back once, each with the reason."""

import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from answer.compose import Said
from answer.events import Status
from answer.llm.model import LanguageModel, Message
from answer.wording import phrase
from answer.writing import prompts
from answer.writing.judging import Judge, Judged
from answer.writing.marks import Claim
from answer.writing.reply import Reply, Request, claims_of

LONGEST = 300
"""Characters of a sentence that is sent back."""

NUMBERED = re.compile(r"^[\s*>#-]*(?P<number>\d{1,2})[).:\]]+[\s*]+(?P<text>\S.*)$", re.MULTILINE)
"""A sentence that is written again, with the number that it was sent back with: `1) Ada …`."""


@dataclass(frozen=True, slots=True)
class Second:
    """Claims after the second attempt; `fault` says why it did not come to its end."""

    judged: list[Judged]
    fault: str | None = None


def again(
    model: LanguageModel, first: Request, draft: str, judged: Sequence[Judged], judge: Judge
) -> Generator[Status, None, Second]:
    """The claims, those that failed as the model writes them the second time.

    One that still cites nothing is looked up: a sentence that says it is cited, if there is one.
    """
    failed = [one for one in judged if one.objection]
    told = prompts.prompt("again", objections=_listed(failed))
    request = replace(
        first,
        messages=(
            *first.messages,
            Message("assistant", prompts.spoken(draft)),
            Message("user", told),
        ),
    )
    better: Mapping[int, list[Claim]] = {}
    fault = None
    if request.fits(model):
        reply = Reply(model, request)
        for _ in reply.claims():
            yield Status(phrase("note.again"))
        better, fault = _numbered(reply.text), reply.fault
    return Second(list(_replaced(judged, better, judge)), fault)


def _listed(failed: Sequence[Judged]) -> str:
    return "\n".join(
        f"{number}) “{prompts.plain(one.text)[:LONGEST]}”: {prompts.plain(one.objection.reason)}"
        for number, one in enumerate(failed, 1)
        if one.objection
    )


def _numbered(reply: str) -> Mapping[int, list[Claim]]:
    """What a reply has for each number; the whole of it is the first where it has no numbers."""
    found = {int(line["number"]): line["text"] for line in NUMBERED.finditer(reply)}
    return {number: claims_of(text) for number, text in (found or {1: reply}).items()}


def _replaced(
    judged: Sequence[Judged], better: Mapping[int, list[Claim]], judge: Judge
) -> Iterator[Judged]:
    before: tuple[Said, ...] = ()
    number = 0
    for one in judged:
        found = [one]
        if one.objection:
            number += 1
            found = _second(one, better.get(number, []), before, judge)
        yield from found
        before = found[-1].said


def _second(
    first: Judged, claims: Sequence[Claim], before: tuple[Said, ...], judge: Judge
) -> list[Judged]:
    """What the model makes of a claim the second time; the first if that is no better."""
    second: list[Judged] = []
    for claim in filter(judge.states, claims):
        begins = first.claim.begins and not second
        after = second[-1].said if second else before
        second.append(judge.judged(replace(claim, begins=begins), after))
    if second and all(one.objection is None for one in second):
        return second
    return [first if first.said else judge.found(first, before)]
