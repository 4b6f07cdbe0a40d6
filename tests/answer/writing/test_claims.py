"""Text and marks of a model's reply → its sentences, each with what it cites."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.writing.claims import ClaimReader
from answer.writing.marks import NOUN, Claim, Mark
from answer.writing.reader import MarkerReader


def claims(*parts, whole=True):
    """The claims of a reply that comes in parts."""
    marks, reader = MarkerReader(), ClaimReader()
    found = [claim for part in parts for claim in reader.feed(marks.feed(part))]
    return [*found, *reader.feed(marks.flush()), *reader.flush(whole)]


def told(reply):
    """Each claim as text, its nouns as @, and the sources that it cites."""
    return [
        (claim.text.replace(NOUN, "@"), *(mark.source for mark in claim.marks))
        for claim in claims(reply)
    ]


def begins(reply):
    return [claim.text for claim in claims(reply) if claim.begins]


@pytest.mark.parametrize(
    "reply",
    [
        "It is so [1]. Then more.",
        "It is so. [1] Then more.",
        "It is so.[1] Then more.",
        "It is so.[1]Then more.",
        "It is so.¹ Then more.",
        "It is so **[1]**. Then more.",
        "It is so ([1]). Then more.",
        "It is so, [1]. Then more.",
        "It is so — [1]. Then more.",
        "It is so. Source 1. Then more.",
        "It is so (Source 1). Then more.",
        "It is so, source 1. Then more.",
        "[1] It is so. Then more.",
        "[1]: It is so. Then more.",
        "It is [1] so. Then more.",
        "It is so.\n[1]\nThen more.",
        "It is so.\n\n[1]\n\nThen more.",
        "It is so.\nSource: [1]\nThen more.",
        "[1]\nIt is so. Then more.",
        "Source 1:\nIt is so. Then more.",
        "### Source 1\n\nIt is so. Then more.",
        "**Source 1**: It is so. Then more.",
        "It is so [1]\nThen more.",
    ],
)
def test_a_mark_belongs_to_one_sentence_and_leaves_no_trace(reply):
    (first, *marks), rest = told(reply)
    assert (first.rstrip("."), marks, rest) == ("It is so", [1], ("Then more.",))


@pytest.mark.parametrize(
    ("reply", "claim"),
    [
        ("“It is so.” [1] Then.", ("“It is so.”", 1)),
        ("It is, [1], so.", ("It is, so.", 1)),
        ("One [1], and two [2].", ("One, and two.", 1, 2)),
        ("It is so [1][2] [3], [4] and [5].", ("It is so.", 1, 2, 3, 4, 5)),
        ("It is [2] so [1] and [2].", ("It is so.", 2, 1)),
        ("It is so (Ada, [1]).", ("It is so (Ada).", 1)),
        ("word[1]word", ("word word", 1)),
        ("It is so. Source 1. Then.", ("It is so.", 1)),
        ("It [is](/a[1]) so [2].", ("It is so.", 1, 2)),
        ("It <b x=[1]>is</b> so [2].", ("It is so.", 1, 2)),
    ],
)
def test_marks_go_and_the_sentence_stays_in_order(reply, claim):
    assert told(reply)[0] == claim


@pytest.mark.parametrize(
    ("reply", "text"),
    [
        ("[1] argues that it is so.", "@ argues that it is so."),
        ("Source 1 argues that it is so.", "@ argues that it is so."),
        ("It is. [1] says that it is so.", "@ says that it is so."),
        ("According to [1], it is so.", "According to @, it is so."),
        ("According to source [1], it is so.", "According to @, it is so."),
        ("In [1], Ada says that it is so.", "In @, Ada says that it is so."),
        ("It is so, as [1] puts it.", "It is so, as @ puts it."),
        ("It is so, and [1] agrees.", "It is so, and @ agrees."),
        ("[1]’s author says so.", "@’s author says so."),
        ("It follows from Source 1.", "It follows from @."),
    ],
)
def test_a_mark_that_is_a_part_of_the_grammar_stays_as_a_noun(reply, text):
    last = claims(reply)[-1]
    assert (last.text.replace(NOUN, "@"), last.nouns, last.marks) == (text, (Mark(1),), (Mark(1),))


@pytest.mark.parametrize("many", ["[1, 2]", "[1] and [2]", "Sources 1 and 2", "[1][2]"])
def test_nouns_that_stand_together_are_listed(many):
    assert claims(f"{many} argue that.") == [
        Claim(f"{NOUN} and {NOUN} argue that.", *[(Mark(1), Mark(2))] * 2, begins=True)
    ]


@pytest.mark.parametrize(
    "reply",
    [
        "[1] Ada says so. [2] Bo does not.",
        "[1]: Ada says so. [2]: Bo does not.",
        "[1] Ada says so.\n[2] Bo does not.",
        "[1]\nAda says so.\n\n[2]\nBo does not.",
        "### Source 1\nAda says so.\n### Source 2\nBo does not.",
    ],
)
def test_marks_that_stand_before_sentences_belong_to_what_follows(reply):
    assert told(reply) == [("Ada says so.", 1), ("Bo does not.", 2)]


def test_a_noun_and_a_mark_of_the_same_source_are_cited_once():
    assert claims("[1] says that it is so [1].")[0].marks == (Mark(1),)


@pytest.mark.parametrize(
    "reply", ["Ada [1] claims that.", "Ada’s post [1] is so.", "It is so [1]."]
)
def test_a_mark_behind_a_name_is_no_noun(reply):
    assert claims(reply)[0].nouns == ()


def test_what_a_model_writes_for_a_noun_itself_is_dropped():
    assert told(f"It {NOUN}is so [1].") == [("It is so.", 1)]


@pytest.mark.parametrize(
    ("reply", "text"),
    [
        ("**It** is *so* and __so__ ~~not~~.", "It is so and so not."),
        ("***It*** is _so_.", "It is so."),
        ("## It is so ##", "It is so"),
        ("> It is so.", "It is so."),
        ("- It is so.", "It is so."),
        ("* **It**: is so.", "It: is so."),
        ("12. It is so.", "It is so."),
        ("**1.** It is so.", "It is so."),
        ("b) It is so.", "It is so."),
        ("| Ada | so | not |", "Ada: so; not"),
        ("It <b>is</b> so.<br>", "It is so."),
        ("See **https://a.b/_c_**.", "See https://a.b/_c_."),
        ("It [is](https://a.b/c_(d) 'x') so ![x](https://a.b).", "It is so x."),
        ("It is [1](https://a.b) so.", "It is so."),
        ("It is \\*so\\*\\", "It is *so*"),
        ("2 * 3 is a_b_c or `*d*. E` or $a_1 * b_2. c$ so.", None),
        ("Dr. Smith has 3.5 of them, e.g. this.", None),
        ("It is (so. Or not) and so on.", None),
    ],
)
def test_markup_is_taken_off(reply, text):
    assert [claim.text for claim in claims(reply)] == [text or reply]


@pytest.mark.parametrize("line", ["---", "***", "===", "|---|:--:|", "- - -", "**", "```\n```"])
def test_a_line_that_only_divides_says_nothing(line):
    assert told(f"It is so.\n{line}\n[1]") == [("It is so.", 1)]


def test_code_between_fences_is_one_claim_without_marks():
    assert told("It is:\n```py\nx = [1]\n\ny. Z\n```\nSo [2].") == [
        ("It is:",),
        ("x = [1] y. Z",),
        ("So.", 2),
    ]


def test_paragraphs_items_and_headings_begin_anew():
    reply = "One. Two.\nThree.\n\nFour. Five.\n- Six\n- Seven\n# Eight\nNine.\n| Ten |"
    assert begins(reply) == ["One.", "Four.", "Six", "Seven", "Eight", "Nine.", "Ten"]


@pytest.mark.parametrize(
    "sources",
    [
        "Sources:\n[1] A title\n[2] Another",
        "Sources: [1] A title. Of 2020. [2] Another",
        "**Sources**\n\n- [1] A title\n- [2] Another",
        "## References\n\n1. A title [1]\n\n2. Another",
        "References\nAda, A title\nBo, Another",
        "Sources used: [1], [2]",
        "Citations:\n\n[1]: https://a.b",
    ],
)
def test_a_list_of_sources_is_taken_out(sources):
    assert told(f"It is so.\n\n{sources}") == [("It is so.",)]


def test_an_answer_goes_on_after_a_list_of_sources():
    assert told("One.\n\nSources:\n\n- [1] A title\n\n- [2] B\n\nTwo [1].") == [
        ("One.",),
        ("Two.", 1),
    ]


def test_sources_under_each_item_are_what_it_cites():
    assert told("- One.\n  Sources: [1], [2]\n- Two.") == [("One.", 1, 2), ("Two.",)]


@pytest.mark.parametrize(
    ("so_far", "over"),
    [
        ("It is so. Then ", 1),
        ("It is so. [1] Then ", 1),
        ("It is so [1]. Then", 0),
        ("It is so. [1]", 0),
        ("It is so. [1] says ", 1),
        ("It is so.\n", 0),
        ("It is so.\n[1]", 0),
        ("It is so.\nThen", 1),
        ("It is “so. Then ", 0),
        ("It is “so. Then it” was. Next ", 1),
        ("See Dr. Smith ", 0),
    ],
)
def test_a_sentence_is_told_as_soon_as_no_mark_of_it_can_come(so_far, over):
    marks, reader = MarkerReader(), ClaimReader()
    assert len(reader.feed(marks.feed(so_far))) == over


@pytest.mark.parametrize(
    ("reply", "whole"), [("It is so.", True), ("It is so. And", False), ("It is “so.”", True)]
)
def test_a_reply_that_was_cut_off_has_a_last_claim_that_is_not_whole(reply, whole):
    assert claims(reply, whole=False)[-1].whole is whole
    assert claims(reply)[-1].whole


def test_a_sentence_that_does_not_end_is_cut():
    assert all(len(claim.text) <= 1300 for claim in claims("on and " * 1000))


WORDS = ["It is so", " Then", " and ", " says ", "According to ", "Sources:", "Source 3", " [2] "]
SIGNS = [
    *'.!“”"*_`()|',
    ". ",
    "**",
    "\n",
    "\n\n",
    "```\n",
    "- ",
    "> ",
    "1. ",
    "# ",
    "| a | b |",
    NOUN,
]
SHAPES = ["[1]", "[1, 2]", "<br>", "[x](http://a.b)", "$a$"]
BITS = st.sampled_from([*WORDS, *SIGNS, *SHAPES])
REPLIES = st.lists(BITS | st.text(max_size=3), max_size=30).map("".join)


@given(REPLIES, st.data())
def test_the_parts_that_a_reply_comes_in_do_not_count(reply, data):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(reply)), max_size=8)))
    parts = [reply[i:j] for i, j in zip([0, *cuts], [*cuts, len(reply)], strict=True)]
    assert claims(*parts) == claims(*reply) == claims(reply)


@given(REPLIES)
def test_claims_have_words_and_as_many_nouns_as_they_say(reply):
    for claim in claims(reply):
        assert claim.text == " ".join(claim.text.split()) != ""
        assert claim.text.count(NOUN) == len(claim.nouns)
        assert set(claim.nouns) <= set(claim.marks)
        assert {type(mark) for mark in claim.marks + claim.nouns} <= {Mark}
