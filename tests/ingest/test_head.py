"""Whose page it is by its first lines: each rule where it holds, and where it names nobody."""

import pytest

from ingest.authorship import segments_of
from ingest.document import Author
from tests.ingest.reading import author, parts, signed, whose

# profile

PROFILE = (
    "Jane Doe\n\nI study agents.\n\nWiki Contributions\n\nComments\n\nI think so.\n\nI agree.\n"
)


def test_a_user_page_belongs_to_the_name_on_its_first_line():
    assert author(PROFILE) == ("Jane Doe", "profile", "Jane Doe")


@pytest.mark.parametrize("name", ["quietlattice", "Jan van der Berg", "J. O’Neill-Żak", "007"])
def test_a_user_page_may_have_any_user_name(name):
    assert author(PROFILE.replace("Jane Doe", name))[0] == name


@pytest.mark.parametrize("start", ["\ufeff", "\n\n", " \r\n"], ids=ascii)
def test_a_user_page_may_begin_with_blanks(start):
    assert author(start + PROFILE) == ("Jane Doe", "profile", "Jane Doe")


@pytest.mark.parametrize(
    "text",
    [
        "On Goodhart\n\nMeasures fail.\n\nComments\n\nNice essay.",
        "On Goodhart\n\nWiki Contributions\n\nMeasures fail.",
        "On Goodhart\n\nComments\n\nNice.\n\nWiki Contributions\n",
        "Reward Ensembles\n\nOur Contributions\n\nWe test them.\n\nComments\n\nNice paper.",
        "Why I think that measures fail\n\nWiki Contributions\n\nComments\n",
        "Jane Doe\n\nMy Wiki Contributions are few\n\nComments on posts are many\n",
        "Jane Doe\n\n" + "Words. " * 3000 + "\n\nWiki Contributions\n\nComments\n",
        "Comments\n\nWiki Contributions\n\nComments\n\nNice.\n",
        "> Jane Doe\n\nWiki Contributions\n\nComments\n\nNice.\n",
    ],
    ids=["no contributions", "no comments", "other order", "a paper", "a long title", "no headings",
         "far down", "no name", "quoted"],
)  # fmt: skip
def test_other_pages_are_no_user_pages(text):
    assert signed(text) == set()


def test_the_user_name_in_the_bio_of_a_user_page_is_another_name():
    (segment,) = segments_of(PROFILE.replace("I study", "LW1.0 username jane_d. I study"))
    assert segment.authors == (Author("Jane Doe", ("jane_d",)),)


def test_the_comments_of_others_on_a_user_page_are_not_its_owners():
    text = PROFILE + "\nAnn Lee 3y 12\nYou are right, Jane.\n\nJane Doe 3y 4\nThank you.\n"
    assert whose(text, "You are right") == "Ann Lee"


# self-introduction

INTRODUCTION = "My name is Jane Doe. I study agents.\nI think that they seek power.\n"


def test_a_page_that_a_person_opens_is_theirs():
    assert author(INTRODUCTION) == ("Jane Doe", "self-introduction", "My name is Jane Doe")


@pytest.mark.parametrize(
    "opening",
    [
        "Hi, my name is Jane Doe.",
        "Hello everyone! My name is Jane Doe",
        "My name’s Jane Doe,",
        "My name is Jane Doe and I work here.",
        "\ufeffMy name is Jane Doe (she).",
        "A title\n\nMy name is Jane Doe!",
        "I'm Jane Doe, and I study agents.",
        "I am Jane Doe.",
    ],
    ids=ascii,
)
def test_an_introduction_may_be_worded_in_these_ways(opening):
    assert author(f"{opening}\nI study agents.\n")[0] == "Jane Doe"


@pytest.mark.parametrize(
    "name",
    ["John P. Smith", "J. R. Smith", "Ludwig van Beethoven", "Anne-Marie O'Neill", "Élodie Żak",
     "Maria del Carmen Ruiz", "Jean Luc Paul Doe"],
)  # fmt: skip
def test_a_name_may_have_these_forms(name):
    assert author(f"My name is {name}.\nI study agents.\n")[0] == name


