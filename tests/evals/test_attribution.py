"""Sentences are judged by the data: who wrote them, whether they quote, and whom."""

import pytest

from errors import BadInput
from evals.attribution import MEASURES, Judged, _judged, _said_of, pages
from evals.forum import same
from evals.sheets import Page, Whose
from ingest.document import Author, Document, Segment

ANN = ("Ann Lee", "ann_lee")
PAGE = Page("p", "style", True, "", ())


def verdicts(whose, *writers, speaker=None):
    """What each measure says of a sentence, without those that it does not count for."""
    one = Judged(PAGE, "So it is.", whose, writers, speaker)
    found = {name: verdict(one) for name, verdict in MEASURES.items()}
    return {name: hit for name, hit in found.items() if hit is not None}


@pytest.mark.parametrize("name", ["Ann Lee", "ann lee", "ann_lee"])
def test_any_name_of_the_author_is_right(name):
    assert verdicts(Whose(ANN, told=True), name) == {"author right": True, "author given": True}


def test_another_name_is_wrong_though_it_is_given():
    assert verdicts(Whose(ANN, told=True), "Bo") == {"author right": False, "author given": True}


def test_all_who_are_named_must_be_right():
    assert verdicts(Whose(ANN, told=True), "Ann Lee", "Bo")["author right"] is False


def test_nobody_is_named_though_the_page_tells():
    assert verdicts(Whose(ANN, told=True)) == {"author given": False}


def test_nobody_may_be_named_where_the_page_does_not_tell():
    assert verdicts(Whose(ANN), "Bo") == {"author right": False, "given untold": True}


def test_a_quotation_is_not_the_words_of_the_one_who_quotes():
    whose = Whose((), quoted=True)
    assert verdicts(whose, "Ann Lee") == {"author right": False, "quotation found": False}


def test_a_quotation_is_found_and_its_speaker_is_right():
    whose = Whose(ANN, told=True, quoted=True)
    assert verdicts(whose, speaker="Lee") == {
        "quotation right": True,
        "quotation found": True,
        "speaker right": True,
        "speaker found": True,
    }


def test_own_words_that_are_given_to_another_make_a_wrong_speaker():
    found = verdicts(Whose(ANN, told=True), speaker="Bo")
    assert (found["quotation right"], found["speaker right"]) == (False, False)


def test_an_unnamed_speaker_is_neither_right_nor_wrong():
    assert "speaker right" not in verdicts(Whose(ANN, quoted=True), speaker="unnamed")


def test_where_the_data_do_not_say_only_a_wrong_author_counts():
    unsure = Whose(ANN, told=True, quoted=None)
    assert (verdicts(unsure, "Ann Lee"), verdicts(unsure, "Bo")) == ({}, {"author right": False})


def test_part_of_a_name_is_no_name_of_an_author():
    assert (same("Lee", ANN), same("Lee", ANN, partly=True)) == (False, True)


def test_a_sentence_in_quotation_marks_may_be_anybodys():
    text = "I agree. “This is a whole sentence of many words.”"
    made = Page("p", "style", True, text, (((0, len(text)), Whose(ANN)),))
    assert [one.whose.quoted for one in _judged(made)] == [False, None]


def test_a_sentence_with_a_quotation_inside_goes_by_most_of_it():
    parts = ((0, 10, None), (10, 25, "unnamed"), (25, 34, None))
    author = (Author("Ann Lee"),)
    segments = tuple(Segment(*span, author, speaker=who) for *span, who in parts)
    document = Document("k", "file", "x" * 34, segments)
    assert _said_of((0, 34), document) == (("Ann Lee",), None)


def test_an_unknown_set_is_one_line():
    with pytest.raises(BadInput, match="nothing: no such set; there are all, corpus, users"):
        pages("nothing")
