"""More text than there is: pages and vectors that behave as those of a corpus do.

Words come in short runs out of the corpus, so that they are as frequent as there and no sentence
stands twice; vectors are real ones with noise that spreads as they do.
"""

import re
from collections.abc import Iterator, Sequence
from random import Random
from zlib import crc32

import numpy as np

from index.embed import Embedder, ModelFacts
from index.sentences import Span
from index.vector import Embedded, Vectors, unit
from ingest.document import Author, Document, Segment

WORD = re.compile(r"[^\W\d_][\w’'-]*[,;]?")
RUN = 5
"""Words that stay together: phrases are found as they are in real text."""

SENTENCES = 4
"""Sentences of a paragraph."""

NEAREST, FARTHEST = 0.9, 0.6
"""Cosines between a vector and the real one that it is made of."""

AUTHORS = 400
SOURCES = ("forum", "blog", "papers")
YEARS = range(2008, 2026)
FIRST = (
    "Ada",
    "Bruno",
    "Carla",
    "Dmitri",
    "Elif",
    "Farid",
    "Greta",
    "Hiro",
    "Ines",
    "Jonas",
    "Kaya",
    "Lars",
    "Mina",
    "Nils",
    "Oona",
)
LAST = (
    "Abel",
    "Brandt",
    "Castro",
    "Dahl",
    "Eriks",
    "Fontaine",
    "Grau",
    "Horvat",
    "Ivanic",
    "Jansen",
    "Kovac",
    "Lindt",
)


class Wording:
    """Sentences as long as those of the given texts, out of runs of their words."""

    def __init__(self, texts: Sequence[str]) -> None:
        lines = [WORD.findall(line) for text in texts for line in re.split(r"[.!?\n]+", text)]
        self._lines = [words for words in lines if len(words) >= RUN]
        self._lengths = [len(text) for text in texts]

    def sentence(self, random: Random) -> str:
        """One sentence."""
        length = len(random.choice(self._lines))
        words: list[str] = []
        while len(words) < length:
            line = random.choice(self._lines)
            start = random.randrange(len(line) - RUN + 1)
            words += line[start : start + RUN]
        text = " ".join(words[:length]).rstrip(",;")
        return f"{text[0].upper()}{text[1:]}."

    def page(self, random: Random) -> str:
        """Paragraphs, about as much as some page of the corpus has."""
        length, size = random.choice(self._lengths), 0
        paragraphs = []
        while size < length:
            paragraphs.append(" ".join(self.sentence(random) for _ in range(SENTENCES)))
            size += len(paragraphs[-1])
        return "\n\n".join(paragraphs)


def documents(wording: Wording, characters: int) -> Iterator[Document]:
    """Pages of so many characters in all, the same every time."""
    number = 0
    while characters > 0:
        made = _document(wording, number)
        characters -= len(made.text)
        number += 1
        yield made


def author(number: int) -> str:
    """The name of an author; the lower the number, the more pages are theirs."""
    generation, rest = divmod(number, len(FIRST) * len(LAST))
    name = f"{FIRST[rest % len(FIRST)]} {LAST[rest // len(FIRST)]}"
    return f"{name}-{LAST[(rest + generation) % len(LAST)]}" if generation else name


def _document(wording: Wording, number: int) -> Document:
    random = Random(number)
    text = wording.page(random)
    rank = int(10 * (random.paretovariate(1.0) - 1)) % AUTHORS  # ten of them write half of it all
    segment = Segment(0, len(text), (Author(author(rank)),), "metadata")
    return Document(
        f"synthetic:/{number}",
        random.choice(SOURCES),
        text,
        (segment,),
        source_id=str(number),
        title=" ".join(wording.sentence(random).split()[:8]),
        date=f"{random.choice(YEARS)}-{random.randint(1, 12):02}-{random.randint(1, 28):02}",
    )


class SyntheticEmbedder:
    """Gives any text a vector near one of the given ones; all else is as the real model does it."""

    def __init__(self, model: Embedder, real: Vectors) -> None:
        self._model, self._real = model, real
        strength, directions = np.linalg.eigh(np.cov(real, rowvar=False))
        spread = np.sqrt(strength.clip(min=0))[:, None] * directions.T
        self._spread = spread.astype(np.float32)

    @property
    def facts(self) -> ModelFacts:
        """Those of the real model."""
        return self._model.facts

    def count(self, texts: Sequence[str]) -> list[int]:
        """The word pieces of each text, by the real model."""
        return self._model.count(texts)

    def embed_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Span]]
    ) -> list[Embedded]:
        """Unit vectors of passages, and of their sentences near them."""
        wholes, counts = self.vectors(texts), [len(spans) for spans in sentences]
        parts = self._near(np.repeat(wholes, counts, axis=0), _dice(texts))
        each = np.split(parts, np.cumsum(counts))[:-1]  # the last is what follows them: nothing
        return [Embedded(whole, own) for whole, own in zip(wholes, each, strict=True)]

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """A unit vector for each text, the same every time for the same texts."""
        dice = _dice(texts)
        return self._near(self._real[dice.integers(len(self._real), size=len(texts))], dice)

    def _near(self, vectors: Vectors, dice: np.random.Generator) -> Vectors:
        noise = dice.standard_normal(vectors.shape, np.float32) @ self._spread
        noise -= (noise * vectors).sum(axis=1, keepdims=True) * vectors
        cosine = dice.uniform(FARTHEST, NEAREST, (len(vectors), 1)).astype(np.float32)
        mixed = cosine * vectors + np.sqrt(1 - cosine**2) * unit(noise)
        return unit(mixed.astype(np.float32))

    def embed_query(self, text: str) -> Vectors:
        """The unit vector of a question, by the real model."""
        return self._model.embed_query(text)


def _dice(texts: Sequence[str]) -> np.random.Generator:
    return np.random.default_rng(crc32("\n".join(texts).encode()))
