"""The one door to tokenizers: texts as the word pieces that a model reads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Encoding, Tokenizer

from index.sentences import Span
from index.vector import Vectors, unit

PADDING = 8
"""Lengths are rounded up to this, so that few shapes have to be compiled."""

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Batch:
    """Texts that are read together; `rows` are their numbers among all.

    `ids` and `mask` have the shape (texts, pieces); `places` says for each text where the last
    characters of its own pieces stand (the first may be the space before), and `first` which
    piece is the first of them.
    """

    rows: list[int]
    ids: Numbers
    mask: Numbers
    places: list[Numbers]
    first: list[int]


class Pieces:
    """The tokenizer of a model that reads so many pieces at most."""

    def __init__(self, file: Path, limit: int) -> None:
        self._reader = Tokenizer.from_file(str(file))
        self._reader.enable_truncation(limit)
        padding = self._reader.token_to_id("[PAD]") or self._reader.token_to_id("<pad>") or 0
        self._reader.enable_padding(pad_id=padding, pad_to_multiple_of=PADDING)
        self._counter = Tokenizer.from_file(str(file))
        self._counter.no_truncation()
        self._counter.no_padding()

    def count(self, texts: Sequence[str]) -> list[int]:
        """The word pieces of each text, without the ones that every text gets."""
        encoded = self._counter.encode_batch_fast(list(texts), add_special_tokens=False)
        return [len(encoding.ids) for encoding in encoded]

    def batches(self, texts: Sequence[str], size: int) -> Iterator[Batch]:
        """All texts in batches, those of like length together."""
        order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
        for start in range(0, len(order), size):
            rows = order[start : start + size]
            yield self._batch(rows, [texts[row] for row in rows])

    def _batch(self, rows: list[int], texts: list[str]) -> Batch:
        alone = len(texts) == 1  # a batch wakes threads, which takes longer than one question
        encoded = [self._reader.encode(texts[0])] if alone else self._reader.encode_batch(texts)
        own = [_own(encoding) for encoding in encoded]
        return Batch(
            rows,
            np.array([encoding.ids for encoding in encoded], dtype=np.int64),
            np.array([encoding.attention_mask for encoding in encoded], dtype=np.int64),
            [
                np.array([end - 1 for _, end in encoding.offsets[part]], dtype=np.int64)
                for encoding, part in zip(encoded, own, strict=True)
            ],
            [part.start for part in own],
        )


def _own(encoding: Encoding) -> slice:
    """The pieces that are of the text itself: what the model adds stands before and after."""
    mask = np.array(encoding.special_tokens_mask)
    own = np.flatnonzero(mask == 0)
    return slice(int(own[0]), int(own[-1]) + 1) if len(own) else slice(0, 0)


def pooled(states: Vectors, places: Numbers, spans: Sequence[Span], whole: Vectors) -> Vectors:
    """The unit vectors of spans of a text, each the mean of its pieces, shape (spans, dimension).

    `states` is what the model made of each piece of the text, in its context. A span of which
    the model read nothing counts as the whole.
    """
    sums = np.concatenate([np.zeros((1, states.shape[1]), states.dtype), np.cumsum(states, axis=0)])
    edges = np.searchsorted(places, np.array(spans, dtype=np.int64).reshape(-1, 2))
    vectors = unit(sums[edges[:, 1]] - sums[edges[:, 0]])
    vectors[edges[:, 0] == edges[:, 1]] = whole
    return vectors
