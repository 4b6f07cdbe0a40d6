"""Pages whose authors are known: what a sheet was written with, line by line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from evals.forum import FEWEST_WORDS, Known, Person, Said, words
from evals.plain import Line
from index.sentences import Span

IN_MARKS = re.compile(
    r"“(?:[^“”]|“[^“”]*”){20,8000}”|(?<!\w)\"[^\"\n]{20,}\"(?!\w)|(?<!\w)‘[^‘’\n]{20,}’(?!\w)"
)
"""Text in quotation marks: the data do not say whether it is somebody else's."""


@dataclass(frozen=True, slots=True)
class Whose:
    """Who wrote some words: any of `names` is right; none where nobody knows.

    `told` says whether the page tells it, so that it can be found. `quoted` says whether the words
    are a quotation of somebody else; None where the data do not say.
    """

    names: tuple[str, ...] = ()
    told: bool = False
    quoted: bool | None = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page with whose its stretches are; what is in none of them is no sentence of anybody.

    `style` says how it was made, and `kept` whether block quotes have kept their marks.
    """

    name: str
    style: str
    kept: bool
    text: str
    truths: tuple[tuple[Span, Whose], ...]

    @property
    def in_marks(self) -> list[Span]:
        """The stretches in quotation marks."""
        return [found.span() for found in IN_MARKS.finditer(self.text)]


@dataclass
class Sheet:
    """A page that is being written; `gap` stands between its lines.

    Where `kept` is false the marks of quotations get lost, as they do on scraped pages.
    """

    known: Known
    gap: str = "\n"
    kept: bool = True
    text: str = ""
    truths: list[tuple[Span, Whose]] = field(default_factory=list)

    def line(self, text: str, whose: Whose | None = None) -> None:
        """Write a line; it is nobody's where it is a header or the like."""
        self.text += self.gap * bool(self.text)
        start = len(self.text)
        self.text += text
        if whose is not None:
            self.truths.append(((start, len(self.text)), whose))

    def own(self, lines: Iterable[str], person: Person, *, told: bool) -> None:
        """Write lines that are somebody's own."""
        for text in lines:
            self.line(text, Whose(person.names, told))

    def said(self, said: Said, *, told: bool, answers: bool = False, before: str = "") -> None:
        """Write what somebody said, with `before` in front of it.

        `told`: the page names who said it; `answers`: what it answers is on the page, and named.
        """
        for line in said.lines:
            if before and line.marks and self.kept:
                self.line(before.rstrip())
                before = ""
            marks = line.marks if self.kept else ""
            self.line(marks + before + line.text, whose(line, said, self.known, told, answers))
            before = ""

    def page(self, name: str, style: str) -> Page:
        """The page as far as it is written."""
        return Page(name, style, self.kept, self.text, tuple(self.truths))


def whose(line: Line, said: Said, known: Known, told: bool, answers: bool) -> Whose:
    """Whose a line of what somebody said is: their own, or the words of somebody else."""
    parent = known.by_id.get(said.parent or "")
    if line.marks:
        speaker = known.who_said(line.text, said) or (said.person if line.unsure else None)
    else:
        long = words(line.text).count(" ") > FEWEST_WORDS
        repeats = parent if long and known.holds(said.parent, line.text) else None
        speaker = repeats.person if repeats else said.person
    if speaker == said.person:
        return Whose(speaker.names, told, None if line.marks or line.unsure else False)
    here = answers and parent is not None and parent.person == speaker
    return Whose(speaker.names if speaker else (), here, True)
