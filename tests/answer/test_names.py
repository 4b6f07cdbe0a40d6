"""The forms of names that people use."""

import pytest

from answer.names import bare, initials, is_short, key, parts


@pytest.mark.parametrize(
    "name", ["Zoë_O’Neil", "zoe o'neil", "ZOE O’NEIL", "Zoë-O'Neil", "zoe_o_neil"]
)
def test_a_name_is_looked_up_however_it_is_spelt(name):
    assert key(name) == ("zoe", "o", "neil")


def test_a_possessive_is_no_part_of_a_name():
    assert key("Misha’s") == key("Misha's") == ("misha",)


def test_a_name_of_signs_is_itself():
    assert key(" * ") == ("*",)


@pytest.mark.parametrize(
    "name",
    ["Robert Smith, PhD", "Dr. Robert Smith", "Dr Robert Smith", "Prof. Robert Smith, Ph.D."],
)
def test_titles_and_degrees_are_no_part_of_a_name(name):
    assert bare(name) == "Robert Smith"


def test_the_form_of_a_company_is_no_part_of_its_name():
    assert bare("OpenAI, Inc.") == "OpenAI"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Ada King", ["Ada", "King"]),
        ("Ada B. King", ["Ada", "King", "Ada King"]),
        ("Ilse van der Molen", ["Ilse", "Molen", "Ilse Molen"]),
        ("Eliezer_Yudkowsky", ["Eliezer", "Yudkowsky"]),
        ("Robert Smith, PhD", ["Robert", "Smith"]),
        ("quietlattice", []),
        ("the gears to ascension", []),
        ("Centre for the Governance of AI", []),
        ("Open AI", []),
    ],
)
def test_people_have_first_and_last_names(name, words):
    assert list(parts(name)) == words


def test_a_full_name_has_initials():
    assert initials("Eliezer Yudkowsky") == [
        ("e", "yudkowsky"), ("eliezer", "y"), ("e", "y"), ("ey",),
    ]  # fmt: skip


def test_a_middle_name_may_have_its_initial():
    assert ("e", "s", "yudkowsky") in initials("Eliezer Shlomo Yudkowsky")


def test_a_user_name_has_no_initials():
    assert initials("quietlattice") == []


def test_initials_that_are_read_as_something_else_are_nobodys():
    assert ("ai",) not in initials("Ada Ingersoll")


@pytest.mark.parametrize(
    ("name", "short"),
    [("EY", True), ("E. Yudkowsky", True), ("Ada K", True), ("ey", False), ("a king", False)],
)
def test_initials_are_written_in_capitals(name, short):
    assert is_short(name) is short
