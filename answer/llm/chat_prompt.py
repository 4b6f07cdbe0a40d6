"""A chat → the one text that a model in this process continues, by the template it came with."""

import re
from collections.abc import Sequence
from typing import Any

from answer.llm.model import Message

PLAIN = {"system": "Instructions:", "user": "Question:", "assistant": "Answer:"}
"""What stands above each message for a model that came without a template."""

MARKER = re.compile(r"<{1,2}[^<>\s]{1,40}>{1,2}|\[/?[A-Z_]{2,30}\]")
"""What divides messages in templates: "<|im_start|>", "<<SYS>>", "[/INST]"."""


def prompt(tokenizer: Any, messages: Sequence[Message]) -> tuple[str, bool]:
    """The text that a model continues, and whether the marks at its two ends are in it.

    What is a mark to the model is broken up inside the messages, so that no message can end itself
    and speak as another.
    """
    marks = _marks(tokenizer)
    said = [Message(message.role, broken(message.content, marks)) for message in messages]
    if tokenizer.chat_template:
        for chat in (said, merged(said)):
            if text := _by_template(tokenizer, chat):
                return text, True
    return "".join(f"{PLAIN[m.role]}\n{m.content}\n\n" for m in said) + PLAIN["assistant"], False


def merged(messages: Sequence[Message]) -> list[Message]:
    """The same chat without a system: what it says goes before the next message."""
    chat: list[Message] = []
    for message in messages:
        role = "user" if message.role == "system" else message.role
        if chat and chat[-1].role == role:
            chat[-1] = Message(role, f"{chat[-1].content}\n\n{message.content}")
        else:
            chat.append(Message(role, message.content))
    return chat


def broken(text: str, marks: Sequence[str]) -> str:
    """A text with a blank after the first character of every mark in it, blanks around them aside.

    >>> broken("a<|end|>b", ["<|end|>"])
    'a< |end|>b'
    """
    marks = [mark for mark in map(str.strip, marks) if len(mark) > 1]
    while found := [mark for mark in marks if mark in text]:
        for mark in found:
            text = text.replace(mark, f"{mark[0]} {mark[1:]}")
    return text


class Tokens:
    """A tokenizer as llama-index uses it: it marks the ends of a prompt that has no marks yet."""

    def __init__(self, tokenizer: Any, whole: bool) -> None:
        self._tokenizer = tokenizer
        self._whole = whole

    def count(self, text: str) -> int:
        """Tokens of a prompt."""
        return len(self(text)["input_ids"])

    def __call__(self, text: str, return_tensors: str | None = None) -> Any:
        """The tokens of a prompt, with what a model wants to know of them."""
        return self._tokenizer(
            text,
            add_special_tokens=not self._whole,
            return_tensors=return_tensors,
            return_token_type_ids=False,
        )

    def __getattr__(self, name: str) -> Any:
        return getattr(self._tokenizer, name)


def _marks(tokenizer: Any) -> list[str]:
    """What a tokenizer or a template reads as more than words, the longest first."""
    added = tokenizer.added_tokens_decoder.values()
    marks = {str(token) for token in added if token.special or MARKER.fullmatch(str(token))}
    marks |= {*tokenizer.all_special_tokens, *PLAIN.values()}
    marks |= set(MARKER.findall(str(tokenizer.chat_template)))
    return sorted(marks, key=len, reverse=True)


def _by_template(tokenizer: Any, messages: Sequence[Message]) -> str:
    """What the template makes of a chat; nothing if it refuses it or leaves a message out."""
    chat = [{"role": message.role, "content": message.content} for message in messages]
    try:
        text = tokenizer.apply_chat_template(
            chat, tokenize=False, add_generation_prompt=True, enable_thinking=False
        )
    except Exception:  # templates raise what they like: "System role not supported"
        return ""
    whole = isinstance(text, str) and all(message.content.strip() in text for message in messages)
    return text if whole else ""
