"""The authors of a corpus → the page that lists them, and a page for each."""

from collections.abc import Sequence
from html import escape
from urllib.parse import urlencode

from answer.dates import written
from faces.chat.cards import address, line
from faces.pages.shell import author_link, document_address, shell
from faces.render import BASES
from ingest.people import Join, Person
from ingest.signings import Signed


def authors_page(people: Sequence[Person]) -> str:
    """Everybody who is named as an author, those with the most documents first."""
    rows = "".join(
        f"<li>{author_link(person.name, './')} <span>{_count(person.documents)}</span></li>"
        for person in people
    )
    none = "" if people else "<p>No document here names its author.</p>"
    head = f'<h1>Authors</h1><p class="facts">{len(people):,} who are named in this corpus</p>'
    return shell("Authors", f'{head}{none}<ul class="list">{rows}</ul>', "./")


def author_page(person: Person, documents: Sequence[Signed]) -> str:
    """An author: what is theirs, under which names, and on what that rests."""
    name = escape(person.name)
    words = f": “{escape(line(person.evidence))}”" if person.evidence else ""
    ask = f"../?{urlencode({'author': person.name})}"
    listed = "".join(f"<li>{_document(document)}</li>" for document in documents)
    return shell(
        person.name,
        f'<h1>{name}</h1><p class="facts">{escape(BASES[person.basis])}{words}</p>'
        f'{_names(person)}<p><a href="{escape(ask)}">Ask {name}’s words</a></p>'
        f'<h2>{_count(person.documents)}</h2><ul class="list">{listed}</ul>',
    )


def several_page(name: str, people: Sequence[str]) -> str:
    """A name that several authors have."""
    listed = "".join(f"<li>{author_link(one)}</li>" for one in people)
    head = f"<h1>{escape(name)}</h1><p>Several authors have this name:</p>"
    return shell(name, f'{head}<ul class="list">{listed}</ul>')


def _names(person: Person) -> str:
    """The other names with what joins them, and those that are not taken for theirs."""
    joined = {join.name for join in person.joins}
    also = [_told("also", join) for join in person.joins]
    also += [
        f"<li>also {escape(line(name))}</li>"
        for name in (*person.signed[1:], *person.aliases)
        if name not in joined
    ]
    also += [_told("not", join) for join in person.refused]
    return f'<ul class="names">{"".join(also)}</ul>' if also else ""


def _told(word: str, join: Join) -> str:
    name, tells = escape(line(join.name)), escape(line(join.evidence))
    return f"<li>{word} {name}{', though' if word == 'not' else ''}: {tells}</li>"


def _document(signed: Signed) -> str:
    title = escape(line(signed.title or signed.path or signed.document))
    url = address(signed.url)
    web = f' · <a href="{escape(url)}" rel="noopener noreferrer">original</a>' if url else ""
    when = escape(written(signed.date))
    link = f'<a href="../{escape(document_address(signed.document))}">{title}</a>'
    return f"{link} <span>{when}{web}</span>"


def _count(number: int) -> str:
    return f"{number:,} document{'' if number == 1 else 's'}"
