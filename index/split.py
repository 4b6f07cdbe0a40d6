"""A document → its passages.

Structure first (segment, heading, paragraph), then sentences; a passage never crosses two
segments and stays within what the embedding model reads, counted by its own tokenizer.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from index.blocks import Block, blocks, heading_title
from index.passage import Passage
from index.sentences import Span, sentences, within
from ingest.document import Document

SPLITTER = "sentences-3"
"""Changes whenever the same document would give other passages, or the index keeps other things."""

TARGET = 128
"""Word pieces that make a passage: about a paragraph of a comment."""

LIMIT = 200
"""Word pieces that a passage never passes, so that title and heading still fit in front."""

Counter = Callable[[Sequence[str]], list[int]]
"""Counts the word pieces of texts, as the embedding model would."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The sentences of a block with their sizes in word pieces."""

    sentences: tuple[Span, ...]
    sizes: tuple[int, ...]

    @property
    def size(self) -> int:
        """All of them together."""
        return sum(self.sizes)


def split(document: Document, count: Counter) -> list[Passage]:
    """The passages of a document in the order of its text."""
    path: list[tuple[int, str]] = []
    return [
        passage
        for number, segment in enumerate(document.segments)
        if not segment.signature
        for passage in _split_segment(document, number, path, count)
    ]


def _split_segment(
    document: Document, number: int, path: list[tuple[int, str]], count: Counter
) -> Iterator[Passage]:
    """The passages of one segment; `path`, the headings they stand under, is carried on."""
    text, segment = document.text, document.segments[number]
    section: list[Block] = []
    for block in [*blocks(text, segment.start, segment.end), None]:
        if block is not None and not block.level:
            section.append(block)
            continue
        heading = " > ".join(title for _, title in path if title != document.title) or None
        for run in _packed(_paragraphs(text, section, count)):
            yield Passage(document.id, run[0][0], run[-1][1], tuple(run), number, heading)
        section = []
        if block is not None:
            path[:] = [entry for entry in path if entry[0] < block.level]
            path.append((block.level, heading_title(text, block)))


def _paragraphs(text: str, section: Sequence[Block], count: Counter) -> list[Paragraph]:
    """The paragraphs of a section, measured; no sentence in them is longer than a passage."""
    found = [spans for block in section if (spans := sentences(text, block.start, block.end))]
    sizes = iter(count([text[slice(*span)] for spans in found for span in spans]))
    measured = [[(span, next(sizes)) for span in spans] for spans in found]
    return [
        Paragraph(*map(tuple, zip(*_shortened(text, sized, count), strict=True)))
        for sized in measured
    ]


def _shortened(
    text: str, sized: list[tuple[Span, int]], count: Counter
) -> Iterator[tuple[Span, int]]:
    for span, size in sized:
        if size <= LIMIT:
            yield span, size
            continue
        parts = within(text, span)
        if len(parts) == 1:
            parts = list(_halves(text, span))
        counted = zip(parts, count([text[slice(*part)] for part in parts]), strict=True)
        yield from _joined(text, list(_shortened(text, list(counted), count)))


def _joined(text: str, parts: list[tuple[Span, int]]) -> Iterator[tuple[Span, int]]:
    """Parts of one sentence put together again as far as they fit."""
    start, (span, size) = parts[0][0][0], parts[0]
    for (part_start, part_end), part_size in parts[1:]:
        if size + part_size > LIMIT:
            yield (start, span[1]), size
            start, size = part_start, 0
        span, size = (part_start, part_end), size + part_size
    yield (start, span[1]), size


def _halves(text: str, span: Span) -> Iterator[Span]:
    """A stretch without any boundary, cut at the space nearest to its middle."""
    start, end = span
    middle = (start + end) // 2
    space = text.rfind(" ", start + 1, middle)
    cut = space if space > 0 else middle
    yield start, cut
    yield (cut + 1 if space > 0 else cut), end


def _packed(paragraphs: Sequence[Paragraph]) -> Iterator[list[Span]]:
    """Sentences put together to passages: short paragraphs joined, long ones cut evenly."""
    run: list[Span] = []
    size = 0
    for paragraph in paragraphs:
        if run and size + paragraph.size > TARGET:
            yield run
            run, size = [], 0
        if paragraph.size <= LIMIT:
            run, size = run + list(paragraph.sentences), size + paragraph.size
        else:
            yield from _evenly(paragraph)
    if run:
        yield run


def _evenly(paragraph: Paragraph) -> Iterator[list[Span]]:
    share = paragraph.size / -(-paragraph.size // LIMIT)
    run: list[Span] = []
    size = 0
    for span, pieces in zip(paragraph.sentences, paragraph.sizes, strict=True):
        if run and (size + pieces > LIMIT or size + pieces / 2 > share):
            yield run
            run, size = [], 0
        run, size = [*run, span], size + pieces
    yield run
