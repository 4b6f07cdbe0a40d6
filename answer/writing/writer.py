"""An answer that a language model writes from evidence, of which nothing is believed unchecked."""

import re
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace

from answer.checking.check import Checker
from answer.checking.entailment import Entailment
from answer.events import Delta, Status
from answer.llm.model import LanguageModel, Message
from answer.record import Citation
from answer.wording import phrase
from answer.writing import prompts
from answer.writing.again import Second, again
from answer.writing.judging import Judge, Judged
from answer.writing.marks import Claim
from answer.writing.page import Page
from answer.writing.reply import Reply, Request, size
from answer.writing.settling import Settler
from answer.writing.sources import Sources, sources
from answer.writing.task import Mode, Task, Unsupported, Written
from errors import ModelUnavailable


@dataclass(frozen=True, slots=True)
class Size:
    """How much a model is given and how much it may write: passages and tokens."""

    sources: int
    tokens: int


SIZES: dict[Mode, Size] = {
    "default": Size(6, 500),
    "concise": Size(4, 200),
    "detailed": Size(10, 1000),
    "plain": Size(6, 500),
}

DECLINED = re.compile(r"\W*nothing(?: was)? found\W*", re.IGNORECASE)

VARIED = 0.7
"""The temperature of the second answer and of those after it, where several are written."""


Event = Status | Citation | Delta | Written


