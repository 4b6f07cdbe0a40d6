"""Threads are written out with headers, and it is known who wrote what under them."""

import pytest

from evals.forum import Known, Person, Said, threads
from evals.plain import lines
from evals.sheets import Whose
from evals.thread_headers import HEADERS, NAMELESS, OTHER_HEADERS
from evals.thread_pages import questions_and_answers, written_threads

ANN, BO = Person(("Ann Lee",)), Person(("bo",))
REMARK = "Nobody has ever seen a swan that was not white."


def said(id_, person, markdown, parent=None):
    return Said(id_, person, tuple(lines(markdown)), parent, date="2023-05-01")


THREAD = [said("1", ANN, REMARK), said("2", BO, f"> {REMARK}\n\nI have.", "1")]
ALONE = [said("3", ANN, "So."), said("4", ANN, "There.", "3")]


def page(style):
    """THREAD in a style."""
    styles = (HEADERS | OTHER_HEADERS | NAMELESS)[style]
    (made,) = written_threads(Known(THREAD), THREAD, {style: styles}, kept=True)
    return made


def test_a_thread_is_what_several_people_say_in_answer_to_each_other():
    assert threads([*ALONE, *THREAD]) == [THREAD]


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("Name 3y 12", "Ann Lee 1y 1"),
        ("name, age, karma", "Ann Lee\n1y\n1"),
        ("**Name** · date", "**Ann Lee** · 2023-05-01"),
        ("### Name (date)", "### Ann Lee (2023-05-01)"),
        ("Comment by Name on date", "Comment by Ann Lee on 2023-05-01"),
        ("Name writes:", "Ann Lee writes:"),
        ("[-]name 3y 12", "[-]Ann Lee 1y 1"),
        ("Posted by Name on date", "Posted by Ann Lee on May 1, 2023"),
        ("[deleted] 3y 12", "[deleted] 1y 1"),
    ],
)
def test_a_header_stands_over_each_comment(style, text):
    assert page(style).text.startswith(f"{text}\n{REMARK}\n")


def test_a_name_may_begin_the_first_line():
    assert page("Name: …").text == f"Ann Lee: {REMARK}\nbo:\n> {REMARK}\nI have."


def test_a_page_with_names_tells_who_wrote_and_who_is_quoted():
    assert [whose for _, whose in page("Name 3y 12").truths] == [
        Whose(ANN.names, told=True),
        Whose(ANN.names, told=True, quoted=True),
        Whose(BO.names, told=True),
    ]


@pytest.mark.parametrize("style", NAMELESS)
def test_a_page_without_names_tells_nothing(style):
    assert [whose.told for _, whose in page(style).truths] == [False, False, False]


def test_what_somebody_answers_stands_under_their_name():
    (made,) = questions_and_answers(Known(THREAD), THREAD)
    assert made.text == f"bo\nWiki Contributions\nComments\nQ: {REMARK}\nA:\n> {REMARK}\nI have."
    assert made.truths[0][1] == Whose(ANN.names, quoted=True)
    assert made.truths[-1][1] == Whose(BO.names, told=True)
