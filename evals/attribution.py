"""Whether the page's words are given to those who wrote them, and quotations to who is quoted.

whosaid eval attribution users

The unit is the sentence. What is right comes from the data alone, never from the program.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path

from errors import BadInput
from evals.forum import same
from evals.metrics import share, shared
from evals.questions import SHARED
from evals.raw_pages import raw_pages
from evals.renderings import users
from evals.sheets import Page, Whose
from evals.thread_pages import introduced, other_threads, thread_pages
from faces.render import table
from index.sentences import Span, sentences
from ingest.document import UNNAMED, Document
from ingest.page import page
from settings import Settings

SETS: dict[str, Callable[[Path], Iterator[Page]]] = {
    "corpus": raw_pages,
    "users": users,
    "threads": thread_pages,
    "other headers": other_threads,
    "introduced": introduced,
}

TABLES = {"quotes": "evals.quoting", "duplicates": "evals.copies"}
"""Sets with measures of their own, each in a file that has a `table_of`."""

IN_MARKS = 0.4
"""A sentence that stands to such a share in quotation marks may be anybody's."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence of a page with whose it is and whose the program says it is."""

    page: Page
    text: str
    whose: Whose
    writers: tuple[str, ...]
    speaker: str | None

    @property
    def right(self) -> bool:
        """Whether all who are named wrote it."""
        return all(same(name, self.whose.names) for name in self.writers)

    @property
    def speaker_right(self) -> bool:
        """Whether the one who is said to be quoted wrote it."""
        named = self.speaker not in (None, UNNAMED)
        return named and same(str(self.speaker), self.whose.names, partly=True)


LOST = ", marks lost"

Verdict = bool | None
"""Whether a sentence counts as a hit; None where it does not count at all."""


def _precision(one: Judged) -> Verdict:
    if not one.writers or (one.right and one.whose.quoted is None):
        return None
    return one.right and bool(one.whose.names)


def _coverage(one: Judged) -> Verdict:
    return bool(one.writers) if one.whose.told and one.whose.quoted is False else None


def _untold(one: Judged) -> Verdict:
    return None if one.whose.told or one.whose.quoted else bool(one.writers)


def _marked(one: Judged) -> Verdict:
    return one.whose.quoted if one.speaker else None


def _found(one: Judged) -> Verdict:
    return one.speaker is not None if one.whose.quoted else None


def _speaker(one: Judged) -> Verdict:
    named = one.speaker not in (None, UNNAMED) and one.whose.names
    return one.speaker_right if named and one.whose.quoted is not None else None


def _speaker_found(one: Judged) -> Verdict:
    wanted = one.whose.quoted and one.whose.names and one.whose.told
    return one.speaker_right if wanted else None


MEASURES: dict[str, Callable[[Judged], Verdict]] = {
    "author right": _precision,
    "author given": _coverage,
    "given untold": _untold,
    "quotation right": _marked,
    "quotation found": _found,
    "speaker right": _speaker,
    "speaker found": _speaker_found,
}
"""Each is a share of sentences: precision and coverage of authors, what is given to somebody where
the page does not tell, precision and recall of quotations, and of those who are quoted."""


def run(name: str, settings: Settings, limit: int | None = None, shared: Path = SHARED) -> str:
    """A table of the measures by style of page, on every n-th page to come to a limit."""
    names = [*SETS, *TABLES] if name == "all" else [name]
    rows = [row for one in names if one not in TABLES for row in _rows(one, shared, limit)]
    tables = [table([("pages", "of", *MEASURES), *rows])] if rows else []
    own = [import_module(TABLES[one]).table_of(limit, shared) for one in names if one in TABLES]
    return "\n\n".join([*tables, *own])


def pages(name: str, shared: Path = SHARED) -> list[Page]:
    """The pages of a set. Raises BadInput when there is no such set."""
    if name not in SETS:
        raise BadInput(f"{name}: no such set; there are all, {', '.join([*SETS, *TABLES])}")
    return list(SETS[name](shared))


def errors(name: str, limit: int = 10, shared: Path = SHARED) -> list[str]:
    """Sentences that were judged wrong, for reading: of each measure and style so many."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in judge(pages(name, shared)):
        for measure, verdict in MEASURES.items():
            wrong = verdict(one) is (measure == "given untold")
            if wrong:
                found[measure, _label(one.page)].append(_told(one))
    return [
        f"[{measure} · {label}] {line}"
        for (measure, label), lines in sorted(found.items())
        for line in lines[:: -(-len(lines) // limit)]
    ]


def _label(page: Page) -> str:
    return page.style + ("" if page.kept else LOST)


def _told(one: Judged) -> str:
    truth = "/".join(one.whose.names) or "nobody knows"
    kind = {True: "quoted from", False: "written by", None: "perhaps quoted, by"}[one.whose.quoted]
    says = f"quotes {one.speaker}" if one.speaker else f"by {', '.join(one.writers) or 'nobody'}"
    return f"{one.page.name}: {kind} {truth}; said to be {says}: {one.text!r}"


def judge(pages: Iterable[Page]) -> list[Judged]:
    """Every sentence of some pages with what the program says of it."""
    return [one for made in pages for one in _judged(made)]


def _judged(made: Page) -> Iterator[Judged]:
    document = page(made.text, key=made.name, path=f"{made.name}.txt", markdown=False)
    for (start, end), whose in made.truths:
        for span in sentences(made.text, start, end):
            text, truth = made.text[slice(*span)], _seen(span, whose, made)
            yield Judged(made, text, truth, *_said_of(span, document))


def _seen(span: Span, whose: Whose, made: Page) -> Whose:
    """Whose a sentence is; one in quotation marks may be quoted, whoever wrote what is around."""
    if whose.quoted is False and shared(span, made.in_marks) >= IN_MARKS * (span[1] - span[0]):
        return replace(whose, quoted=None)
    return whose


def _said_of(span: Span, document: Document) -> tuple[tuple[str, ...], str | None]:
    """Whom the program names for most of a sentence, as writers and as speaker."""
    found: Counter[tuple[tuple[str, ...], str | None]] = Counter()
    for part in document.segments:
        found[part.writers, part.speaker] += shared(span, [(part.start, part.end)])
    return found.most_common(1)[0][0]


def _rows(name: str, shared: Path, limit: int | None) -> Iterator[tuple[str, ...]]:
    judged = judge(_some(pages(name, shared), limit))
    for kept in (True, False):
        part = [one for one in judged if one.page.kept == kept]
        if part:
            yield _row(name + ("" if kept else LOST), part)
    for label in dict.fromkeys(_label(one.page) for one in judged):
        yield _row(f"  {label}", [one for one in judged if _label(one.page) == label])


def _row(label: str, judged: Sequence[Judged]) -> tuple[str, ...]:
    return label, str(len(judged)), *(_cell(judged, verdict) for verdict in MEASURES.values())


def _cell(judged: Sequence[Judged], verdict: Callable[[Judged], Verdict]) -> str:
    """The share of hits; the same words in several styles are drawn together."""
    return share((one.page.name, verdict(one)) for one in judged)


def _some(pages: list[Page], limit: int | None) -> list[Page]:
    return pages if limit is None else pages[:: max(1, -(-len(pages) // limit))]
