"""Who is who: by the operator's word, before whatever documents say, and by people's pages."""

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import astuple, dataclass, replace
from fnmatch import fnmatchcase
from operator import is_

from errors import BadInput
from ingest.addresses import person_page, profile_of, same_page, site_of
from ingest.document import Author, Document, Segment
from ingest.spelling import folded, labelled


@dataclass(frozen=True, slots=True)
class Entry:
    """A person: what they sign with, where their pages are, what they wrote, who they are not.

    `documents` are paths with * and ?, addresses, ids, and ids of the source.
    """

    name: str
    aliases: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()

    def is_apart(self, name: str) -> bool:
        """Whether a name is not this person's, whatever a page says."""
        return folded(name) in map(folded, self.apart)

    def is_elsewhere(self, profile: str) -> bool:
        """Whether a profile is somebody else's, on a site where this person has another."""
        own = [person_page(address) for address in self.profiles]
        return profile not in own and site_of(profile) in map(site_of, own)


class Registry:
    """The people of the operator's file. Raises BadInput when two of them claim the same.

    `namesakes` are the names that several people of the corpus have, by their pages.
    """

    def __init__(
        self, entries: Sequence[Entry] = (), namesakes: Collection[str] = frozenset()
    ) -> None:
        self.entries, self.namesakes = tuple(entries), frozenset(namesakes)
        self._names = _claims(entries, lambda entry: map(folded, (entry.name, *entry.aliases)))
        self._profiles = _claims(entries, lambda entry: map(person_page, entry.profiles))
        self._documents = _claims(entries, lambda entry: map(_place, entry.documents))

    @classmethod
    def from_json(cls, text: str) -> "Registry":
        """What `json` has written."""
        entries, namesakes = json.loads(text)
        return cls([Entry(name, *map(tuple, lists)) for name, *lists in entries], namesakes)

    def json(self) -> str:
        """All of it as text that can be stored."""
        return json.dumps([[astuple(entry) for entry in self.entries], sorted(self.namesakes)])

    def called(self, name: str) -> Entry | None:
        """The person who has a name, or None."""
        return self._names.get(folded(name))

    def applied(self, document: Document) -> Document:
        """A document as signed in the operator's view: its text and its quotations stay.

        Raises BadInput when two people claim it.
        """
        if not self.entries and not self.namesakes:
            return document
        author = self._author(document)
        parts = tuple(
            _attributed(part, author) if author else self._renamed(part)
            for part in document.segments
        )
        same = all(map(is_, parts, document.segments))
        return document if same else replace(document, segments=parts)

    def _author(self, document: Document) -> Author | None:
        """Whoever wrote a document, where the operator says so."""
        page = same_page(document.url) if document.url else ""
        names = {document.id, document.source_id, document.path, page}
        found = {
            entry.name
            for place, entry in self._documents.items()
            if place in names or fnmatchcase(document.path or "", place)
        }
        if len(found) > 1:
            both = " and ".join(repr(name) for name in sorted(found))
            place = document.path or document.key
            raise BadInput(f"the file of authors: {place} is claimed by both {both}")
        return Author(found.pop()) if found else None

    def _renamed(self, part: Segment) -> Segment:
        """A part with its authors under the names that the operator gives them."""
        known = {author.name: author for author in map(self._known, part.authors)}
        authors = tuple(known.values())
        if authors == part.authors:
            return part
        renamed = known.keys() - {author.name for author in part.authors}
        if renamed and all(map(self.called, known)):
            return replace(part, authors=authors, basis="registry", evidence=None)
        return replace(part, authors=authors)  # the rest are still known from the page

    def _known(self, author: Author) -> Author:
        entry = self._entry(author)
        if entry is None:
            return self._told_apart(author)
        aliases = tuple(name for name in author.aliases if not entry.is_apart(name))
        return Author(entry.name, aliases, author.profile)

    def _told_apart(self, author: Author) -> Author:
        """An author with their page behind the name, where the name is others' too."""
        page = profile_of(author.profile)
        if page is None or not (author.name in self.namesakes or self.called(author.name)):
            return author
        return replace(author, name=labelled(author.name, page))

    def _entry(self, author: Author) -> Entry | None:
        """Whom an author is: by their page, else by their name if their page is no other's."""
        page = person_page(author.profile) if author.profile else None
        entry = self._profiles.get(page or "")
        if entry and not entry.is_apart(author.name):
            return entry
        entry = self.called(author.name)
        return None if entry is None or (page and entry.is_elsewhere(page)) else entry


def _attributed(part: Segment, author: Author) -> Segment:
    """A part as somebody's; a line that signs what follows stays nobody's words."""
    if part.signature:
        return part
    return replace(part, authors=(author,), basis="registry", evidence=None, several=False)


def _claims(
    entries: Iterable[Entry], claimed: Callable[[Entry], Iterable[str]]
) -> dict[str, Entry]:
    owners: dict[str, Entry] = {}
    for entry in entries:
        for claim in claimed(entry):
            if owners.setdefault(claim, entry) is not entry:
                both = f"{owners[claim].name!r} and {entry.name!r}"
                raise BadInput(f"{claim!r} is claimed by both {both}")
    return owners


def _place(written: str) -> str:
    return same_page(written) if "://" in written else written
