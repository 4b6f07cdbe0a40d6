"""Which passages a search may find."""

from collections.abc import Iterable
from dataclasses import dataclass

from errors import BadInput
from ingest.metadata import date_of


@dataclass(frozen=True, slots=True)
class Filters:
    """Nothing set finds everything. `after` is inclusive and `before` is not; both ISO 8601.

    `authors` are names as the documents give them; any of them will do.
    """

    authors: tuple[str, ...] = ()
    source: str | None = None
    after: str | None = None
    before: str | None = None

    def __post_init__(self) -> None:
        for name, value in (("after", self.after), ("before", self.before)):
            if value and not (date := date_of(value)):
                raise BadInput(f"{name}: {value!r} is not a date such as 2024-03-01")
            object.__setattr__(self, name, date if value else None)  # in the form that sorts

    def admit(self, authors: Iterable[str], source: str, date: str | None) -> bool:
        """Whether something by these authors, of this source and date may be found."""
        return (
            (not self.authors or not set(self.authors).isdisjoint(authors))
            and self.source in (None, source)
            and (not self.after or (date or "") >= self.after)
            and (not self.before or (date is not None and date < self.before))
        )


EVERYTHING = Filters()


def day(date: str) -> int:
    """An ISO 8601 date as a number that sorts: 2024-03-01 is 20240301, 2024 is 20240101."""
    digits = date[:10].replace("-", "")
    return int(digits + "00000101"[len(digits) :]) if len(digits) < 8 else int(digits)
