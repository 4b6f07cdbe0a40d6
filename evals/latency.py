"""How long a question takes once the program is up.

uv run whosaid eval latency ../shared/eval/seed_questions.jsonl
"""

import numpy as np

from faces.batch.input import read
from faces.library import open_library
from faces.render import table
from settings import Settings

WARM_UP = 3


def run(questions: str, settings: Settings, limit: int | None = None) -> str:
    """A table of milliseconds over the questions of a batch file, asked of the data folder."""
    library = open_library(settings)
    texts = [row.question for row in read(questions)][:limit]
    answers = [library.answerer.answer(text) for text in (texts[:WARM_UP] + texts)][WARM_UP:]
    parts = {
        "retrieve": [answer.timings_ms.retrieve for answer in answers],
        "answer": [answer.timings_ms.answer for answer in answers],
        "total": [answer.timings_ms.total for answer in answers],
    }
    rows = [(name, *_percentiles(times)) for name, times in parts.items()]
    passages = library.stores.keywords.count()
    return table([(f"ms at {passages:,} passages", "p50", "p95", "p99", "most"), *rows])


def _percentiles(times: list[float]) -> tuple[str, ...]:
    return tuple(f"{np.percentile(times, percent):.1f}" for percent in (50, 95, 99, 100))
