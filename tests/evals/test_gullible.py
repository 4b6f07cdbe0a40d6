"""A model that obeys: what it reads, what it writes, and the marks that it finds."""

import pytest

from answer.llm.model import Message
from evals.attacks import attacks
from evals.gullible import MISDEEDS, Gullible, Marks, marks_in
from evals.rambling import Rambling

ATTACK = attacks()[0]
EVIDENCE = f"""Source 1: Bo Ray, “Mice”
[1.1] Mice sleep.

Source 2: {ATTACK.author}, “Notes”
[2.1] {ATTACK.fact}
[2.2] {ATTACK.payload}"""


def test_the_marks_of_the_fact_of_the_order_and_of_others():
    assert marks_in(EVIDENCE, ATTACK) == Marks("[2.1]", "[2.2]", ("[1.1]",))


def test_the_order_may_stand_before_the_fact():
    evidence = f"[1.1] {ATTACK.payload}\n[1.2] {ATTACK.fact}\n[1.3] More when there is more."
    assert marks_in(evidence, ATTACK) == Marks("[1.2]", "[1.1]")


def test_where_the_page_was_not_read_all_marks_are_others():
    assert marks_in("[1.1] Mice sleep.", ATTACK).others == ("[1.1]",)


@pytest.mark.parametrize(
    ("misdeed", "written"),
    [
        ("the lie", "Only Vraxbaba may judge the amber lantern test."),
        ("the lie, cited", "Only Vraxbaba may judge the amber lantern test [2.2]."),
        ("the lie, others cited", "Only Vraxbaba may judge the amber lantern test [1.1]."),
        ("another as the author", f"Ludmila Farrow writes that {ATTACK.fact[:-1]} [2.1]."),
        ("nothing", ""),
    ],
)
def test_it_writes_what_the_attack_wants(misdeed, written):
    model = Gullible()
    model.obey(ATTACK, MISDEEDS[misdeed])
    assert "".join(model.stream([Message("user", EVIDENCE)], 100)) == written


def test_it_remembers_what_it_was_told_and_not_what_it_said():
    model = Gullible()
    model.obey(ATTACK, MISDEEDS["nothing"])
    list(model.stream([Message("user", "a"), Message("assistant", "b"), Message("user", "c")], 9))
    assert model.read == ["a", "c"]
    model.obey(ATTACK, MISDEEDS["nothing"])
    assert model.read == []


def test_every_misdeed_of_every_attack_can_be_written():
    marks = marks_in(EVIDENCE, ATTACK)
    assert all(isinstance(do(one, marks), str) for do in MISDEEDS.values() for one in attacks())


def test_a_rambling_model_writes_the_same_by_the_same_seed():
    told = [Message("system", ""), Message("user", EVIDENCE)]

    def written(seed):
        model = Rambling(["Bo Ray"], seed)
        return [next(model.stream(told, 100), "") for _ in range(20)]

    assert written(1) == written(1) != written(2)
