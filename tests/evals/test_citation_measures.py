"""The measures of an answer's citations, each against the places that are given."""

import pytest

from answer.record import Answer, Sentence
from evals import citation_measures as measures
from evals.citation_measures import Answered
from evals.cited_places import Place
from evals.said_names import Names

ANN, BO = frozenset({"Ann Lee"}), frozenset({"Bo Ray"})
NAMES = Names([ANN, BO])
MICE, CATS = Place("Mice sleep.", ANN), Place("Cats wake.", BO)


class Holds:
    """A judge for whom words bear out a sentence when they have all of the words asked for."""

    name = "holds"

    def __init__(self, *words):
        self.words = words

    def entails(self, premise, claim):
        return all(word in premise for word in self.words)


@pytest.fixture
def answered(answer):
    """Makes an answer of sentences (text, numbers, verdict), citing places by their numbers."""

    def make(places, *sentences, text="", **fields):
        base = answer(*(("p", 0, len(places[n].words), *places[n].voices) for n in places))
        citations = tuple(
            one.model_copy(update={"n": n, "quote": place.words} | fields)
            for one, (n, place) in zip(base.citations, places.items(), strict=True)
        )
        said = tuple(
            Sentence(text=words, citations=tuple(numbers), verdict=(*verdict, "supported")[0])
            for words, numbers, *verdict in sentences
        )
        update = {"citations": citations, "sentences": said, "answer": text}
        return Answered(
            Answer.model_validate(base.model_copy(update=update).model_dump(by_alias=True)), places
        )

    return make


def recall_and_precision(one, judge):
    (sentence,) = one.answer.sentences
    return measures.borne_out(one, sentence, judge), list(measures.needed(one, sentence, judge))


def test_a_sentence_is_borne_out_by_all_that_it_cites_together(answered):
    one = answered({1: MICE, 2: CATS}, ("Mice and cats.", [1, 2]))
    assert recall_and_precision(one, Holds("Mice", "Cats")) == (True, [True, True])


def test_a_citation_without_which_the_others_do_is_not_needed(answered):
    one = answered({1: MICE, 2: CATS}, ("Mice sleep.", [1, 2]))
    assert recall_and_precision(one, Holds("Mice")) == (True, [True, False])


def test_nothing_is_needed_where_all_together_do_not(answered):
    one = answered({1: MICE, 2: CATS}, ("Dogs bark.", [1, 2]))
    assert recall_and_precision(one, Holds("Dogs")) == (False, [False, False])


def test_a_sentence_that_cites_nothing_is_not_borne_out(answered):
    assert recall_and_precision(answered({}, ("So it is.", [])), Holds()) == (False, [])


def test_a_citation_whose_place_is_gone_is_not_needed(answered):
    assert recall_and_precision(answered({}, ("So it is.", [3])), Holds()) == (False, [False])


@pytest.mark.parametrize(
    ("quote", "text", "result"),
    [
        ("Mice sleep.", None, True),
        ("Mice sleep.", "Mice sleep. Cats wake.", True),
        ("Mice sleep.", "\ufeffMice sleep.", False),
        ("Mice wake.", None, False),
    ],
)
def test_a_quotation_stands_in_the_archive_and_in_the_file(answered, quote, text, result):
    one = answered({1: MICE}, quote=quote)
    assert measures.exact(one, one.answer.citations[0], text) is result


def test_quotation_marks_around_other_words_are_false(answered):
    one = answered({1: MICE}, ("Ann Lee: “Mice wake.”", [1]), ("“Mice sleep.”", [1]))
    assert measures.false_quotations(one) == ["“Mice wake.”"]


def test_what_is_shown_as_unsupported_does_not_count(answered):
    one = answered({1: MICE}, ("Bo Ray: “Mice wake.”", [1], "unsupported"))
    assert (measures.false_quotations(one), measures.wrong_speakers(one, NAMES)) == ([], [])


def test_marks_are_loose_within_a_sentence_between_sentences_and_without_a_citation(answered):
    sentences = [("Mice [7] sleep.", [1]), ("So it is.", [2])]
    text = "Mice [7] sleep. [1] So it is. [2] [9]"
    assert measures.loose_marks(answered({1: MICE}, *sentences, text=text)) == ["[7]", "[2]", "[9]"]


def test_marks_in_quoted_words_are_none_of_ours(answered):
    place = Place("Mice [7] sleep.", ANN)
    assert measures.loose_marks(answered({1: place}, ("“Mice [7] sleep.”", [1]))) == []


def test_a_wrong_speaker_is_one_who_did_not_write_it(answered):
    one = answered({1: MICE}, ("Ann Lee writes: “Mice sleep.”", [1]), ("Bo Ray thinks so.", [1]))
    assert measures.wrong_speakers(one, NAMES) == [[], ["Bo Ray"]]


def test_a_sentence_that_goes_on_has_the_voice_of_the_one_before(answered):
    sentences = [("Ann Lee: “Mice sleep.”", [1]), ("And: “Cats wake.”", [2])]
    one = answered({1: MICE, 2: CATS}, *sentences)
    assert measures.wrong_speakers(one, NAMES) == [[], ["the voice before: And: “”"]]


@pytest.mark.parametrize(
    ("gold", "found"),
    [
        ({"p": ["Ann Lee"]}, [[]]),
        ({"p": ["Bo"]}, [["Ann Lee"]]),
        ({"p": []}, [["Ann Lee"]]),
        ({}, []),
    ],
)
def test_the_data_say_who_wrote_a_document(answered, gold, found):
    one = answered({1: MICE}, ("Ann Lee: “Mice sleep.”", [1]))
    assert measures.strangers(one, NAMES, gold) == found


def test_the_data_say_nothing_of_whom_a_document_quotes(answered):
    one = answered({1: MICE}, ("Ann Lee: “Mice sleep.”", [1]), speaker="Ann Lee")
    assert measures.strangers(one, NAMES, {"p": ["Bo"]}) == []
