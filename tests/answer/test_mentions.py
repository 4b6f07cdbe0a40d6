"""The names in a question."""

import pytest

from answer.mentions import FIRST, marked
from tests.answer.conftest import directory

CORPUS = directory(
    ("Mikhail Samin", "Misha", "misha_s"),
    ("Ada King",),
    ("Ada Smith",),
    ("Will Stone",),
    ("Art Young",),
    ("Jean-Luc O’Neil",),
    ("Ilse van der Molen",),
    ("the gears to ascension",),
    ("Ann and Bo",),
    ("Eliezer Yudkowsky",),
    ("OpenAI, Inc.",),
    ("Robert Jones, PhD",),
)


def names(question, people=CORPUS):
    return [(mention.text, mention.author) for mention in marked(question, people).mentions]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("What does Misha think?", [("Misha", "Mikhail Samin")]),
        ("what does mikhail samin think?", [("mikhail samin", "Mikhail Samin")]),
        ("What Does Misha Think About It?", [("Misha", "Mikhail Samin")]),
        ("WHAT DOES MISHA THINK?", [("MISHA", "Mikhail Samin")]),
        ("Misha's and Samin’s", [("Misha", "Mikhail Samin"), ("Samin", "Mikhail Samin")]),
        ("What does @misha_s say?", [("@misha_s", "Mikhail Samin")]),
        ("What does misha_s say?", [("misha_s", "Mikhail Samin")]),
        ("What does Dr. Smith say?", [("Dr. Smith", "Ada Smith")]),
        ("What does E. Yudkowsky say?", [("E. Yudkowsky", "Eliezer Yudkowsky")]),
        ("What does EY say?", [("EY", "Eliezer Yudkowsky")]),
        ("Does Jean-Luc O'Neil agree?", [("Jean-Luc O'Neil", "Jean-Luc O’Neil")]),
        ("Does Ilse van der Molen agree?", [("Ilse van der Molen", "Ilse van der Molen")]),
        ("what do the gears to ascension say", [("the gears to ascension",) * 2]),
        ("What does OpenAI, Inc. say?", [("OpenAI, Inc.", "OpenAI, Inc.")]),
        ("What does OpenAI say?", [("OpenAI", "OpenAI, Inc.")]),
        ("Robert Jones, PhD, on it", [("Robert Jones, PhD", "Robert Jones, PhD")]),
        ("Dr. Robert Jones on it", [("Dr. Robert Jones", "Robert Jones, PhD")]),
        ("What do Ann and Bo say?", [("Ann and Bo", "Ann and Bo")]),
    ],
)
def test_authors_are_found_by_their_names(question, found):
    assert names(question) == found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Does Paul Christiano agree?", ["Paul Christiano"]),
        ("Does Ada Lovelace agree?", ["Ada Lovelace"]),
        ("Does Mikhail Saminov agree?", ["Mikhail Saminov"]),
        ("Does Mikhail Stone agree?", ["Mikhail Stone"]),
        ("Does Ursula K. Le Guin agree?", ["Ursula K. Le Guin"]),
        ("Does Łukasz van der Berg agree?", ["Łukasz van der Berg"]),
        ("Does @nobody agree?", ["@nobody"]),
        ("Does RLHF help?", ["RLHF"]),
    ],
)
def test_other_names_are_nobodys_here(question, found):
    assert names(question) == [(name, None) for name in found]


def test_a_name_that_two_authors_have_is_either_ones():
    (mention,) = marked("What does Ada think?", CORPUS).mentions
    assert (mention.authors, mention.author) == (("Ada King", "Ada Smith"), None)


@pytest.mark.parametrize(
    "question",
    [
        "does misha_x think?",
        "is art what will last?",
        "does a king think so?",
        "ey",
        "Why? How so?",
        "ms",
        "",
    ],
)
def test_words_in_small_letters_are_words(question):
    assert names(question) == []


def test_initials_may_look_like_a_word():
    people = directory(("Tom Orr",))
    assert names("What does TO think?", people) == [("TO", "Tom Orr")]
    assert names("WHAT DO PEOPLE RESPOND TO?", people) == []


def test_a_question_may_begin_with_a_verb_that_is_a_name():
    assert names("Will Misha agree?") == [("Misha", "Mikhail Samin")]
    assert names("Will Stone's view?") == [("Will Stone", "Will Stone")]


def test_a_full_name_may_stand_behind_the_first_word_of_a_sentence():
    assert names("Debate Ada King's view.") == [("Ada King", "Ada King")]


@pytest.mark.parametrize(
    ("question", "meant"),
    [("Misha", True), ("Samin", False), ("misha", False), ("Art", False), ("Ada King", True)],
)
def test_a_whole_name_with_a_capital_is_surely_meant(question, meant):
    assert marked(question, CORPUS).mentions[0].meant is meant


def test_each_name_is_marked_in_the_text():
    seen = marked("Do Misha and Paul agree?", CORPUS)
    assert seen.text == f"do {chr(FIRST)} and {chr(FIRST + 1)} agree?"
    assert seen.unmarked(seen.text) == "do Mikhail Samin and Paul agree?"


def test_marks_in_a_question_are_no_names():
    assert marked(f"What of {chr(FIRST + 7)}?", CORPUS).text == "what of  ?"
