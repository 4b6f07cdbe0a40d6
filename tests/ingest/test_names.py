"""What looks like a name, and what does not."""

import re

import pytest

from ingest.names import USER_NAME, is_full_name, nameable, words


@pytest.mark.parametrize(
    "name",
    [
        "Jane Doe", "John P. Smith", "J. R. Smith", "Jean Luc Paul Doe", "Anne-Marie O'Neill",
        "Seán O’Neill", "Élodie Żak", "Ludwig van Beethoven", "Maria del Carmen Ruiz",
        "Ana de la Cruz", "Omar ibn Said", "Иван Петров", "Γιάννης Παπάς", "山田 太郎", "محمد علي",
        "דוד לוי", "JANE DOE", "Jane McDoe",
    ],
)  # fmt: skip
def test_a_first_and_a_last_name_are_a_full_name(name):
    assert is_full_name(name)


@pytest.mark.parametrize(
    "name",
    ["Jane", "jane doe", "Jane doe", "jane_doe", "Jane D.", "J. R.", "Jane 2", "van Beethoven",
     "Jane Doe.", "Jane Doe, PhD", "Jane & Doe", "Jane  Doe", "Jane\nDoe",
     "One Two Three Four Five", "", "😀 😎"],
)  # fmt: skip
def test_other_words_are_no_full_name(name):
    assert not is_full_name(name)


@pytest.mark.parametrize(
    "name",
    ["jane", "jane_doe", "ann.lee", "1a3orn", "Jane O’Doe", "the gears to ascension", "X", "李明"],
)
def test_a_user_name_has_up_to_four_words(name):
    assert re.fullmatch(USER_NAME, name)


@pytest.mark.parametrize(
    "name", ["", "_jane", "@jane", "[deleted]", "😀", "a b c d e", "Jane: Doe"]
)
def test_a_user_name_begins_with_a_letter_or_a_digit_and_has_no_signs(name):
    assert not re.fullmatch(USER_NAME, name)


@pytest.mark.parametrize("name", ["Jane Doe", "jane_doe", "Will", "May", "Grace Young", "Xi"])
def test_most_words_may_be_names(name):
    assert nameable(name)


@pytest.mark.parametrize(
    "name",
    ["IV", "XII", "12", "1.2.3", "v1.2", "Comments", "Epistemic status", "EPISTEMIC STATUS",
     "Summary", "Chapter Two", "My summary", "Edit"],
)  # fmt: skip
def test_numbers_and_labels_of_parts_of_a_text_are_no_names(name):
    assert not nameable(name)


@pytest.mark.parametrize("kind", ["roles", "labels", "nobody", "bylines"])
def test_the_words_that_are_no_names_are_small(kind):
    assert {word for word in words(kind) if word != word.casefold()} == set()
