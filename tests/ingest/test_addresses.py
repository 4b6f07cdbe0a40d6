"""Addresses that lead to one page, and pages that are one person's."""

import pytest

from ingest.addresses import person_page, profile_of, same_page, site_of

USER = "https://www.lesswrong.com/users/jane"


@pytest.mark.parametrize(
    "address",
    ["http://lesswrong.com/users/jane", f"{USER}/", f"{USER}?from=search", f"{USER}#bio",
     "https://www.alignmentforum.org/users/jane", "https://www.greaterwrong.com/users/Jane"],
)  # fmt: skip
def test_a_profile_is_one_page_whatever_its_address(address):
    assert profile_of(address) == profile_of(USER) == "lesswrong.com/users/jane"


@pytest.mark.parametrize(
    "address",
    ["https://forum.effectivealtruism.org/users/jane", "https://www.lesswrong.com/users/jane-2"],
)
def test_other_profiles_are_other_pages(address):
    assert profile_of(address) not in (None, profile_of(USER))


@pytest.mark.parametrize(
    "address",
    ["https://x.com/jane", "https://github.com/jane-doe", "https://a.org/authors/jane",
     "https://medium.com/@jane", "https://a.org/people/jane-doe/"],
)  # fmt: skip
def test_an_address_may_be_the_page_of_a_person(address):
    assert profile_of(address)


@pytest.mark.parametrize(
    "address",
    [None, "", "https://a.org", "https://a.org/about", "https://a.org/team/", "https://a.org/users",
     "https://github.com/jane/code", "https://www.lesswrong.com/posts/abc", "https://["],
    ids=str,
)  # fmt: skip
def test_a_page_that_may_be_of_many_is_no_profile(address):
    assert profile_of(address) is None


def test_the_operator_may_name_any_page_of_a_person():
    assert person_page("https://www.janedoe.org/") == "janedoe.org"


def test_a_profile_is_on_a_site():
    assert site_of(person_page("https://x.com/jane")) == "twitter.com"


POST = "https://www.lesswrong.com/posts/abcdefghijklmnopq/a-post"


@pytest.mark.parametrize(
    "address",
    ["http://lesswrong.com/posts/abcdefghijklmnopq", f"{POST}?utm_source=x", f"{POST}/",
     f"{POST}#c", "https://www.alignmentforum.org/posts/abcdefghijklmnopq/another-slug"],
)  # fmt: skip
def test_a_post_is_one_page_whatever_its_address(address):
    assert same_page(address) == same_page(POST)


def test_a_comment_is_another_page_than_its_post():
    assert same_page(f"{POST}?commentId=x") != same_page(POST)
