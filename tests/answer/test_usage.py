"""How a corpus writes a word."""

import pytest

from answer.usage import Usage


@pytest.fixture
def ordinary(library, document):
    """Tells of a word whether texts that are put into the library write it as an ordinary one."""

    def tell(word, *texts):
        library.put(*(document(text, f"{n}.txt") for n, text in enumerate(texts)))
        library.update()
        return Usage(library.archive, library.stores).ordinary(word)

    return tell


def test_a_word_that_is_written_small_is_ordinary(ordinary):
    assert ordinary("alignment", "Alignment is hard. What is alignment?")


def test_a_word_that_is_mostly_written_with_a_capital_is_a_name(ordinary):
    assert not ordinary("christiano", "Christiano and Christiano.", "As christiano says.")


def test_a_word_that_is_nowhere_is_no_ordinary_one(ordinary):
    assert not ordinary("christiano", "What is alignment?")


def test_a_word_that_only_begins_another_is_not_that_one(ordinary):
    assert not ordinary("good", "What is goodness?")


def test_a_word_of_an_address_says_nothing(ordinary):
    assert not ordinary("gwern", "See https://gwern.net/scaling or www.gwern.net, says Gwern.")


@pytest.mark.parametrize("word", ["what", "does"])
def test_a_word_that_makes_a_question_is_ordinary(ordinary, word):
    assert ordinary(word, "It is so.")
