"""Lines that say who wrote what stands under them: each form, and what it tells."""

import pytest

from ingest.headers import headers, points


def found(text):
    return list(headers(text, 0, len(text)))


def header(text):
    """The only header of a text."""
    (only,) = found(text)
    return only


AGED = ["Jane Doe 3y 12", "Jane Doe · 3 years ago · 12 points", "[-]Jane Doe 3y 12",
        "[–] Jane Doe 3 hours ago", "[-]Jane Doe3y12", "Jane Doe 3mo* 12 4",
        "**Jane Doe** 5d 2"]  # fmt: skip
STACKED = ["Jane Doe\n3y\n12", "Jane Doe\n\n3y\n\n12", "Jane Doe\n3 years ago\n12 points",
           "[-] Jane Doe\n2023-05-01\n12", "Jane Doe\n3y 12"]  # fmt: skip
DATED = ["**Jane Doe** · 2023-05-01", "### Jane Doe (2023-05-01)", "Jane Doe — 1 May 2023",
         "Jane Doe, May 1, 2023", "Jane Doe on 2023-05-01 10:30",
         "- Jane Doe | 2023-05-01:"]  # fmt: skip
BY = ["Comment by Jane Doe on 1 May 2023", "Comment by Jane Doe", "**Reply from Jane Doe**",
      "### Answer by Jane Doe · 2023-05-01", "On 2023-05-01, Jane Doe wrote:"]  # fmt: skip
WROTE = ["Jane Doe writes:", "**Jane Doe said:**", "Jane Doe replied:"]
CHAT = ["[Jane Doe] [10:30]", "[10:30] Jane Doe:"]
STYLES = {"aged": AGED, "stacked": STACKED, "dated": DATED, "by": BY, "wrote": WROTE, "chat": CHAT}


@pytest.mark.parametrize(
    ("style", "line"), [(style, line) for style, lines in STYLES.items() for line in lines]
)
def test_a_header_names_who_wrote_what_follows(style, line):
    one = header(f"{line}\nI think so.\n")
    assert (one.style, one.name, one.start, one.end) == (style, "Jane Doe", 0, len(line))


@pytest.mark.parametrize("line", ["Jane Doe:", "**Jane Doe:**", "**Jane Doe**:", "*Jane Doe:*"])
def test_a_name_before_a_colon_is_a_label_and_ends_behind_it(line):
    one = header(f"{line} I think so.\n")
    assert (one.style, one.name, one.end) == ("label", "Jane Doe", len(line))


def test_a_user_name_and_a_day_are_a_header():
    one = header("@jane on 2023-05-01\n")
    assert (one.style, one.name, one.date) == ("handle", "jane", "2023-05-01")


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("**Jane Doe** · 2023-05-01", "2023-05-01"),
        ("Comment by Jane Doe on 1 May 2023", "2023-05-01"),
        ("On May 1, 2023, Jane Doe wrote:", "2023-05-01"),
        ("Jane Doe\n2023-05-01\n12", "2023-05-01"),
        ("Jane Doe 3y 12", None),
        ("**Jane Doe** · 2023-02-30", None),
    ],
)
def test_a_header_may_tell_the_day(line, date):
    assert header(line).date == date


def test_a_header_may_tell_a_user_name_beside_the_name():
    assert header("**Jane Doe** (@jane_d) · 2023-05-01").handle == "jane_d"


def test_links_in_a_header_are_the_profile_and_the_place_of_the_comment():
    one = header(
        "[Jane Doe](https://example.org/users/jane) · [2023-05-01](https://example.org/c/7) · 12"
    )
    assert (one.name, one.profile, one.permalink) == (
        "Jane Doe", "https://example.org/users/jane", "https://example.org/c/7"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "sure"),
    [
        ("Jane Doe 3y 12", True),
        ("Jane Doe\n3y\n12", True),
        ("Comment by Jane Doe", True),
        ("[10:30] Jane Doe:", True),
        ("Jane Doe 3y", False),
        ("Jane Doe\n3y", False),
        ("Jane Doe (2023-05-01)", False),
        ("Jane Doe:", False),
        ("Jane Doe writes:", False),
    ],
)
def test_points_and_by_make_a_header_sure(line, sure):
    assert header(line).sure is sure


