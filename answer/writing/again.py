"""Claims that failed are sent back once, each with the reason."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from answer.compose import Said
from answer.llm.model import LanguageModel, Message
from answer.writing import prompts
from answer.writing.judging import Judge, Judged
from answer.writing.marks import Claim
from answer.writing.reply import Reply, Request

LONGEST = 300
"""Characters of a sentence that is sent back."""


def again(
    model: LanguageModel, request: Request, draft: str, judged: Sequence[Judged], judge: Judge
) -> list[Judged]:
    """The claims, those that failed as the model writes them the second time.

    One that still cites nothing is looked up: a sentence that says it is cited, if there is one.
    """
    failed = [one for one in judged if one.objection]
    messages = (
        *request.messages,
        Message("assistant", draft),
        Message("user", prompts.prompt("again", objections=_listed(failed))),
    )
    size = sum(model.count(message.content) for message in messages)
    better: Iterator[list[Claim]] = iter(())
    if size + request.limit <= model.window:
        reply = Reply(model, replace(request, messages=messages))
        better = _by_line(reply.all())
    return list(_replaced(judged, better, judge))


def _listed(failed: Sequence[Judged]) -> str:
    return "\n".join(
        f"{number}) “{prompts.plain(one.text)[:LONGEST]}”: {prompts.plain(one.objection.reason)}"
        for number, one in enumerate(failed, 1)
        if one.objection
    )


def _by_line(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """The claims of each line of a reply."""
    line: list[Claim] = []
    for claim in claims:
        if claim.begins and line:
            yield line
            line = []
        line.append(claim)
    if line:
        yield line


def _replaced(
    judged: Sequence[Judged], better: Iterator[list[Claim]], judge: Judge
) -> Iterator[Judged]:
    before: tuple[Said, ...] = ()
    for one in judged:
        found = [one]
        if one.objection:
            found = list(_second(one, next(better, []), before, judge))
        yield from found
        before = found[-1].said


def _second(
    first: Judged, claims: Sequence[Claim], before: Sequence[Said], judge: Judge
) -> Iterator[Judged]:
    """What the model makes of a claim the second time; the first if that is no better."""
    second = [judge.judged(claim, before) for claim in claims if judge.states(claim)]
    if second and all(one.objection is None for one in second):
        yield replace(second[0], claim=replace(second[0].claim, begins=first.claim.begins))
        yield from (replace(one, claim=replace(one.claim, begins=False)) for one in second[1:])
    else:
        yield first if first.said else judge.found(first, before)
