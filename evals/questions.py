"""Question sets with the spans that answer them, read from a folder beside the project."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from errors import BadInput
from index.sentences import Span

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


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Texts by name, and questions on them."""

    corpus: dict[str, str]
    questions: Sequence[Question]


def load(name: str, shared: Path = SHARED) -> QuestionSet:
    """A set by its name. Raises BadInput when it is not there."""
    if name not in SETS:
        raise BadInput(f"{name}: no such question set; there are {', '.join(SETS)}")
    try:
        return SETS[name](shared)
    except FileNotFoundError as error:
        raise BadInput(f"{name}: {error.filename} is not there") from error


def _seed(shared: Path) -> QuestionSet:
    """Rows such as {"question": "…", "source": "003….txt", "author": null, "gold": [[0, 9]], …}."""
    corpus = {file.name: _text(file) for file in sorted((shared / "corpus").glob("*.txt"))}
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
            for row in _rows(shared / "eval" / "seed_questions.jsonl")
        ],
    )


def _chunking(shared: Path) -> QuestionSet:
    """Rows such as {"question": "…", "corpus": "chatlogs", "references": [{"start_index": …}]}."""
    folder = shared / "data" / "chunking_evaluation"
    corpus = {file.name: _text(file) for file in sorted((folder / "corpora").glob("*.md"))}
    return QuestionSet(
        corpus,
        [
            Question(
                row["question"],
                f"{row['corpus']}.md",
                tuple((part["start_index"], part["end_index"]) for part in row["references"]),
            )
            for row in _rows(folder / "questions.dev.jsonl")
        ],
    )


def _squad2(shared: Path) -> QuestionSet:
    """The development set of SQuAD 2.0: half of its questions have no answer in their paragraph."""
    articles = json.loads((shared / "data" / "squad2" / "dev-v2.0.json").read_text())["data"]
    corpus: dict[str, str] = {}
    questions: list[Question] = []
    for article in articles:
        name, text = f"{article['title']}.txt", ""
        for paragraph in article["paragraphs"]:
            questions += _squad2_questions(paragraph["qas"], name, len(text))
            text += paragraph["context"] + "\n\n"
        corpus[name] = text
    return QuestionSet(corpus, questions)


def _squad2_questions(entries: Sequence[dict], name: str, offset: int) -> Iterator[Question]:  # type: ignore[type-arg]  # JSON
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


def _rows(file: Path) -> Iterator[dict]:  # type: ignore[type-arg]  # JSON
    return map(json.loads, file.read_text(encoding="utf-8").splitlines())


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    return tuple((start, end) for start, end in pairs)
