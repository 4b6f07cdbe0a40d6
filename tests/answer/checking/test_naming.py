"""Whoever is named for words must be who wrote them; a wrong name is the worst that can happen."""

import pytest

from answer.checking.check import Checker
from answer.directory import Directory
from ingest.people import Person

CATS = "Cats sleep by night. I doubt what Bo Lee says of dogs, and Cy Moss argues that dogs sleep."


@pytest.fixture
def ada(said):
    return said(CATS, "Ada King", title="Reply to Zed Young")


@pytest.mark.parametrize(
    "name", ["Ada King", "King", "Ada", "A. King", "adaking", "@adaking", "Dr. King"]
)
@pytest.mark.parametrize(
    "text",
    [
        "{} writes that cats sleep by night.",
        "According to {}, cats sleep by night.",
        "Cats sleep by night, says {}.",
        "In the view of {}, cats sleep by night.",
    ],
)
def test_the_author_may_be_named_by_any_name(kind, ada, name, text):
    assert kind(text.format(name), ada) is None


WAYS = [
    "Bo Lee writes that cats sleep by night.",
    "bolee writes that cats sleep by night.",
    "Lee has argued that cats sleep by night.",
    "According to Bo Lee, cats sleep by night.",
    "Cats sleep by night, writes Bo Lee.",
    "Cats sleep by night (Bo Lee).",
    "Cats sleep by night (see Lee, 2021).",
    "Cats sleep by night — Bo Lee",
    "Bo Lee: cats sleep by night.",
    "Bo Lee’s view is that cats sleep by night.",
    "Bo Lee's post says that cats sleep by night.",
    "The argument of Bo Lee is that cats sleep by night.",
    "It was argued by Bo Lee that cats sleep by night.",
    "As Bo Lee puts it, cats sleep by night.",
    "For Bo Lee, cats sleep by night.",
    "Bo Lee, who has two cats, says that they sleep by night.",
    "Bo Lee [1] claims that cats sleep by night.",
    "Bo Lee (2021) doubts that cats sleep by night.",
    "Bo Lee is convinced that cats sleep by night.",
    "It is Bo Lee who says that cats sleep by night.",
    "Bo Lee in his post on cats writes that they sleep by night.",
    "Bo Lee: “Cats sleep by night.”",
    "Bo Lee “Cats sleep by night.”",
    "“Cats sleep by night,” wrote Bo Lee.",
    "Ada King and Bo Lee write that cats sleep by night.",
    "Both Ada King and Bo Lee say that cats sleep by night.",
    "Ada King, like Bo Lee, says that cats sleep by night.",
    "Bo Lee says that cats sleep by night, like Ada King.",
    "Ada King, Bo Lee and Cy Moss agree that cats sleep by night.",
    "Ada King says that cats sleep by night, and Bo Lee agrees.",
    "Ada King doubts it; Bo Lee writes that cats sleep by night.",
    "Ada Young writes that cats sleep by night.",
    "Ada K. Lee writes that cats sleep by night.",
    "Zed Young writes that cats sleep by night.",
    "Vera writes that cats sleep by night.",
    "vera3 writes that cats sleep by night.",
    "vera writes that cats sleep by night.",
    "According to vera, cats sleep by night.",
    "@vera says that cats sleep by night.",
    "MIRI argues that cats sleep by night.",
    "Claude says that cats sleep by night.",
    "Professor Vera Ode thinks that cats sleep by night.",
    "Cats sleep by night, as V. Ode observes.",
    "Bo Lee quotes Ada King: “Cats sleep by night.”",
    "“Cats sleep by night” (Ada King, quoted by Bo Lee)",
    "Cats and Vera Ode sleep by night.",
    "Bo Lee’s cats sleep by night.",
    "Bo Lee reckons that cats sleep by night.",
    "Cats, Bo Lee is sure, sleep by night.",
    "Bo Lee is the one who wrote that cats sleep by night.",
    "Cats sleep by night: so says Bo Lee.",
    "Bo Lee on dogs: cats sleep by night.",
    "Cats sleep by night [Bo Lee].",
    "Ada King agrees with Bo Lee that cats sleep by night.",
    "Ada King says that Bo Lee says that cats sleep by night.",
    "As Ada King reports, Bo Lee says that cats sleep by night.",
    "eliezer vera thinks that cats sleep by night.",
    "Per vera, cats sleep by night.",
    "For vera, cats sleep by night.",
    "In vera’s view, cats sleep by night.",
    "In vera's words, cats sleep by night.",
    "Cats sleep by night, vera says.",
    "Cats, says e. vera, sleep by night.",
    "vera: cats sleep by night.",
    "Cats sleep by night (vera 2021).",
    "vera and Ada King write that cats sleep by night.",
    "Ada King and vera write that cats sleep by night.",
    "Ada King, quoted by vera, writes that cats sleep by night.",
    "User vera writes that cats sleep by night.",
    "\u0410da King writes that cats sleep by night.",  # the first letter is Cyrillic
    "B\u200bo L\u200bee writes that cats sleep by night.",
]


