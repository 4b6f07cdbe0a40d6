"""Questions to begin with: only such as this corpus answers."""

from collections.abc import Iterator
from itertools import chain, islice

from answer.pipeline import Answerer
from errors import WhosaidError
from faces.library import Library
from ingest.archive import Archive

COUNT = 4
TRIED, LOOKED_AT = 20, 500
"""Questions, and documents to take them from: a large corpus is not read for this."""
LONGEST = 80
"""Characters of a question that is offered."""
FAMILIAR = (
    "Who argues against AI control?",
    "What is a shard?",
    "Has Sunniva Brandvold changed her mind about takeoff speed?",
    "Is chain of thought faithful?",
)


def examples(library: Library) -> list[str]:
    """Up to four questions that the corpus answers, familiar ones before such as its titles ask."""
    candidates = islice(chain(FAMILIAR, _from_titles(library.archive)), TRIED)
    answerer = library.answerer.extractive()
    answered = (question for question in candidates if _answers(answerer, question))
    return list(islice(answered, COUNT))


def _answers(answerer: Answerer, question: str) -> bool:
    try:
        return not answerer.answer(question).abstained
    except WhosaidError:
        return False


def _from_titles(archive: Archive) -> Iterator[str]:
    """Titles that are questions, and what an author thinks about the title of their document."""
    authors: set[str] = set()
    for change in islice(archive.changes(after=0), LOOKED_AT):
        document = change.document
        title = document.title if document else None
        if not document or not title or len(title) > LONGEST:
            continue
        if title.endswith("?"):
            yield title
            continue
        names = [name for part in document.segments for name in part.writers]
        question = f"What does {names[0]} think about {title}?" if names else ""
        if names and names[0] not in authors and len(question) <= LONGEST:
            authors.add(names[0])
            yield question
