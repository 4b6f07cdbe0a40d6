"""The page of a document, as HTML."""

from faces.pages.document import document_page
from ingest.document import UNNAMED, Author, Document, Evidence, Segment

ADA, BEA = (Author("Ada"),), (Author("Bea"),)


def page(text: str, *parts: Segment, said: tuple[int, int] | None = None, **fields: str) -> str:
    parts = parts or (Segment(0, len(text), ADA, "byline", Evidence(0, 6, "By Ada")),)
    return document_page(Document("k", "file", text, parts, path="a.md", **fields), said)


def test_it_tells_who_wrote_it_on_what_basis_and_when() -> None:
    html = page("By Ada", title="On shards", date="2024-05-06", url="https://a.org/")
    assert "<h1>On shards</h1>" in html
    assert (
        'by <a href="../authors/Ada">Ada</a> · 6 May 2024 · file · a.md · <a href="https:' in html
    )
    assert "from the byline: “By Ada”" in html


def test_the_words_that_are_asked_for_are_marked() -> None:
    html = page("One two three.", said=(4, 7))
    assert 'One <mark id="said" tabindex="-1" autofocus>two</mark> three.' in html


def test_words_across_two_parts_are_marked_in_both() -> None:
    html = page("One two", Segment(0, 4, ADA), Segment(4, 7, BEA), said=(0, 7))
    assert html.count("<mark") == 2
    assert html.count('id="said"') == 1


def test_a_place_that_the_text_does_not_have_is_said() -> None:
    html = page("One two", said=(4, 99))
    assert "<mark" not in html
    assert "the document may have changed since" in html


def test_the_parts_of_a_thread_are_under_the_names_of_those_who_wrote_them() -> None:
    html = page("One\nTwo", Segment(0, 4, ADA), Segment(4, 7, BEA, date="2024-01-02"))
    assert '<p class="voice"><a href="../authors/Ada">Ada</a></p>One\n</div>' in html
    assert '<p class="voice"><a href="../authors/Bea">Bea</a> · 2 January 2024</p>Two' in html


def test_a_quotation_is_not_its_quoters() -> None:
    html = page("One\nTwo", Segment(0, 4, ADA), Segment(4, 7, ADA, speaker="Eliza"))
    assert '<div class="part quotation"><p class="voice">words of Eliza, quoted by Ada</p>' in html


def test_an_unnamed_speaker_has_no_name() -> None:
    html = page("One\nTwo", Segment(0, 4, ADA), Segment(4, 7, speaker=UNNAMED))
    assert "words of somebody whom the page does not name, quoted</p>Two" in html


def test_what_is_quoted_within_a_line_stays_in_it() -> None:
    parts = Segment(0, 4, ADA), Segment(4, 7, ADA, speaker="Eliza"), Segment(7, 8, ADA)
    html = page("One two.", *parts)
    assert 'One <span class="quotation" title="words of Eliza, quoted by Ada">two</span>' in html
    assert html.count('<div class="part') == 1


def test_words_of_nobody_are_said_to_be_so() -> None:
    html = page("One", Segment(0, 3))
    assert "the source does not name its author</p>One" in html


def test_a_signature_is_followed_by_the_name_again() -> None:
    parts = Segment(0, 4, ADA), Segment(4, 8, signature=True), Segment(8, 11, ADA)
    html = page("One\nAda\nTwo", *parts)
    assert '<div class="part signature">Ada\n</div>' in html
    assert html.count('<p class="voice">') == 2


def test_everything_stays_text() -> None:
    wrote = Segment(0, 16, (Author('"<b>'),), "metadata")
    html = page("<script><script>", wrote, title="<i>", said=(0, 8))
    assert "<h1>&lt;i&gt;</h1>" in html
    assert "&quot;&lt;b&gt;" in html
    assert "<script>" not in html
