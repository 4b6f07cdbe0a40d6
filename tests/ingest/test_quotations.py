"""Where a page quotes, and where it only looks so."""

import pytest

from ingest.quotations import quotations
from tests.ingest.reading import JANE, said, whose


def quoted(text):
    """What is quoted in a text."""
    return [text[found.start : found.end] for found in quotations(text, 0, len(text))]


# block quotes


def test_marked_lines_that_follow_each_other_are_one_quotation():
    assert quoted("I read:\n> Measures fail.\n> Always.\nI agree.\n") == [
        "> Measures fail.\n> Always.\n"
    ]


def test_marked_paragraphs_are_one_quotation():
    assert quoted("> One.\n>\n> Two.\n\nThree.\n") == ["> One.\n>\n> Two.\n"]


def test_a_blank_line_between_marked_lines_parts_two_quotations():
    assert quoted("> One.\n\n> Two.\n") == ["> One.\n", "> Two.\n"]


@pytest.mark.parametrize("line", ["> One.", ">One.", "  > One.", ">\tOne.", "> “One.”", ">> One."])
def test_a_block_quote_may_be_marked_in_these_ways(line):
    assert quoted(f"Words.\n\n{line}\n\nWords.\n") == [f"{line}\n"]


@pytest.mark.parametrize(
    "line",
    [">50 people came.", ">$5 is enough.", ">=2 is enough.", ">>> print(1)", "a > b", "-> so",
     "    > deep", "=> so"],
)  # fmt: skip
def test_a_greater_sign_is_no_quotation(line):
    assert quoted(f"One.\n{line}\nTwo.\n") == []


def test_quotes_in_a_quote_lie_deeper():
    found = quotations("> One.\n>> Two.\n> > Two.\n> One.\n", 0, 33)
    assert [part.level for part in found] == [1, 2, 1]


def test_a_tagged_quote_is_one_quotation():
    text = "Words.\n<blockquote cite='x'>\nOne.\n\nTwo.\n</blockquote>\nWords.\n"
    assert quoted(text) == ["<blockquote cite='x'>\nOne.\n\nTwo.\n</blockquote>\n"]


def test_a_tagged_quote_holds_those_in_it():
    text = "<blockquote>One. <blockquote>Two.</blockquote> One.</blockquote>Words."
    assert quoted(text) == [text.removesuffix("Words.")]


@pytest.mark.parametrize("text", ["<blockquote>One.", "</blockquote>One.", "<blockquoted>One."])
def test_a_tag_alone_quotes_nothing(text):
    assert quoted(text) == []


PROSE = "    Measures fail when they become targets, as everybody knows by now.\n"


@pytest.mark.parametrize("line", [PROSE, PROSE * 3, PROSE.replace("    ", "\t")])
def test_indented_prose_is_a_quotation(line):
    assert quoted(f"I read:\n\n{line}\nI agree.\n") == [line]


@pytest.mark.parametrize(
    "text",
    [
        f"I read:\n{PROSE}",
        f"- a point\n\n{PROSE}",
        f"1. a point\n\n{PROSE}",
        "See:\n\n    def measure(words):\n        return len(words)\n",
        "See:\n\n    Roses are red,\n    Violets are blue.\n",
        "See:\n\n    Jane    34    Oxford\n    Ann     32    York.\n",
    ],
    ids=["no blank line", "in a list", "in a numbered list", "code", "verse", "table"],
)
def test_other_indented_lines_are_none(text):
    assert quoted(text) == []


# quotation marks

SENTENCE = "Measures fail when they become targets."


@pytest.mark.parametrize(
    "marks",
    [
        "“{}”", '"{}"', "„{}“", "„{}”", "«{}»", "« {} »", "«\u00a0{}\u00a0»", "«\u202f{}\u202f»",
        "‘{}’",
    ],
    ids=ascii,
)  # fmt: skip
def test_a_sentence_in_marks_that_stands_by_itself_is_a_quotation(marks):
    quotation = marks.format(SENTENCE)
    assert quoted(f"She says: {quotation} I agree.\n") == [quotation]


def test_apostrophes_close_no_single_marks():
    quotation = "‘They don’t work when they’re targets.’"
    assert quoted(f"She says: {quotation} I agree.") == [quotation]


@pytest.mark.parametrize(
    "before", ["She says: ", "She says, ", "Fine. ", "", "She says — ", "*", "(", "Why? "]
)
def test_a_sentence_by_itself_follows_an_end_or_a_lead_in(before):
    assert quoted(f"{before}“{SENTENCE}”\n") == [f"“{SENTENCE}”"]


def test_several_sentences_are_a_quotation_wherever_they_stand():
    assert quoted(f"Whoever says “{SENTENCE} They do.” is right.") == [f"“{SENTENCE} They do.”"]


