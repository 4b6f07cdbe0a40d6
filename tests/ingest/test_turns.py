"""Threads and conversations: who speaks from where to where, and pages that only look like one."""

import pytest

from ingest.authorship import segments_of
from tests.ingest.reading import JANE, said, signed, whose

SAID = (
    "I think that measures fail when they become targets.",
    "I do not agree with you on this at all.",
    "Why do you not agree with me, may I ask?",
    "Because I have seen it with my own eyes.",
)

FORMS = {
    "age and points": "{} 3y 12\n",
    "minus, age and points": "[-]{} 3y 12\n",
    "one under the other": "{}\n3y\n12\n",
    "day and points": "{}\n2023-05-01\n12 points\n",
    "bold and a day": "**{}** · 2023-05-01\n",
    "heading and a day": "### {} (2023-05-01)\n",
    "comment by": "Comment by {} on 1 May 2023\n",
    "label": "{}: ",
    "bold label": "**{}:** ",
    "writes": "{} writes:\n",
    "chat": "[10:30] {}: ",
}


def thread(form, *names):
    """A thread under headers of one form."""
    turns = zip(names, (*SAID, *SAID), strict=False)
    return "\n\n".join(form.format(name) + words for name, words in turns) + "\n"


def spoken(*names):
    return list(zip(names, SAID, strict=False))


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("names", [("Jane Doe", "Ann Lee"), ("jane_doe", "ann.lee")], ids=str)
def test_each_turn_is_its_speakers(form, names):
    one, other = names
    assert said(thread(form, one, other, one, other)) == spoken(one, other, one, other)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_line_ends_of_windows_change_nothing(form):
    text = thread(form, "Jane Doe", "Ann Lee", "Jane Doe", "Ann Lee").replace("\n", "\r\n")
    assert said(text) == spoken("Jane Doe", "Ann Lee", "Jane Doe", "Ann Lee")


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_turn_whose_speaker_cannot_be_told_is_nobodys(form):
    text = thread(form, "Jane Doe", "Ann Lee", "¯\\_(ツ)_/¯", "Ann Lee", "Jane Doe")
    assert whose(text, SAID[2]) == ""


@pytest.mark.parametrize("name", ["[deleted]", "Anonymous"])
@pytest.mark.parametrize("form", ["{} 3y 12\n", "{}\n3y\n12\n", "**{}** · 2023-05-01\n"])
def test_a_deleted_users_turn_is_nobodys(form, name):
    assert whose(thread(form, "Jane Doe", "Ann Lee", name, "Ann Lee"), SAID[2]) == ""


@pytest.mark.parametrize(
    ("name", "basis"), [("Jane Doe", "byline"), ("jane_doe", "handle"), ("Jane", "handle")]
)
def test_a_full_name_is_a_byline_and_a_user_name_a_handle(name, basis):
    text = thread("{} 3y 12\n", name, "Ann Lee")
    (first,) = [part for part in segments_of(text) if name in part.writers]
    assert (first.basis, first.evidence.text) == (basis, f"{name} 3y 12")


def test_what_stands_before_the_comments_is_not_the_first_ones():
    text = "On Goodhart\n\nIt is a law.\n\n" + thread("{} 3y 12\n", "Jane Doe", "Ann Lee")
    assert said(text) == [("", "On Goodhart\n\nIt is a law."), *spoken("Jane Doe", "Ann Lee")]


def test_the_comments_under_a_page_of_somebody_are_those_of_their_writers():
    text = "On Goodhart\n\nIt is a law.\n\n" + thread("{} 3y 12\n", "Bob Roe", "Ann Lee")
    assert said(text, JANE)[1:] == spoken("Bob Roe", "Ann Lee")


def test_a_young_comment_without_points_ends_the_turn_before_it():
    text = f"Jane Doe 3y 12\n{SAID[0]}\n\nAnn Lee 3h\n{SAID[1]}\n\nBob Roe 2y 3\n{SAID[2]}\n"
    assert whose(text, SAID[0]) == "Jane Doe"
    assert whose(text, SAID[1]) in ("", "Ann Lee")


def test_a_comment_may_begin_with_the_name_of_the_one_it_answers():
    text = thread("{} 3y 12\n", "Jane Doe", "Ann Lee").replace("I do not", "Jane Doe: I do not")
    assert whose(text, "I do not agree") == "Ann Lee"


def test_a_comment_may_end_with_a_signature():
    text = thread("{} 3y 12\n", "Jane Doe", "Ann Lee") + "— Bob Roe\n"
    assert whose(text, "Bob Roe") == "Ann Lee"


@pytest.mark.parametrize(
    "quoted",
    [
        "> Bob Roe 1y 2\n> Words of his.",
        "```\nBob Roe 1y 2\nWords of his.\n```",
        "| Bob Roe | 3y 12 |",
    ],
)
def test_a_header_that_is_quoted_or_code_or_in_a_table_ends_no_turn(quoted):
    text = thread("{} 3y 12\n", "Jane Doe", "Ann Lee") + f"{quoted}\n\nSo it was.\n"
    assert whose(text, "So it was.") == "Ann Lee"


def test_a_line_that_speaks_of_years_signs_nothing():
    text = thread("{} 3y 12\n", "Jane Doe", "Ann Lee") + "I waited 3 years\nand then left.\n"
    assert signed(text) == {"Jane Doe", "Ann Lee"}


# conversations


