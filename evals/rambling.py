"""A language model that writes at random: right and wrong words, names, figures and marks."""

import re
from collections.abc import Callable, Iterator, Sequence
from random import Random

from answer.llm.model import Message
from errors import ModelStopped
from evals.gullible import NUMBERED

SHAPES = (
    "[{s}.{n}]", "[{s}.{n}]", "[{s}.{n}]", "[{s}]", "[{s}, {t}]", "[{s}.{n}, {t}.{m}]", "[{s};{t}]",
    "[{s}][{t}]", "[{s}.{n}] [{t}.{m}]", "【{s}.{n}】", "【{s}】", "［{s}］", "[[{s}]]", "[^{s}]",
    "【{s}†source】", "[{s}-{t}]", "[{s}.{n}–{s}.{m}]", "[1-{t}00]", "({s})", "({s}, {t})",
    "({s}.{n})", "(Source {s})", "[Source {s}]", "[Sources {s} and {t}]", "<sup>{s}</sup>", "¹",
    "`[{s}]`", "[{s}](https://example.org/{t})", "[see](https://example.org)", "**[{s}.{n}]**",
    "[{s}", "{s}]", "[ {s} ]", "[n. {s}]", "[{s}, p. {t}]", "[{s}.{n}.{m}]", "[0]", "[-{s}]",
    "[99999999999999999999]", "[sic]", "[...]", "[٣]", "{{{s}}}", "\\[{s}\\]", "[{s}\n]",
)  # fmt: skip
"""How marks are written: of sources s and t, of their sentences n and m."""

OPENINGS = (
    "", "", "", "", "According to {name}, ", "{name} writes that ", "{name} thinks that ",
    "As {name} puts it, ", "{name} and {other} argue that ", "[{s}] argues that ",
    "Source {s} says that ", "In [{s}.{n}], {name} says that ", "{name}: ", "He adds that ",
    "Yes, ", "Many experts agree that ", "The author of [{s}] denies that ",
    "{name} [{s}] holds that ",
)  # fmt: skip

BETWEEN = (" ", " ", " ", "\n", "\n\n", "\n- ", "\n1. ", "  ", "", "\n## ", "\n> ", " | ")
STRANGERS = "Eliezer Smithson", "Wilhelmina Krause", "Dr. Bo Tanaka", "sleepy_owl"
STRAY = "<|im_end|>", "</s>", "<think>", "</think>", "```", "**", "\u200b", "\ufffc", "“", "”"
WRONG = 9
"""Sources and sentences up to this number may be cited, whether they are there or not."""

Rewording = Callable[[Random, Sequence[str]], str]


def _as_it_is(random: Random, words: Sequence[str]) -> str:
    return " ".join(words)


def _quoted(random: Random, words: Sequence[str]) -> str:
    return f"“{' '.join(words)}”"


def _some(random: Random, words: Sequence[str]) -> str:
    return " ".join(word for word in words if random.random() < 0.9)


def _turned(random: Random, words: Sequence[str]) -> str:
    """With "not" put in, or a number that is another."""
    other = [str(random.randrange(3_000)) if word[:1].isdigit() else word for word in words]
    other.insert(random.randrange(len(other) + 1), "not")
    return " ".join(other)


def _shuffled(random: Random, words: Sequence[str]) -> str:
    return " ".join(random.sample(list(words), len(words)))


def _half(random: Random, words: Sequence[str]) -> str:
    half = len(words) // 2
    return f"{' '.join(words[:half])} “{' '.join(words[half:])}”"


REWORDINGS: tuple[Rewording, ...] = (
    _as_it_is, _as_it_is, _as_it_is, _quoted, _quoted, _some, _turned, _shuffled, _half,
)  # fmt: skip


class Rambling:
    """Writes sentences made of what it reads, at random, and in pieces of any length."""

    name = "rambling"
    window = 100_000

    def __init__(self, names: Sequence[str], seed: int = 0) -> None:
        self._names, self._random = (*names, *STRANGERS), Random(seed)

    def count(self, text: str) -> int:
        """Tokens, rather too many."""
        return len(text)

    def stream(
        self, messages: Sequence[Message], limit: int, temperature: float = 0.0
    ) -> Iterator[str]:
        """A reply at random. Raises ModelStopped now and then."""
        lines = list(NUMBERED.finditer(messages[1].content))
        reply = "".join(self._sentence(lines) for _ in range(self._random.randint(0, 6)))
        at = 0
        while at < len(reply):
            length = self._random.choice((1, 1, 2, 3, 5, 8, 21, 200))
            yield reply[at : at + length]
            at += length
            if self._random.random() < 0.002:
                raise ModelStopped("rambling: the stream broke off")

    def _sentence(self, lines: Sequence[re.Match[str]]) -> str:
        random = self._random
        line = random.choice(lines)
        source, sentence = line["mark"][1:-1].split(".")
        right = random.random() < 0.7
        numbers = {
            "s": source if right else random.randint(0, WRONG),
            "n": sentence if right else random.randint(0, WRONG),
            "t": random.randint(0, WRONG), "m": random.randint(0, WRONG),
            "name": random.choice(self._names), "other": random.choice(self._names),
        }  # fmt: skip
        words = random.choice(REWORDINGS)(random, line["words"].split()).rstrip(".")
        opening = random.choice(OPENINGS).format(**numbers)
        marks = "".join(
            " " * random.randint(0, 1) + random.choice(SHAPES).format(**numbers)
            for _ in range(random.choice((0, 1, 1, 1, 2)))
        )
        end = random.choice((f"{marks}.", f".{marks}", f"{marks}", f"{marks}!"))
        stray = random.choice(STRAY) if random.random() < 0.1 else ""
        return f"{opening}{words}{end}{stray}{random.choice(BETWEEN)}"
