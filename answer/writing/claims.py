"""Text and marks of a model's reply → its sentences, each with what it cites."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.writing import markup
from answer.writing.marks import NOUN, Claim, Mark
from answer.writing.parted import claims, leads
from answer.writing.reader import Piece
from answer.writing.source_list import HEADING, SourceList, may_begin

SPACE = re.compile(r"(\s)")
LINE_BREAKS = frozenset("\n\v\f\x85\u2028\u2029")

LONGEST = 1200
"""Characters after which a sentence is cut that does not end."""

PATIENCE = 800
"""Characters within which a quotation mark or a bracket is closed, or else it was a stray one."""

MAY_END = re.compile(
    rf"[.!?…][\"”’'»)\]*_{NOUN}]*(?:\s+(?P<marks>[\s{NOUN}]*)|{NOUN}\s*)"
    rf"(?P<word>[^\s{NOUN}]\S*)\s$"
)
"""Where a sentence may have ended before the last word: `… it. [1] Then `."""

WORD_LENGTH = 80
PAIRS = (("“", "”"), ("(", ")"), ("«", "»"), ("[", "]"))
READ_WHOLE = re.compile(r"[\s>]*(?:\||```|~~~|#)")
FENCE = re.compile(r"[\s>]*(?:```|~~~)[^`]*")
NO_WORD = re.compile(r"[\W_]*")
ENDED = re.compile(r"[.!?…:][\"”’'»)\]`$]*$")


class ClaimReader:
    """Tells the sentences of a reply, each as soon as it is over and no mark of it can come."""

    def __init__(self) -> None:
        self._line = ""
        self._marks: list[Mark] = []
        self._inside = False  # a sentence of this line was told already
        self._leading = False  # the marks of this line stand before its sentences
        self._begins = True
        self._code: list[str] | None = None
        self._sources = SourceList()
        self._last: Claim | None = None
        self._early: list[Mark] = []  # on a line above the sentence that they belong to
        self._above = False  # such lines were there before
        self._over: list[Claim] = []

    def feed(self, pieces: Sequence[Piece]) -> list[Claim]:
        """The sentences that are over and were not told yet."""
        for piece in pieces:
            if isinstance(piece, Mark):
                self._line += NOUN
                self._marks.append(piece)
            else:
                for part in SPACE.split(piece.replace(NOUN, "")):
                    self._read(part)
        over, self._over = self._over, []
        return over

    def flush(self, whole: bool = True) -> list[Claim]:
        """The rest, at the end of the reply; where it was cut off, it is not `whole`."""
        self._end_line()
        self._end_code()
        if self._last and not whole and not ENDED.search(self._last.text):
            self._last = replace(self._last, whole=False)
        self._release()
        return self.feed(())

    def _read(self, part: str) -> None:
        """Takes a word, a part of one, or one character of white space."""
        if part and part in LINE_BREAKS:
            self._end_line()
            return
        before = len(self._line)
        self._line += part
        if part.isspace():
            self._end_sentence()
        elif ">" in part and self._code is None:
            self._break(before)
        if self._last and self._code is None and not may_begin(self._line):
            self._release()

    def _break(self, before: int) -> None:
        """Ends the line at a `<br>` that is whole since a place of it."""
        if found := markup.BREAK.search(self._line, max(0, before - 8)):
            rest, self._line = self._line[found.end() :], self._line[: found.start()]
            self._end_line()
            self._read(rest)

    def _release(self) -> None:
        """Gives the last sentence: what has come is none of its marks."""
        if self._last:
            self._over.append(self._last)
        self._last = None

    def _end_sentence(self) -> None:
        """Tells the sentence before the last word, if one ended there."""
        if self._code is not None or self._sources:
            return
        if not self._inside and READ_WHOLE.match(self._line):
            return
        cut = len(self._line) if len(self._line) > LONGEST else self._cut()
        if cut:
            text, self._line = self._line[:cut], self._line[cut:]
            number = text.count(NOUN)
            marks, self._marks = self._marks[:number], self._marks[number:]
            self._tell(text, marks)
            self._inside = True
            self._release()

    def _cut(self) -> int:
        """Where the last sentence begins, if it is one word so far."""
        found = MAY_END.search(self._line, max(0, len(self._line) - WORD_LENGTH))
        if not found:
            return 0
        cut = found.start("word")
        if len(self._line) < PATIENCE and _is_open(self._line[:cut]):
            return 0
        last = "".join(claim.text for claim in self._claims(self._line)[-1:])
        if len(last.replace(NOUN, "").split()) != 1:
            return 0
        if self._leading:
            return found.start("marks") if found["marks"] else cut
        for _ in range(len(last) - len(last.lstrip(NOUN))):
            cut = max(self._line.rfind(NOUN, 0, cut), 0)
        return cut

    def _claims(self, text: str) -> list[Claim]:
        return claims(self._parsed(text).text, self._marks, self._leading)

    def _parsed(self, text: str) -> markup.Line:
        """A line, or the rest of one, without its markup."""
        line = markup.Line(text) if self._inside else markup.line(text)
        plain = markup.plain(line.text)
        self._leading = leads(plain) if not self._inside else self._leading
        return replace(line, text=plain)

    def _end_line(self) -> None:
        text, self._line = self._line, ""
        marks, self._marks = self._marks, []
        if not self._inside and FENCE.fullmatch(text):
            if self._code is None:
                self._code = []
            else:
                self._end_code()
        elif self._code is not None:
            self._code.append(text.replace(NOUN, ""))
        elif not text.strip():
            self._begins = self._begins or not self._inside
            self._sources.pause()
        elif not self._sources or not (self._inside or self._sources.holds(text)):
            self._tell(text, marks)
        self._inside = False

    def _end_code(self) -> None:
        """Tells what stood between fences as one sentence."""
        text = " ".join(" ".join(self._code or ()).split())
        self._code = None
        if text:
            self._release()
            self._last, self._begins = Claim(text, begins=True), True

    def _tell(self, text: str, marks: Sequence[Mark]) -> None:
        """Takes a line, or a part of it, whose sentences are over."""
        line = self._parsed(text)
        if NO_WORD.fullmatch(line.text.replace(NOUN, "")):
            self._take_alone(line, marks)
            return
        early, self._early = self._early, []
        self._begins = self._begins or line.kind != "text"
        for claim in claims(NOUN * len(early) + line.text, [*early, *marks], self._leading):
            if claim.marks and HEADING.fullmatch(claim.text):  # "Sources: [1], [2]."
                if not self._begins:
                    self._add(claim.marks)
            elif self._sources.begin(claim.text):
                return
            else:
                self._release()
                self._last = replace(claim, begins=self._begins)
            self._begins = False
        self._begins = line.kind == "heading"

    def _take_alone(self, line: markup.Line, marks: Sequence[Mark]) -> None:
        """Takes marks that are alone on their line: of the sentence before, or of the next."""
        heads = line.kind == "heading" or line.text.rstrip().endswith(":")
        if self._last and not heads and not self._above:
            self._add(marks)
        elif marks:
            self._above = True
            self._early += [Mark(mark.source, mark.sentence) for mark in marks]

    def _add(self, marks: Sequence[Mark]) -> None:
        """Gives marks to the last sentence."""
        if self._last:
            own = (Mark(mark.source, mark.sentence) for mark in marks)
            self._last = replace(self._last, marks=tuple(dict.fromkeys((*self._last.marks, *own))))


def _is_open(text: str) -> bool:
    """Whether a quotation mark or a bracket of a text is not closed."""
    return any(text.count(sign) % 2 for sign in '"`') or any(
        text.count(opens) > text.count(closes) for opens, closes in PAIRS
    )
