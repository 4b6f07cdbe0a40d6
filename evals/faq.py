"""Whether a FAQ's own entry is found for a question, and how often a wrong one is shown.

whosaid eval faq

Every way to ask an entry is put to a FAQ that is not told it, and to one without the entry; the
questions of other sets are put to all of it. A row of the two files of questions:

    {"question": "Do mice sleep?", "alternate_phrasings": ["When do mice sleep?"],
     "answer_md": "They do.", "ui_id": "60"}
    {"question": "Do mice sleep?", "alternate_phrasings": ["When do mice sleep?"]}
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

from answer.faq.sureness import sureness, threshold
from evals.faq_examples import RIGHT, Example, Kind, examples
from evals.metrics import wilson
from evals.questions import SHARED
from faces.render import table
from index.embed import ModelEmbedder
from settings import Settings

AMONG = 1, 3
"""Among how many suggestions the entry is looked for."""

HEADER = "asked", "of", "measure", ""

COUNTED: tuple[Kind, ...] = ("put otherwise", "taken away")
"""The kinds of which what is shown should be right."""


def run(settings: Settings, limit: int | None = None, shared: Path = SHARED) -> str:
    """A table of what is suggested and of what is shown; the limit is on the entries."""
    embedder = ModelEmbedder(settings.embed_model, settings.cache)
    found = [
        (one, sureness(one.close) >= threshold())
        for one in examples(shared, embedder.embed_query, limit)
    ]
    return table([HEADER, *rows(found)])


def rows(judged: Sequence[tuple[Example, bool]]) -> Iterator[tuple[str, str, str, str]]:
    """The rows of the table; with each example it says whether something is shown for it."""
    kinds: tuple[Kind, ...] = get_args(Kind)
    for kind in kinds:
        own = [(one, shown) for one, shown in judged if one.kind == kind]
        if kind in RIGHT:
            for count in AMONG:
                hits = [one.gold in one.found[:count] for one, _ in own]
                yield kind, str(len(own)), f"among the first {count} suggestions", percent(hits)
            right = [one.is_right and shown for one, shown in own]
            yield kind, str(len(own)), "the right answer is shown", percent(right)
        wrong = [shown and not one.is_right for one, shown in own]
        yield kind, str(len(own)), "a wrong answer is shown", percent(wrong)
    counted = [one.is_right for one, shown in judged if shown and one.kind in COUNTED]
    yield " or ".join(COUNTED), str(len(counted)), "what is shown is right", percent(counted)


def percent(hits: Sequence[bool]) -> str:
    """A share in percent with its interval."""
    share, low, high = (100 * part for part in wilson(sum(hits), len(hits)))
    return f"{share:.1f} % ({low:.1f} to {high:.1f})"
