"""The card about an author, as HTML."""

from collections.abc import Callable
from typing import Any

from faces.chat.authors import Authors, about
from ingest.document import Document
from ingest.people import Join, Person
from ingest.signings import Signed

Make = Callable[..., Document]
ADA = Person("Ada", (), ("Ada",), 1, "byline", "By Ada")


def signed(title: str | None, date: str | None = None, url: str | None = None) -> Signed:
    return Signed("d", title, "a.txt", date, url, "byline")


def test_it_tells_the_name_and_what_that_rests_on() -> None:
    assert "<b>Ada</b></p><p>from the byline: “By Ada”</p>" in about(ADA, [], "author-1-1")


def test_other_names_come_with_what_joins_them() -> None:
    joins = (Join("ada_l", "LW1.0 username ada_l", "d"),)
    person = Person("Ada", ("ada_l", "Addie"), ("Ada", "ada_l"), 1, "metadata", None, joins)
    html = about(person, [], "author-1-1")
    assert "<p>also ada_l: LW1.0 username ada_l</p><p>also Addie</p>" in html


def test_documents_are_listed_with_their_dates() -> None:
    html = about(ADA, [signed("On shards", "2024-05-06"), signed(None)], "author-1-1")
    assert '<a href="d/d" target="_blank">On shards</a> <span>6 May 2024</span></li><li>' in html
    assert ">a.txt</a> <span></span></li>" in html


def test_more_documents_than_are_listed_are_counted() -> None:
    person = Person("Ada", (), ("Ada",), 1_010, "byline", None)
    html = about(person, [signed("T")] * 10, "author-1-1")
    assert "<p>1,010 documents</p>" in html
    assert "<p>and 1,000 more</p>" in html


def test_a_document_leads_to_its_page_on_the_web_alone() -> None:
    html = about(ADA, [signed("A", url="https://a.org/"), signed("B", url="data:,b")], "author-1-1")
    assert 'href="https://a.org/" target="_blank" rel="noopener noreferrer">original</a>' in html
    assert html.count("original") == 1


def test_the_card_leads_to_the_page_about_them() -> None:
    assert '<a href="authors/Ada" target="_blank">All about them</a>' in about(ADA, [], "x")


def test_names_and_titles_stay_text() -> None:
    person = Person('"<b>', (), ('"<b>',), 1, "byline", "<i>")
    html = about(person, [signed("<script>")], "author-1-1")
    assert 'data-author="&quot;&lt;b&gt;"' in html
    assert "“&lt;i&gt;”" in html
    assert "&lt;script&gt;" in html


def test_an_author_is_found_by_the_name_that_a_document_has(library: Any, document: Make) -> None:
    library.put(document("One.", "a.txt", "Ada", title="T"), document("Two.", "b.txt"))
    html = Authors(library.archive).card("Ada", "author-1-1")
    assert html is not None
    assert "<p>1 document</p><ul><li><a " in html


def test_nobody_else_has_a_card(library: Any) -> None:
    assert Authors(library.archive).card("Bea", "author-1-1") is None


def test_new_authors_are_seen(library: Any, document: Make) -> None:
    authors = Authors(library.archive)
    assert authors.people() == []
    library.put(document("One.", "a.txt", "Ada"))
    assert [person.name for person in authors.people()] == ["Ada"]
