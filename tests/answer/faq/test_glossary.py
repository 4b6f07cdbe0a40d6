"""Where the terms of a glossary stand in a text for the first time."""

from answer.faq.entry import Term
from answer.faq.glossary import glossary, mentions

AGENT = Term("Agent", "What acts.")
CORRIGIBLE = Term("Corrigible agent", "One that can be corrected.", ("corrigibility",))
TERMS = glossary((AGENT, CORRIGIBLE))


def found(text):
    return [(text[one.start : one.end], one.term.term) for one in mentions(text, TERMS)]


def test_only_the_first_mention_of_a_term_counts():
    assert found("An agent is an agent, and AGENT.") == [("agent", "Agent")]


def test_the_longest_term_is_taken():
    assert found("A corrigible agent is safe.") == [("corrigible agent", "Corrigible agent")]
    terms = glossary((AGENT, Term("Agent foundations", "A field.")))
    (mention,) = mentions("On agent foundations.", terms)
    assert mention.term.term == "Agent foundations"


def test_an_alias_is_a_mention_of_its_term():
    text = "Corrigibility: what a corrigible agent has."
    assert found(text) == [("Corrigibility", "Corrigible agent")]


def test_a_part_of_a_word_is_no_mention():
    assert found("Reagents and agentic") == []


def test_words_that_others_wrote_have_mentions_too():
    assert found("Ada writes: “An agent acts.”") == [("agent", "Agent")]


def test_a_term_of_any_signs_is_taken_as_it_is():
    terms = glossary((Term("p(doom)", "A guess."), Term("C++", "A language.")))
    assert [one.term.term for one in mentions("My p(doom) in C++.", terms)] == ["p(doom)", "C++"]


def test_no_glossary_has_no_mentions():
    assert mentions("agent", {}) == []
