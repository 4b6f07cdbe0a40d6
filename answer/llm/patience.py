"""How long a model is waited for, and when a busy server is asked again."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

TRIES = 3
"""How often a question is put at most."""

SHORTLY = 0.3
"""Seconds until a server is asked again that was not to be reached."""

USUALLY, LONGEST = 1.0, 20.0
"""Seconds until a busy one is asked again: where it does not say, and however much it says."""

ALTOGETHER = 10
"""How many times the seconds without a word a whole answer may take."""

TOO_MANY = 429


def passes(status: int) -> bool:
    """Whether an HTTP status tells of a fault that may be over soon."""
    return status == TOO_MANY or status >= 500


def wait(retry_after: str | None, now: datetime | None = None) -> float:
    """Seconds to wait by a Retry-After header, which has seconds or a date.

    >>> wait("3"), wait("3600"), wait(None)
    (3.0, 20.0, 1.0)
    """
    return min(max(_seconds(retry_after or "", now or datetime.now(UTC)), 0.0), LONGEST)


def _seconds(retry_after: str, now: datetime) -> float:
    if retry_after.strip().isdecimal():
        return float(retry_after)
    try:
        date = parsedate_to_datetime(retry_after)
    except ValueError:
        return USUALLY
    return (date.replace(tzinfo=date.tzinfo or UTC) - now).total_seconds()
