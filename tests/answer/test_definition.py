"""Questions for what something is, and the sentences that say so."""

import pytest

from answer.definition import definition


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("What is a shard?", "A shard is a heap of wants."),
        ("what are shards", "Shards are heaps of wants."),
        ("What's meant by reward hacking?", "Reward hacking means gaming the measure."),
        ("What does corrigible mean?", "“Corrigible” means open to being switched off."),
        ("What does it mean to feel the AGI?", "To feel the AGI is to remember it."),
        ("What is SAE?", "An SAE (sparse autoencoder) is a dictionary."),
        ("What is reward-hacking?", "Remember: reward-hacking denotes gaming."),
        ("What is C++ (the language)?", "C++ (the language) is old."),
    ],
)
def test_a_sentence_that_defines_what_was_asked_is_told(question, sentence):
    assert definition(question).search(sentence)


@pytest.mark.parametrize(
    "sentence", ["I like a shard is what.", "Shards hurt.", "The shards we are"]
)
def test_a_sentence_that_only_holds_the_words_defines_nothing(sentence):
    assert not definition("What is a shard?").search(sentence)


@pytest.mark.parametrize(
    "question",
    ["", "Why is it so?", "What is?", "What is the best way to make models honest today?"],
)
def test_other_questions_ask_for_no_definition(question):
    assert definition(question) is None
