"""The page of an author and the list of all, as HTML."""

from faces.pages.people import author_page, authors_page, several_page
from ingest.people import Join, Person
from ingest.signings import Signed

ADA = Person("Ada L", ("ada_l",), ("Ada L",), 2, "byline", "By Ada")


def test_the_list_leads_to_each_author() -> None:
    html = authors_page([ADA])
    assert '<li><a href="./authors/Ada%20L">Ada L</a> <span>2 documents</span></li>' in html


def test_a_corpus_that_names_nobody_says_so() -> None:
    assert "No document here names its author." in authors_page([])


def test_an_author_has_documents_and_what_it_rests_on() -> None:
    html = author_page(ADA, [Signed("d1", "Shards", "s.md", "2024-05-06", None, "byline")])
    assert "from the byline: “By Ada”" in html
    assert "<li>also ada_l</li>" in html
    assert '<li><a href="../d/d1">Shards</a> <span>6 May 2024</span></li>' in html
    assert '<a href="../?author=Ada+L">Ask Ada L’s words</a>' in html


def test_names_come_with_what_joins_them_or_keeps_them_apart() -> None:
    person = Person(
        "Ada", (), ("Ada",), 1, "byline", None, (Join("al", "LW", "d"),), (Join("Al", "no", "d"),)
    )
    html = author_page(person, [])
    assert "<li>also al: LW</li><li>not Al, though: no</li>" in html


def test_a_name_of_several_leads_to_each() -> None:
    html = several_page("Ada", ["Ada L", "Ada B/C"])
    assert '<a href="../authors/Ada%20B%2FC">Ada B/C</a>' in html


def test_names_stay_text() -> None:
    assert "<b>" not in authors_page([Person("<b>", (), ("<b>",), 1, "byline", None)])
