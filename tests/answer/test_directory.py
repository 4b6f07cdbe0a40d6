"""The authors of a corpus by all their names."""

import pytest

from answer.directory import Directory
from ingest.people import Person
from tests.answer.conftest import directory

CORPUS = directory(
    ("Mikhail Samin", "Misha", "misha_s"),
    ("Charlie Steiner", "Manfred"),
    ("Ada King",),
    ("Ada Smith",),
    ("Eliezer S. Yudkowsky",),
    ("Robert Jones, PhD",),
)


@pytest.mark.parametrize(
    "name",
    [
        "Mikhail Samin",
        "mikhail samin",
        "MIKHAIL SAMIN",
        "Mikhail_Samin",
        "Misha",
        "misha_s",
        "@misha_s",
        "Mikhail",
        "Samin",
        "Dr. Samin",
        "Dr Mikhail Samin",
        "M. Samin",
        "M Samin",
        "Mikhail S.",
        "MS",
        "M.S.",
        " Misha ",
    ],
)
def test_an_author_goes_by_each_of_their_names(name):
    assert CORPUS.author(name) == "Mikhail Samin"


@pytest.mark.parametrize("name", ["Eliezer Yudkowsky", "E. Yudkowsky", "ESY", "Yudkowsky"])
def test_a_middle_name_may_be_left_out(name):
    assert CORPUS.author(name) == "Eliezer S. Yudkowsky"


@pytest.mark.parametrize("name", ["Robert Jones", "Dr Jones", "Robert Jones PhD", "R. Jones"])
def test_a_degree_may_be_left_out(name):
    assert CORPUS.author(name) == "Robert Jones, PhD"


@pytest.mark.parametrize(
    "name", ["Ada", "Mikhial Samin", "Mikhail Steiner", "Mi", "ms", "a king", "", "@", "."]
)
def test_a_name_of_two_people_or_of_none_is_no_author(name):
    assert CORPUS.author(name) is None


def test_a_name_of_two_people_fits_both():
    assert CORPUS.fitting("Ada") == ("Ada King", "Ada Smith")


def test_initials_of_two_people_are_nobodys():
    assert directory(("Ada King",), ("Abe King",)).author("A. King") is None


def test_a_full_name_goes_before_the_same_word_of_another_name():
    assert directory(("Samin",), ("Mikhail Samin",)).author("samin") == "Samin"


def test_an_alias_that_two_people_have_is_nobodys():
    assert directory(("Ann Lee", "Max"), ("Bo Ray", "Max")).author("Max") is None


def test_an_alias_that_two_people_have_is_not_a_third_ones_first_name():
    people = directory(("Ann Lee", "Max"), ("Bo Ray", "Max"), ("Max Born",))
    assert people.author("Max") is None


@pytest.mark.parametrize("name", ["a.b", "(", "C++ Fan", "李 明", "*", "Zoë", "Ada [bot]"])
def test_any_name_can_be_an_authors(name):
    assert directory((name,)).author(name) == name


@pytest.mark.parametrize("name", ["OpenAI", "OpenAI Inc."])
def test_a_company_is_known_without_its_form(name):
    assert directory(("OpenAI, Inc.",)).author(name) == "OpenAI, Inc."


def test_an_author_is_searched_by_every_name_that_documents_sign():
    person = Person("Mikhail Samin", ("Misha",), ("Mikhail Samin", "Mihonarium"), 2, "byline", None)
    people = Directory([person])
    assert people.signed("Mikhail Samin") == ("Mikhail Samin", "Mihonarium")
    assert people.author("mihonarium") == people.shown("Mihonarium") == "Mikhail Samin"


def test_a_name_that_nobody_signs_is_shown_as_it_is():
    assert CORPUS.shown("Misha") == "Misha"


@pytest.mark.parametrize(
    ("name", "authors"),
    [
        ("Mikhial Samin", ("Mikhail Samin",)),
        ("Samen", ("Mikhail Samin",)),
        ("Mischa", ("Mikhail Samin",)),
        ("Dr. Mikhail Samen", ("Mikhail Samin",)),
        ("Eliezer Yudkowski", ("Eliezer S. Yudkowsky",)),
        ("Elizer S. Yudkowsky", ("Eliezer S. Yudkowsky",)),
        ("Ada Kong", ("Ada King",)),
        ("Paul Christiano", ()),
        ("Ada Lovelace", ()),
        ("Mik", ()),
        ("", ()),
    ],
)
def test_a_misspelt_name_is_near_its_author(name, authors):
    assert CORPUS.near(name) == authors


def test_two_authors_may_be_equally_near():
    people = directory(("Joan Smith",), ("John Smitt",), ("Bo Ray",))
    assert people.near("John Smith") == ("Joan Smith", "John Smitt")


def test_a_user_name_may_be_written_without_its_signs():
    assert directory(("will_o_wisp",)).near("willowisp") == ("will_o_wisp",)


def test_a_full_name_may_be_that_of_a_user_name():
    assert directory(("adaking",)).near("Ada King") == ("adaking",)


def test_a_directory_may_be_empty():
    assert not directory()
    assert directory().near("Ann Lee") == ()
