"""Hits → evidence: the smallest run of whole sentences that answers."""

import pytest

from answer.evidence import CLOSE, COVERAGE_WEIGHT, MEANING_WEIGHT, evidence
from index.hit import Hit
from index.passage import Passage
from index.ranking import SentenceSigns
from index.words import Words


@pytest.fixture
def quoted(library, document):
    """Puts texts into the library, asks, and gives the quotations."""

    def ask(question, *texts):
        library.put(*(document(text, f"{n}.txt") for n, text in enumerate(texts)))
        library.update()
        words = Words(question, library.stores.keywords)
        return [run.quote for run in evidence(question, library.search.hits(question, 20), words)]

    return ask


def test_one_sentence_is_quoted_where_one_answers(quoted):
    text = "Cats sleep all day long. Reward hacking breaks the measure used. Dogs bark at night."
    assert quoted("What does reward hacking break?", text) == [
        "Reward hacking breaks the measure used."
    ]


def test_a_neighbour_is_quoted_too_where_it_adds_what_was_asked(quoted):
    text = "Reward hacking breaks every measure. A quantilizer limits that by sampling. Dogs bark."
    assert quoted("How does a quantilizer limit reward hacking?", text) == [
        "Reward hacking breaks every measure. A quantilizer limits that by sampling."
    ]


def test_a_neighbour_that_would_make_it_too_long_is_left_out(quoted):
    text = f"Reward hacking breaks {'every ' * 99}measure. A quantilizer limits that by sampling."
    assert quoted("How does a quantilizer limit reward hacking?", text)[0].count(".") == 1


def test_a_question_answers_less_than_a_statement(quoted):
    text = "Is reward hacking common? Reward hacking is common."
    assert quoted("Is reward hacking common?", text) == ["Reward hacking is common."]


def test_a_heading_like_word_or_two_is_not_quoted_alone(quoted):
    text = "Reward hacking. This is when an agent games reward and hacking pays off."
    assert quoted("What is reward hacking?", text) != ["Reward hacking."]


def test_a_colon_leads_in_what_it_announces(quoted):
    text = "Reward hacking has one cause:\nThe proxy is cheaper to raise than the goal.\n"
    assert quoted("What is the cause of reward hacking?", text)[0].endswith("than the goal.")


def test_the_same_words_are_quoted_once(quoted):
    text = "Reward hacking breaks the measure."
    assert quoted("What does reward hacking break?", text, f"{text} Cats sleep.") == [text]


def test_the_same_words_in_other_case_and_space_are_the_same(quoted):
    found = quoted("Is reward hacking bad?", "Reward hacking is bad.", "REWARD hacking  is bad.")
    assert len(found) == 1


def test_five_quotations_are_the_most(quoted):
    texts = [f"Reward hacking is bad for reason {n}." for n in range(9)]
    assert len(quoted("Why is reward hacking bad?", *texts)) == 5


def test_what_is_far_from_the_best_is_not_shown(quoted):
    found = quoted("What does reward hacking break?", "Reward hacking breaks all.", "Cats sleep.")
    assert found == ["Reward hacking breaks all."]


def test_evidence_knows_its_place(library, document):
    library.put(document("Cats sleep. Reward hacking is bad."))
    library.update()
    words = Words("reward hacking", library.stores.keywords)
    run = evidence("reward hacking", library.search.hits("reward hacking", 1), words)[0]
    assert (run.start, run.end, run.coverage) == (12, 34, pytest.approx(1.0))


@pytest.fixture
def words(library):
    """The words of a question, each as rare as any other."""
    return Words("quick fox", library.stores.keywords)


@pytest.fixture
def hit(document):
    """Makes hits of sentences, each with its cosine and the words that it holds."""

    def make(*sentences, score=1.0):
        texts = [f"{text}." for text, _, _ in sentences]
        page = document(" ".join(texts), " ".join(texts))
        starts = [page.text.index(text) for text in texts]
        spans = tuple((start, start + len(text)) for start, text in zip(starts, texts, strict=True))
        signs = SentenceSigns(
            tuple(meaning for _, meaning, _ in sentences),
            tuple(frozenset(held.split()) for _, _, held in sentences),
        )
        passage = Passage(page.id, 0, len(page.text), spans, 0)
        return Hit(page, passage, score, 0.0, 0.0, signs)

    return make


FOX = "The quick fox is here"


def test_the_score_is_the_rank_of_the_passage_with_the_words_and_the_meaning(hit, words):
    (run,) = evidence("", [hit((FOX, 0.5, "quick fox"), score=0.75)], words)
    assert run.score == pytest.approx(0.75 + COVERAGE_WEIGHT * 1 + MEANING_WEIGHT * 0.5)


def test_of_sentences_with_the_same_words_the_closest_in_meaning_is_quoted(hit, words):
    found = hit(("A quick fox was there", 0.25, "quick fox"), (FOX, 0.5, "quick fox"))
    assert [run.quote for run in evidence("", [found], words)] == [f"{FOX}."]


def test_the_meaning_is_that_of_the_closest_sentence(hit, words):
    found = hit(("It was quick by night", 0.75, "quick"), ("So was the fox then", 0.25, "fox"))
    (run,) = evidence("", [found], words)
    assert (len(run.sentences), run.meaning) == (2, 0.75)


def test_words_that_were_not_asked_for_count_nothing(hit, words):
    """Some hits were found by another question than the one that they are quoted for."""
    (run,) = evidence("", [hit((FOX, 0.5, "quick dog"))], words)
    assert run.coverage == pytest.approx(0.5)


NEAR, FAR = ("The fox is quick by night", 0.5, "quick fox"), ("A fox was there too", 0.25, "fox")


def test_what_scores_too_little_beside_the_best_is_not_shown(hit, words):
    hits = [hit(NEAR, score=1.0), hit(FAR, score=0.0)]
    first, second = (
        1 + COVERAGE_WEIGHT + MEANING_WEIGHT / 2,
        COVERAGE_WEIGHT / 2 + MEANING_WEIGHT / 4,
    )
    assert second < CLOSE * first
    assert len(evidence("", hits, words)) == 1


def test_where_some_are_chosen_the_rank_of_their_passages_does_not_count(hit, words):
    hits = [hit(NEAR, score=1.0), hit(("A quick fox was it", 0.5, "quick fox"), score=0.0)]
    assert [len(evidence("", hits, words, choose)) for choose in (0, 1, 5)] == [1, 1, 2]


def test_what_is_far_from_the_question_is_still_the_best_that_there_is(hit, words):
    assert len(evidence("", [hit(("Cats sleep all day", -0.05, ""))], words, 5)) == 1
