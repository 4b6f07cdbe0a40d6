"""A page of plain text or Markdown → a document."""

import pytest

from ingest.page import page


def markdown(text):
    return page(text, key="file:/a.md", path="a.md", markdown=True)


def plain(text):
    return page(text, key="file:/a.txt", path="a.txt", markdown=False)


FRONT_MATTER = """---
title: On Goodhart
authors: [Jane Doe, Ann Lee]
url: https://example.org/goodhart
date: 2024-03-01
source: blog
---
# Another title

Words.
"""


def test_front_matter_says_what_a_page_is():
    found = markdown(FRONT_MATTER)
    assert (found.title, found.url, found.date, found.source) == (
        "On Goodhart", "https://example.org/goodhart", "2024-03-01", "blog"
    )  # fmt: skip


def test_front_matter_names_the_authors():
    (segment,) = markdown(FRONT_MATTER).segments
    assert [author.name for author in segment.authors] == ["Jane Doe", "Ann Lee"]
    assert segment.basis == "metadata"


def test_front_matter_stays_in_the_text():
    assert markdown(FRONT_MATTER).text == FRONT_MATTER


def test_front_matter_with_windows_line_ends_is_read():
    assert markdown(FRONT_MATTER.replace("\n", "\r\n")).title == "On Goodhart"


def test_front_matter_after_a_byte_order_mark_is_read():
    assert markdown("\ufeff" + FRONT_MATTER).title == "On Goodhart"


def test_plain_text_has_no_front_matter():
    found = plain(FRONT_MATTER)
    assert (found.title, found.date, found.source) == (None, None, "file")


@pytest.mark.parametrize(
    "fields",
    ["title: [", "- a\n- b", "words", "title: {a: b}", "date: 2024-13-45"],
)
def test_what_is_no_front_matter_does_no_harm(fields):
    found = markdown(f"---\n{fields}\n---\n# Title\n\nWords.")
    assert (found.title, found.date) == ("Title", None)


def test_front_matter_with_a_number_that_is_too_long_does_no_harm():
    assert markdown(f"---\nn: {'1' * 5_000}\n---\nWords.").date is None


def test_a_rule_is_no_front_matter():
    assert markdown("---\nWords.").title is None


def test_the_first_heading_is_the_title():
    assert markdown("# On Goodhart #\n\n# Second\n").title == "On Goodhart"


@pytest.mark.parametrize("text", ["## Section\n", "#hashtag\n", "Words # no\n"])
def test_other_lines_are_no_title(text):
    assert markdown(text).title is None


@pytest.mark.parametrize("text", ["\ufeff# Title\n", "# Title\r\nWords."], ids=ascii)
def test_the_title_is_found_on_pages_from_windows(text):
    assert markdown(text).title == "Title"


def test_a_title_keeps_the_mark_that_belongs_to_its_last_word():
    assert markdown("# Proofs in F#\n").title == "Proofs in F#"


def test_plain_text_has_no_title():
    assert plain("# Title\n\nWords.").title is None


@pytest.mark.parametrize("line", ["2024-03-01", "*2024-03-01*", "__2024-03-01__ \r"], ids=ascii)
def test_a_date_alone_on_a_line_of_the_head_is_the_date(line):
    assert markdown(f"# Title\n\n{line}\n\nWords.").date == "2024-03-01"


@pytest.mark.parametrize("line", ["On 2024-03-01 I wrote", "2024-99-99", "2024"])
def test_other_lines_with_digits_are_no_date(line):
    assert markdown(f"# Title\n\n{line}\n\nWords.").date is None


def test_a_date_far_down_the_page_is_not_its_date():
    assert markdown("# Title\n" + "Words.\n" * 200 + "\n2024-03-01\n").date is None


def test_a_byline_names_the_author_and_is_the_evidence():
    (segment,) = markdown("# Title\n\n*By Jane Doe*\n\nWords.").segments
    assert segment.authors[0].name == "Jane Doe"
    assert (segment.evidence.start, segment.evidence.text) == (9, "*By Jane Doe*")


def test_front_matter_counts_more_than_a_byline():
    (segment,) = markdown("---\nauthor: Ann Lee\n---\n# Title\n\nBy Jane Doe\n").segments
    assert segment.authors[0].name == "Ann Lee"


def test_two_pages_at_two_places_have_two_ids():
    one, other = (page("Words.", key=key, path="a", markdown=False) for key in ("a", "b"))
    assert one.id != other.id
