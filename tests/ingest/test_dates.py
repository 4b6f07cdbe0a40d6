"""Days as people write them → ISO 8601."""

import re

import pytest

from ingest.dates import DATE, iso


@pytest.mark.parametrize(
    "written",
    ["2023-05-01", "1 May 2023", "01 May 2023", "1st May 2023", "1 May, 2023", "May 1, 2023",
     "May 1st, 2023", "May 1 2023"],
)  # fmt: skip
def test_a_day_may_be_written_in_these_ways(written):
    assert (bool(re.fullmatch(DATE, written)), iso(written)) == (True, "2023-05-01")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2 Sept. 2021", "2021-09-02"),
        ("Feb. 29, 2024", "2024-02-29"),
        ("December 31, 1999", "1999-12-31"),
        ("22nd March 2020", "2020-03-22"),
        ("3rd Oct 2020", "2020-10-03"),
    ],
)
def test_months_may_be_written_out_or_cut_short(written, day):
    assert (bool(re.fullmatch(DATE, written)), iso(written)) == (True, day)


@pytest.mark.parametrize("written", ["2023-02-29", "2023-13-01", "31 April 2023", "May 0, 2023"])
def test_a_day_that_never_was_is_none(written):
    assert (bool(re.fullmatch(DATE, written)), iso(written)) == (True, None)


@pytest.mark.parametrize(
    "written",
    ["2023", "May 2023", "01/05/2023", "1.5.2023", "2023-5-1", "20230501", "yesterday", "3y",
     "1 may 2023", "Maybe 1, 2023 ", "2023-05-01T10:00"],
)  # fmt: skip
def test_other_writing_is_no_day(written):
    assert not re.fullmatch(DATE, written)
