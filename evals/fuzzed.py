"""Whether a model that writes at random can make an answer cite what is not there.

whosaid eval citations fuzz --limit 3000

Its answers to our own questions on the sample corpus are random in their words, names, figures,
marks and splits. What passes must still be right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answer.events import Delta, Event
from answer.pipeline import Answerer
from answer.record import Answer, Citation
from answer.writing.writer import Writer
from evals import citation_measures as measures
from evals.attacked import mixed
from evals.citation_measures import looked_up
from evals.cited_places import Places
from evals.metrics import wilson
from evals.rambling import STRANGERS, Rambling
from evals.retrieval import told
from evals.said_names import Names
from evals.sample_asked import questions
from faces.render import table
from settings import Settings

ANSWERS = 1_000
"""As many are made unless a limit says otherwise."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer with all that is wrong in it, and how much there is of what could be."""

    answer: Answer
    passing: int
    false_citations: Sequence[str]
    false_quotations: Sequence[str]
    loose_marks: Sequence[str]
    wrong_names: Sequence[str]
    early_marks: bool


def outcomes(settings: Settings, count: int) -> list[Outcome]:
    """So many answers with what is wrong in them."""
    settings = settings.model_copy(update={"llm": "none", "nli_model": ""})
    with mixed(settings, ()) as library:
        places = Places(library.archive)
        names = Names(places.people, STRANGERS)
        model = Rambling([person.name for person in library.archive.people()])
        answerer = Answerer(library.archive, library.stores, library.search, Writer(model))
        asked = questions("answered")
        return [
            _outcome(list(answerer.respond(asked[n % len(asked)])), places, names)
            for n in told(range(count))
        ]


def _outcome(events: Sequence[Event], places: Places, names: Names) -> Outcome:
    answer = events[-1]
    assert isinstance(answer, Answer)
    one = looked_up(answer, places)
    return Outcome(
        answer,
        len(one.passing),
        [c.quote for c in answer.citations if not measures.exact(one, c)],
        measures.false_quotations(one),
        measures.loose_marks(one),
        [name for wrong in measures.wrong_speakers(one, names) for name in wrong],
        early(events),
    )


def early(events: Sequence[Event]) -> bool:
    """Whether a mark comes before its citation, or the words are not those of the answer."""
    said, known = "", set[int]()
    for event in events:
        if isinstance(event, Citation):
            known.add(event.n)
        elif isinstance(event, Delta):
            said += event.text
            if any(n not in known for n in _marks(event, events[-1])):
                return True
    answer = events[-1]
    return isinstance(answer, Answer) and not answer.abstained and said != answer.answer


def _marks(delta: Delta, answer: Event) -> Iterator[int]:
    """The numbers of the answer's own citations that words have for marks."""
    assert isinstance(answer, Answer)
    for citation in answer.citations:
        if delta.text.endswith(f"[{citation.n}]"):
            yield citation.n


def tables(settings: Settings, limit: int | None = None) -> Iterator[str]:
    """How many of the answers are wrong, in which way."""
    found = outcomes(settings, limit or ANSWERS)
    cited = sum(len(one.answer.citations) for one in found)
    passing = sum(one.passing for one in found)
    by_model = sum(one.answer.mode == "generated" for one in found)
    yield table([
        ("answers at random", "found", "of", "share"),
        ("written by the model", *_share(by_model, len(found))),
        ("citations that do not resolve", *_total([one.false_citations for one in found], cited)),
        ("quotation marks around other words",
         *_total([one.false_quotations for one in found], passing)),
        ("marks without a citation", *_total([one.loose_marks for one in found], passing)),
        ("names that did not write it", *_total([one.wrong_names for one in found], passing)),
        ("marks before their citation", *_share(sum(one.early_marks for one in found), len(found))),
    ])  # fmt: skip


def _total(found: Sequence[Sequence[str]], of: int) -> tuple[str, ...]:
    return _share(sum(map(len, found)), of)


def _share(hits: int, of: int) -> tuple[str, ...]:
    share, low, high = (100 * part for part in wilson(min(hits, of), of))
    return str(hits), str(of), f"{share:.2f} % ({low:.2f} to {high:.2f})"
