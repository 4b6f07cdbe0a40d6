"""Signatures → people: what joins names, what does not, and what keeps people apart."""

import pytest

from ingest.people import IN_REGISTRY, Join, people
from ingest.registry import Entry, Registry
from ingest.signatures import Alias, Signature

LW, EA = "lesswrong.com/users/", "forum.effectivealtruism.org/users/"


def signed(document, name, *handles, profile=None, aliases=(), beside=(), basis="metadata"):
    """A document that a name signs; `handles` are user names, which its words give."""
    others = (*(Alias(h, f"I am @{h}", True) for h in handles),
              *(Alias(a, f"call me {a}", False) for a in aliases))  # fmt: skip
    return Signature(document, name, profile, others, tuple(beside), basis, None)


def directory(*signatures, entries=()):
    return people(signatures, Registry(entries))


def names(*signatures, entries=()):
    """The names with which each person signs, the shown one first."""
    return [person.signed for person in directory(*signatures, entries=entries)]


def test_a_name_is_a_person_with_all_that_it_signs():
    (jane,) = directory(signed("1", "Jane Doe"), signed("2", "Jane Doe"))
    assert (jane.name, jane.signed, jane.documents) == ("Jane Doe", ("Jane Doe",), 2)


def test_those_with_most_documents_come_first():
    assert names(signed("1", "A B"), signed("2", "C D"), signed("3", "C D")) == [
        ("C D",), ("A B",),
    ]  # fmt: skip


def test_the_basis_is_that_of_the_first_document():
    found = directory(signed("2", "jd", basis="handle"), signed("1", "jd", basis="profile"))
    assert found[0].basis == "profile"


@pytest.mark.parametrize("handle", ["jdoe", "JDoe"])
def test_a_user_name_that_a_page_gives_joins_what_is_signed_with_it(handle):
    (jane,) = directory(signed("1", "Jane Doe", handle), signed("2", "jdoe"))
    assert (jane.name, jane.signed, jane.aliases) == ("Jane Doe", ("Jane Doe", "jdoe"), ())
    assert jane.joins == (Join("jdoe", f"I am @{handle}", "1"),)


def test_a_diminutive_is_another_name_and_joins_nothing():
    found = directory(signed("1", "Jane Doe", aliases=["Janie"]), signed("2", "Janie"))
    assert [(person.name, person.aliases) for person in found] == [
        ("Jane Doe", ("Janie",)), ("Janie", ()),
    ]  # fmt: skip
    assert found[0].joins == (Join("Janie", "call me Janie", "1"),)


@pytest.mark.parametrize("name", ["Jane", "Doe", "doe"])
def test_a_first_or_last_name_joins_nothing_though_it_be_a_user_name(name):
    assert len(names(signed("1", "Jane Doe", name), signed("2", name))) == 2


def test_a_diminutive_joins_nothing_though_it_be_a_user_name_too():
    assert (
        len(names(signed("1", "Jane Doe", "janie", aliases=["Janie"]), signed("2", "janie"))) == 2
    )


@pytest.mark.parametrize(
    "other",
    [
        "J. Doe",
        "Jane",
        "Doe",
        "Jane Deo",
        "JaneDoe",
        "Janet Doe",
        "Jane M. Doe",
        "John Doe",
        "jdoe",
    ],
)
def test_likeness_joins_nothing(other):
    assert len(names(signed("1", "Jane Doe"), signed("2", other))) == 2


@pytest.mark.parametrize("other", ["jane doe", "Jane_Doe", "jane-doe", "JANE DOE"])
def test_a_name_that_is_spelt_otherwise_is_the_same(other):
    (jane,) = directory(signed("1", "Jane Doe"), signed("2", other))
    assert jane.signed == ("Jane Doe", other)
    assert jane.joins == (Join(other, "the same name, spelt otherwise", "2"),)


def test_a_name_with_a_degree_is_the_same():
    (jane,) = directory(
        signed("1", "Jane Doe, PhD"), signed("2", "Dr Jane Doe"), signed("3", "Jane Doe")
    )
    assert jane.name == "Jane Doe"
    assert {join.evidence for join in jane.joins} == {"the same name, with a title or a degree"}


def test_one_page_of_a_person_joins_names():
    (jane,) = directory(
        signed("1", "Jane Doe", profile=f"{LW}jd"), signed("2", "jd77", profile=f"{LW}jd")
    )
    assert jane.joins == (Join("jd77", f"{LW}jd", "2"),)


def test_a_page_under_which_several_people_write_joins_nobody():
    page = "example.org/author/admin"
    signatures = [signed(n, n, profile=page) for n in ("Jane Doe", "admin", "Bo Ray")]
    assert len(names(*signatures)) == 3


def test_a_person_may_change_a_part_of_their_name():
    assert names(
        signed("1", "Jane Doe", profile=f"{LW}j"), signed("2", "Jane Ray", profile=f"{LW}j")
    ) == [("Jane Doe", "Jane Ray")]


def test_joins_lead_on():
    (jane,) = directory(
        signed("1", "Jane Doe", "jdoe"), signed("2", "jdoe", "doe77"), signed("3", "doe77")
    )
    assert jane.signed == ("Jane Doe", "doe77", "jdoe")
    assert {join.name for join in jane.joins} == {"jdoe", "doe77"}


