"""ISO 8601 dates as people write them, no more precise than they are given."""

from calendar import month_name
from datetime import date


def written(iso: str | None) -> str:
    """A date as people write it; what is no date stays as it is."""
    if not iso:
        return ""
    try:
        if len(iso) == len("2024-03"):
            return f"{month_name[int(iso[5:])]} {iso[:4]}"
        when = date.fromisoformat(iso[:10])
    except (ValueError, IndexError):
        return iso
    return f"{when.day} {month_name[when.month]} {when.year}"


def is_day(iso: str) -> bool:
    """Whether a date is that of a day, and not of a month or a year."""
    return len(iso) >= len("2024-03-01")
