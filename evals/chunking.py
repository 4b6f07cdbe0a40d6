"""How much of what answers a question lies in the first passages, and in what is cited.

whosaid eval chunking

The benchmark chunking_evaluation at n=5, all its corpora in one index. A row of its questions:

    {"question": "Why was the bridge closed?", "corpus": "town_chronicle",
     "references": [{"content": "Rust had eaten the bolts.", "start_index": 512, "end_index": 537}]}

Recall, precision and IoU are means over the questions, of characters, as its authors take them:
what was found in other corpora, or twice, counts against precision.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from evals.answers import corpus_source
from evals.metrics import Stretch, intersection_over_union, precision, recall
from evals.questions import SHARED, Question, load
from evals.retrieval import Asked, ask, joined, milliseconds, opened, percent, spread, told
from faces.render import table
from settings import Settings

PASSAGES = 5

MEASURES: dict[str, Callable[[Sequence[Stretch], Sequence[Stretch]], float]] = {
    "recall": recall,
    "precision": precision,
    "IoU": intersection_over_union,
}


def run(settings: Settings, limit: int | None = None, shared: Path = SHARED) -> str:
    """A table of the measures of the passages found and of the sentences cited."""
    chosen = load("chunking", shared)
    questions = spread(chosen.questions, limit)
    with opened(settings, [corpus_source(chosen.corpus)]) as library:
        asked = [ask(library, question.text, PASSAGES, joined) for question in told(questions)]
    header = f"{len(questions)} questions", f"first {PASSAGES} passages", "sentences cited"
    return table([header, *measures(questions, asked)])


def measures(
    questions: Sequence[Question], asked: Sequence[Asked]
) -> Iterator[tuple[str, str, str]]:
    """The rows of the table."""
    pairs = [(question.gold_stretches, one) for question, one in zip(questions, asked, strict=True)]
    for name, measure in MEASURES.items():
        passages = percent(measure(one.found.passages, gold) for gold, one in pairs)
        citations = percent(measure(one.cited, gold) for gold, one in pairs)
        yield name, passages, citations
    searching = milliseconds(one.found.milliseconds for one in asked)
    answering = milliseconds(one.answer.timings_ms.total for one in asked)
    yield "milliseconds, p50 / p95", searching, answering
