"""Figures agree with the cited words, however they are written."""

import pytest

from answer.checking.figures import Figure, figures


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("40% of cats", "40 percent of cats"),
        ("40 per cent of cats", "forty percent of cats"),
        ("1,000 cats", "a thousand cats"),
        ("2.5 million cats", "2,500,000 cats"),
        ("twenty-five cats", "25 cats"),
        ("two hundred and five cats", "205 cats"),
        ("half of the cats", "1/2 of the cats"),
        ("50% of the cats", "half of the cats"),
        ("two thirds of the cats", "2/3 of the cats"),
        ("$5 a cat", "5 dollars a cat"),
        ("from 10 to 20 cats", "10–20 cats"),
        ("cats in the 1990s", "1990s cats"),
        ("cats on 3 March", "cats on March 3"),
        ("cats play with GPT-4", "GPT4 and cats play"),
        ("twice as many cats", "double the cats, many"),
        ("no one of the cats", "no one of the cats"),
    ],
)
def test_figures_that_are_the_same(kind, said, text, words):
    assert kind(f"{text.capitalize()}.", said(f"{words}.")) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("40% of cats", "41% of cats"),
        ("40% of cats", "40 cats of them"),
        ("40 years of cats", "40 days of cats"),
        ("30 cats", "some cats"),
        ("1,000 cats", "1,000,000 cats"),
        ("two million cats", "two billion cats"),
        ("cats in 2023", "cats in 2022"),
        ("cats on 3 May", "cats on 3 June"),
        ("half of the cats", "a third of the cats"),
        ("more than 40 cats", "less than 40 cats"),
        ("$5 a cat", "€5 a cat"),
        ("cats play with GPT-4", "cats play with GPT-3"),
        ("-5 cats", "5 cats"),
        ("one in five cats", "one in six cats"),
    ],
)
def test_figures_that_are_not(kind, said, text, words):
    assert kind(f"There are {text}.", said(f"There are {words}.")) == "figure"


@pytest.mark.parametrize(
    "text",
    [
        "In 2021, Ada King wrote that cats sleep.",
        "On 3 March 2021, Ada King writes that cats sleep.",
        "Ada King wrote in March 2021 that cats sleep.",
        "In a 2021 post, Ada King says that cats sleep.",
        "Ada King (2021) says that cats sleep.",
    ],
)
def test_when_the_words_were_written_may_be_told(kind, said, text):
    assert kind(text, said("Cats sleep.", "Ada King", date="2021-03-03")) is None
    assert kind(text, said("Cats sleep.", "Ada King", date="2022-04-04")) == "figure"


def test_their_date_is_not_that_of_what_they_tell(kind, said):
    cited = said("Cats sleep.", "Ada King", date="2021-03-03")
    assert kind("In 2021, cats slept.", cited) == "figure"
    assert kind("Ada King writes that cats slept until 2021.", cited) == "figure"


def test_one_is_no_figure_by_itself():
    assert list(figures("One may think that one of them sleeps, at first.")) == []


def test_a_figure_has_its_unit_and_its_bound():
    assert list(figures("Over $3 in less than 5 years")) == [
        Figure("3", 3.0, "$", 1),
        Figure("5", 5.0, "year", -1),
    ]
