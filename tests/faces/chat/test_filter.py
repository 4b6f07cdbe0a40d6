"""What a reader wants to hear only, from the fields of the form."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from answer.faq.faq import Faq
from answer.pipeline import Answerer
from errors import BadInput
from faces.chat.filter import Narrowing, chips, choices, narrowing
from faces.library import Library
from index.filters import Filters
from index.manifest import agreed
from ingest.document import Document

Make = Callable[..., Document]


@pytest.fixture
def narrowed(library: Any, document: Make, tmp_path: Path) -> Callable[[str], Narrowing]:
    """What the fields of the form ask of a corpus by Ada Berg."""
    library.put(document("One.", "a.txt", "Ada Berg"))
    archive, stores, embedder, search = (
        library.archive, library.stores, library.embedder, library.search,
    )  # fmt: skip
    opened = Library(
        tmp_path, None, archive, agreed(tmp_path / "manifest.json", embedder.facts), stores,
        embedder, search, Answerer(archive, stores, search), Faq.of(tmp_path, embedder),
    )  # fmt: skip
    return lambda wanted: narrowing(wanted, opened)


def test_an_empty_form_asks_for_everything(narrowed: Any) -> None:
    assert narrowed("author=&source=&after=+&before=") == Narrowing(Filters(), {})


def test_every_field_is_said_in_words(narrowed: Any) -> None:
    assert str(narrowed("author=Ada+Berg&source=blog&after=2021&before=2022-03")) == (
        "only Ada Berg, in blog, from 2021, before March 2022"
    )


def test_an_author_may_be_named_by_any_name(narrowed: Any) -> None:
    found = narrowed("author=ada")
    assert found == Narrowing(Filters(("Ada Berg",)), {"author": "only Ada Berg"})


@pytest.mark.parametrize(
    ("wanted", "line"),
    [
        ("author=Bea", "nobody called “Bea” has written anything here"),
        ("after=20x1", "'20x1' is not a date such as 2024-03-01"),
        ("before=soon", "'soon' is not a date such as 2024-03-01"),
        ("after=2023&before=2021-05", "there is no time from 2023 on and before 2021-05"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(narrowed: Any, wanted: str, line: str) -> None:
    with pytest.raises(BadInput) as error:
        narrowed(wanted)
    assert str(error.value) == line


def test_a_chip_takes_its_field_away() -> None:
    assert chips(Narrowing(said={"author": "only <i>"})) == (
        '<button class="chip" type="button" data-field="author"'
        ' aria-label="remove: only &lt;i&gt;">only &lt;i&gt; <span aria-hidden="true">×</span>'
        "</button>"
    )


def test_the_choices_are_the_authors_and_the_sources(library: Any, document: Make) -> None:
    library.put(document("One.", "a.txt", 'A "<b>" B'))
    assert choices(library.archive.people(), library.archive.sources()) == (
        '<datalist id="authors"><option value="A &quot;&lt;b&gt;&quot; B" data-also="">1</option>'
        '</datalist><datalist id="sources"><option value="file"></option></datalist>'
    )
