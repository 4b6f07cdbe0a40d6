"""The fields that sources write in many ways."""

from datetime import UTC, date, datetime

import pytest

from ingest.document import Author
from ingest.metadata import authors_of, date_of, first_of, text_of, url_of


def names(value):
    return [author.name for author in authors_of(value)]


def test_one_string_is_one_person():
    assert authors_of("Jane Doe") == (Author("Jane Doe"),)


def test_a_line_may_name_several_people():
    assert names("Jane Doe and John Roe") == ["Jane Doe", "John Roe"]


def test_a_list_is_several_people_in_its_order():
    assert names(["Jane Doe", "Ann Lee"]) == ["Jane Doe", "Ann Lee"]


@pytest.mark.parametrize(
    "entry",
    [
        {"name": "Jane Doe", "username": "jdoe"},
        {"displayName": "Jane Doe", "handle": "@jdoe"},
        {"display_name": "Jane Doe", "slug": "jdoe"},
        {"name": "jdoe", "full_name": "Jane Doe"},
        {"name": "Jane Doe (jdoe)", "user_name": "jdoe"},
    ],
    ids=str,
)
def test_an_object_gives_a_name_and_other_names(entry):
    assert authors_of([entry]) == (Author("Jane Doe", ("jdoe",)),)


def test_an_object_with_a_user_name_alone_has_that_name():
    assert names([{"handle": "jdoe", "id": 7}]) == ["jdoe"]


@pytest.mark.parametrize("field", ["url", "profile", "pageUrl"])
def test_an_object_gives_the_page_of_a_person(field):
    address = "https://example.org/users/jane"
    assert authors_of({"name": "Jane Doe", field: address})[0].profile == address


def test_two_people_of_one_name_have_two_pages():
    entries = [{"name": "Jo", "url": f"https://example.org/users/{n}"} for n in "112"]
    assert [author.profile[-1] for author in authors_of(entries)] == ["1", "2"]


def test_what_is_no_address_is_no_page():
    person = {"name": "Jane Doe", "profile": "jane", "url": "https://example.org/users/jane"}
    assert authors_of(person)[0].profile == "https://example.org/users/jane"


def test_an_entry_of_a_list_is_one_person():
    assert names(["Jane Doe and John Roe"]) == ["Jane Doe and John Roe"]


def test_one_object_is_one_person():
    assert names({"name": "Jane Doe"}) == ["Jane Doe"]


def test_a_person_who_is_named_twice_is_one():
    assert names(["Jane Doe", " Jane  Doe "]) == ["Jane Doe"]


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        " ",
        "n/a",
        "N/A",
        "Anonymous",
        "unknown",
        "None",
        "[deleted]",
        [],
        [None],
        ["", "null"],
    ],
)
def test_a_word_for_nobody_is_nobody(value):
    assert names(value) == []


@pytest.mark.parametrize("value", [True, {}, {"name": ["Jane"]}, [["Jane"]]], ids=str)
def test_what_is_no_name_is_nobody(value):
    assert names(value) == []


@pytest.mark.parametrize(
    "value", ["2024", "2024-03", "2024-03-01", "2024-03-01T10:15:00", "2024-03-01T10:15:00+00:00"]
)
def test_a_date_is_kept_as_precise_as_it_is(value):
    assert date_of(value) == value


def test_a_year_as_a_number_is_a_year():
    assert date_of(2024) == "2024"


def test_a_date_of_yaml_is_written_in_iso_8601():
    assert date_of(date(2024, 3, 1)) == "2024-03-01"
    assert date_of(datetime(2024, 3, 1, 10, tzinfo=UTC)) == "2024-03-01T10:00:00+00:00"


def test_a_large_number_is_seconds_since_1970():
    one_day = 24 * 60 * 60
    assert date_of(one_day) == "1970-01-02T00:00:00+00:00"


@pytest.mark.parametrize(
    "value",
    [None, "", "n/a", "last spring", "2024-13", "2024-02-30", "1/2/2024", True, [2024], 10**30,
     float("nan"), float("inf"), -1],
    ids=str,
)  # fmt: skip
def test_what_is_no_date_is_none(value):
    assert date_of(value) is None


@pytest.mark.parametrize("value", ["20240301", "2024-W09-5", "20240301T101500"])
def test_other_forms_of_iso_8601_become_the_one_that_sorts(value):
    assert date_of(value)[:10] == "2024-03-01"


@pytest.mark.parametrize("value", ["https://example.org/a?b=c#d", "http://localhost:80/ä"])
def test_an_address_of_a_page_is_kept(value):
    assert url_of(value) == value


@pytest.mark.parametrize(
    "value",
    ["javascript:alert(1)", "ftp://example.org", "example.org", "", None, 7,
     'https://example.org/"onclick="', "https://example.org/<b>", "https://a b",
     "javascript:alert(1)//https://example.org"],
    ids=str,
)  # fmt: skip
def test_what_is_no_address_of_a_page_is_dropped(value):
    assert url_of(value) is None


def test_a_text_is_one_line():
    assert text_of(" Two\r\n  lines ") == "Two lines"


@pytest.mark.parametrize(("value", "text"), [(7, "7"), (1.5, "1.5"), (0, "0")])
def test_a_number_stands_for_a_text(value, text):
    assert text_of(value) == text


@pytest.mark.parametrize("value", [None, True, [], {}, " "], ids=str)
def test_what_is_no_text_is_none(value):
    assert text_of(value) is None


def test_half_a_character_in_a_text_can_be_stored():
    assert text_of("a\ud800b").encode() == b"a?b"


def test_the_first_field_that_holds_something_counts():
    assert first_of({"authors": [], "author": "Jane"}, "authors", "author") == "Jane"
    assert first_of({}, "authors", "author") is None