@pytest.mark.parametrize("rest", [". I am new.", ". Today I ask.", ". AI is new.", ".", "! Hello."])
def test_a_name_ends_with_its_sentence(rest):
    assert author(f"My name is Anna Lee{rest}\nI study agents.\n")[0] == "Anna Lee"


def test_the_other_names_in_the_parenthesis_are_kept():
    text = (
        "My name is Mikhail Samin (diminutive Misha, @Mihonarium on Twitter, @misha in Telegram).\n"
    )
    (segment,) = segments_of(text)
    assert segment.authors == (Author("Mikhail Samin", ("Misha", "Mihonarium", "misha")),)


def test_other_words_in_the_parenthesis_are_no_names():
    (segment,) = segments_of("My name is Jane Doe (Oxford, write to jane@example.org).\n")
    assert segment.authors == (Author("Jane Doe"),)


@pytest.mark.parametrize(
    "text",
    [
        "My name is Jane. I am new.",
        "My name is not important.",
        "My name is on the list.",
        "Her name is Jane Doe.",
        "What if my name is Jane Doe?",
        "I am Very Happy to be here.",
        "I'm So Tired, and here is why.\nI work at a mill.",
        "I Am Jane Doe\n\nA film of that name. I work on its review.",
        "I am Legend, I am Groot, and so on.",
        "“My name is Jane Doe,” she said.",
        '"My name is Jane Doe," she said.',
        "'My name is Jane Doe,' she said.",
        "He wrote: “Hello all.\nMy name is Jane Doe and I am new.”\nNobody replied.",
        'He wrote: "Hello all.\nMy name is Jane Doe and I am new."\nNobody replied.',
        "> My name is Jane Doe. I study agents.\n\nWho would open like this?",
        "<blockquote>\nMy name is Jane Doe. I study agents.\n</blockquote>\nSo it goes.",
        "```\nMy name is Jane Doe. I study agents.\n```\nSo it goes.",
        "- My name is Jane Doe. I study agents.\n- I am Ann Lee. I write.",
        "One.\nTwo.\nThree.\nFour.\nFive.\nSix.\nMy name is Jane Doe.",
    ],
)
def test_what_is_no_introduction_names_nobody(text):
    assert signed(text) == set()


def test_a_name_without_a_word_about_the_person_opens_a_comment_and_signs_nothing_else():
    text = "My name is Jane Doe.\nGood points, all of them.\nI never said that.\n"
    assert parts(text)[0] == ("Jane Doe", "My name is Jane Doe.")
    assert parts(text)[1][0] == ""


def test_only_the_introduction_is_theirs_where_others_address_them():
    text = "My name is Jane Doe. Hi!\nWelcome, Jane!\nI disagree with all this.\n"
    assert parts(text) == [
        ("Jane Doe", "My name is Jane Doe. Hi!"),
        ("", "\nWelcome, Jane!\nI disagree with all this.\n"),
    ]


def test_only_the_introduction_is_theirs_where_others_use_their_other_name():
    text = "My name is Mikhail Samin (diminutive Misha).\n@Misha, why?\n"
    assert parts(text)[1] == ("", "\n@Misha, why?\n")


def test_only_the_introduction_is_theirs_where_a_guest_is_welcomed():
    text = "I'm Jane Doe, and I host this.\nAnn, welcome.\nThank you, Jane. I study measures.\n"
    assert whose(text, "I study measures") == ""


def test_what_stands_before_the_introduction_is_not_theirs_either():
    text = "Say who you are.\nMy name is Jane Doe.\nWelcome, Jane!\n"
    assert [name for name, part in parts(text) if "Say who" in part] == [""]


