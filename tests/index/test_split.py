"""A document → its passages."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.split import LIMIT, TARGET, split
from ingest.authorship import segments_of
from ingest.document import Author, Document, Segment


def words(texts):
    return [len(text.split()) for text in texts]


def characters(texts):
    return [len(text) for text in texts]


def page(text, *authors):
    """A document with segments as pages have them: cut at block quotes."""
    return Document("k", "file", text, segments_of(text, tuple(map(Author, authors))))


def texts(document, count=words):
    return [document.text[p.start : p.end] for p in split(document, count)]


def headings(text, **fields):
    return [passage.heading for passage in split(replace(page(text), **fields), words)]


def sentence(length, word="word"):
    """A sentence of so many words."""
    return f"{word.capitalize()} {' '.join([word] * (length - 1))}."


def test_short_paragraphs_are_one_passage():
    assert texts(page("One.\n\nTwo.\n")) == ["One.\n\nTwo."]


def test_paragraphs_are_joined_up_to_the_target():
    half = sentence(TARGET // 2)
    assert texts(page(f"{half}\n\n{half}\n\n{half}\n")) == [f"{half}\n\n{half}", half]


def test_a_paragraph_between_target_and_limit_is_one_passage():
    long = f"{sentence(TARGET)} {sentence(LIMIT - TARGET)}"
    assert texts(page(f"One.\n\n{long}\n\nTwo.\n")) == ["One.", long, "Two."]


def test_a_paragraph_beyond_the_limit_is_cut_evenly():
    long = " ".join([sentence(50)] * 6)
    share = 6 * 50 / 2
    assert [len(text.split()) for text in texts(page(long))] == [share, share]


def test_a_sentence_beyond_the_limit_is_cut_at_its_clauses():
    clause = ", ".join(["word " * 89 + "word"] * 3)
    assert [len(text.split()) for text in texts(page(f"{clause}."))] == [180, 90]


def test_a_sentence_without_clauses_is_cut_at_spaces():
    text = " ".join(["word"] * (LIMIT + 101))
    assert [len(part.split()) for part in texts(page(text))] == [150, 151]


def test_a_very_long_word_is_cut_anywhere():
    text = "x" * (LIMIT * 3 + 1)
    assert "".join(texts(page(text), characters)) == text
    assert max(map(len, texts(page(text), characters))) <= LIMIT


def test_a_passage_has_the_places_of_its_sentences():
    (passage,) = split(page(" One is here. Two is there.\n"), words)
    assert (passage.start, passage.end, passage.sentences) == (1, 27, ((1, 13), (14, 27)))


def test_text_that_is_repeated_keeps_its_places():
    text = "The same words. " * 3 + "\n\n" + "The same words. " * 2
    (passage,) = split(page(text), words)
    assert passage.sentences == ((0, 15), (16, 31), (32, 47), (50, 65), (66, 81))


def test_no_passage_crosses_two_segments():
    segments = (Segment(0, 5, (Author("Jane"),)), Segment(5, 9, (Author("Ann"),)))
    passages = split(Document("k", "file", "One. Two.", segments), words)
    assert [(p.segment, p.start, p.end) for p in passages] == [(0, 0, 4), (1, 5, 9)]


def test_a_quotation_is_a_passage_of_its_own():
    assert texts(page("I read:\n> Measures fail.\nI agree.\n")) == [
        "I read:",
        "Measures fail.",
        "I agree.",
    ]


def test_a_passage_stands_under_the_path_of_its_headings():
    assert headings("Zero.\n# A\nOne.\n## B\nTwo.\n# C\nThree.\n") == [None, "A", "A > B", "C"]


def test_a_heading_that_is_the_title_is_not_repeated():
    assert headings("# A\nOne.\n## B\nTwo.\n", title="A") == [None, "B"]


def test_headings_are_carried_on_behind_a_quotation():
    assert headings("# A\nOne.\n> Two.\n\nThree.\n") == ["A", "A", "A"]


def test_a_heading_is_no_part_of_a_passage():
    assert texts(page("One.\n# A\nTwo.\n")) == ["One.", "Two."]


@pytest.mark.parametrize("text", ["", "\n\n", "# A\n", "---\n", "```\n```\n"])
def test_a_text_without_sentences_has_no_passages(text):
    assert texts(page(text)) == []


def test_a_passage_knows_its_document():
    document = page("One.")
    assert split(document, words)[0].document == document.id


WORDS = ["A sentence is here. ", "one, two; ", "“Said. So.” ", "é🙂 ", "x" * 300, "word " * 150]
PIECES = [*WORDS, "\n", "\n\n", "# Heading\n", "> quoted ", "- item ", "1. ", "\u00a0", "```\n"]
pages = st.lists(st.sampled_from(PIECES), max_size=25).map("".join).map(page)


@pytest.mark.parametrize("count", [words, characters])
@given(pages)
def test_no_passage_is_longer_than_the_limit(count, document):
    sizes = [
        sum(count([document.text[slice(*span)] for span in p.sentences]))
        for p in split(document, count)
    ]
    assert max(sizes, default=0) <= LIMIT


@given(pages)
def test_passages_lie_in_order_within_their_segments(document):
    passages = split(document, characters)
    edges = [edge for passage in passages for edge in (passage.start, passage.end)]
    segments = [document.segments[passage.segment] for passage in passages]
    assert edges == sorted(edges)
    assert all(s.start <= p.start < p.end <= s.end for s, p in zip(segments, passages, strict=True))


@given(pages)
def test_sentences_lie_in_order_within_their_passages(document):
    for passage in split(document, characters):
        edges = [edge for span in passage.sentences for edge in span]
        assert edges == sorted(edges)
        assert (passage.start, passage.end) == (edges[0], edges[-1])
