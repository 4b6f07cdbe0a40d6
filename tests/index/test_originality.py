"""Which of two places with the same words is closer to whoever said them."""

from typing import NamedTuple

import pytest

from index.originality import closer, earlier
from index.places import Standing


class Said(NamedTuple):
    standing: Standing
    date: str | None = None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Said(Standing.SIGNED), Said(Standing.UNSIGNED)),
        (Said(Standing.UNSIGNED), Said(Standing.QUOTED)),
        (Said(Standing.SIGNED, "2024"), Said(Standing.QUOTED, "2020")),
        (Said(Standing.SIGNED, "2020-01-02"), Said(Standing.SIGNED, "2020-01-03")),
    ],
)
def test_own_signed_and_early_words_are_closer(one, other):
    assert (closer(one, other), closer(other, one)) == (True, False)


@pytest.mark.parametrize(
    ("one", "other"),
    [(None, None), ("2020", None), ("2020", "2020-05-01"), ("2020-05-01", "2020-05-01T10:00:00Z")],
)
def test_what_is_not_known_to_be_earlier_is_not(one, other):
    assert (earlier(one, other), earlier(other, one)) == (False, False)


def test_a_year_is_before_a_day_of_the_next():
    assert earlier("2020", "2021-05-01")
