"""The comments that a row brings with its text, and the parts that they become."""

import pytest

from ingest.document import Author
from ingest.replies import Reply, replies, with_replies

JANE, ANN, BOB = Author("Jane Doe"), Author("Ann Lee"), Author("Bob Roe")
WORDS = "Every measure fails as soon as it becomes a target."


def reply(text, *authors, id=None, parent=None, url=None, date=None):
    return Reply(id, text, authors, parent, url, date, None)


def parts(text, authors, *found):
    """The words of each part with who wrote them, who is quoted, and the number of its parent."""
    whole, segments = with_replies(text, authors, found)
    return [
        (whole[part.start : part.end].strip(), part.writers, part.speaker, part.parent)
        for part in segments
    ]


def test_a_comment_is_read_with_all_that_it_tells():
    (found,) = replies(
        [
            {
                "id": "c1",
                "text": "I agree.",
                "author": "Ann Lee",
                "parent": "c0",
                "url": "https://example.org/c1",
                "date": "2023-05-01",
            }
        ]
    )
    assert found == Reply(
        "c1", "I agree.", (ANN,), "c0", "https://example.org/c1", "2023-05-01", None
    )


@pytest.mark.parametrize("field", ["text", "markdown", "body"])
def test_the_words_of_a_comment_may_stand_in_these_fields(field):
    assert [found.text for found in replies([{field: "I agree."}])] == ["I agree."]


@pytest.mark.parametrize(
    "value",
    [None, "words", 7, {"text": "words"}, [], [None], ["words"], [{}], [{"text": " \n"}],
     [{"text": 7}], [{"text": ["words"]}]],
)  # fmt: skip
def test_what_is_no_comment_is_left_out(value):
    assert list(replies(value)) == []


def test_each_comment_is_its_writers_by_metadata():
    _, segments = with_replies("Measures fail.", (JANE,), [reply("I agree.", ANN)])
    assert [(part.writers, part.basis) for part in segments] == [
        (("Jane Doe",), "metadata"),
        (("Ann Lee",), "metadata"),
    ]


def test_a_comment_whose_writer_is_not_told_is_nobodys():
    _, segments = with_replies("Measures fail.", (JANE,), [reply("I agree.")])
    assert (segments[1].writers, segments[1].basis) == ((), "unknown")


def test_a_comment_stands_behind_the_text_with_its_own_address_and_day():
    text, segments = with_replies(
        "Measures fail.", (JANE,), [reply("I agree.", ANN, url="https://a.org/c", date="2023")]
    )
    assert text == "Measures fail.\n\nI agree."
    assert (segments[1].permalink, segments[1].date) == ("https://a.org/c", "2023")


def test_a_comment_answers_its_parent_or_the_text():
    found = parts(
        "Measures fail.",
        (JANE,),
        reply("I agree.", ANN, id="a"),
        reply("Why?", BOB, id="b", parent="a"),
        reply("I do not.", ANN, parent="b"),
    )
    assert [parent for *_, parent in found] == [None, 0, 1, 2]


def test_a_comment_whose_parent_is_not_there_answers_nothing():
    assert parts("Words.", (JANE,), reply("I agree.", ANN, parent="gone"))[1][3] is None


def test_a_comment_that_comes_before_its_parent_answers_nothing():
    found = parts("Words.", (JANE,), reply("Why?", BOB, parent="a"), reply("I agree.", ANN, id="a"))
    assert [parent for *_, parent in found] == [None, None, 0]


def test_parents_are_counted_by_pieces_where_comments_quote():
    found = parts(
        "Measures fail.",
        (JANE,),
        reply("> Elsewhere I read this.\n\nI agree.", ANN, id="a"),
        reply("Why?", BOB, parent="a"),
    )
    assert found[3] == ("Why?", ("Bob Roe",), None, 1)


def test_the_words_of_the_parent_are_quoted_from_its_writer():
    found = parts(
        "Words.",
        (JANE,),
        reply(WORDS, ANN, id="a"),
        reply(WORDS + " So I say.", BOB, id="b"),
        reply(f"> {WORDS}\n\nNo.", JANE, parent="b"),
    )
    assert found[3] == (f"> {WORDS}", (), "Bob Roe", 2)


def test_words_that_the_parent_has_not_are_quoted_from_the_earliest_who_has_them():
    found = parts(
        "Words.",
        (JANE,),
        reply(WORDS, ANN, id="a"),
        reply("Yes.", BOB, id="b"),
        reply(f"> {WORDS}\n\nNo.", JANE, parent="b"),
    )
    assert found[3] == (f"> {WORDS}", (), "Ann Lee", 1)


def test_the_words_of_the_text_are_quoted_from_its_author():
    assert parts(WORDS, (JANE,), reply(f"“{WORDS}” I doubt it.", ANN))[1] == (
        f"“{WORDS}”",
        (),
        "Jane Doe",
        0,
    )


def test_a_text_without_comments_is_left_as_it_is():
    assert with_replies("Words.", (JANE,), [])[0] == "Words."


def test_the_votes_for_a_post_and_for_a_comment_are_their_own():
    found = list(replies([{"text": "No.", "author": "Bo Ray", "baseScore": -3}]))
    _, segments = with_replies("Yes.", (Author("Ann Lee"),), found, 12)
    assert [segment.karma for segment in segments] == [12, -3]


def test_votes_that_are_no_number_are_none():
    (reply,) = replies([{"text": "No.", "karma": "many"}])
    assert reply.karma is None
