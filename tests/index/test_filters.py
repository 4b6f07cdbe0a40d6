"""Which passages a search may find."""

import pytest

from errors import BadInput
from index.filters import Filters, day


@pytest.mark.parametrize(
    ("date", "number"),
    [("2024-03-01", 20240301), ("2024-03", 20240301), ("2024", 20240101), ("2024-12", 20241201),
     ("2024-03-01T23:59:59+00:00", 20240301)],
)  # fmt: skip
def test_a_date_is_a_number_that_sorts(date, number):
    assert day(date) == number


@pytest.mark.parametrize("name", ["after", "before"])
def test_what_is_no_date_is_bad_input(name):
    with pytest.raises(BadInput) as caught:
        Filters(**{name: "last spring"})
    assert str(caught.value) == f"{name}: 'last spring' is not a date such as 2024-03-01"


@pytest.mark.parametrize("date", [" 2024-03-01 ", "20240301", "2024-W09-5"])
def test_a_date_may_be_written_in_other_ways(date):
    assert day(Filters(after=date).after) == 20240301


def test_nothing_set_filters_nothing():
    assert Filters() == Filters((), None, None, None)


def test_filters_admit_what_they_name():
    filters = Filters(("Ada",), "blog", after="2023", before="2024")
    assert filters.admit(["Ada", "Bo"], "blog", "2023-05-01")


@pytest.mark.parametrize(
    ("authors", "source", "date"),
    [
        (["Bo"], "blog", "2023-05-01"),
        (["Ada"], "file", "2023-05-01"),
        (["Ada"], "blog", "2022-05-01"),
        (["Ada"], "blog", "2024-01-01"),
        (["Ada"], "blog", None),
    ],
    ids=["author", "source", "too early", "too late", "no date"],
)
def test_filters_admit_nothing_else(authors, source, date):
    filters = Filters(("Ada",), "blog", after="2023", before="2024")
    assert not filters.admit(authors, source, date)
