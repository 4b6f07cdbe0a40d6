"""What the tables of citations say, and of what there are some."""

import pytest

from answer.events import Delta
from errors import BadInput
from evals.citation_sets import SETS, cited_set
from evals.citations import rate, run
from evals.fuzzed import early
from settings import Settings


def test_a_rate_has_an_interval_over_the_questions_even_where_all_are_right():
    assert rate([("q", True)] * 50) == "100.0 % (20.7 to 100.0) of 50"
    assert rate([(str(n), False) for n in range(110)]) == "0.0 % (0.0 to 3.4) of 110"


def test_a_rate_of_some_is_drawn_by_question():
    assert rate([("q", True), ("r", False)]) == "50.0 % (0.0 to 100.0) of 2"


def test_a_rate_of_nothing_is_none():
    assert rate([]) == "–"


@pytest.mark.parametrize("subject", ["nothing", ""])
def test_a_set_that_is_not_there_is_told(subject):
    with pytest.raises(
        BadInput, match="there are sample, seed, chunking, lesswrong, attacks, fuzz"
    ):
        run(subject, Settings())


def test_the_questions_of_the_sample_corpus_need_nothing_from_beside_the_project(tmp_path):
    chosen = cited_set("sample", tmp_path)
    assert len(chosen.questions) == 40
    assert chosen.texts["07-user-repeated-marguerite.txt"]


@pytest.mark.parametrize("name", [name for name in SETS if name != "sample"])
def test_others_tell_what_they_need(name, tmp_path):
    with pytest.raises(BadInput, match="--shared says where to look"):
        cited_set(name, tmp_path)


def test_seed_questions_say_who_wrote_a_document(put, folder):
    put("../corpus/a.txt", "Mice sleep.")
    row = {"question": "Do mice sleep?", "source": "a.txt", "gold": [[0, 4]], "also_ok": []}
    put(
        "../eval/seed_questions.jsonl",
        row | {"author": "Ann|Al"},
        row | {"source": None, "author": None},
    )
    chosen = cited_set("seed", folder)
    assert (chosen.gold, chosen.texts) == ({"a.txt": ("Ann", "Al")}, {"a.txt": "Mice sleep."})


def test_posts_say_who_wrote_them_where_that_is_known(put, folder):
    rows = [
        {"id": "1", "author": "Ann", "author_basis": "source"},
        {"id": "2", "author": "Bo", "author_basis": "curator"},
        {"id": "3", "author": None, "author_basis": "source"},
    ]
    put("lesswrong/documents.jsonl", *rows)
    put("lesswrong/faq_questions.dev.jsonl", {"question": "Do mice sleep?"})
    chosen = cited_set("lesswrong", folder)
    assert (chosen.gold, chosen.questions) == ({"1": ("Ann",)}, ["Do mice sleep?"])


@pytest.fixture
def cited(answer):
    """An answer that cites one place, "Mice sleep. [1]"."""
    return answer(("a.txt", 0, 5)).model_copy(update={"answer": "Mice sleep. [1]"})


def test_a_citation_comes_before_its_mark(cited):
    citation, words = cited.citations[0], Delta("Mice sleep. [1]")
    assert not early([citation, words, cited])
    assert early([words, citation, cited])


def test_the_words_that_came_are_the_answer(cited):
    assert early([cited.citations[0], Delta("Mice sleep [1]"), cited])
