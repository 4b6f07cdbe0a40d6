"""Passages by the words that they hold."""

import pytest

from index.filters import Filters
from index.keywords import QUESTION_WORDS, KeywordEntry, KeywordIndex
from index.words import Words


@pytest.fixture
def keywords(tmp_path):
    return KeywordIndex(tmp_path / "keywords")


def entry(id_, text, title="", authors=(), source="file", date=None):
    return KeywordEntry(id_, text, title, authors, source, date)


def best(keywords, text, **filters):
    return [id_ for id_, _ in keywords.best(text, 10, Filters(**filters))]


def test_a_passage_is_found_by_any_form_of_its_words(keywords):
    keywords.replace([], [entry(1, "Optimizers optimize."), entry(2, "Cats sleep.")])
    assert best(keywords, "the OPTIMIZER") == [1]


def test_accents_and_case_make_no_difference(keywords):
    keywords.replace([], [entry(1, "Gödel’s theorem")])
    assert best(keywords, "GODEL") == [1]


def test_the_passage_that_holds_more_of_the_words_comes_first(keywords):
    keywords.replace([], [entry(1, "power"), entry(2, "power seeking"), entry(3, "cats")])
    assert best(keywords, "power seeking") == [2, 1]


def test_a_word_in_the_title_counts_less_than_in_the_text(keywords):
    keywords.replace([], [entry(1, "cats", title="power"), entry(2, "power", title="cats")])
    assert best(keywords, "power") == [2, 1]


def test_words_that_say_nothing_find_nothing(keywords):
    keywords.replace([], [entry(1, "What does he think?")])
    assert best(keywords, "What do they think about it?") == []


@pytest.mark.parametrize(
    "text", ["", "?!", "text:power AND (", '"', "title:*", "a" * 70_000], ids=lambda t: t[:9]
)
def test_a_question_is_words_and_no_query_language(keywords, text):
    keywords.replace([], [entry(1, "cats")])
    assert best(keywords, text) == []


def test_scores_fall(keywords):
    keywords.replace([], [entry(n, "power " * n + "cats " * (9 - n)) for n in range(1, 9)])
    scores = [score for _, score in keywords.best("power", 5, Filters())]
    assert (len(scores), scores) == (5, sorted(scores, reverse=True))


JANE = entry(1, "power", authors=["Jane Doe", "Ann Lee"], source="blog", date="2024-03-01")
JANET = entry(2, "power", authors=["Janet Doe"], date="2024-03-02T10:00:00")
NOBODY = entry(3, "power")


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ({}, {1, 2, 3}),
        ({"authors": ("Jane Doe",)}, {1}),
        ({"authors": ("Ann Lee", "Janet Doe")}, {1, 2}),
        ({"authors": ("Jane",)}, set()),
        ({"source": "file"}, {2, 3}),
        ({"after": "2024-03-02"}, {2}),
        ({"before": "2024-03-02"}, {1}),
        ({"after": "2024-03"}, {1, 2}),
        ({"before": "2025"}, {1, 2}),
        ({"after": "2024-03-02", "before": "2024-03-02"}, set()),
        ({"after": "2025", "before": "2024"}, set()),
        ({"authors": ("Jane Doe",), "source": "file"}, set()),
    ],
    ids=str,
)
def test_a_filter_leaves_these(keywords, filters, ids):
    keywords.replace([], [JANE, JANET, NOBODY])
    assert set(best(keywords, "power", **filters)) == ids


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        (Filters(authors=("Jane Doe",)), [1]),
        (Filters(authors=("Ann Lee", "Janet Doe")), [1, 2]),
        (Filters(source="file"), [2, 3]),
        (Filters(before="2025"), [1, 2]),
        (Filters(authors=("Nobody",)), []),
    ],
    ids=str,
)
def test_what_passes_a_filter_is_found_without_any_words(keywords, filters, ids):
    keywords.replace([], [JANE, JANET, NOBODY])
    left = keywords.count_admitted(filters)
    assert (left, sorted(keywords.all_admitted(filters, left))) == (len(ids), ids)


