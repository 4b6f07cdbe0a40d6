"""A line that names authors → people, one or several."""

import pytest

from ingest.bylines import people_in
from ingest.document import Author


def names(text):
    return [author.name for author in people_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe", "jdoe", "Robert Smith, PhD", "Robert Smith, Jr.", "Smith, Robert",
        "Jane Doe et al.", "Jan Leike, OpenAI", "Alice and Bob", "jane doe and ann lee",
    ],
)  # fmt: skip
def test_one_person_stays_one(text):
    assert names(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "OpenAI, Inc.", "Johnson & Johnson", "Centre for the Governance of AI",
        "Machine Intelligence and Robotics Lab", "Walt Disney Company, The", "Jane Doe & Sons",
        "Department of Health and Human Services", "Bill and Melinda Gates Foundation",
    ],
)  # fmt: skip
def test_an_organisation_is_not_taken_apart(text):
    assert names(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe and Ann Lee", "Jane Doe & Ann Lee", "Jane Doe, Ann Lee", "Jane Doe; Ann Lee",
    ],
)  # fmt: skip
def test_two_full_names_are_two_people(text):
    assert names(text) == ["Jane Doe", "Ann Lee"]


def test_a_list_of_people_may_have_commas_and_an_and():
    assert names("Jane Doe, Ann Lee, and Bo Ray") == ["Jane Doe", "Ann Lee", "Bo Ray"]


def test_a_degree_belongs_to_the_name_before_it():
    assert names("Bo Ray, PhD, Ann Lee and Jane Doe, M.D.") == [
        "Bo Ray, PhD", "Ann Lee", "Jane Doe, M.D.",
    ]  # fmt: skip


def test_last_names_may_come_first_between_semicolons():
    assert names("Smith, Robert; Doe, Jane") == ["Smith, Robert", "Doe, Jane"]


def test_one_part_that_is_no_full_name_leaves_the_line_as_it_is():
    assert names("Jane Doe; the editors") == ["Jane Doe; the editors"]


@pytest.mark.parametrize("handle", ["jdoe", "Jane_D", "DoeTheJane", "jd77", "gwern"])
def test_a_user_name_in_a_parenthesis_is_another_name(handle):
    assert people_in(f"Jane Doe ({handle})") == (Author("Jane Doe", (handle,)),)


@pytest.mark.parametrize("name", ["Jane Doe", "OpenAI"])
def test_an_at_makes_any_word_a_user_name(name):
    assert people_in(f"{name} (@Word)") == (Author(name, ("Word",)),)


def test_a_word_in_a_parenthesis_may_tell_where_somebody_is():
    assert people_in("Jane Doe (OpenAI)") == (Author("Jane Doe (OpenAI)", ("Jane Doe",)),)


@pytest.mark.parametrize("text", ["OpenAI (company)", "Jane Doe (editor)", "jdoe (gwern)"])
def test_a_parenthesis_may_be_no_name(text):
    assert people_in(text) == (Author(text),)
