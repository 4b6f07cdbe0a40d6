"""Whom a question names: only by names that the documents give."""

import pytest

from answer.people import Directory
from ingest.people import Person


def directory(*people):
    """A directory of people: their name, then their other names."""
    return Directory(
        [Person(name, tuple(more), (name,), 1, "metadata", None) for name, *more in people]
    )


CORPUS = directory(
    ("Mikhail Samin", "Misha", "misha_s"),
    ("Charlie Steiner", "Manfred"),
    ("Ada King",),
    ("Ada Smith",),
    ("quietlattice",),
    ("Jean-Luc O’Neil",),
)
MISHA = ("Mikhail Samin",)


@pytest.mark.parametrize(
    "name",
    [
        "Mikhail Samin",
        "mikhail samin",
        "Misha",
        "misha_s",
        "@misha_s",
        "Mikhail",
        "Samin",
        " Misha ",
    ],
)
def test_an_author_goes_by_each_of_their_names(name):
    assert CORPUS.author(name) == "Mikhail Samin"


@pytest.mark.parametrize("name", ["Ada", "Mikhial Samin", "Mikhail Steiner", "Mi", "", "@", "."])
def test_a_name_of_two_people_or_of_none_is_no_author(name):
    assert CORPUS.author(name) is None


def test_a_full_name_goes_before_the_same_word_of_another_name():
    assert directory(("Samin",), ("Mikhail Samin",)).author("samin") == "Samin"


def test_an_alias_that_two_people_have_is_nobodys():
    assert directory(("Ann Lee", "Max"), ("Bo Ray", "Max")).author("Max") is None


def test_an_alias_that_two_people_have_is_not_a_third_ones_first_name():
    people = directory(("Ann Lee", "Max"), ("Bo Ray", "Max"), ("Max Born",))
    assert people.author("Max") is None


def test_a_part_of_a_name_is_a_name_only_where_words_are_asked_for():
    people = directory(("Will Stone",))
    assert people.named("Will AI end well?").authors == ()
    assert people.named("Does Will believe so?").speaking == ("Will Stone",)


@pytest.mark.parametrize(
    "question",
    [
        "What does Misha think about myopia?",
        "How does Mikhail Samin object to myopia?",
        "Has Misha changed his mind about myopia?",
        "According to Misha, what is myopia?",
        "What is myopia according to Samin?",
        "What are Misha's views on myopia?",
        "What are Samin’s thoughts on myopia?",
        "Summarize the views of Misha on myopia.",
        "Does Misha really believe in myopia?",
        "Would MISHA say that myopia is real?",
        "What is Misha's opinion of myopia?",
        "In Misha's opinion, what is myopia?",
        "What has Misha written about myopia?",
        "what does misha think about myopia?",
        "What does @misha_s say about myopia?",
    ],
)
def test_who_is_asked_for_their_words_is_speaking(question):
    named = CORPUS.named(question)
    assert (named.speaking, named.absent) == (MISHA, ())


def test_a_user_name_in_lower_case_is_a_name_where_words_are_asked_for():
    assert CORPUS.named("What does quietlattice say about debate?").speaking == ("quietlattice",)


@pytest.mark.parametrize(
    "question", ["Who is Misha?", "What is the case against Mikhail Samin's idea?"]
)
def test_who_is_only_named_is_not_speaking(question):
    named = CORPUS.named(question)
    assert (named.authors, named.speaking) == (MISHA, ())


@pytest.mark.parametrize("question", ["is misha a name?", "why do samin trees grow?"])
def test_a_word_in_lower_case_is_nobody_where_no_words_are_asked_for(question):
    assert CORPUS.named(question).authors == ()


def test_the_question_is_asked_with_full_names():
    named = CORPUS.named("How does Misha object to Manfred?")
    assert named.asked == "How does Mikhail Samin object to Charlie Steiner?"


def test_the_subject_is_the_question_without_who_is_asked():
    assert CORPUS.named("What does Misha think about Manfred?").subject == (
        "What does  think about Charlie Steiner?"
    )


def test_the_subject_is_never_empty():
    assert CORPUS.named("According to Misha?").subject.strip(" ?") != ""


def test_a_description_of_the_author_is_not_the_subject():
    named = CORPUS.named("Why is it slow, according to the author trained in physics?")
    assert named.subject == "Why is it slow?"


def test_two_people_are_both_speaking():
    named = CORPUS.named("Do Manfred and Misha agree on value?")
    assert named.speaking == ("Charlie Steiner", "Mikhail Samin")


def test_one_person_by_two_names_is_one():
    assert CORPUS.named("Do Misha and Samin agree?").speaking == MISHA


@pytest.mark.parametrize(
    "name", ["Eliezer Yudkowsky", "Mikhial Samin", "Mikhail Saminov", "Ada Lovelace", "Le Guin"]
)
def test_who_has_no_words_in_the_corpus_is_absent(name):
    named = CORPUS.named(f"What does {name} think about corrigibility?")
    assert (named.absent, named.authors) == ((name,), ())


def test_of_two_people_one_may_be_absent():
    named = CORPUS.named("What did Paul Christiano and Misha argue?")
    assert (named.absent, named.speaking) == (("Paul Christiano",), MISHA)


@pytest.mark.parametrize(
    "question",
    [
        "What does RLHF change?",
        "Do LLMs believe anything?",
        "Do AIs feel pain?",
        "What does the argument claim?",
        "Does Ada think so?",  # there are two, and which is meant is not known
        "Does Jean-Luc O'Neil agree?",
        "Is Yudkowsky mentioned?",
    ],
)
def test_who_is_not_surely_missing_is_not_absent(question):
    assert CORPUS.named(question).absent == ()


def test_in_a_corpus_that_names_nobody_nobody_is_absent():
    named = directory().named("What did President Lincoln say about slavery?")
    assert (named.absent, named.authors, named.asked) == (
        (), (), "What did President Lincoln say about slavery?",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["a.b", "(", "C++ Fan", "李 明", "*", "Zoë", "Ada [bot]"])
def test_any_name_can_be_an_authors(name):
    assert directory((name,)).author(name) == name


@pytest.mark.parametrize("name", ["李 明", "Zoë Ångström", "Łukasz van der Berg", "O’Neil"])
def test_a_name_in_any_script_is_a_name(name):
    assert directory((name,)).named(f"What does {name} say?").speaking == (name,)
