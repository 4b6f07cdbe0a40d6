"""Our own questions on the sample corpus."""

import tomllib

from evals.sample_asked import CORPUS, QUESTIONS

ASKED = tomllib.loads(QUESTIONS.read_text(encoding="utf-8"))


def test_the_words_that_are_wanted_stand_in_the_corpus():
    texts = [" ".join(file.read_text(encoding="utf-8").split()) for file in CORPUS.iterdir()]
    assert all(any(words in text for text in texts) for words in ASKED["answered"].values())


def test_there_are_as_many_with_an_answer_as_without():
    assert len(ASKED["answered"]) == len(ASKED["unanswered"]["questions"]) == 20
