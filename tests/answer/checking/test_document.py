"""What docs/checking.md says of the rules is true."""

import re
from pathlib import Path

import pytest

from answer.checking.check import Checker
from tests.answer.conftest import directory

PAGE = (Path(__file__).parents[3] / "docs" / "checking.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (?P<kind>\w+) \| (?P<text>[A-Z].*?) \| ", PAGE, re.MULTILINE)
(WORDS,) = re.findall(r"Ada Moss wrote, on 3 May 2022: \"([^\"]+)\"", PAGE)
PASSES = re.findall(r"^(Ada Moss thinks .*), is what passes\.$", PAGE, re.MULTILINE)


@pytest.fixture
def objection(said, stems):
    """What is said against a sentence that cites the words of the page."""
    checker = Checker(directory(("Ada Moss",), ("Bo Reed",)), stems)
    cited = said(" ".join(WORDS.split()), "Ada Moss", date="2022-05-03")

    def find(text, kind):
        return checker.objection(text, [] if kind in ("uncited", "number") else [cited])

    return find


def test_the_page_has_an_example_of_every_rule():
    assert {kind for kind, _ in ROWS} == {
        "uncited", "number", "name", "agreement", "quotation", "figure", "negation", "certainty",
        "content",
    }  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), [row for row in ROWS if row[0] != "number"])
def test_what_the_page_says_is_refused_is(objection, kind, text):
    assert objection(text, kind).kind == kind


@pytest.mark.parametrize(
    "text", [*PASSES, "Ada Moss thinks that it does not solve forty per cent of cases."]
)
def test_what_the_page_says_passes_does(objection, text):
    assert objection(text, "") is None
