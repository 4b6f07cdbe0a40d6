"""What is written on a sheet is known by whose it is."""

import pytest

from evals.forum import Known, Person, Said
from evals.plain import lines
from evals.sheets import Sheet, Whose

ANN, BO = Person(("Ann Lee", "ann")), Person(("Bo Dean",))
REMARK = "nobody has ever seen a swan that was not white at all"
FIRST = Said("1", ANN, tuple(lines(f"I think that {REMARK}.")))


def said(markdown, parent="1"):
    return Said("2", BO, tuple(lines(markdown)), parent)


@pytest.fixture
def written():
    def write(reply, *, kept=True, told=True, answers=False):
        """The stretches of a page that holds a reply to FIRST, each with whose it is."""
        sheet = Sheet(Known([FIRST, reply]), kept=kept)
        sheet.said(reply, told=told, answers=answers)
        page = sheet.page("p", "style")
        return [(page.text[slice(*span)], whose) for span, whose in page.truths]

    return write


def test_a_reply_is_its_authors(written):
    assert written(said("No.")) == [("No.", Whose(BO.names, told=True))]


def test_a_block_quote_is_the_words_of_the_one_who_said_them(written):
    assert written(said(f"> {REMARK}\n\nNo.")) == [
        (f"> {REMARK}", Whose(ANN.names, told=False, quoted=True)),
        ("No.", Whose(BO.names, told=True)),
    ]


def test_the_page_tells_who_is_quoted_where_it_shows_what_is_answered(written):
    assert written(said(f"> {REMARK}"), answers=True)[0][1] == Whose(
        ANN.names, told=True, quoted=True
    )


def test_a_quotation_may_lose_its_marks(written):
    assert written(said(f"> {REMARK}"), kept=False) == [(REMARK, Whose(ANN.names, quoted=True))]


def test_nobody_knows_whose_a_quotation_is_that_stands_nowhere(written):
    assert written(said("> Something else.")) == [("> Something else.", Whose(quoted=True))]


def test_a_line_of_what_is_answered_is_a_quotation_without_marks_too(written):
    assert written(said(REMARK)) == [(REMARK, Whose(ANN.names, quoted=True))]


def test_whoever_quotes_themself_wrote_it(written):
    reply = said(f"> {REMARK} indeed", parent=None)
    mine = Said("3", BO, tuple(lines(f"{REMARK} indeed")))
    sheet = Sheet(Known([mine, reply]))
    sheet.said(reply, told=True)
    assert sheet.truths[0][1] == Whose(BO.names, told=True, quoted=None)


def test_who_says_that_they_wrote_it_before_is_believed(written):
    assert written(said("I wrote:\n\n> Something else."))[1][1] == Whose(
        BO.names, told=True, quoted=None
    )


def test_words_before_a_turn_stand_before_its_first_own_line(written):
    sheet = Sheet(Known([]))
    sheet.said(said("> One.\n\nTwo."), told=True, before="Bo: ")
    assert sheet.text == "Bo:\n> One.\nTwo."
