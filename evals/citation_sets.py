"""Questions whose answers have their citations measured, and what is known of their documents."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from errors import BadInput
from evals.answers import corpus_source
from evals.posts import TRUSTED
from evals.questions import files, load, rows
from evals.sample_asked import CORPUS, questions
from ingest.sources import Source, source

FAQ = 40
"""Questions of the FAQ that are asked of the posts, at most."""


@dataclass(frozen=True, slots=True)
class CitedSet:
    """A corpus with questions.

    `texts` are its plain files by their paths; `gold` the authors of documents by their paths or
    by their ids at the source, as the data have them: nobody where the data say that nobody is.
    """

    sources: Sequence[Source]
    questions: Sequence[str]
    texts: Mapping[str, str] = field(default_factory=dict)
    gold: Mapping[str, Collection[str]] = field(default_factory=dict)


def _of_set(name: str, shared: Path) -> CitedSet:
    chosen = load(name, shared)
    signed = {
        one.document: one.authors
        for one in chosen.questions
        if one.document and one.authors is not None
    }
    return CitedSet(
        [corpus_source(chosen.corpus)],
        [one.text for one in chosen.questions],
        chosen.corpus,
        signed,
    )


def _lesswrong(shared: Path) -> CitedSet:
    """Rows of questions such as {"question": "Do mice sleep?", …}, asked of all posts."""
    folder = shared / "data" / "lesswrong"
    documents = files(folder, "documents.jsonl*")
    gold = {
        row["id"]: (row["author"],)
        for row in rows(*documents)
        if row["author"] and row["author_basis"] in TRUSTED
    }
    faq = [row["question"] for row in rows(*files(folder, "faq_questions.*.jsonl"))]
    return CitedSet([source(str(file)) for file in documents], faq[:FAQ], gold=gold)


def _sample(shared: Path) -> CitedSet:
    """Our own corpus, which needs nothing from beside the project."""
    texts = {
        file.name: file.read_bytes().decode()
        for file in sorted(CORPUS.iterdir())
        if file.suffix in (".txt", ".md")
    }
    asked = [*questions("answered"), *questions("unanswered")]
    return CitedSet([source(str(CORPUS))], asked, texts)


SETS: dict[str, Callable[[Path], CitedSet]] = {
    "sample": _sample,
    "seed": lambda shared: _of_set("seed", shared),
    "chunking": lambda shared: _of_set("chunking", shared),
    "lesswrong": _lesswrong,
}


def cited_set(name: str, shared: Path) -> CitedSet:
    """A set by its name. Raises BadInput when there is none, or its files are not there."""
    if name not in SETS:
        raise BadInput(f"{name}: no such questions; there are {', '.join(SETS)}")
    return SETS[name](shared)
