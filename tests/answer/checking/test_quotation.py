"""What stands between quotation marks stands so in the cited words."""

import pytest

WORDS = "Cats *sleep* by night, it's said; [dogs](https://x.org) bark “loudly” at 40% of them."


@pytest.mark.parametrize(
    "quotation",
    [
        "“Cats sleep by night”",
        '"cats sleep by night, it’s said"',
        "«dogs bark»",
        "‘sleep by night’",
        "'sleep by night'",
        "“sleep … dogs bark”",
        "“sleep [...] dogs bark”",
        "“dogs bark “loudly” at 40% of them”",
        "“Dogs bark ‘loudly’”",
    ],
)
def test_words_that_stand_so_may_be_quoted(kind, said, quotation):
    assert kind(f"Ada King writes: {quotation}.", said(WORDS, "Ada King")) is None


@pytest.mark.parametrize(
    "quotation",
    [
        "“Cats sleep by day”",
        "“sleep cats by night”",
        "“cats by night”",
        "“dogs bark … sleep by night”",
        "“Cats Sleep by night”",
        "“dogs bark”, “cats purr”",
        "„cats purr“",
        "‘cats purr’",
        "“at 40 of them”",
        "“cats purr",
        '"dogs “bark"',
    ],
)
def test_others_may_not(kind, said, quotation):
    assert kind(f"Ada King writes: {quotation}.", said(WORDS, "Ada King")) == "quotation"


def test_pieces_of_a_quotation_are_of_one_place(kind, said):
    one, two = said("Cats sleep.", "Ada King"), said("Dogs bark.", "Ada King", document="e")
    assert kind("Ada King writes: “Cats sleep … Dogs bark.”", one, two) == "quotation"


def test_a_title_may_be_quoted(kind, said):
    assert (
        kind(
            "In “On Cats”, Ada King writes that cats sleep.",
            said("Cats sleep.", "Ada King", title="On Cats"),
        )
        is None
    )


def test_an_apostrophe_begins_no_quotation(kind, said):
    cited = said("The cats' sleep and the dogs' barking are loud.", "Ada King")
    assert kind("Ada King says the cats' sleep and the dogs' barking are loud.", cited) is None


def test_a_quotation_may_not_leave_out_what_denies_it(kind, said):
    cited = said("Nobody believes that cats sleep by night.", "Ada King")
    assert kind("Ada King writes that “cats sleep by night”.", cited) == "negation"
