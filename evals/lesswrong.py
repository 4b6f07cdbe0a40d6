"""Whether a quoted passage is found by the words around it, and a post by a question.

whosaid eval lesswrong

4,719 posts: the first time takes about 25 minutes on two cores. `evals/cross_quotes.py` has the
quotations; a row of the questions:

    {"question": "Do mice sleep?", "alternate_phrasings": ["When do mice sleep?"],
     "gold_key": "forum:a"}
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from evals.cross_quotes import FORMS, Quotation, quotation, verdicts
from evals.questions import SHARED, files, rows
from evals.retrieval import Found, milliseconds, opened, percent, search, spread, told
from faces.library import Library
from faces.render import table
from ingest.document import Document
from ingest.sources import Found as Read
from ingest.sources import Source, source
from settings import Settings

AMONG = 10, 100
"""Among how many passages a quotation is looked for."""

FIRST = 1, 5, 10
"""Among how many documents a post is looked for."""

PASSAGES = 100
"""Passages that are asked for, to come to ten documents."""

HEADER = "asked", "of", "found", "among the first", "milliseconds of a search, p50 / p95"

Row = Mapping[str, Any]


def run(settings: Settings, limit: int | None = None, shared: Path = SHARED) -> str:
    """A table of what is found; the limit is on the quotations and on the questions."""
    folder = shared / "data" / "lesswrong"
    quotes = spread(list(rows(*files(folder, "cross_quotes.*.jsonl"))), limit)
    faq = spread(list(rows(*files(folder, "faq_questions.*.jsonl"))), limit)
    ids: dict[str, str] = {}
    sources = [noting(file, ids) for file in files(folder, "documents.jsonl*")]
    with opened(settings, sources) as library:
        quotations = [quotation(row, ids) for row in quotes]
        measured = [*of_quotations(library, quotations), *of_questions(library, faq, ids)]
    return table([HEADER, *measured])


def noting(file: Path, ids: dict[str, str]) -> Source:
    """The source of a file of posts; reading it notes the ids of its documents by their keys."""
    whole = source(str(file))

    def read() -> Iterator[Read]:
        for row, found in zip(rows(file), whole.read(), strict=False):
            if isinstance(found, Document):
                ids[row["key"]] = found.id
            yield found

    return Source(whole.key, whole.bytes, read, whole.name)


def of_quotations(library: Library, quotations: Sequence[Quotation]) -> Iterator[tuple[str, ...]]:
    """A row for each form in which the words around quotations are asked."""
    for name, form in FORMS.items():
        judged = [verdicts(library, one, form) for one in told(quotations)]
        right, found = [verdict for verdict, _ in judged], [one for _, one in judged]
        yield from ranks(name, right, found, AMONG, "passages")


def of_questions(
    library: Library, faq: Sequence[Row], ids: Mapping[str, str]
) -> Iterator[tuple[str, ...]]:
    """A row for the questions, and one for the other ways in which they are put."""
    asked = {
        "questions": [(one["question"], one["gold_key"]) for one in faq],
        "questions, put otherwise": [
            (text, one["gold_key"]) for one in faq for text in one["alternate_phrasings"]
        ],
    }
    for name, pairs in asked.items():
        found = [search(library, text, PASSAGES) for text, _ in told(pairs)]
        right = [
            [ids[key] in same for same in one.documents]
            for (_, key), one in zip(pairs, found, strict=True)
        ]
        yield from ranks(name, right, found, FIRST, "documents")


def ranks(
    asked: str, right: Sequence[Sequence[bool]], found: Sequence[Found], counts: Sequence[int],
    what: str,
) -> Iterator[tuple[str, ...]]:  # fmt: skip
    """A row for each of some counts: how often one of so many is right."""
    times = milliseconds(one.milliseconds for one in found)
    for count in counts:
        among = percent(any(verdicts[:count]) for verdicts in right)
        yield asked, str(len(right)), among, f"{what}: {count}", times
