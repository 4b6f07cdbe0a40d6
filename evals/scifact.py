"""Whether the abstracts that speak for or against a claim are found, and their sentences cited.

whosaid eval scifact

Abstracts with their titles, one a document, and claims. A row of either:

    {"_id": "81", "title": "Sleep in mice.", "text": "Mice were watched. They slept for hours.", …}
    {"claim": "Mice sleep.", "evidence": [{"doc_id": "81", "spans": [[19, 40]], …}]}
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from evals.metrics import Stretch, intersection_over_union, meets, ndcg, recall_at
from evals.questions import SHARED, files, rows
from evals.retrieval import Asked, Found, ask, opened, paces, percent, spread, told
from faces.render import table
from ingest.document import Document, Segment
from ingest.sources import Source
from settings import Settings

PASSAGES = 400
"""Passages that are asked for, to come to a hundred documents."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim with the abstracts that it is about, and their sentences for or against it.

    An abstract may be wanted in which no sentence is.
    """

    text: str
    abstracts: tuple[str, ...]
    evidence: tuple[Stretch, ...]

    @property
    def gold(self) -> set[str]:
        """The ids of the documents that are wanted."""
        return {abstract(id_).id for id_ in self.abstracts}


def run(settings: Settings, limit: int | None = None, shared: Path = SHARED) -> str:
    """A table of the measures of the ranking and of the sentences cited."""
    folder = shared / "data" / "scifact"
    corpus = files(folder, "corpus.jsonl*")
    claims = spread([claim(row) for row in rows(*files(folder, "claims.*.jsonl"))], limit)
    with opened(settings, [Source("eval:/", 0, lambda: abstracts(*corpus))]) as library:
        asked = [ask(library, one.text, PASSAGES) for one in told(claims)]
    header = f"{len(claims)} claims, {PASSAGES} passages each", ""
    return table([header, *measures(claims, asked)])


def abstracts(*files: Path) -> Iterator[Document]:
    """The abstracts of files."""
    return (abstract(row["_id"], row["title"], row["text"]) for row in rows(*files))


def abstract(id_: str, title: str = "", text: str = "") -> Document:
    """An abstract as a document; its path is its id."""
    whole = (Segment(0, len(text)),)
    return Document(f"eval:/{id_}", "scifact", text, whole, path=id_, title=title)


def claim(row: Mapping[str, Any]) -> Claim:
    """A row as a claim."""
    evidence = [
        Stretch(one["doc_id"], start, end) for one in row["evidence"] for start, end in one["spans"]
    ]
    ids = dict.fromkeys(one["doc_id"] for one in row["evidence"])
    return Claim(row["claim"], tuple(ids), tuple(evidence))


def ranking(found: Found) -> list[str]:
    """The documents of what was found, each at its best passage."""
    return list(dict.fromkeys(chain.from_iterable(found.documents)))


def measures(claims: Sequence[Claim], asked: Sequence[Asked]) -> Iterator[tuple[str, str]]:
    """The rows of the table."""
    pairs = list(zip(claims, asked, strict=True))
    ranked = [(ranking(one.found), claim.gold) for claim, one in pairs if claim.abstracts]
    cited = [(one.cited, claim.evidence) for claim, one in pairs if claim.evidence]
    touching = [[meets(one, evidence) for one in citations] for citations, evidence in cited]
    yield "nDCG@10", percent(ndcg(found, gold, 10) for found, gold in ranked)
    for count in (10, 100):
        yield f"recall@{count}", percent(recall_at(found, gold, count) for found, gold in ranked)
    yield "first citation touches evidence", percent(cites[:1] == [True] for cites in touching)
    yield "any citation touches evidence", percent(any(cites) for cites in touching)
    yield "IoU of the citations", percent(intersection_over_union(*pair) for pair in cited)
    yield "answered", percent(not one.answer.abstained for one in asked)
    yield from paces(asked)