def test_of_some_passages_those_that_pass_a_filter_come_in_the_order_of_their_ids(keywords):
    keywords.replace([], [JANE, JANET, NOBODY])
    filters = Filters(before="2025")
    assert keywords.admitted([9, 3, 2, 1], filters) == [1, 2]
    assert keywords.admitted([], filters) == []


def test_what_is_removed_passes_no_filter(keywords):
    keywords.replace([], [JANE, JANET, NOBODY])
    keywords.replace([1], [])
    filters = Filters(before="2025")
    assert (keywords.count_admitted(filters), keywords.all_admitted(filters, 9)) == (1, [2])
    assert keywords.admitted([1, 2, 3], filters) == [2]


def test_a_filter_changes_no_score(keywords):
    keywords.replace([], [JANE, JANET, NOBODY])
    unfiltered = dict(keywords.best("power", 10, Filters()))
    filtered = keywords.best(
        "power", 10, Filters(authors=("Jane Doe",), source="blog", after="2024")
    )
    assert filtered == [(1, pytest.approx(unfiltered[1]))]


def test_what_is_removed_is_not_found(keywords):
    keywords.replace([], [entry(1, "power"), entry(2, "power")])
    keywords.replace([1], [])
    assert (best(keywords, "power"), keywords.count()) == ([2], 1)


def test_what_is_replaced_is_found_by_its_new_words_alone(keywords):
    keywords.replace([], [entry(1, "power")])
    keywords.replace([1], [entry(2, "cats")])
    assert (best(keywords, "power"), best(keywords, "cats")) == ([], [2])


def test_what_is_not_there_can_be_removed(keywords):
    keywords.replace([7], [entry(1, "power")])
    assert keywords.count() == 1


def test_the_frequency_of_a_word_counts_passages(keywords):
    keywords.replace([], [entry(1, "power power"), entry(2, "power"), entry(3, "cats")])
    assert (keywords.frequency("power"), keywords.frequency("dog")) == (2, 0)


def test_another_reader_sees_it_after_reopening(tmp_path, keywords):
    reader = KeywordIndex(tmp_path / "keywords")
    keywords.replace([], [entry(1, "power")])
    reader.reopen()
    assert best(reader, "power") == [1]


def test_terms_leave_out_what_says_nothing(keywords):
    assert keywords.terms("What does Jane think about optimizers?") == ["jane", "optim"]


def test_stems_leave_out_nothing(keywords):
    assert keywords.stems("What does she think?") == ["what", "doe", "she", "think"]


def test_no_question_word_is_a_term(keywords):
    assert keywords.terms(" ".join(QUESTION_WORDS)) == []


@pytest.fixture
def corpus(keywords):
    keywords.replace([], [entry(1, "power seeking"), entry(2, "power"), entry(3, "cats")])
    return keywords


def test_a_rare_word_weighs_more(corpus):
    weights = Words("power seeking", corpus).weights
    assert weights["seek"] > weights["power"] > 0


def test_the_share_of_some_words_is_their_part_of_the_weight(corpus):
    words = Words("power seeking", corpus)
    power, seek = words.weights["power"], words.weights["seek"]
    assert words.share(words.held("He seeks.")) == pytest.approx(seek / (power + seek))


def test_a_word_that_no_passage_holds_weighs_most(corpus):
    weights = Words("dog power seeking", corpus).weights
    assert max(weights, key=weights.__getitem__) == "dog"


def test_no_weight_is_negative_after_deletions(corpus):
    corpus.replace([1, 2], [])
    assert min(Words("power seeking", corpus).weights.values()) > 0


def test_all_words_are_all_of_the_question(corpus):
    words = Words("power seeking", corpus)
    assert words.share(words.held("Seeking power")) == pytest.approx(1)


def test_a_question_without_words_has_no_share(corpus):
    assert Words("What is it?", corpus).share(frozenset()) == 0
