"""How much of what answers a question lies in what is found first, and in what is cited.

whosaid eval chunking

The benchmark chunking_evaluation at n=5, all its corpora in one index. A row of its questions:

    {"question": "Why was the bridge closed?", "corpus": "town_chronicle",
     "references": [{"content": "Rust had eaten the bolts.", "start_index": 512, "end_index": 537}]}

Recall, precision and IoU are means over the questions, of characters, as its authors take them:
what was found in other corpora, or twice, counts against precision. The first column is of passages
as they are indexed. The second is of hits as readers get them: passages that follow one another are
one, so that five hits hold more text, and are not to be set beside five chunks of a fixed size.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from evals.answers import corpus_source
from evals.metrics import Stretch, intersection_over_union, precision, recall
from evals.questions import SHARED, Question, load
from evals.retrieval import (
    Asked,
    Found,
    ask,
    joined,
    milliseconds,
    opened,
    percent,
    spread,
    times,
    told,
)
from faces.render import table
from settings import Settings

PASSAGES = 5

COLUMNS = f"first {PASSAGES} passages", f"first {PASSAGES} hits, joined", "sentences cited"

MEASURES: dict[str, Callable[[Sequence[Stretch], Sequence[Stretch]], float]] = {
    "recall": recall,
    "precision": precision,
    "IoU": intersection_over_union,
}


def run(settings: Settings, limit: int | None = None, shared: Path = SHARED) -> str:
    """A table of the measures of the passages found, of the hits, and of the sentences cited."""
    chosen = load("chunking", shared)
    questions = spread(chosen.questions, limit)
    with opened(settings, [corpus_source(chosen.corpus)]) as library:
        asked = [ask(library, question.text, PASSAGES) for question in told(questions)]
        together = [joined(library, question.text, PASSAGES) for question in told(questions)]
    header = f"{len(questions)} questions", *COLUMNS
    return table([header, *measures(questions, asked, together)])


def measures(
    questions: Sequence[Question], asked: Sequence[Asked], together: Sequence[Found]
) -> Iterator[tuple[str, ...]]:
    """The rows of the table; `together` is what is found where passages are put together."""
    gold = [question.gold_stretches for question in questions]
    columns = (
        [one.found.passages for one in asked],
        [one.passages for one in together],
        [one.cited for one in asked],
    )
    for name, measure in MEASURES.items():
        pairs = (zip(column, gold, strict=True) for column in columns)
        yield name, *(percent(measure(found, right) for found, right in each) for each in pairs)
    searching, answering = times(asked)
    joining = milliseconds(one.milliseconds for one in together)
    yield "milliseconds, p50 / p95", searching, joining, answering
