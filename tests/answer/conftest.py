"""For the tests of answers: an answerer over the library of the tests, and citations to compose."""

from collections.abc import Callable

import pytest

from answer.directory import Directory
from answer.pipeline import Answerer
from answer.record import Attribution, Citation
from ingest.authorship import segments_of
from ingest.document import Author, Document
from ingest.people import Person


def directory(*people: tuple[str, ...]) -> Directory:
    """A directory of people: their name, then their other names."""
    return Directory(
        [Person(name, tuple(more), (name,), 1, "metadata", None) for name, *more in people]
    )


@pytest.fixture
def sure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is found is answered with: the words of the tests are no fitted model's."""
    monkeypatch.setattr("answer.pipeline.threshold", lambda: 0.0)


@pytest.fixture
def page() -> Callable[..., Document]:
    """Makes documents of whole pages, cut into segments as an ingest does."""

    def make(text: str, name: str = "a.txt", author: str = "", **fields: str) -> Document:
        authors = (Author(author),) if author else ()
        segments = segments_of(text, authors)
        return Document(f"file:/{name}", "file", text, segments, path=name, **fields)

    return make


@pytest.fixture
def answering(library, page) -> Callable[..., Answerer]:
    """Puts pages, each by an author or by nobody, into the library; gives who answers from it."""

    def make(*pages: tuple[str, str] | Document) -> Answerer:
        library.put(
            *(
                entry if isinstance(entry, Document) else page(entry[1], f"{n}.txt", entry[0])
                for n, entry in enumerate(pages)
            )
        )
        library.update()
        return Answerer(library.archive, library.stores, library.search)

    return make


@pytest.fixture
def citation() -> Callable[..., Citation]:
    """Makes citations of a document, by its authors."""

    def make(quote: str, *authors: str, n: int = 1, document: str = "d", **fields: object):
        values = {
            "n": n, "document": document, "source": "file", "path": None, "source_id": None,
            "title": None, "heading": None, "date": None, "authors": authors, "speaker": None,
            "attribution": Attribution(basis="metadata" if authors else "unknown"),
            "start": 0, "end": len(quote), "quote": quote, "url": None, "link": None,
        }  # fmt: skip
        return Citation(**(values | fields))

    return make
