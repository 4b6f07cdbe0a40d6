"""An author → the card about them: their names, on what these rest, their documents."""

from collections.abc import Sequence
from html import escape

from answer.dates import written
from faces.chat.cards import CLOSE, address, line
from faces.pages.shell import author_address, document_address
from faces.render import BASES
from ingest.archive import Archive
from ingest.people import Person
from ingest.signings import Signed

NEWEST = 10


class Authors:
    """The authors of an archive, looked up once for each of its revisions."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._known: tuple[int, list[Person]] = (-1, [])

    def people(self) -> list[Person]:
        """All of them, those with the most documents first."""
        revision = self._archive.revision
        if self._known[0] != revision:
            self._known = revision, self._archive.people()
        return self._known[1]

    def who(self, name: str) -> Person | None:
        """The one person who signs with a name."""
        found = [person for person in self.people() if name in person.signed]
        return found[0] if len(found) == 1 else None

    def card(self, name: str, id_: str) -> str | None:
        """The card about the author who signs with a name."""
        person = self.who(name)
        if person is None:
            return None
        return about(person, self._archive.signed_by(person.signed, NEWEST), id_)


def about(person: Person, newest: Sequence[Signed], id_: str) -> str:
    """The card about a person, closed until their name is pressed."""
    name, page = escape(person.name), escape(author_address(person.name))
    words = f": “{escape(line(person.evidence))}”" if person.evidence else ""
    return (
        f'<div class="card about" id="{id_}" popover tabindex="-1" role="dialog"'
        f' aria-label="about {name}">{CLOSE}'
        f'<p class="who"><b>{name}</b></p><p>{escape(BASES[person.basis])}{words}</p>'
        f'<div class="words" tabindex="0">{_names(person)}'
        f"{_documents(person.documents, newest)}</div>"
        f'<div class="foot"><button class="only" type="button" data-author="{name}">'
        f'Only their words</button> <a href="{page}" target="_blank">All about them</a></div></div>'
    )


def _names(person: Person) -> str:
    """The other names, each with what tells that it is theirs where that is known."""
    told = [f"{join.name}: {join.evidence}" for join in person.joins]
    joined = {join.name for join in person.joins}
    others = [name for name in person.aliases if name not in joined]
    return "".join(f"<p>also {escape(line(name))}</p>" for name in (*told, *others))


def _documents(count: int, newest: Sequence[Signed]) -> str:
    entries = "".join(f"<li>{_document(document)}</li>" for document in newest)
    more = f"<p>and {count - len(newest):,} more</p>" if count > len(newest) else ""
    return f"<p>{count:,} document{'' if count == 1 else 's'}</p><ul>{entries}</ul>{more}"


def _document(signed: Signed) -> str:
    title = escape(line(signed.title or signed.path or signed.document))
    here = f'<a href="{document_address(signed.document)}" target="_blank">{title}</a>'
    url = address(signed.url)
    there = (
        f' · <a href="{escape(url)}" target="_blank" rel="noopener noreferrer">original</a>'
        if url
        else ""
    )
    return f"{here} <span>{escape(written(signed.date))}{there}</span>"
