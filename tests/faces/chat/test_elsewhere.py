"""Where else the words of a citation stand, in words."""

from collections.abc import Callable
from typing import Any

from answer.record import Elsewhere
from faces.chat.elsewhere import elsewhere
from ingest.document import UNNAMED, Author, Document, Segment
from tests.faces.chat.test_cards import citation

Make = Callable[..., Document]


def at(document: Document, start: int = 0) -> Elsewhere:
    return Elsewhere(document=document.id, path=document.path, start=start, end=start + 1)


def quotation(speaker: str, *authors: str) -> Document:
    part = Segment(0, 4, tuple(map(Author, authors)), speaker=speaker)
    return Document("file:/q", "file", "Yes.", (part,), path="q.md", title="Digest")


def test_a_place_is_its_title_or_its_path(library: Any, document: Make) -> None:
    titled, plain = document("Yes.", "a.txt", title="On yes"), document("Yes.", "b.txt")
    library.put(titled, plain)
    also = (at(titled), at(plain))
    assert elsewhere(citation(also=also), library.archive) == ["“On yes”", "b.txt"]


def test_a_place_on_the_same_page_says_so(library: Any, document: Make) -> None:
    page = document("Yes. Yes.")
    library.put(page)
    again = citation(document=page.id, also=(at(page, 5),))
    assert elsewhere(again, library.archive) == ["another place on this page"]


def test_a_quotation_tells_who_quotes(library: Any) -> None:
    digest = quotation(UNNAMED, "Rob")
    library.put(digest)
    assert elsewhere(citation(also=(at(digest),)), library.archive) == ["“Digest” (quoted by Rob)"]


def test_a_quotation_under_another_name_tells_that_name(library: Any) -> None:
    digest = quotation("Bea")
    library.put(digest)
    assert elsewhere(citation(also=(at(digest),)), library.archive) == [
        "“Digest” (quoted as words of Bea)"
    ]


def test_five_documents_are_named_once_each(library: Any, document: Make) -> None:
    pages = [document("Yes.", f"{n}.txt") for n in range(7)]
    library.put(*pages)
    also = tuple(at(page) for page in [*pages, *pages])
    assert elsewhere(citation(also=also), library.archive) == [
        "0.txt", "1.txt", "2.txt", "3.txt", "4.txt", "2 more places",
    ]  # fmt: skip


def test_a_place_that_is_gone_is_its_path(library: Any, document: Make) -> None:
    assert elsewhere(citation(also=(at(document("Yes.")),)), library.archive) == ["a.txt"]
