"""A quotation is looked for by its page and by the corpus; what is right comes from the data."""

import pytest

from evals.posts import Post
from evals.quoted_places import Quote, find, take_in
from evals.quoting import MEASURES, Found
from index.originals import Original, original
from ingest.document import Author, Document, Segment

ANN, BO = Author("Ann Lee"), Author("Bo Dean")
TEXT = "Ann says:\n> So it is.\nNo."
QUOTING = Document("k1", "file", TEXT, (Segment(0, len(TEXT), (BO,)),))
SOURCE = Document("k2", "file", "So it is.", (Segment(0, 9, (ANN,), "metadata"),))


def verdicts(names=("Ann Lee",), *, own=False, speaker=None, found=True):
    """What each measure says of a quotation, without those that it does not count for."""
    quote = Quote(QUOTING, (12, 21), names, SOURCE.id, own)
    segment = Segment(10, 22, (BO,), speaker=speaker)
    there = Original(SOURCE, 0, 9) if found else None
    every = {name: verdict(Found(quote, segment, there)) for name, verdict in MEASURES.items()}
    return {name: hit for name, hit in every.items() if hit is not None}


def test_the_original_is_known_and_its_author_is_right():
    found = verdicts(speaker="unnamed")
    assert (found["original known and right"], found["author of original right"]) == (True, True)


def test_the_page_alone_names_the_speaker():
    found = verdicts(speaker="Lee", found=False)
    assert (found["speaker by page right"], found["speaker right"]) == (True, True)


def test_the_original_counts_before_the_page():
    found = verdicts(speaker="Bo Dean")
    assert (found["speaker by page right"], found["speaker right"]) == (False, True)


def test_a_quotation_that_is_not_found_is_missed_and_not_wrong():
    found = verdicts(speaker="unnamed", found=False)
    assert (found["speaker found"], "speaker right" in found) == (False, False)


def test_words_that_are_given_to_those_who_quote_are_counted():
    assert verdicts()["given to those who quote"] is True


def test_the_page_is_not_asked_where_people_quote_themselves():
    assert "marked as quotation" not in verdicts(own=True)


def test_nothing_is_right_where_nobody_knows_who_is_quoted():
    assert "speaker right" not in verdicts(names=(), speaker="Ann Lee")


def test_a_quotation_on_a_line_with_marks_is_marked():
    quotes = [Quote(QUOTING, span, (), None, own=False).marked for span in ((12, 21), (22, 25))]
    assert quotes == [True, False]


@pytest.mark.parametrize(
    ("words", "span"), [("so IT, is", (12, 20)), ("it was", None), ("is no", (18, 24))]
)
def test_words_are_found_whatever_stands_between_them(words, span):
    assert find(words, TEXT) == span


def test_a_corpus_that_is_taken_in_tells_where_words_were_written(tmp_path):
    words = "Nobody has ever seen a swan that was not white at all."
    posts = [Post("1", words, author="Ann Lee"), Post("2", f"> {words}\n\nNo.", author="Bo Dean")]
    corpus = take_in(posts, tmp_path)
    found = original(corpus.document("2"), 2, 2 + len(words), corpus.archive, corpus.catalogue)
    assert found
    assert found.document == corpus.document("1")


def test_a_post_is_the_same_document_wherever_it_is_taken_in(tmp_path):
    found = []
    for name in "ab":
        (tmp_path / name).mkdir()
        found.append(take_in([Post("1", "So it is.")], tmp_path / name).documents)
    assert found[0] == found[1]
