"""Nothing is said more surely, or of more, than the cited words do."""

import pytest


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cats may sleep.", "Cats might sleep."),
        ("It is possible that cats sleep.", "Perhaps cats sleep."),
        ("Cats sleep.", "Cats sleep, and dogs may bark."),
        ("If dogs bark, cats sleep.", "Cats sleep if dogs bark."),
        ("Cats sleep when dogs bark.", "Cats sleep if dogs bark."),
        ("Every cat sleeps.", "All cats sleep."),
        ("Only cats sleep.", "Cats alone sleep."),
        ("Cats sleep after all.", "Cats sleep."),
        ("Most cats sleep.", "The majority of cats sleep."),
        ("Not only cats sleep.", "Cats sleep; dogs also sleep."),
    ],
)
def test_as_sure_as_the_words(kind, said, text, words):
    assert kind(text, said(words)) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cats will sleep.", "Cats may sleep."),
        ("Cats sleep.", "Perhaps cats sleep."),
        ("Cats sleep.", "Some people say that cats sleep."),
        ("Cats sleep.", "Cats sleep if dogs bark."),
        ("Cats sleep.", "Suppose that cats sleep."),
        ("All cats sleep.", "Some cats sleep."),
        ("Cats always sleep.", "Cats sleep."),
        ("Only cats sleep.", "Cats sleep."),
        ("Not only cats sleep.", "Only cats sleep."),
        ("Only cats sleep.", "Not only cats sleep."),
        ("Cats certainly sleep.", "Cats sleep."),
        ("Most cats sleep.", "Some cats sleep."),
    ],
)
def test_surer_than_the_words(kind, said, text, words):
    assert kind(text, said(words)) == "certainty"
