"""What the page says before the first question, and about an index that is being built."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from faces.building import Building
from faces.chat import welcome
from faces.chat.examples import examples
from faces.chat.first_sight import FirstSight
from ingest.document import Document

Make = Callable[..., Document]


def test_a_corpus_is_told_in_numbers(library: Any, document: Make) -> None:
    library.put(
        document("One.", "a.txt", "Ada", date="2022-08-01"),
        document("Two.", "b.txt", "Bea", date="2025-04-30"),
        document("Three.", "c.txt"),
    )
    assert welcome.facts(library.archive) == (
        "3 documents by 2 named authors, dated August 2022 to April 2025."
    )


class Damaged:
    """An archive whose file is none."""

    def __getattr__(self, name: str) -> Any:
        raise OSError("file is not a database")


def test_documents_that_cannot_be_read_say_what_to_do() -> None:
    library: Any = SimpleNamespace(archive=Damaged(), folder=Path("my & data"))
    html = FirstSight(library).greeting(building=False)
    assert "The documents in my &amp; data cannot be read" in html
    assert "uv run whosaid ingest FOLDER --data my &amp; data" in html
    assert FirstSight(library).questions() == []


def test_an_empty_corpus_says_what_to_do(library: Any) -> None:
    html = welcome.welcome(library.archive, Path("my & data"), building=False)
    assert "uv run whosaid ingest FOLDER --data my &amp; data" in html


def test_an_index_that_is_being_built_can_be_asked_already() -> None:
    assert welcome.building("Indexing in progress: 5 %.", None) == (
        '<p class="building">Indexing in progress: 5 %. You can already ask.</p>'
    )


def test_how_far_the_index_is_and_how_long_it_may_take(
    library: Any, document: Make, monkeypatch: Any
) -> None:
    library.put(document("x" * 100))
    state: Any = SimpleNamespace(archive=library.archive, pending=0)
    building = Building(state)
    state.pending = 100
    monkeypatch.setattr("faces.building.monotonic", iter([0.0, 60.0]).__next__)
    assert building.state() == "Indexing in progress: 0 %."
    state.pending = 80
    assert building.state() == "Indexing in progress: 20 %, about 4 minutes left."


def test_only_questions_that_are_answered_are_offered(library: Any, document: Make) -> None:
    library.put(document("One.", "a.txt", "Ada", title="Why sing?"))
    library.put(document("Two.", "b.txt", "Bea", title="Silence"))

    def answer(question: str) -> Any:
        return SimpleNamespace(abstained="shard" in question)

    answerer = SimpleNamespace(extractive=lambda: SimpleNamespace(answer=answer))
    asked: Any = SimpleNamespace(archive=library.archive, answerer=answerer)
    assert examples(asked) == [
        "Who argues against AI control?",
        "Has Sunniva Brandvold changed her mind about takeoff speed?",
        "Is chain of thought faithful?",
        "Why sing?",
    ]
