"""Which of two places with the same words is closer to whoever said them."""

from typing import Protocol

from index.places import Standing


class Said(Protocol):
    """Words at a place."""

    @property
    def standing(self) -> Standing:
        """As whose words they stand there."""

    @property
    def date(self) -> str | None:
        """When they were written there, ISO 8601."""


def closer(one: Said, other: Said) -> bool:
    """Own words before quoted ones, signed before unsigned, then early before late if known."""
    if one.standing != other.standing:
        return one.standing > other.standing
    return earlier(one.date, other.date)


def earlier(one: str | None, other: str | None) -> bool:
    """Whether one day is known to be before another: 2021 is not before 2021-05-01."""
    length = min(len(one or ""), len(other or ""), len("2021-05-01"))
    return length > 0 and str(one)[:length] < str(other)[:length]
