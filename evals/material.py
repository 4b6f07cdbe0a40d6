"""What large indexes are made of: some of a corpus, and above it text and vectors like its own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory

import numpy as np

from evals.samples import documents, questions, sample
from evals.synthetic import SyntheticEmbedder, Wording
from evals.synthetic import documents as synthetic
from index.embed import Embedder, ModelEmbedder
from index.split import split
from ingest.document import Document
from settings import Settings

SAMPLE = 1_000
"""Documents of the corpus whose words are used."""

SEEDS = 2_000
"""Passages of it whose vectors are made, for others to be near them."""

REAL = 1_000_000
"""Characters of it in an index at most, and never more than half of the index."""

MADE = 200_000
"""Characters of synthetic text that tell how long its passages are."""


@dataclass(frozen=True, slots=True)
class Material:
    """A corpus and how to go on from it; `length` is the characters of a passage in the mean."""

    documents: Sequence[Document]
    wording: Wording
    embedder: SyntheticEmbedder
    length: float

    def real(self, size: int) -> Iterator[Document]:
        """The documents of the corpus that an index of so many passages holds."""
        left = min(REAL, size * self.length / 2)
        for document in self.documents:
            left -= len(document.text)
            if left < 0:
                return
            yield document

    def synthetic(self, size: int) -> Iterator[Document]:
        """The documents that make it an index of so many passages."""
        real = sum(len(document.text) for document in self.real(size))
        return synthetic(self.wording, round(size * self.length) - real)

    def questions(self, number: int) -> list[str]:
        """So many questions about what stands in the smallest of the indexes already."""
        return questions(list(self.real(1_000)) or self.documents, number)


def gathered(name: str, settings: Settings) -> Material:
    """What a source gives to make indexes of."""
    with TemporaryDirectory() as folder:
        found = documents(sample(name, SAMPLE, Path(folder) / "sample"))
    model = ModelEmbedder(settings.embed_model, settings.cache)
    wording = Wording([document.text for document in found])
    passages = list(islice(_passages(found, model), SEEDS))
    seeds = model.embed_passages(passages, [[] for _ in passages])
    made = _passages(synthetic(wording, MADE), model)
    return Material(
        found,
        wording,
        SyntheticEmbedder(model, np.stack([seed.whole for seed in seeds])),
        fmean(map(len, made)),
    )


def _passages(documents: Iterable[Document], model: Embedder) -> Iterator[str]:
    for document in documents:
        for passage in split(document, model.count):
            yield document.text[passage.start : passage.end]
