"""Which words of a quotation stand in a document as somebody's own, whole sentences or cut ones."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from index.sameness import bare_words
from index.sentences import Span, sentences
from ingest.document import Document

SHORT = 4
"""Fewer words are said by everybody."""

FOUND = 0.5
"""The share of a quotation's words that are most of them."""

GAP = 300
"""Characters that a quotation may have left out and still be one."""

LEFT_OUT = re.compile(r"[\[(]\s*(?:…|\.\s?\.\s?\.)\s*[\])]|…|\.\s?\.\s?\.")
"""Marks of what a quotation leaves out, and of being cut at an end."""

IN_MARKS = re.compile(r"“[^”]+”|\"[^\"]+\"|‘[^’]+’")


def pieces(text: str, start: int, end: int) -> Iterator[list[str]]:
    """The words of each sentence, and of each part of one from which something is left out."""
    for first, last in sentences(text, start, end):
        for part in LEFT_OUT.split(text[first:last]):
            if words := bare_words(part):
                yield words


class Located:
    """What of some pieces stands in a document, among some of its sentences in order."""

    def __init__(
        self, pieces: Sequence[list[str]], document: Document, sentences: Sequence[Span]
    ) -> None:
        self._document, self._sentences = document, sentences
        self._starts = [start for start, _ in sentences]
        self._spans: Counter[Span] = Counter()
        self.whole = False
        for piece in pieces:
            if len(piece) >= SHORT:
                self._look_for(piece)
        self.words = self._spans.total()
        self.most = self.words >= max(1, FOUND * sum(map(len, pieces)))

    def _look_for(self, piece: list[str]) -> None:
        for span in self._holding(max(piece, key=len)):
            text = self._document.text[slice(*span)]
            words = bare_words(text)
            if _in_a_row(piece, words) and not _in_marks(piece, text):
                self._spans[span] += len(piece)
                self.whole |= len(words) == len(piece)
                return

    def _holding(self, word: str) -> Iterator[Span]:
        """The sentences that hold a word."""
        last = -1
        for match in re.finditer(re.escape(word), self._document.text, re.IGNORECASE):
            number = bisect_right(self._starts, match.start()) - 1
            if number > last and match.start() < self._sentences[number][1]:
                last = number
                yield self._sentences[number]

    def densest(self) -> Span:
        """Where most of the words stand together."""
        runs: list[list[Span]] = []
        for span in sorted(self._spans):
            if runs and span[0] - runs[-1][-1][1] <= GAP:
                runs[-1].append(span)
            else:
                runs.append([span])
        run = max(runs, key=lambda spans: sum(self._spans[span] for span in spans))
        return run[0][0], run[-1][1]


def _in_a_row(part: Sequence[str], words: Sequence[str]) -> bool:
    return f" {' '.join(part)} " in f" {' '.join(words)} "


def _in_marks(piece: Sequence[str], text: str) -> bool:
    """Whether words stand in quotation marks within a sentence: then they are quoted there too."""
    return any(_in_a_row(piece, bare_words(marked.group())) for marked in IN_MARKS.finditer(text))
