"""What the cited words deny is denied, and what they say is not."""

import pytest


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cats do not sleep.", "Cats don't sleep."),
        ("Cats never sleep.", "Cats do not sleep."),
        ("No cat sleeps.", "Cats cannot sleep."),
        ("Cats fail to sleep.", "Cats do not sleep."),
        ("Cats are unsafe.", "Cats are not safe."),
        ("Cats are not unsafe.", "Cats are safe."),
        ("It is not impossible that cats sleep.", "It is possible that cats sleep."),
        ("Cats sleep.", "It is not only dogs: cats sleep."),
        ("Cats sleep.", "Dogs do not bark, but cats sleep."),
        ("Cats sleep less.", "Cats sleep less than dogs."),
        ("Cats do not sleep, somewhat to our surprise.", "Cats, to our surprise, do not sleep."),
    ],
)
def test_what_is_denied_in_both_or_in_none(kind, said, text, words):
    assert kind(text, said(words)) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cats sleep.", "Cats do not sleep."),
        ("Cats sleep.", "Cats never sleep by night."),
        ("Cats sleep.", "I doubt that cats sleep."),
        ("Cats sleep.", "Nobody has seen that cats sleep."),
        ("Cats sleep.", "It is false, without any sign that cats sleep."),
        ("Cats do not sleep.", "Cats sleep."),
        ("Cats never sleep by night.", "Cats sleep by night."),
        ("Cats lack sleep.", "Cats have sleep."),
        ("Cats are safe.", "Cats are unsafe."),
        ("Cats are unsafe.", "Cats are safe."),
        ("Cats are unlikely to sleep.", "Cats are likely to sleep."),
        ("Sleep is decreased by cats.", "Sleep is increased by cats."),
        ("The cats agree with dogs.", "The cats disagree with dogs."),
        ("The cats support dogs.", "The cats oppose dogs."),
        ("Cats sleep before dogs.", "Cats sleep after dogs."),
        ("Cats are not, in a word, safe.", "Cats are, in a word, safe."),
        ("Cats sleep, but dogs do not bark by night.", "Dogs bark by night, but cats sleep."),
    ],
)
def test_what_is_denied_in_one_of_them(kind, said, text, words):
    assert kind(text, said(words)) == "negation"
