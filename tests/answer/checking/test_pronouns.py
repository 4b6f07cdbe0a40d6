"""Who is meant by "he", by "the author" and by "many people" must be clear, and be so."""

import pytest


@pytest.fixture
def ada(said):
    return said("Cats sleep.", "Ada King")


@pytest.fixture
def bo(said):
    return said("Cats sleep.", "Bo Lee", document="e")


@pytest.mark.parametrize(
    "text",
    [
        "He writes that cats sleep.",
        "She also argues that cats sleep.",
        "They think that cats sleep.",
        "In her view, cats sleep.",
        "According to them, cats sleep.",
        "The same author says that cats sleep.",
        "He holds that cats sleep.",
        "He is convinced that cats sleep.",
        "For him, cats sleep.",
        "To her mind cats sleep.",
        "His paper says that cats sleep.",
        "Their essay says that cats sleep.",
        "The same essay says that cats sleep.",
        "The latter says that cats sleep.",
    ],
)
def test_somebody_goes_on_only_after_themselves(kind, said, ada, bo, text):
    assert kind(text, ada, before=[said("Dogs bark.", "Ada King", document="f")]) is None
    assert kind(text, ada, before=[bo]) == "name"
    assert kind(text, ada, before=[ada, bo]) == "name"
    assert kind(text, ada) == "name"
    assert kind(text, ada, bo, before=[ada]) == "name"


def test_who_is_named_in_the_sentence_may_be_meant(kind, ada):
    assert kind("Ada King says that cats sleep, and she thinks so.", ada) is None


def test_he_may_be_somebody_in_the_cited_words(kind, said):
    cited = said("Cats love him because he feeds them.", "Ada King")
    assert kind("Cats love him because he feeds them.", cited) is None
    assert kind("He says that cats love him.", cited) == "name"


def test_things_may_be_they(kind, said):
    assert (
        kind("Cats tire; they are asleep.", said("Cats tire. They are asleep.", "Ada King")) is None
    )


@pytest.mark.parametrize(
    "text",
    [
        "The author writes that cats sleep.",
        "This writer’s cats sleep.",
        "This post says that cats sleep.",
        "The essay goes on: cats sleep.",
    ],
)
def test_the_author_is_the_one_author_of_the_words(kind, said, ada, bo, text):
    assert kind(text, ada) is None
    assert kind(text, ada, before=[bo]) == "name"
    assert kind(text, ada, bo) == "name"
    assert kind(text, said("Cats sleep.", several=True)) == "name"


@pytest.mark.parametrize(
    "text",
    [
        "An unnamed author writes that cats sleep.",
        "A commenter writes that cats sleep.",
        "Somebody whom the source does not name writes that cats sleep.",
        "According to an anonymous user, cats sleep.",
    ],
)
def test_only_somebody_without_a_name_is_unnamed(kind, said, ada, text):
    assert kind(text, said("Cats sleep.")) is None
    assert kind(text, said("Cats sleep.", speaker="unnamed", quoting=("Ada King",))) is None
    assert kind(text, ada) == "name"


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Several people write that cats sleep.", 3),
        ("Many researchers agree that cats sleep.", 3),
        ("Most argue that cats sleep.", 3),
        ("Both authors write that cats sleep.", 2),
        ("Others say that cats sleep.", 2),
        ("Critics argue that cats sleep.", 2),
    ],
)
def test_as_many_people_must_say_it(kind, said, text, people):
    names = ("Ada King", "Bo Lee", "Cy Moss")
    voices = [said("Cats sleep.", name, document=name) for name in names]
    assert kind(text, *voices[:people]) is None
    assert kind(text, *voices[: people - 1]) == "name"


@pytest.mark.parametrize(
    "text",
    [
        "There is a consensus that cats sleep.",
        "It is widely believed that cats sleep.",
        "The cat community says that cats sleep.",
    ],
)
def test_nobody_speaks_for_all(kind, said, text):
    voices = [
        said("Cats sleep.", name, document=name) for name in ("Ada King", "Bo Lee", "Cy Moss")
    ]
    assert kind(text, *voices) == "name"
    assert kind(text, said(f"I think so too: {text}", "Ada King")) is None


@pytest.mark.parametrize(
    "text",
    [
        "I think that cats sleep.",
        "Cats sleep, and I agree.",
        "In my view cats sleep.",
        "I’d say cats sleep.",
    ],
)
def test_the_answer_is_nobody(kind, ada, text):
    assert kind(text, ada) == "name"


def test_not_every_i_is_somebody(kind, said):
    assert kind("Type I cats sleep.", said("Type I cats sleep.", "Ada King")) is None
