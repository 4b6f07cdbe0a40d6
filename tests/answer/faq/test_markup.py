"""What editors write is shown as paragraphs and links, and nothing of it is executed or fetched."""

import pytest

from answer.faq.markup import html, plain, sections


def test_paragraphs_lists_and_emphasis_are_shown():
    assert (
        html("One *two*.\n\n- three") == "<p>One <em>two</em>.</p>\n<ul>\n<li>three</li>\n</ul>\n"
    )


def test_a_link_opens_elsewhere_and_tells_nobody():
    link = '<a href="https://b.example/?c&amp;d" target="_blank" rel="noopener noreferrer">a</a>'
    assert html("[a](https://b.example/?c&d)") == f"<p>{link}</p>\n"


def test_a_relative_link_leads_from_the_page_of_the_entry():
    assert 'href="https://aisafety.info/?state=2"' in html(
        "[a](/?state=2)", "https://aisafety.info/?x"
    )


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", "data:text/html,x", "//evil.example/x", "mailto:a@b.c", "vbscript:x",
     "java&#115;cript:alert(1)", "ftp://a.example", "https:///x"],
)  # fmt: skip
def test_a_link_that_leads_to_no_page_is_its_words(target):
    assert "<a" not in html(f"[a]({target})")


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<iframe src=//evil.example>",
     '<a href="javascript:alert(1)">x</a>', "a <b onclick=alert(1)>b</b>"],
)  # fmt: skip
def test_hypertext_stays_text(hostile):
    shown = html(hostile)
    assert "&lt;" in shown
    assert {part.split(">")[0] for part in shown.split("<")[1:]} <= {"p", "/p"}


def test_an_image_is_its_description():
    assert html("![a cat](http://evil.example/x.png)") == "<p>a cat</p>\n"


def test_a_link_around_an_image_leads_where_it_led():
    shown = html("[![a cat](http://evil.example/x.png)](https://b.example)")
    assert shown.count("evil") == 0
    assert 'href="https://b.example"' in shown


def test_an_attribute_cannot_be_closed_from_within():
    assert "onclick" not in html('[a](https://b.example/"onclick="x)').replace("%22onclick=%22", "")


def test_the_words_alone_are_on_one_line():
    assert plain("A **b** [c](d).\n\n- e") == "A b c. e"


def test_sections_are_what_stands_under_the_headings_of_a_kind():
    found = sections("intro\n\n## A *b*\n\none\n\n### c\n\n## D\n", "h2")
    assert list(found) == [("A b", "one\n\n### c"), ("D", "")]