def test_a_quotation_may_end_with_the_sentence_around_it():
    assert quoted("She says: “Measures fail when they become targets”. So it is.") == [
        "“Measures fail when they become targets”"
    ]


@pytest.mark.parametrize("behind", [" says Ann Lee.", " Ann Lee said.", " said Ann."])
def test_a_quotation_may_end_with_who_says_it(behind):
    words = "“Measures fail when they become targets,”"
    assert quoted(f"{words}{behind}\n") == [words]


@pytest.mark.parametrize(
    "text",
    [
        "A “goal” that is “myopic” fails.",
        "She says: “Measures fail.”",
        "The essay “Measures fail when they become targets” is known.",
        "We call it “the law that all measures fail in the end”.",
        "Ask whether “measures fail when they become targets” is true.",
    ],
    ids=["words", "four words", "a title", "a phrase", "a clause"],
)
def test_a_phrase_in_marks_stays_its_authors(text):
    assert quoted(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "He is 5'10\" tall and she is 5'8\" tall. They said nothing. Nothing at all.",
        'A 10" screen broke. Then a 12" screen broke too. They all do.',
        '```\nprint("One two three four five.")\n```\n',
        "~~~\n“One two three four five.”\n~~~\n",
        "It's the dogs' bowl. It isn't the cats' bowl. That's all.",
        "the class of ’99. It was a good one. The best of ’em.",
    ],
    ids=["feet and inches", "inches", "code", "tildes", "apostrophes", "curly apostrophes"],
)
def test_other_signs_quote_nothing(text):
    assert quoted(text) == []


@pytest.mark.parametrize("mark", ["“", '"', "„", "«", "‘"])
def test_a_mark_that_is_never_closed_quotes_nothing(mark):
    assert quoted(f"She says: {mark}{SENTENCE}\n\nI do not agree.\n\nNot at all.\n") == []


def test_a_stray_mark_keeps_no_later_quotation_from_being_found():
    text = f"She says “no.\n\nI do not agree.\n\nThen he says: “{SENTENCE}”\n\nSo it is."
    assert quoted(text) == [f"“{SENTENCE}”"]


def test_a_mark_is_closed_within_some_pages_or_never():
    assert quoted("She says: “" + SENTENCE + " I go on." * 2_000 + "”\n") == []


def test_a_quotation_may_go_on_over_paragraphs_that_open_it_again():
    words = "“Measures fail. They do.\n\n“They become targets.\n\n“So they fail.”"
    assert quoted(f"She says:\n\n{words}\n\nI agree.") == [words]


def test_a_quotation_may_go_on_over_paragraphs():
    words = "“Measures fail. They do.\n\nThey become targets.”"
    assert quoted(f"She says:\n\n{words}\n\nI agree.") == [words]


def test_marks_within_marks_belong_to_the_outer_quotation():
    words = "“He said “measures fail” and left. I stayed.”"
    assert quoted(f"She says: {words} So it is.") == [words]


def test_a_block_quote_holds_the_marks_in_it():
    assert quoted(f"> She says: “{SENTENCE}”\n") == [f"> She says: “{SENTENCE}”\n"]


def test_quotations_are_found_between_two_places_alone():
    text = "> One.\n\nWords.\n\n> Two.\n\n> Three.\n"
    found = quotations(text, 5, text.index("> Three"))
    assert [text[part.start : part.end] for part in found] == ["> Two.\n"]


# what becomes of them


def test_a_quotation_is_its_quoters_part_and_not_their_words():
    text = "I read this:\n> Measures fail.\n> Always.\nI agree.\n"
    assert said(text, JANE) == [
        ("Jane Doe", "I read this:"),
        ("quoted from unnamed", "> Measures fail.\n> Always."),
        ("Jane Doe", "I agree."),
    ]


def test_a_text_may_be_all_quotation():
    assert said("> One.\n>\n> Two.", JANE) == [("quoted from unnamed", "> One.\n>\n> Two.")]


@pytest.mark.parametrize("sign", [":", "."])
def test_what_is_asked_before_an_answer_is_quoted(sign):
    text = f"Q{sign} Why does it fail?\nA{sign} Because it does.\n"
    assert said(text, JANE) == [
        ("quoted from unnamed", f"Q{sign} Why does it fail?"),
        ("Jane Doe", f"A{sign} Because it does."),
    ]


@pytest.mark.parametrize(
    "text", ["Q: Why does it fail?\nI wonder.\n", "A: Because.\n", "Quality: good.\nA: fine.\n",
             "Q3: it went well.\nA4: a size of paper.\n"],
)  # fmt: skip
def test_questions_without_answers_and_other_labels_stay_their_authors(text):
    assert {name for name, _ in said(text, JANE)} == {"Jane Doe"}


def test_a_question_on_a_page_of_nobodys_is_nobodys():
    assert whose("Q: Why does it fail?\nA: Because it does.\n", "Why") == ""