@pytest.mark.parametrize("text", WAYS)
def test_nobody_else_may_be_named_for_the_words(kind, ada, text):
    assert kind(text, ada) == "name"


@pytest.mark.parametrize("text", WAYS)
def test_nor_may_anybody_where_the_source_names_nobody(kind, said, text):
    assert kind(text, said(CATS)) == "name"


@pytest.mark.parametrize(
    "text",
    [
        "Ada King doubts what Bo Lee says of dogs.",
        "Ada King says that cats sleep by night and doubts what Bo Lee says of dogs.",
        "Ada King says that Cy Moss argues that dogs sleep.",
        "In “Reply to Zed Young”, Ada King writes that cats sleep by night.",
    ],
)
def test_who_stands_in_the_words_may_be_named_as_they_name_them(kind, ada, text):
    assert kind(text, ada) is None


@pytest.mark.parametrize(
    "text",
    [
        "Cats sleep by night.",
        "However, cats sleep by night.",
        "AI sleeps by night.",
        "Sleep comes to cats by night.",
        "Unlike dogs, cats sleep by night.",
        "In “Reply to Zed Young” it says that cats sleep by night.",
    ],
)
def test_a_word_with_a_capital_is_not_yet_a_name(kind, said, text):
    assert (
        kind(
            text, said("Unlike dogs, cats sleep by night. So does AI.", title="Reply to Zed Young")
        )
        is None
    )


def test_a_name_that_several_people_have_must_be_full(kind, said):
    moss = said("Cats sleep.", "Cy Moss")
    assert kind("Moss writes that cats sleep.", moss) == "name"
    assert kind("Cy Moss writes that cats sleep.", moss) is None
    assert kind("Cy Moss writes that cats sleep, and Moss insists.", moss) is None
    assert kind("Moss, as Ann Moss is called, writes that cats sleep.", moss) == "name"


def test_words_of_one_may_not_be_given_to_another_who_is_cited_too(kind, said):
    cats, dogs = said("Cats sleep.", "Ada King"), said("Dogs bark.", "Bo Lee", document="e")
    assert (
        kind("Ada King says that cats sleep, while Bo Lee says that dogs bark.", cats, dogs) is None
    )
    assert kind("Cats sleep, says Ada King, and dogs bark, says Bo Lee.", cats, dogs) is None
    assert kind("Ada King says that dogs bark, while Bo Lee says that cats sleep.", cats, dogs)
    assert kind("Ada King says “Dogs bark”; Bo Lee says “Cats sleep”.", cats, dogs) == "quotation"
    assert kind("Ada King says that cats sleep and dogs bark.", cats, dogs) == "name"


@pytest.mark.parametrize(
    "text",
    [
        "Ada King and Bo Lee both say that dogs guard the house.",
        "Both Ada King and Bo Lee agree that hunting tires cats.",
        "Ada King, like Bo Lee, thinks that dogs guard the house.",
        "Cats sleep by night, according to Ada King and Bo Lee.",
        "Bo Lee thinks that cats sleep by night, Ada King that dogs guard the house.",
        "While cats sleep by night for Bo Lee, dogs guard the house for Ada King.",
        "Both say that dogs guard the house.",
    ],
)
def test_what_is_told_of_several_people_each_of_them_says(checker, said, text):
    cats = said("Cats sleep by night because hunting tires them.", "Ada King")
    dogs = said("Dogs guard the house.", "Bo Lee", document="e")
    objection = checker.objection(text, [cats, dogs])
    assert objection.kind == "content"
    assert objection.reason.startswith("the cited words say nothing of ")


