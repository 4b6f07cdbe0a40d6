"""Who wrote which part of a page: each rule where it holds, and where it must name nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.authorship import segments_of
from ingest.document import Author


def parts(text):
    """The parts of a text with the name that each is signed with."""
    return [
        (", ".join(author.name for author in segment.authors), text[segment.start : segment.end])
        for segment in segments_of(text)
    ]


def author(text):
    """The one author of a whole text, with the basis and the words that it rests on."""
    (segment,) = segments_of(text)
    ((name),) = [author.name for author in segment.authors]
    assert segment.evidence.text == text[segment.evidence.start : segment.evidence.end]
    return name, segment.basis, segment.evidence.text


def signed(text):
    """Everybody whom some part of a text is signed with."""
    return {name for name, _ in parts(text) if name}


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
    ],
    ids=["no contributions", "no comments", "other order", "a paper", "a long title", "no headings",
         "far down"],
)  # fmt: skip
def test_other_pages_are_no_user_pages(text):
    assert parts(text) == [("", text)]


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
        "“My name is Jane Doe,” she said.",
        '"My name is Jane Doe," she said.',
        "'My name is Jane Doe,' she said.",
        "He wrote: “Hello all.\nMy name is Jane Doe and I am new.”\nNobody replied.",
        'He wrote: "Hello all.\nMy name is Jane Doe and I am new."\nNobody replied.',
        "> My name is Jane Doe.\n\nWho would open like this?",
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


def test_what_stands_before_the_introduction_is_not_theirs_either():
    text = "Say who you are.\nMy name is Jane Doe.\nWelcome, Jane!\n"
    assert [name for name, part in parts(text) if "Say who" in part] == [""]


def test_where_two_people_introduce_themselves_nobody_owns_the_others_words():
    text = "My name is Jane Doe.\nI like logic.\nMy name is Ann Lee.\nI like cats.\n"
    assert [name for name, part in parts(text) if "cats" in part] != ["Jane Doe"]


def test_a_word_that_holds_a_name_is_not_the_name():
    text = "My name is Mark Doe. I study shops.\nThe market is marked by Marks.\n"
    assert parts(text) == [("Mark Doe", text)]


# handle

BIO = "Message me!\nLW1.0 username Manfred. PhD in physics.\n"


def test_a_page_with_a_user_name_belongs_to_it():
    assert author(BIO + "I think so.\n") == ("Manfred", "handle", "LW1.0 username Manfred")


@pytest.mark.parametrize(
    "line",
    ["LW username: ann_lee", "My LessWrong handle is ann_lee.", "EA Forum username ann_lee, hi"],
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
        "> LW1.0 username Manfred.",
        "One.\nTwo.\nThree.\nFour.\nFive.\nSix.\nLW1.0 username Manfred.",
    ],
)
def test_what_is_no_user_name_names_nobody(text):
    assert signed(text) == set()


# byline


@pytest.mark.parametrize(
    "line", ["By Jane Doe", "by Jane Doe", "*By Jane Doe*", "**By: Jane Doe**"]
)
def test_a_byline_names_the_author(line):
    assert author(f"On Goodhart\n\n{line}\n\nMeasures fail.\n") == ("Jane Doe", "byline", line)


@pytest.mark.parametrize("word", ["and", "&"])
def test_a_byline_may_name_two(word):
    (segment,) = segments_of(f"On Goodhart\nBy Jane Doe {word} Ann Lee\nMeasures fail.\n")
    assert segment.authors == (Author("Jane Doe"), Author("Ann Lee"))


@pytest.mark.parametrize(
    "text",
    [
        "By Popular Demand\n\nMany asked me to write this.",
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


# order of the rules, metadata


def test_a_user_page_belongs_to_its_owner_whoever_is_introduced_on_it():
    text = PROFILE.replace("I study agents.", "My name is Ann Lee.")
    assert author(text)[:2] == ("Jane Doe", "profile")


def test_metadata_counts_more_than_the_text():
    (segment,) = segments_of(INTRODUCTION, (Author("Ann Lee"),))
    assert (segment.authors, segment.basis, segment.evidence) == (
        (Author("Ann Lee"),),
        "metadata",
        None,
    )


# quotations


def test_a_block_quote_is_said_by_somebody_unnamed():
    text = "I read this:\n> Measures fail.\n> Always.\nI agree.\n"
    segments = segments_of(text, (Author("Jane Doe"),))
    assert [(text[s.start : s.end], s.speaker) for s in segments] == [
        ("I read this:\n", None), ("> Measures fail.\n> Always.\n", "unnamed"), ("I agree.\n", None)
    ]  # fmt: skip


def test_a_block_quote_keeps_who_quotes_and_gives_them_none_of_its_words():
    _, quotation = segments_of("I read:\n> Measures fail.\n", (Author("Jane Doe"),))
    assert (quotation.authors, quotation.writers) == ((Author("Jane Doe"),), ())


def test_a_text_that_is_all_quotation_is_one_segment():
    (segment,) = segments_of("> One.\n>\n> Two.", (Author("Jane Doe"),))
    assert segment.speaker == "unnamed"


@pytest.mark.parametrize(
    "line", [">50 people came.", ">$5 is enough.", ">=2 is enough.", ">>> print(1)", "a > b"]
)
def test_a_greater_sign_is_no_quotation(line):
    assert parts(f"One.\n{line}\nTwo.\n") == [("", f"One.\n{line}\nTwo.\n")]


RULES = ["My name is Jane Doe. ", "Jane", "Comments", "Wiki Contributions", "LW1.0 username Ann."]
PIECES = [*RULES, "By Jane Doe", "\n", "\n\n", "\r\n", "> ", "    ", "words ", "\ufeff", "“", "é🙂"]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5)).map("".join))
def test_segments_cover_the_text_in_order_and_without_overlap(text):
    segments = segments_of(text)
    assert "".join(text[segment.start : segment.end] for segment in segments) == text
    assert segments[0].start == 0
    assert segments[-1].end == len(text)


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_evidence_is_the_words_at_its_place(text):
    found = [segment.evidence for segment in segments_of(text) if segment.evidence]
    assert all(text[evidence.start : evidence.end] == evidence.text for evidence in found)
