"""What stands in the cells of a table of answers."""

import csv

import pytest

from faces.batch.output import Csv
from ingest.document import UNNAMED
from tests.faces.chat.test_cards import citation
from tests.faces.chat.test_turns import answer, quoted


@pytest.mark.parametrize(
    ("authors", "speaker", "told"),
    [
        (("Ada", "Bo"), None, "Ada; Bo"),
        ((), None, ""),
        ((), "Eliza", "Eliza, quoted"),
        ((), UNNAMED, "unnamed speaker"),
    ],
)
def test_a_table_says_who_is_cited(authors: tuple[str, ...], speaker: str, told: str) -> None:
    one = citation(authors=authors, speaker=speaker)
    row = Csv().answered(answer(quoted("So."), citations=(one,)))
    (cells,) = csv.reader(row.splitlines())
    assert dict(zip(Csv.columns, cells, strict=True))["authors"] == told