class Writer:
    """Has a model write answers and checks each of their sentences.

    Of `samples` answers the best by the checks is given. A sentence that fails twice is replaced
    by what it cites or shown as unsupported, as `unsupported` says. Raises PromptError where a
    prompt is not as it must be.
    """

    def __init__(
        self,
        model: LanguageModel,
        *,
        mode: Mode = "default",
        samples: int = 1,
        unsupported: Unsupported = "quote",
        entailment: Entailment | None = None,
    ) -> None:
        prompts.check()
        self.model = model
        self._mode, self._samples = mode, samples
        self._unsupported, self._entailment = unsupported, entailment

    def writing(self, mode: Mode) -> "Writer":
        """The same, with answers of another kind."""
        other = copy(self)
        other._mode = mode
        return other

    def write(self, task: Task) -> Iterator[Event]:
        """The answer as it is written and settled; the last event is what became of it."""
        try:
            evidence = self._evidence(task)
        except ModelUnavailable as error:  # its tokenizer is a part of it
            yield _unanswered(task, str(error))
            return
        if not len(evidence):
            yield _unanswered(task, phrase("note.window", model=self.model.name))
            return
        checker = Checker(task.citer.directory, task.stems, self._entailment, task.ordinary)
        judge = Judge(evidence, task.citer, checker, task.ordinary)
        request = Request(self._messages(task.question, evidence.text), self._size.tokens)
        settler = Settler(Page(task.numbers), checker, self._unsupported)
        write = self._live if self._samples == 1 else self._best
        try:
            yield from write(request, judge, settler)
        except ModelUnavailable as error:  # the model of entailment: the other is heard out
            yield _unanswered(task, str(error), settler.page)

    @property
    def _size(self) -> Size:
        return SIZES[self._mode]

    def _evidence(self, task: Task) -> Sources:
        """As much of what was found as the model can read, beside all else that it is told."""
        count = self.model.count
        told = size(self._messages(task.question, ""), self.model)
        room = self.model.window - self._size.tokens - told
        return sources(task.wanted, self._size.sources, room, count, task.citer.directory.shown)

    def _messages(self, question: str, evidence: str) -> tuple[Message, ...]:
        manner = phrase(f"manner.{self._mode}")
        told = prompts.prompt(
            "write", evidence=evidence, question=prompts.plain(question), manner=manner
        )
        return Message("system", prompts.prompt("system")), Message("user", told)

    def _live(self, request: Request, judge: Judge, settler: Settler) -> Iterator[Event]:
        """Each sentence as soon as it and all before it are settled."""
        yield Status(phrase("note.writing", model=self.model.name))
        reply, judged = Reply(self.model, request), list[Judged]()
        for claims in reply.claims():
            if reply.starts_over:
                del judged[settler.settled :]
            for claim in claims:
                judged += _judged(claim, judge, judged)
            yield from settler.ready(judged)
            yield Status(phrase("note.writing", model=self.model.name), reply.open)
        yield from self._finished(request, reply, judged, judge, settler)

    def _best(self, request: Request, judge: Judge, settler: Settler) -> Iterator[Event]:
        """The best of several answers, which nobody sees before all are written."""
        drafts: list[tuple[Reply, list[Judged]]] = []
        for number in range(self._samples):
            draft = phrase("note.draft", number=str(number + 1), of=str(self._samples))
            varied = replace(request, temperature=VARIED if number else 0.0)
            reply, judged = Reply(self.model, varied), list[Judged]()
            for claims in reply.claims():
                if reply.starts_over:
                    judged.clear()
                for claim in claims:
                    judged += _judged(claim, judge, judged)
                yield Status(draft)
            drafts.append((reply, judged))
            if reply.fault or (judged and _worth(judged) == (1.0, len(judged))):
                break
        reply, judged = max(drafts, key=lambda draft: _worth(draft[1]))
        yield from self._finished(request, reply, judged, judge, settler)

    def _finished(
        self, request: Request, reply: Reply, judged: list[Judged], judge: Judge, settler: Settler
    ) -> Iterator[Event]:
        """What is not settled yet, after what failed has been sent back once."""
        wrong, second = sum(one.wrong for one in judged), Second(judged)
        if reply.fault is None and any(one.objection for one in judged):
            yield Status(phrase("note.again"))
            second = yield from again(self.model, request, reply.text, judged, judge)
        if _usable(reply, second.judged):
            yield from settler.rest(second.judged, cut=reply.fault is not None)
        notes = tuple(self._notes(reply, second, wrong))
        yield Written(settler.page, notes, unfinished=reply.fault is not None)

    def _notes(self, reply: Reply, second: Second, wrong: int) -> Iterator[str]:
        """What a reader should know of a reply: why it is not all, and what was dropped of it."""
        usable = _usable(reply, second.judged)
        if reply.fault:
            yield phrase("note.unfinished" if usable else "note.unanswered", why=reply.fault)
        elif declined(reply.text):
            yield phrase("note.declined")
        elif not usable:
            why = phrase("note.empty", model=self.model.name)
            yield phrase("note.unborne") if second.judged else phrase("note.unanswered", why=why)
        if second.fault:
            yield phrase("note.unsent", why=second.fault)
        if usable and wrong:
            yield phrase("note.wrong", count=str(wrong))


def _unanswered(task: Task, why: str, page: Page | None = None) -> Written:
    """That nothing more came; `page` is what had been given out."""
    note = phrase("note.unfinished" if page and page.sentences else "note.unanswered", why=why)
    return Written(page or Page(task.numbers), (note,), unfinished=True)


def _usable(reply: Reply, judged: Sequence[Judged]) -> bool:
    """Whether any of a reply is given out: some of it is borne out, or was not let come to that."""
    return bool(judged) and (reply.broken or any(one.objection is None for one in judged))


def declined(reply: str) -> bool:
    """Whether a reply says nothing but that the evidence has no answer."""
    return bool(DECLINED.fullmatch(reply.strip()))


def _judged(claim: Claim, judge: Judge, judged: Sequence[Judged]) -> Iterator[Judged]:
    """What is believed of the next claim; nothing of one that states nothing or stood before."""
    stood = any(claim.text == one.claim.text for one in judged)
    if stood or declined(claim.text) or not judge.states(claim):
        return
    before = judged[-1].said if judged else ()
    yield judge.judged(claim, before)


def _worth(judged: Sequence[Judged]) -> tuple[float, int]:
    """How good an answer is by the checks: the share of its claims that pass, and how many do."""
    passed = sum(one.objection is None for one in judged)
    return passed / max(1, len(judged)), passed
