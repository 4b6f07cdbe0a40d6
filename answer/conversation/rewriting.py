"""A follow-up question → a question by itself, by a language model, and checked."""

import re
from collections.abc import Generator, Sequence
from contextlib import closing

from answer.conversation.exchange import Exchange
from answer.conversation.following import Standalone, puts_in
from answer.conversation.known import Known
from answer.conversation.standalone import depends, standalone
from answer.conversation.topics import ASKING, AUXILIARY
from answer.directory import Directory
from answer.llm.model import LanguageModel, Message
from answer.names import WORD, plain
from answer.people import Ordinary
from answer.writing import prompts
from answer.writing.thinking import Thinking
from errors import ModelStopped, ModelUnavailable

LIMIT = 200
"""Tokens that are written: a question, and some thinking of models that cannot do without."""

MOST = 1_000
"""Tokens of the conversation that a model is told."""

FRAMES = 32
"""Tokens that a chat has around a message, and the marks at its two ends."""

LONGEST, ANSWER = 300, 300
"""Characters of a question, and of an answer in the conversation."""

FRAME = re.compile(
    r"^(?:[\w ]{0,30}question: *)?[\"“'*`]*(?P<question>.*?)[\"”'*`]*$", re.IGNORECASE
)
"""A question as models write it: `Standalone question: "Why does Ada think so?"`."""

BEGINS = re.compile(
    rf"(?:{ASKING}|{AUXILIARY}|according|tell|explain|define|describe)", re.IGNORECASE
)


def understood(
    question: str,
    history: Sequence[Exchange],
    directory: Directory,
    ordinary: Ordinary,
    model: LanguageModel | None = None,
) -> Standalone | None:
    """The question that another one means; None where it stands by itself.

    The rule decides whether it leans on the last one, and on whom. The words are the model's where
    there is one, if these lean on nothing any more and ask the same people.
    """
    by_rule = standalone(question, history, directory, ordinary)
    if model is None or (by_rule and (by_rule.more or by_rule.unclear)):
        return by_rule
    if not depends(question, history, directory, ordinary):
        return None
    written = _rewritten(question, history, model)
    if written is None or depends(written, history, directory, ordinary):
        return by_rule
    known = Known(directory, ordinary)
    people = _asked(by_rule.question if by_rule else question, known)
    if _asked(written, known) != people:
        return by_rule
    return Standalone(written, puts_in(written, question, known))


def _rewritten(question: str, history: Sequence[Exchange], model: LanguageModel) -> str | None:
    try:
        return rewritten(question, history, model, min(MOST, model.window // 3))
    except ModelUnavailable:  # its window and its tokenizer may have to be loaded
        return None


def rewritten(
    question: str, history: Sequence[Exchange], model: LanguageModel, most: int
) -> str | None:
    """A question by itself as a model writes it, told at most so many tokens of the conversation.

    None where it has no room for it, or writes nothing, no question, or one with names and figures
    of its own.
    """
    asked = _asking(question, _told(history, model, most), model)
    written = _one_question(_written(model, asked)) if asked else None
    said = " ".join([question, *(f"{one.asked} {one.answer}" for one in history)])
    return written if written and _is_of(written, said) else None


def _told(history: Sequence[Exchange], model: LanguageModel, most: int) -> list[str]:
    """The last exchanges that fit, in their order, and the last one whether it fits or not."""
    told: list[str] = []
    for exchange in reversed(history):
        answer = prompts.plain(exchange.answer)[:ANSWER]
        lines = f"Question: {prompts.plain(exchange.asked)[:LONGEST]}\nAnswer: {answer}"
        if told and model.count("\n".join([lines, *told])) > most:
            break
        told.insert(0, lines)
    return told


def _asking(question: str, told: Sequence[str], model: LanguageModel) -> Message | None:
    """What a model is asked, told as many of these exchanges as it has room for, the last ones.

    None where it has no room for the last one: without it no question can be understood.
    """
    for first in range(len(told)):
        history = "\n".join(told[first:])
        text = prompts.prompt("standalone", history=history, question=prompts.plain(question))
        if model.count(text) + FRAMES + LIMIT <= model.window:
            return Message("user", text)
    return None


def _written(model: LanguageModel, asked: Message) -> str:
    """The first line that a model says; nothing where it cannot say it."""
    thinking, said = Thinking(), ""
    try:
        with closing(_stream(model, asked)) as pieces:
            for piece in pieces:
                begun = thinking.retracted
                more = thinking.feed(piece)
                said = more if thinking.retracted and not begun else said + more
                if "\n" in said.lstrip() or len(said) > 2 * LONGEST:
                    break
    except (ModelUnavailable, ModelStopped):
        return ""
    return said + thinking.flush()


def _stream(model: LanguageModel, asked: Message) -> Generator[str, None, None]:
    yield from model.stream([asked], LIMIT)


def _one_question(text: str) -> str | None:
    """The question of a reply that is one question and nothing else."""
    lines = text.strip().splitlines()
    found = FRAME.match(" ".join(lines[0].split())) if len(lines) == 1 else None
    question = found["question"].strip() if found else ""
    is_one = re.fullmatch(r"[^?\[\]<>{}|]*[^?\[\]<>{}|\s.!]\?", question)
    return question if is_one and WORD.search(question) and len(question) <= LONGEST else None


def _is_of(question: str, said: str) -> bool:
    """Whether the names and the figures of a question stand in what was said."""
    known = set(WORD.findall(plain(said)))
    words = WORD.findall(question)
    if BEGINS.fullmatch(words[0]):
        words = words[1:]
    return all(plain(word) in known for word in words if word.lower() != word or not word.isalpha())


def _asked(question: str, known: Known) -> frozenset[str]:
    """Whose words a question asks for."""
    named = known.named(question)
    return frozenset((*named.speaking, *(one.name for one in named.unknown)))
