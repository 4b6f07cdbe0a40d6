"""Question sets with the spans that answer them, read from a folder beside the project."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from errors import BadInput
from evals.metrics import Stretch
from index.sentences import Span
from ingest.text import open_bytes

SHARED = Path("../shared")


@dataclass(frozen=True, slots=True)
class Question:
    """A question on one document of its corpus.

    `gold` are the spans that answer it, `also` those that are acceptable; neither when the
    corpus does not answer it. `authors` are the names of which one is right; empty when the
    document names nobody; None where the set does not say.
    """

    text: str
    document: str
    gold: tuple[Span, ...]
    also: tuple[Span, ...] = ()
    authors: tuple[str, ...] | None = None

    @property
    def answerable(self) -> bool:
        """Whether the corpus answers it."""
        return bool(self.gold)

    @property
    def gold_stretches(self) -> list[Stretch]:
        """The spans that answer it, each with its document."""
        return [Stretch(self.document, start, end) for start, end in self.gold]


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Texts by name, and questions on them."""

    corpus: dict[str, str]
    questions: Sequence[Question]


def load(name: str, shared: Path = SHARED) -> QuestionSet:
    """A set by its name. Raises BadInput when it is not there."""
    if name not in SETS:
        raise BadInput(f"{name}: no such question set; there are {', '.join(SETS)}")
    return SETS[name](shared)


def files(folder: Path, pattern: str) -> list[Path]:
    """The files of a folder with such a name. Raises BadInput when there is none.

    A set may lie in several files, or in another one than it was developed on.
    """
    found = sorted(folder.glob(pattern))
    if not found:
        raise BadInput(f"{folder / pattern}: there is no such file; --shared says where to look")
    return found


def rows(*files: Path) -> Iterator[dict[str, Any]]:
    """The objects of JSON Lines files, plain or gzipped."""
    for file in files:
        with open_bytes(file) as lines:
            yield from (json.loads(line) for line in lines if line.strip())


def _seed(shared: Path) -> QuestionSet:
    """Rows such as {"question": "…", "source": "003….txt", "author": null, "gold": [[0, 9]], …}."""
    corpus = {file.name: _text(file) for file in files(shared / "corpus", "*.txt")}
    return QuestionSet(
        corpus,
        [
            Question(
                row["question"],
                row["source"] or "",
                _spans(row["gold"]),
                _spans(row["also_ok"]),
                tuple(row["author"].split("|")) if row["author"] else (),
            )
            for row in rows(*files(shared / "eval", "seed_questions.jsonl"))
        ],
    )


def _chunking(shared: Path) -> QuestionSet:
    """Rows such as {"question": "…", "corpus": "chatlogs", "references": [{"start_index": …}]}."""
    folder = shared / "data" / "chunking_evaluation"
    corpus = {file.name: _text(file) for file in files(folder / "corpora", "*.md")}
    return QuestionSet(
        corpus,
        [
            Question(
                row["question"],
                f"{row['corpus']}.md",
                tuple((part["start_index"], part["end_index"]) for part in row["references"]),
            )
            for row in rows(*files(folder, "questions.*.jsonl"))
        ],
    )


def _squad2(shared: Path) -> QuestionSet:
    """Articles of SQuAD 2.0: half of their questions have no answer in their paragraph."""
    found = files(shared / "data" / "squad2", "*-v2.0.json")
    articles = [article for file in found for article in json.loads(_text(file))["data"]]
    corpus: dict[str, str] = {}
    questions: list[Question] = []
    for article in articles:
        name = f"{article['title']}.txt"
        text = corpus.get(name, "")
        for paragraph in article["paragraphs"]:
            questions += _squad2_questions(paragraph["qas"], name, len(text))
            text += paragraph["context"] + "\n\n"
        corpus[name] = text
    return QuestionSet(corpus, questions)


def _squad2_questions(
    entries: Sequence[dict[str, Any]], name: str, offset: int
) -> Iterator[Question]:
    for entry in entries:
        starts = {(answer["answer_start"], answer["text"]) for answer in entry["answers"]}
        gold = tuple((offset + start, offset + start + len(text)) for start, text in sorted(starts))
        yield Question(entry["question"], name, () if entry["is_impossible"] else gold)


SETS: dict[str, Callable[[Path], QuestionSet]] = {
    "seed": _seed,
    "chunking": _chunking,
    "squad2": _squad2,
}


def _text(file: Path) -> str:
    return file.read_bytes().decode()


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple((start, end) for start, end in pairs)
