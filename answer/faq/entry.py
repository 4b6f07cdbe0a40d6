"""The values of the FAQ: an entry, a term of the glossary, an entry that matches."""

from dataclasses import dataclass

PUBLISHED = {"", "published", "live on site"}
"""The statuses, in small letters, of entries that may be shown."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A question with the answer that people wrote to it, in Markdown.

    `phrasings` are other ways to ask it, `related` the ids of other entries. `url` is the page
    where it stands, if there is one.
    """

    id: str
    question: str
    answer: str
    phrasings: tuple[str, ...] = ()
    status: str = ""
    related: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    url: str | None = None

    @property
    def published(self) -> bool:
        """Whether it may be shown; every status that is not known says no."""
        return self.status.strip().casefold() in PUBLISHED

    @property
    def asked(self) -> tuple[str, ...]:
        """All ways to ask it."""
        return self.question, *self.phrasings


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the glossary with what it means, in Markdown, and its other forms."""

    term: str
    meaning: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that is found, with the phrasing of it that comes closest.

    `score` goes from 0 to 1: in a search it orders, for an answer it is how likely it is right.
    """

    entry: Entry
    score: float
    phrasing: str
