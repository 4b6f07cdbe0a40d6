"""Questions of the benchmarks with the passages that answer them, and the signs of all found."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from evals import kept
from evals.answers import corpus_source
from evals.cross_quotes import quotation, unlinked
from evals.lesswrong import noting
from evals.metrics import Stretch, meets
from evals.questions import files, load, rows
from evals.retrieval import opened, spread, told
from evals.scifact import abstracts, claim
from faces.library import Library
from index.ranking import FIRST, SECOND, length
from index.reading import read
from index.words import Words
from ingest.sources import Source
from settings import Settings

LOOKED_AT = 250
"""Candidates whose sentences are looked at: more than the search does, for weights may change."""

SAMPLE = 500
"""Questions of a set, at most."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question with the spans that answer it, each in the document of its path or id.

    `group` is told apart by what answers: questions on the same place belong together.
    `left_out` are the ids of documents that may not be found.
    """

    text: str
    spans: tuple[Stretch, ...]
    left_out: tuple[str, ...] = ()

    @property
    def group(self) -> str:
        """What the question is about."""
        return f"{self.spans[0].document} {self.spans[0].start // 2_000}"


@dataclass(frozen=True, slots=True)
class Example:
    """A question with its candidates: their signs, and which of them are right.

    `signs` has the shape (candidates, FIRST and SECOND); `read` are those whose sentences were
    looked at: the rest have no second signs.
    """

    set: str
    group: str
    long: float
    signs: npt.NDArray[np.float64]
    read: npt.NDArray[np.bool_]
    right: npt.NDArray[np.bool_]


def examples(settings: Settings, shared: Path) -> Iterator[Example]:
    """The examples of all sets."""
    for name, (sources, wanted) in _sets(shared).items():
        place = settings.model_copy(update={"data": kept(name, settings, shared)})
        with opened(place, sources) as library:
            for one in told(spread(wanted(), SAMPLE)):
                yield _example(name, one, library)


Set = tuple[list[Source], Callable[[], list[Wanted]]]


def _sets(shared: Path) -> dict[str, Set]:
    """The sources of each set, and what is asked of them once they are read."""
    found: dict[str, Set] = {}
    for name in ("chunking", "squad2"):
        chosen = load(name, shared)
        questions = [
            Wanted(q.text, tuple(Stretch(q.document, *span) for span in q.gold))
            for q in chosen.questions
            if q.answerable
        ]
        found[name] = [corpus_source(chosen.corpus)], partial(list, questions)
    folder = shared / "data" / "scifact"
    claims = [claim(row) for row in rows(*files(folder, "claims.*.jsonl"))]
    evidence = [Wanted(one.text, one.evidence) for one in claims if one.evidence]
    corpus = files(folder, "corpus.jsonl*")
    found["scifact"] = [Source("eval:/", 0, lambda: abstracts(*corpus))], lambda: evidence
    found["lesswrong"] = _quotations(shared / "data" / "lesswrong")
    return found


def _quotations(folder: Path) -> Set:
    ids: dict[str, str] = {}
    sources = [noting(file, ids) for file in files(folder, "documents.jsonl*")]

    def wanted() -> list[Wanted]:
        quoted = [quotation(row, ids) for row in rows(*files(folder, "cross_quotes.*.jsonl"))]
        return [
            Wanted(unlinked(one.context), (Stretch(one.quoted, *one.span),), (one.quoting,))
            for one in quoted
        ]

    return sources, wanted


def _example(name: str, wanted: Wanted, library: Library) -> Example:
    stores = library.stores
    vector, words = library.embedder.embed_query(wanted.text), Words(wanted.text, stores.keywords)
    found = read(wanted.text, vector, words, stores, LOOKED_AT, without=wanted.left_out)
    signs = np.zeros((len(found.ids), len(FIRST) + len(SECOND)))
    signs[:, : len(FIRST)] = np.stack([found.signs[sign] for sign in FIRST], axis=1)
    signs[found.best, len(FIRST) :] = np.stack([found.second[sign] for sign in SECOND], axis=1)
    looked_at = np.zeros(len(found.ids), dtype=bool)
    looked_at[found.best] = True
    right = _right(wanted, found.ids.tolist(), library)
    return Example(name, wanted.group, length(words), signs, looked_at, right)


def _right(wanted: Wanted, ids: Sequence[int], library: Library) -> npt.NDArray[np.bool_]:
    """Which candidates touch what is wanted."""
    passages = library.stores.catalogue.passages(ids)
    paths = _paths({one.document for one in passages.values()}, library)
    right = [
        any(
            meets(Stretch(name, passages[id_].start, passages[id_].end), wanted.spans)
            for name in (passages[id_].document, paths[passages[id_].document])
        )
        for id_ in ids
    ]
    return np.array(right, dtype=bool)


def _paths(documents: set[str], library: Library) -> Mapping[str, str]:
    found = {id_: library.archive.document(id_) for id_ in documents}
    return {id_: (document.path or "") if document else "" for id_, document in found.items()}
