"""A model's reply, as it comes → its text and its marks."""

from answer.writing.awaited import Awaited, Finder, Match
from answer.writing.marks import NOUN, Mark
from answer.writing.shapes import FENCE, FENCE_OR_CODE, marks, opening


class WordedMark(Mark):
    """A mark that the model wrote in words: `Source 1` is a part of its sentence."""

    __slots__ = ()


Piece = str | Mark

BEHIND = 24
"""Characters that are looked back at."""

ENDS_ADDRESS = frozenset(' \t\n)>]}"”,')


class MarkerReader(Finder):
    """Tells marks from text in a reply, whatever pieces it comes in.

    Nothing in code, in maths, in links and in web addresses is a mark.
    """

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[Piece] = []
        self._text: list[str] = []
        self._before = ""
        self._line_begins = True
        self._fenced = self._address = False

    def feed(self, text: str) -> list[Piece]:
        """What is surely text and what is surely a mark, of all that came and was not given yet."""
        self._take(text)
        return self._given()

    def flush(self) -> list[Piece]:
        """The rest, at the end of the reply."""
        self._take("\n")  # what comes before an end of line is decided by it
        self._end()
        self._text.pop()
        return self._given()

    def _given(self) -> list[Piece]:
        self._close_text()
        pieces, self._pieces = self._pieces, []
        return pieces

    def _close_text(self) -> None:
        if self._text:
            self._pieces.append("".join(self._text))
            self._text = []

    def _opens(self, character: str) -> Awaited | None:
        if self._line_begins and character in "`~":
            return FENCE if self._fenced else FENCE_OR_CODE
        if self._fenced or self._address:
            return None
        return opening(character, self._before)

    def _say(self, text: str) -> None:
        self._text.append(text)
        self._before = (self._before + text)[-BEHIND:]
        if text == "\n":
            self._line_begins = True
        elif text not in " \t>":
            self._line_begins = False
        if self._before.endswith("://"):
            self._address = True
        elif text in ENDS_ADDRESS:
            self._address = False

    def _meet(self, match: Match, text: str) -> None:
        references = match.groups.get("refs")
        if not references:
            for character in text:
                self._say(character)
            self._fenced ^= bool(match.groups.get("fence"))
            return
        self._close_text()
        kind = WordedMark if match.groups.get("words") else Mark
        self._pieces += [kind(mark.source, mark.sentence) for mark in marks(", ".join(references))]
        self._before = (self._before + NOUN)[-BEHIND:]
        self._line_begins = False