def test_two_pages_at_one_site_keep_a_name_apart():
    found = directory(
        signed("1", "Jane Doe", profile=f"{LW}jane"), signed("2", "Jane Doe", profile=f"{LW}jane-2")
    )
    assert [(person.name, person.aliases, person.signed) for person in found] == [
        (label, ("Jane Doe",), (label,))
        for label in (f"Jane Doe ({LW}jane)", f"Jane Doe ({LW}jane-2)")
    ]
    assert found[0].refused == (
        Join(f"Jane Doe ({LW}jane-2)", "the same name, with another page", "2"),
    )


def test_who_signs_without_a_page_is_neither_of_two_namesakes():
    found = names(
        signed("1", "Jane Doe", profile=f"{LW}jane"),
        signed("2", "Jane Doe", profile=f"{LW}jane-2"),
        signed("3", "jane_doe"),
        signed("4", "Jane Doe"),
    )
    assert sorted(found) == [
        ("Jane Doe",), (f"Jane Doe ({LW}jane)",), (f"Jane Doe ({LW}jane-2)",), ("jane_doe",)
    ]  # fmt: skip


def test_pages_at_two_sites_may_be_one_person():
    assert names(
        signed("1", "Jane Doe", profile=f"{LW}jane"), signed("2", "Jane Doe", profile=f"{EA}jane")
    ) == [("Jane Doe",)]


def test_a_join_of_people_with_two_pages_at_one_site_is_refused_and_told():
    jane, doe = directory(
        signed("1", "Jane Doe", "jd", profile=f"{LW}jane"), signed("2", "jd", profile=f"{LW}jd")
    )
    assert (jane.joins, doe.joins) == ((), ())
    assert (jane.refused, doe.refused) == (
        (Join("jd", "I am @jd", "1"),), (Join("Jane Doe", "I am @jd", "1"),),
    )  # fmt: skip
    assert jane.aliases == ("jd",)


def test_a_spelling_between_two_people_joins_neither():
    found = names(
        signed("1", "Jane Doe", profile=f"{LW}jane"),
        signed("2", "jane_doe", profile=f"{LW}jane-2"),
        signed("3", "Jane-Doe"),
    )
    assert len(found) == 3


def test_a_user_name_that_two_people_give_joins_neither():
    found = names(signed("1", "Jane Doe", "jd"), signed("2", "John Dee", "jd"), signed("3", "jd"))
    assert len(found) == 3


def test_a_user_name_does_not_join_two_full_names():
    found = names(
        signed("1", "Jane Doe", profile=f"{LW}jd"),
        signed("2", "jd", profile=f"{LW}jd"),
        signed("3", "John Dee", "jd"),
    )
    assert found == [("Jane Doe", "jd"), ("John Dee",)]


def test_those_who_sign_the_same_words_are_two_people():
    found = names(
        signed("1", "Bo Ray", beside=["Bo Ray, Jr."]), signed("1", "Bo Ray, Jr.", beside=["Bo Ray"])
    )
    assert len(found) == 2


def test_the_name_that_is_shown_is_a_full_name():
    found = names(signed("1", "jdoe"), signed("2", "jdoe"), signed("3", "Jane Doe", "jdoe"))
    assert found == [("Jane Doe", "jdoe")]


def test_the_operators_name_is_shown_first():
    entry = Entry("jdoe", ("Jane",), documents=("1",))
    (jane,) = directory(signed("1", "jdoe"), signed("2", "Jane Doe", "jdoe"), entries=[entry])
    assert jane.signed == ("jdoe", "Jane Doe")
    assert jane.aliases == ("Jane",)
    assert jane.joins == (Join("Jane Doe", "I am @jdoe", "2"), Join("Jane", IN_REGISTRY, "1"))


def test_the_operator_sets_names_apart_whatever_a_page_says():
    entry = Entry("Jane Doe", apart=("jdoe", "jane_doe"))
    found = directory(
        signed("1", "Jane Doe", "jdoe"), signed("2", "jdoe"), signed("3", "jane_doe"),
        entries=[entry],
    )  # fmt: skip
    assert [(person.name, person.aliases) for person in found] == [
        ("Jane Doe", ()), ("jane_doe", ()), ("jdoe", ()),
    ]  # fmt: skip


def test_two_people_of_the_operator_are_never_joined():
    entries = [Entry("Jane Doe"), Entry("Dr Jane Doe")]
    assert len(names(signed("1", "Jane Doe"), signed("2", "Dr Jane Doe"), entries=entries)) == 2


def test_a_page_at_a_site_where_the_operator_names_another_is_somebody_elses():
    entry = Entry("Jane Doe", profiles=(f"https://{LW}jane",))
    found = names(
        signed("1", "Jane Doe", profile=f"{LW}jane"),
        signed("2", "Jane Doe", profile=f"{LW}jane-2"),
        entries=[entry],
    )
    assert found == [("Jane Doe",), (f"Jane Doe ({LW}jane-2)",)]


def test_a_name_that_the_operator_gives_to_another_is_no_alias():
    found = directory(
        signed("1", "Jane Doe", aliases=["JD"]), signed("2", "John Dee"),
        entries=[Entry("John Dee", ("JD",))],
    )  # fmt: skip
    assert [(person.name, person.aliases) for person in found] == [
        ("Jane Doe", ()), ("John Dee", ("JD",)),
    ]  # fmt: skip
