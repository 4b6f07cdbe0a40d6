"""Whether the words that answer a short question are found, and cited.

whosaid eval squad2 --limit 1000

The answerable questions of SQuAD 2.0, its articles whole. An entry of a paragraph:

    {"question": "When did the mill burn down?", "is_impossible": false,
     "answers": [{"text": "in 1871", "answer_start": 88}, {"text": "1871", "answer_start": 91}]}

Several answers are of several readers: the one of which most was found counts.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from evals.answers import corpus_source
from evals.metrics import Stretch, meets, recall
from evals.questions import SHARED, Question, load
from evals.retrieval import Asked, ask, opened, paces, percent, spread, told
from faces.render import table
from settings import Settings

PASSAGES = 5

QUESTIONS = 1_000
"""As many are asked unless a limit says otherwise."""


def run(settings: Settings, limit: int | None = None, shared: Path = SHARED) -> str:
    """A table of the measures on a spread of the answerable questions."""
    chosen = load("squad2", shared)
    answerable = [question for question in chosen.questions if question.answerable]
    questions = spread(answerable, limit or QUESTIONS)
    with opened(settings, [corpus_source(chosen.corpus)]) as library:
        asked = [ask(library, question.text, PASSAGES) for question in told(questions)]
    return table([(f"{len(questions)} answerable questions", ""), *measures(questions, asked)])


def measures(questions: Sequence[Question], asked: Sequence[Asked]) -> Iterator[tuple[str, str]]:
    """The rows of the table."""
    pairs = [(question.gold_stretches, one) for question, one in zip(questions, asked, strict=True)]
    touching = [[meets(citation, gold) for citation in one.cited] for gold, one in pairs]
    found = (best_recall(one.found.passages, gold) for gold, one in pairs)
    yield f"recall in the first {PASSAGES} passages", percent(found)
    yield "first citation touches", percent(cites[:1] == [True] for cites in touching)
    yield "any citation touches", percent(any(cites) for cites in touching)
    yield "answered", percent(not one.answer.abstained for one in asked)
    yield from paces(asked)


def best_recall(found: Sequence[Stretch], answers: Sequence[Stretch]) -> float:
    """How much was found of the answer of which most was."""
    return max(recall(found, [answer]) for answer in answers)
