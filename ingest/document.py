"""What a source says, who wrote which part of it, and where it stands.

Offsets are Unicode code points into `Document.text`, end exclusive.
"""

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, get_args

Basis = Literal[
    "metadata", "byline", "profile", "self-introduction", "handle", "registry", "unknown"
]
BASES: tuple[Basis, ...] = get_args(Basis)

UNNAMED = "unnamed"
"""The speaker of a quotation whose source does not say who is quoted."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of the document that an attribution rests on."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Author:
    """A person as one document names them, with the other names that it gives for them.

    `profile` is the address of their page at the source; it stands for one person.
    """

    name: str
    aliases: tuple[str, ...] = ()
    profile: str | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a document with one authorship.

    `authors` wrote this part of the page, on a `basis` and its `evidence`; empty when the source
    does not say. `several` then tells that more than one person speaks here and none is named.

    `speaker` is set when the words are a quotation of somebody else: a name, or UNNAMED.
    `speaker_evidence` are the words that name them, and `authors` those who quote.

    `signature` marks a line that says who wrote what follows; it is nobody's words.

    `parent` is the number of the segment that this one answers, or whose words it repeats.
    `permalink`, `date` and `karma` are its own where it has them, such as those of a comment.
    """

    start: int
    end: int
    authors: tuple[Author, ...] = ()
    basis: Basis = "unknown"
    evidence: Evidence | None = None
    speaker: str | None = None
    speaker_evidence: Evidence | None = None
    several: bool = False
    signature: bool = False
    parent: int | None = None
    permalink: str | None = None
    date: str | None = None
    karma: int | None = None

    @property
    def writers(self) -> tuple[str, ...]:
        """Whose own words these are, by name: nobody's where somebody else is quoted."""
        return () if self.speaker else tuple(author.name for author in self.authors)


@dataclass(frozen=True, slots=True)
class Document:
    """One page of a source, its text exactly as the source has it.

    `key` says where it came from and is unique; `segments` lie in order, do not overlap and
    cover the text. `date` is ISO 8601, as precise as the source gives it.
    """

    key: str
    source: str
    text: str
    segments: tuple[Segment, ...]
    path: str | None = None
    source_id: str | None = None
    title: str | None = None
    url: str | None = None
    date: str | None = None

    @property
    def id(self) -> str:
        """A short name for the document that stays the same while it stays where it is."""
        return sha256(self.key.encode()).hexdigest()[:16]

    def segment_at(self, place: int) -> Segment:
        """The segment that a place of the text lies in; the last one for the text's end."""
        found = (part for part in self.segments if part.start <= place < part.end)
        return next(found, self.segments[-1])
