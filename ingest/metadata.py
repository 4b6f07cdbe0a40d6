"""The fields that sources write in many ways: authors, dates, single strings."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime

from ingest.bylines import NOBODY, people_in, person_in
from ingest.document import Author
from ingest.names import is_full_name

LAST_YEAR = 9_999
MOST_KARMA = 1_000_000
NAME_FIELDS = (
    "name", "displayName", "display_name", "fullName", "full_name",
    "username", "user_name", "handle", "slug",
)  # fmt: skip
PROFILE_FIELDS = ("profile", "profileUrl", "profile_url", "pageUrl", "page_url", "url", "link")
PARTIAL_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
YEAR_MONTH_DAY = re.compile(r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
EXTENDED_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def first_of(fields: Mapping[str, object], *names: str) -> object:
    """The first of the named fields that holds something, or None."""
    return next((fields[name] for name in names if fields.get(name) not in (None, "", [])), None)


def text_of(value: object) -> str | None:
    """A field that is one line of text, or a number standing for one."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value).encode("utf-8", "replace").decode()  # half a character becomes a "?"
    return " ".join(text.split()) or None


def karma_of(value: object) -> int | None:
    """A field that counts votes; anything but a number is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return round(value) if abs(value) < MOST_KARMA else None


def url_of(value: object) -> str | None:
    """A field that is the address of a page; anything but http and https is none."""
    text = text_of(value) or ""
    return text if re.match(r"https?://[^\s\"<>]+$", text) else None


def authors_of(value: object) -> tuple[Author, ...]:
    """The people a field names: a line of names, or a list of names or of objects with a name.

    "Robert Smith, PhD" is one person, "Jane Doe and Ann Lee" are two.
    """
    if isinstance(value, str):
        found = list(people_in(text_of(value) or ""))
    else:
        found = list(filter(None, map(_author, value if isinstance(value, list) else [value])))
    known: dict[tuple[str, str | None], Author] = {}
    for author in found:
        if author.name.lower() not in NOBODY:
            known.setdefault((author.name, author.profile), author)
    return tuple(known.values())


def _author(entry: object) -> Author | None:
    """One entry of a list of authors; of an object, its names beside the first are aliases."""
    if not isinstance(entry, Mapping):
        name = text_of(entry)
        return person_in(name) if name else None
    names = (text_of(entry.get(key)) or "" for key in NAME_FIELDS)
    known = [name.removeprefix("@") for name in names if name.lower() not in NOBODY]
    if not known:
        return None
    shown = next(filter(is_full_name, known), known[0])
    named = person_in(shown)
    others = dict.fromkeys([*named.aliases, *known])
    aliases = tuple(name for name in others if name not in (shown, named.name))
    profile = next(filter(None, (url_of(entry.get(key)) for key in PROFILE_FIELDS)), None)
    return Author(named.name, aliases, profile)


def date_of(value: object) -> str | None:
    """A date in ISO 8601 as precise as it was given: text, a date, or seconds since 1970."""
    if isinstance(value, bool):
        return None
    if isinstance(value, datetime | date):
        return value.isoformat()
    seconds = isinstance(value, int | float) and not YEAR_MONTH_DAY.fullmatch(str(value))
    if isinstance(value, int | float) and seconds and value > LAST_YEAR:
        try:
            return datetime.fromtimestamp(value, UTC).isoformat()
        except (OverflowError, OSError, ValueError):
            return None
    text = text_of(value) or ""
    if PARTIAL_DATE.fullmatch(text):
        return text
    try:
        parsed = datetime.fromisoformat(text)
    except ValueError:
        return None
    if EXTENDED_DATE.match(text):
        return text
    return parsed.isoformat() if "T" in text else parsed.date().isoformat()