def test_a_byline_stands_up_to_somebody_else_who_introduces_themselves():
    text = "# Notes\n\nBy Ada Lovelace\n\nCats sleep.\n\nMy name is Bo Amundsen. Dogs bark.\n"
    assert (whose(text, "Cats sleep"), whose(text, "Dogs bark")) == ("Ada Lovelace", "")


def test_an_introduction_under_a_byline_with_one_of_its_names_is_of_the_same_person():
    text = "# Notes\n\nBy Ada Lovelace\n\nMy name is Ada King, a writer. Cats sleep.\n"
    assert whose(text, "Cats sleep") == "Ada King"


def test_where_two_people_introduce_themselves_nobody_owns_the_others_words():
    text = "My name is Jane Doe.\nI like logic.\nMy name is Ann Lee.\nI like cats.\n"
    assert [name for name, part in parts(text) if "cats" in part] != ["Jane Doe"]


def test_a_word_that_holds_a_name_is_not_the_name():
    text = "My name is Mark Doe. I study shops.\nThe market is marked by Marks.\n"
    assert parts(text) == [("Mark Doe", text)]


@pytest.mark.parametrize("end", ["\r\n", " \n", "\t\n", "\u00a0\n"], ids=ascii)
def test_the_ends_of_lines_change_no_introduction(end):
    text = INTRODUCTION.replace("\n", end)
    assert author(text) == ("Jane Doe", "self-introduction", "My name is Jane Doe")


# handle

BIO = "Message me!\nLW1.0 username Manfred. PhD in physics.\n"


def test_a_page_with_a_user_name_belongs_to_it():
    assert author(BIO + "I think so.\n") == ("Manfred", "handle", "LW1.0 username Manfred")


@pytest.mark.parametrize(
    "line",
    [
        "LW username: ann_lee",
        "My LessWrong handle is ann_lee.",
        "EA Forum username ann_lee, hi",
        "@ann_lee on Twitter. I study agents.",
        "@ann_lee on Twitter, @ann in Telegram. I'm a student.",
    ],
)
def test_a_user_name_may_be_given_in_these_ways(line):
    assert author(f"{line}\nI think so.\n")[0] == "ann_lee"


def test_a_bio_that_is_scraped_twice_is_one_bio():
    text = BIO + BIO + "I think so.\n"
    assert parts(text) == [("Manfred", text)]


def test_only_the_bio_is_theirs_where_others_name_the_user():
    text = BIO + BIO + "I agree with Manfred here.\n"
    assert parts(text) == [
        ("Manfred", (BIO + BIO).rstrip("\n")),
        ("", "\nI agree with Manfred here.\n"),
    ]


def test_a_bio_that_is_repeated_far_down_does_not_sign_what_lies_between():
    text = BIO + "I disagree with Manfred.\n" * 9 + BIO
    assert [name for name, part in parts(text) if "disagree" in part] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "LW username changes are confusing.",
        "LW handle and password are needed.",
        "The LW1.0 username Manfred is taken.",
        "Twitter username Manfred.",
        "```\nLW1.0 username Manfred.\n```\n",
        "@jane on Twitter said that measures fail.\n\nI disagree with her.",
        "I got this from\n@jane on Twitter.\nI disagree with her.",
        "Thanks to all.\n@jane on Twitter was kind.\n@ann on GitHub too.",
        "Follow us.\n@jane on Twitter\n\nMeasures fail.",
        "> LW1.0 username Manfred.",
        "One.\nTwo.\nThree.\nFour.\nFive.\nSix.\nLW1.0 username Manfred.",
    ],
)
def test_what_is_no_user_name_names_nobody(text):
    assert signed(text) == set()


# byline


@pytest.mark.parametrize(
    "line",
    ["By Jane Doe", "by Jane Doe", "*By Jane Doe*", "**By: Jane Doe**", "Author: Jane Doe",
     "Written by Jane Doe", "Posted by Jane Doe", "By Jane Doe · 2023-05-01",
     "by Jane Doe on May 1, 2023"],
)  # fmt: skip
def test_a_byline_names_the_author(line):
    assert author(f"On Goodhart\n\n{line}\n\nMeasures fail.\n") == ("Jane Doe", "byline", line)