def test_what_several_people_say_may_be_told_of_them_at_once(kind, said):
    one = said("Cats sleep by night.", "Ada King")
    other = said("By night, cats sleep.", "Bo Lee", document="e")
    assert kind("Ada King and Bo Lee both say that cats sleep by night.", one, other) is None
    assert kind("Ada King, like Bo Lee, says that cats sleep by night.", one, other) is None


def test_two_people_may_each_be_told_in_a_clause(kind, said):
    cats, dogs = said("Cats sleep.", "Ada King"), said("Dogs bark.", "Bo Lee", document="e")
    assert kind("Ada King thinks that cats sleep, Bo Lee that dogs bark.", cats, dogs) is None


def test_a_reason_tells_that_it_is_of_several_people(checker, said):
    cats, dogs = said("Cats sleep.", "Ada King"), said("Dogs bark.", "Bo Lee", document="e")
    assert checker.objection("Ada King and Bo Lee say that dogs bark.", [cats, dogs]).reason == (
        "the cited words say nothing of dogs, bark: say in one sentence what one person says"
    )


def test_whose_words_are_quoted_is_who_says_them(kind, said):
    bo = said("Cats sleep.", speaker="Bo Lee", quoting=("Ada King",))
    assert kind("Ada King, quoting Bo Lee: “Cats sleep.”", bo) is None
    assert kind("Bo Lee says that cats sleep, as quoted by Ada King.", bo) is None
    assert kind("Ada King quotes Bo Lee: “Cats sleep.”", bo) is None
    assert kind("Bo Lee writes that cats sleep.", bo) is None
    assert kind("Ada King writes that cats sleep.", bo) == "name"
    assert kind("Bo Lee quotes Ada King: “Cats sleep.”", bo) == "name"
    assert kind("The author writes that cats sleep.", bo) == "name"


def test_who_is_quoted_need_not_have_written_anything_here(kind, said):
    zoe = said("Cats sleep.", speaker="Zoe Ode")
    assert (
        kind(
            "Zoe Ode is quoted in “Notes” as writing: “Cats sleep.”",
            said("Cats sleep.", speaker="Zoe Ode", title="Notes"),
        )
        is None
    )
    assert kind("Ode says that cats sleep.", zoe) is None
    assert kind("Zoe King says that cats sleep.", zoe) == "name"


def test_names_within_quoted_words_are_theirs(kind, said):
    ada = said("Bo Lee argues that cats sleep.", "Ada King")
    assert kind("Ada King writes: “Bo Lee argues that cats sleep.”", ada) is None


@pytest.mark.parametrize(
    "name", ["Zoë Ångström", "李 明", "Jean-Luc O’Neil", "Łukasz van der Berg", "gwern"]
)
def test_a_name_in_any_script_is_a_name(stems, said, name):
    known = Directory([Person(one, (), (one,), 1, "metadata", None) for one in (name, "Ada King")])
    checker = Checker(known, stems)
    theirs, hers = said("Cats sleep.", name), said("Cats sleep.", "Ada King")
    assert checker.objection(f"{name} writes that cats sleep.", [theirs]) is None
    assert checker.objection(f"{name} writes that cats sleep.", [hers]).kind == "name"


def test_an_ordinary_word_in_the_place_of_a_name_is_none(known, stems, said):
    cited = said("Power is sought by agents.", "Ada King")
    text = "Power is sought by agents per programs."
    assert Checker(known, stems).objection(text, [cited]).kind == "name"
    plain = Checker(known, stems, ordinary=lambda word: word == "programs")
    assert plain.objection(text, [cited]) is None
    assert plain.objection("For agents, power is sought.", [cited]) is None


def test_an_adverb_behind_a_name_is_none(kind, said):
    cited = said("Cats sleep.", "Ada King")
    assert kind("Ada King candidly says that cats sleep.", cited) == "content"


def test_letters_of_two_scripts_may_stand_in_the_words(kind, said):
    assert kind("TNFα helps cats.", said("TNFα helps cats.", "Ada King")) is None


def test_an_ordinary_word_that_is_somebodys_name_is_none(stems, said):
    known = Directory([Person(one, (), (one,), 1, "handle", None) for one in ("cats", "Ada King")])
    cited = said("The animals sleep.", "Ada King")
    assert Checker(known, stems).objection("The animals, cats, sleep.", [cited]).kind == "name"
    plain = Checker(known, stems, ordinary=lambda word: word == "cats")
    assert plain.objection("The animals, cats, sleep.", [cited]) is None