def test_a_person_who_answers_once_is_not_told_from_a_label():
    text = thread("{}: ", "Jane Doe", "Ann Lee", "Jane Doe", "Remark", "Ann Lee", "Jane Doe")
    assert signed(text) == {"Jane Doe", "Ann Lee"}


@pytest.mark.parametrize("role", ["Interviewer", "Host", "Narrator", "Guest", "Anonymous", "Q&A"])
def test_the_words_of_a_role_are_nobodys(role):
    text = thread("{}: ", role, "Jane Doe", role, "Jane Doe")
    assert [name for name, _ in said(text)] in (["", "Jane Doe"] * 2, [""])


def test_a_first_name_stands_for_the_full_name_that_is_there_too():
    text = thread("{}: ", "Jane Doe", "Ann Lee", "Jane", "Ann")
    assert {name.split()[0] for name, _ in said(text)} == {"Jane", "Ann"}


def test_what_follows_a_conversation_is_not_the_last_speakers():
    text = thread("{}: ", "Bob", "Ann", "Bob", "Ann") + "\nThat is all that I heard of them.\n"
    assert whose(text, "That is all", JANE) == "Jane Doe"


def test_the_turns_that_a_page_shows_are_quoted():
    text = "I met them.\n\n" + thread("{}: ", "Bob", "Ann", "Bob", "Ann")
    assert [name for name, _ in said(text, JANE)] == [
        "Jane Doe", *["quoted from Bob", "quoted from Ann"] * 2
    ]  # fmt: skip


def test_owners_are_not_quoted_where_they_speak_themselves():
    text = "I met him.\n\n" + thread("{}: ", "Bob", "Jane", "Bob", "Jane")
    assert whose(text, SAID[1], JANE) == "Jane Doe"


# pages that look like a thread and are none

AT_LENGTH = "It was made in a town by the sea."


def before(*labels):
    """Labels before a sentence each, twice over."""
    return "".join(f"{label}: {AT_LENGTH}\n" for label in (*labels, *labels))


def over(*lines):
    """Lines over a sentence each."""
    return "\n\n".join(f"{line}\n{AT_LENGTH}" for line in lines) + "\n"


NO_THREADS = {
    "glossary": before("Agent", "Reward"),
    "recipe": before("Flour", "Sugar"),
    "cities": before("Berlin", "Paris"),
    "chess": before("White", "Black"),
    "for and against": before("Pro", "Con"),
    "song": "Chorus:\nOh the sea is wide and blue\nVerse:\nOh the land is wide and green\n" * 2,
    "survey": "Germany: 54 of 100 people asked.\nFrance: 43 of 100 people asked.\n",
    "mail": "From: Jane Doe\nTo: Ann Lee\nDate: 2023-05-01\nSubject: Hello\n\nDear Ann, hi.\n",
    "changes": over("## Alpha Release · 2023-05-01", "## Beta Build · 2022-05-01"),
    "changes, one word": over("## Unreleased · 2023-05-01", "## Yanked · 2022-05-01"),
    "changes, bold": over("**Alpha Release** · 2023-05-01", "**Beta Release** · 2022-05-01"),
    "newsletter": over("# Letter", "## Goodhart – 2023-05-01", "## Reward – 2023-05-08"),
    "programme": over("Opening Talk (2023-05-01)", "Closing Talk (2023-05-02)"),
    "rooms": over("Room A · 1 May 2023", "Room B · 2 May 2023"),
    "one event": over("Berlin Meetup · 1 May 2023"),
    "events": over("Berlin Meetup · 1 May 2023", "Paris Meetup · 2 May 2023"),
    "feed": over("Measures Fail\n2023-05-01", "Agents Stop\n2023-05-08"),
    "lives": over("Jane Doe (1 May 1923)", "Ann Lee (2 May 1924)"),
    "obituaries": over("Jane Doe, 1 May 2023", "Ann Lee, 2 May 2023"),
    "petition": "For peace:\n\nJane Doe, 1 May 2023\nAnn Lee, 2 May 2023\nBob Roe, 3 May 2023\n",
    "references": over("Doe, J. (2019-05-01)", "Lee, A. (2020-05-01)"),
    "references, names": over("Jane Doe (May 1, 2019)", "Ann Lee (May 2, 2020)"),
    "race": "Results\n\nJane Doe 3h 12\nAnn Lee 4h 13\nBob Roe 4h 15\n",
    "table": "Germany 3y 12\nFrance 4y 13\n",
    "csv": "name,age,points\nJane Doe,3y,12\nAnn Lee,4y,13\n",
    "cooking": over("Boil 10 minutes", "Rest 5 minutes"),
    "team": f"Our team\n\nJane Doe 34y\nAnn Lee 32y\n\n{AT_LENGTH}\n",
    "tags": "<item><title>Jane Doe</title><pubDate>2023-05-01</pubDate></item>\n" * 2,
    "code": "```\nJane Doe 3y 12\nI think so.\n```\nThat was code.\n",
    "art": " /\\_/\\\n( o.o )\n > ^ <\n",
    "models": thread("{}: ", "Human", "Assistant", "Human", "Assistant"),
}


@pytest.mark.parametrize("text", NO_THREADS.values(), ids=NO_THREADS)
def test_what_looks_like_a_thread_and_is_none_names_nobody(text):
    assert signed(text) == set()


@pytest.mark.parametrize("text", NO_THREADS.values(), ids=NO_THREADS)
def test_what_looks_like_a_thread_stays_its_owners(text):
    assert signed(text, JANE) == {"Jane Doe"}
