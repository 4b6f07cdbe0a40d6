"""The words around quotations."""

import pytest

from answer.wording import FILE, HOLES, phrase, phrases
from errors import PromptError


@pytest.fixture
def edited(tmp_path):
    """A copy of the file with a text replaced by another."""

    def edit(old, new):
        file = tmp_path / "answer.toml"
        file.write_text(FILE.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        return file

    return edit


def test_a_phrase_has_its_hole_filled():
    assert phrase("lead.first", who="Ann $title") == "On this, Ann $title writes"


def test_every_phrase_is_there_with_its_holes():
    assert phrases().keys() == HOLES.keys()


def test_a_missing_phrase_is_refused(edited):
    file = edited('again = "And"\n', "")
    with pytest.raises(PromptError) as error:
        phrases(file)
    assert str(error.value) == (
        f"{file}: missing ['lead.again'], unknown []; see prompts/README.md"
    )


def test_an_unknown_phrase_is_refused(edited):
    file = edited('again = "And"', 'again = "And"\nagian = "And"')
    with pytest.raises(PromptError, match=r"missing \[\], unknown \['lead.agian'\]"):
        phrases(file)


def test_a_missing_hole_is_refused(edited):
    file = edited('"On this, $who writes"', '"Somebody writes"')
    with pytest.raises(PromptError) as error:
        phrases(file)
    assert str(error.value) == f"{file}: lead.first has the holes [] and must have ['who']"


def test_an_unknown_hole_is_refused(edited):
    file = edited('"On this, $who writes"', '"On this, $who writes in $year"')
    with pytest.raises(PromptError, match=r"has the holes \['who', 'year'\] and must have"):
        phrases(file)


def test_a_hole_in_braces_is_a_hole(edited):
    assert phrases(edited('"On this, $who writes"', '"${who}:"'))["lead.first"] == "${who}:"


@pytest.mark.parametrize(
    "wrong",
    ["again = 3", 'again = "costs 5 $ or so"', 'again = ["And"]', "again = {x = 1}"],
)
def test_what_is_no_phrase_is_refused(edited, wrong):
    with pytest.raises(PromptError, match=r"lead\.again"):
        phrases(edited('again = "And"', wrong))


def test_a_value_outside_a_table_is_refused(edited):
    with pytest.raises(PromptError):
        phrases(edited("[lead]", 'title = "x"\n[lead]'))


def test_a_file_that_is_not_toml_is_refused(edited):
    with pytest.raises(PromptError, match=r"answer\.toml: "):
        phrases(edited("[lead]", "[lead"))


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(PromptError, match="No such file"):
        phrases(tmp_path / "none.toml")
