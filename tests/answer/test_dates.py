"""Dates as people write them."""

import pytest

from answer.dates import is_day, written


@pytest.mark.parametrize(
    ("iso", "read"),
    [
        ("2021-03-03", "3 March 2021"),
        ("2024-10-02T16:40:00+01:00", "2 October 2024"),
        ("2021-03", "March 2021"),
        ("2021", "2021"),
        ("2021-13", "2021-13"),
        ("soon enough", "soon enough"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_date_is_no_more_precise_than_it_is_given(iso, read):
    assert written(iso) == read


def test_a_month_and_a_year_are_no_days():
    assert [is_day(iso) for iso in ("2021-03-03", "2021-03", "2021")] == [True, False, False]
