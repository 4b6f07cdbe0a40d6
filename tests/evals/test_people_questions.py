"""Questions about people are judged by who truly wrote the words that are cited."""

import pytest

from errors import BadInput
from evals.people_corpora import Corpus, Text, signed
from evals.people_questions import Outcome, Question, absent, misspelt, questions, run, wrong
from evals.posts import Post
from ingest.sources import Source
from settings import Settings

ANN, BO = ("Ann Lee",), ("Bo Dean",)
OWN, QUOTED = "So it is and it was always so.", "> Nobody has ever seen such a thing."
POST = Post("1", f"{OWN}\n{QUOTED}\nAs Carl Gauss says nobody did.", "Why", "Ann Lee")
CORPUS = Corpus(
    Source("eval:", 0, lambda: iter(())),
    {"1": signed(POST)},
    [Text(ANN, "Why"), Text(BO, "How")],
)


@pytest.fixture
def cited():
    from tests.answer.conftest import citation as fixture

    citation = fixture.__wrapped__()

    def make(words, *authors, **fields):
        """A citation of words of POST."""
        start = POST.text.index(words)
        place = {"source_id": "1", "start": start, "end": start + len(words)}
        return citation(words, *authors, **place, **fields)

    return make


def test_own_words_stand_under_their_authors_name(cited):
    assert not wrong(cited(OWN, "Ann Lee"), CORPUS)


def test_words_under_another_name_are_wrong(cited):
    assert wrong(cited(OWN, "Bo Dean"), CORPUS)


def test_quoted_words_are_not_those_of_who_quotes(cited):
    assert wrong(cited(QUOTED, "Ann Lee"), CORPUS)


def test_quoted_words_may_be_an_unnamed_persons(cited):
    assert not wrong(cited(QUOTED, speaker="unnamed"), CORPUS)


def test_own_words_that_are_another_speakers_are_wrong(cited):
    assert wrong(cited(OWN, speaker="Bo Dean"), CORPUS)


def test_words_that_nobody_signs_are_not_wrong(cited):
    assert not wrong(cited(OWN), CORPUS)


def test_each_kind_of_question_is_asked():
    asked = [(one.kind, one.text, one.absent) for one in questions(CORPUS)]
    assert ("thinks", "What does Ann Lee think about Why?", False) in asked
    assert ("changed", "Has Bo Dean changed their mind about How?", False) in asked
    assert {kind for kind, _, there in asked if there} == {
        "invented", "misspelt", "crossed", "told of",
    }  # fmt: skip


def test_those_who_are_absent_are_not_there():
    found = absent(CORPUS)
    assert found["misspelt"] == ["An Lee", "Bo Den"]
    assert found["crossed"] == ["Ann Dean"]
    assert found["told of"] == ["Carl Gauss"]


def test_a_misspelt_name_has_a_letter_too_few():
    assert misspelt("Eliezer_Yudkowsky") == "Eliezer_Yudkwsky"


@pytest.fixture
def outcome(cited, answer):
    record = answer()

    def make(people, *authors):
        """An answer to a question for some people that cites the words of these authors."""
        citations = tuple(cited(OWN, name, n=n) for n, name in enumerate(authors, 1))
        return Outcome(
            Question("k", "q", people), record.model_copy(update={"citations": citations})
        )

    return make


def test_everybody_who_is_asked_for_is_present(outcome):
    assert outcome((ANN, BO), "Bo Dean", "Ann Lee").all_present
    assert not outcome((ANN, BO), "Ann Lee").all_present


def test_others_than_those_asked_for_are_strangers(outcome):
    assert [outcome((ANN,), name).strangers for name in ("Ann Lee", "Bo Dean")] == [False, True]


def test_an_unknown_corpus_is_one_line():
    with pytest.raises(BadInput, match="nothing: no such corpus; there are all, users, posts"):
        run("nothing", Settings())