@pytest.mark.parametrize("name", ["jane_doe", "JaneDoe", "jane2"])
def test_a_byline_may_name_a_user(name):
    assert author(f"On Goodhart\n\nby {name}\n\nMeasures fail.\n")[:2] == (name, "handle")


@pytest.mark.parametrize("word", ["and", "&"])
def test_a_byline_may_name_two(word):
    text = f"On Goodhart\nBy Jane Doe {word} Ann Lee\nMeasures fail.\n"
    assert signed(text) == {"Jane Doe, Ann Lee"}


def test_a_byline_may_name_three():
    text = "On Goodhart\nAuthors: Jane Doe, Ann Lee, and Bob Roe\nMeasures fail.\n"
    assert signed(text) == {"Jane Doe, Ann Lee, Bob Roe"}


def test_a_byline_may_tell_the_profile():
    text = "On Goodhart\n\nby [Jane Doe](https://example.org/users/jane)\n\nMeasures fail.\n"
    (segment,) = segments_of(text)
    assert segment.authors == (Author("Jane Doe", (), "https://example.org/users/jane"),)


@pytest.mark.parametrize("heading", ["Comments", "## 3 comments", "**Discussion**", "Replies (2)"])
def test_a_byline_does_not_sign_the_comments(heading):
    text = f"On Goodhart\n\nBy Jane Doe\n\nMeasures fail.\n\n{heading}\n\nThey do not.\n"
    assert (whose(text, "Measures fail"), whose(text, "They do not")) == ("Jane Doe", "")


def test_a_byline_signs_no_list_of_what_others_wrote():
    text = "The Blog\n\nOn Goodhart\nby Jane Doe\nIt fails.\n\nOn Agents\nby Ann Lee\nThey act.\n"
    assert signed(text) == set()


def test_a_byline_may_stand_again_at_the_end():
    text = "On Goodhart\n\nBy Jane Doe\n\nMeasures fail.\n\nBy Jane Doe\n"
    assert signed(text) == {"Jane Doe"}


@pytest.mark.parametrize(
    "text",
    [
        "By Popular Demand\n\nMany asked me to write this.",
        "Why I write\n\nBy Popular Request\n\nMany asked me to.",
        "Great things\n\nBy Standing Order\n\nMany asked.",
        "On Goodhart\n\nby default\n\nMeasures fail.",
        "Sleep\n\nby day\n\nMeasures fail.",
        "Plan\n\nBy Monday, 1 May 2023\n\nWe shall be done.",
        "Plan\n\nBy January 1, 2023\n\nWe shall be done.",
        "On Goodhart\n\nTranslated by Jane Doe\n\nMeasures fail.",
        "On Goodhart\n\nEdited by Jane Doe\n\nMeasures fail.",
        "On Goodhart\n\nPhoto by Jane Doe\n\nMeasures fail.",
        "On Goodhart\n\nBy Jane Doe et al.\n\nMeasures fail.",
        "On Goodhart\n\nBy The Editors\n\nMeasures fail.",
        "The Blog\n\nMeasures Fail\n\n2023-05-01\n\nThey do when they are used.",
        "My Blog\nMeasuring Things\nMay 1, 2023\nThey fail when they are used.",
        "On Goodhart\n\nBy Jane\n",
        "On Goodhart\n\nBy Jane Doe we are told that measures fail.\n",
        "On Goodhart\n\nWe stand by Jane Doe\n",
        "On Goodhart\n\n“By Jane Doe”\n",
        "On Goodhart\n\n> By Jane Doe\n",
        "One.\nTwo.\nThree.\nFour.\nFive.\nSix.\nBy Jane Doe\n",
    ],
)
def test_what_is_no_byline_names_nobody(text):
    assert signed(text) == set()
