"""Addresses that point at words."""

import pytest

from answer.links import link

PAGE = "https://example.org/p"


def test_few_words_are_named_whole():
    assert link(PAGE, "Reward is not the target") == (
        f"{PAGE}#:~:text=Reward%20is%20not%20the%20target"
    )


def test_ten_words_are_few():
    assert link(PAGE, "a b c d e f g h i j") == f"{PAGE}#:~:text={'%20'.join('abcdefghij')}"


def test_of_many_words_the_edges_are_named():
    assert (
        link(PAGE, "a b c d e f g h i j k")
        == f"{PAGE}#:~:text={'%20'.join('abcde')},{'%20'.join('ghijk')}"
    )


@pytest.mark.parametrize(
    ("words", "encoded"),
    [
        ("off-switch", "off%2Dswitch"),
        ("a, b", "a%2C%20b"),
        ("R&D", "R%26D"),
        ("50% — “no”", "50%25%20%E2%80%94%20%E2%80%9Cno%E2%80%9D"),
        ("a/b#c?d", "a%2Fb%23c%3Fd"),
        ("🙂", "%F0%9F%99%82"),
    ],
)
def test_what_means_something_in_a_fragment_is_encoded(words, encoded):
    assert link(PAGE, words) == f"{PAGE}#:~:text={encoded}"


def test_an_anchor_is_kept():
    assert link(f"{PAGE}#c-7", "No") == f"{PAGE}#c-7:~:text=No"


def test_markdown_is_named_as_it_reads():
    assert link(PAGE, "**Bold** and [a link](http://x.y/z)") == (
        f"{PAGE}#:~:text=Bold%20and%20a%20link"
    )


def test_line_ends_are_spaces():
    assert link(PAGE, "two\r\nlines") == f"{PAGE}#:~:text=two%20lines"


def test_no_words_are_the_page_itself():
    assert link(PAGE, "** **") == PAGE


@pytest.mark.parametrize("url", [None, ""])
def test_no_page_is_no_link(url):
    assert link(url, "words") is None