@pytest.mark.parametrize(
    "name",
    ["jane_doe", "ann.lee", "1a3orn", "gwern", "Иван Петров", "山田 太郎", "李明", "محمد علي",
     "José García-Márquez", "Conor O'Brien", "Seán O’Neill", "Jane van der Doe", "J. R. Doe",
     "Will", "May", "3y", "me"],
)  # fmt: skip
def test_a_header_may_have_any_name(name):
    assert header(f"{name} 3y 12\n").label == name


@pytest.mark.parametrize(
    "name",
    ["😀", "¯\\_(ツ)_/¯", "Jane|Doe", "Jane: Doe", '"Jane"', "(Jane)", "Jane Doe (she)",
     "Jane Doe, PhD", "[deleted]", "▲ Jane", "Comments", "Anonymous"],
)  # fmt: skip
@pytest.mark.parametrize("form", ["{} 3y 12", "{}\n3y\n12", "**{}** · 2023-05-01"])
def test_a_header_whose_name_cannot_be_trusted_is_a_header_of_nobody(form, name):
    assert header(form.format(name) + "\nI think so.\n").name is None


@pytest.mark.parametrize(
    "role",
    [
        "Interviewer",
        "Host",
        "Audience",
        "Human",
        "Student",
        "User",
        "Guest",
        "Anonymous",
        "Somebody",
    ],
)
def test_a_role_before_a_colon_is_nobody(role):
    assert header(f"{role}: I think so.\n").name is None


@pytest.mark.parametrize(
    "line",
    [
        "Jane Doe", "Jane Doe.", "3y 12", "2023-05-01", "12", "Jane Doe 2023", "Jane Doe 3.5y",
        "Jane Doe 12:30", "I think: yes.", "https://example.org", "see a:b", "> Jane Doe 3y 12",
        "> Jane Doe:", "Summary: it fails.", "Note: it fails.", "- Jane Doe: it fails.",
        "1. Jane Doe: it fails.", "Jane Doe wrote it", "Jane Doe 3y 12 and more words",
    ],
)  # fmt: skip
def test_other_lines_are_no_headers(line):
    assert [one.label for one in found(f"Words of one.\n{line}\nWords.\n") if one.name] == []


@pytest.mark.parametrize(("opened", "closed"), [("```", "```"), ("~~~", "~~~"), ("```py", "```")])
def test_code_has_no_headers(opened, closed):
    assert found(f"{opened}\nJane Doe 3y 12\nI think so.\n{closed}\nWords.\n") == []


def test_code_that_is_never_closed_has_no_headers():
    assert found("```\nJane Doe 3y 12\nI think so.\n") == []


def test_headers_come_behind_code_again():
    assert [one.name for one in found("```\nx\n```\nJane Doe 3y 12\nI think so.\n")] == ["Jane Doe"]


@pytest.mark.parametrize("end", ["\n", "\r\n", " \n", "\t\r\n"])
@pytest.mark.parametrize("form", ["Jane Doe 3y 12", "**Jane Doe** · 2023-05-01", "Jane Doe wrote:"])
def test_blanks_at_the_end_of_a_line_are_no_part_of_a_header(form, end):
    assert header(f"\ufeff{form}{end}I think so.{end}").end == 1 + len(form)


def test_headers_are_found_between_two_places_alone():
    text = "Jane Doe 3y 12\nI think so.\nAnn Lee 2y 3\nMe too.\nBob Roe 1y 2\nNo.\n"
    start, end = text.index("Ann"), text.index("Bob")
    assert [one.name for one in headers(text, start, end)] == ["Ann Lee"]


@pytest.mark.parametrize(
    ("written", "karma"), [("12", 12), ("−3 points", -3), ("40 karma", 40), (None, None)]
)
def test_the_points_of_a_header_are_a_number(written, karma):
    assert points(written) == karma
