"""Dates as people write them on a page → ISO 8601."""

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = rf"(?:\d{{4}}-\d\d-\d\d|{DAY} {MONTH},? \d{{4}}|{MONTH} {DAY},? \d{{4}})"
"""A pattern for a day: 2023-05-01, 1 May 2023, 1st May 2023, May 1, 2023."""


def iso(written: str) -> str | None:
    """A day that matches DATE in ISO 8601, or None if there is no such day."""
    month = re.search(r"[A-Z][a-z]{2}", written)
    numbers = [int(number) for number in re.findall(r"\d+", written)]
    if month:
        day, year = numbers
        numbers = [year, MONTHS.index(month.group().lower()) + 1, day]
    try:
        return date(*numbers).isoformat()
    except ValueError:
        return None
