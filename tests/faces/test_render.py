"""An answer as plain text and as Markdown, and the tables of the command line."""

import pytest

from answer.record import Answer, Attribution, Elsewhere, Sentence
from answer.record import Evidence as Basis
from faces.render import BASES, markdown, people, place, report, table, terminal
from ingest.document import BASES as ALL_BASES
from ingest.people import Join, Person
from ingest.run import Report
from ingest.sources import Skipped


@pytest.fixture
def citation():
    from tests.answer.conftest import citation as fixture

    return fixture.__wrapped__()


def answer(text, *citations, **changes):
    record = {
        "schema": 1, "id": "x", "question": "Is\nit?", "asked": "Is it?", "answer": text,
        "abstained": False, "reason": None, "mode": "extractive", "model": None,
        "confidence": 0.5, "sentences": (), "citations": citations,
        "timings_ms": {"retrieve": 0, "answer": 0, "total": 0},
    }  # fmt: skip
    return Answer.model_validate(record | changes)


def test_a_quotation_is_followed_by_its_author_and_place(citation):
    cited = citation(
        "So.", "Ann", path="a.txt", title="T", heading="H", date="2024-03-01T10:00:00Z"
    )
    assert terminal(answer("Ann writes: “So.” [1]", cited), 80) == (
        "Ann writes: “So.” [1]\n\n[1] Ann (from the page's metadata)\n"
        "    “T”, H, 2024-03-01, a.txt:0-3"
    )


def test_what_an_attribution_rests_on_is_quoted_on_one_line(citation):
    basis = Attribution(basis="byline", evidence=Basis(start=0, end=6, text="By\n Ann"))
    assert "[1] Ann (from the byline: “By Ann”)" in terminal(
        answer("x", citation("So.", "Ann", attribution=basis)), 80
    )


def test_who_is_not_named_is_not_named(citation):
    assert terminal(answer("x", citation("So.", path="a.txt")), 80).endswith(
        "[1] author not named\n    a.txt:0-3"
    )


def test_who_is_quoted_is_told_in_the_list_too(citation):
    shown = terminal(answer("x", citation("So.", "Ann", speaker="Bo", title="T")), 80)
    assert "Bo" in shown


def test_the_other_places_and_the_link_are_told(citation):
    also = (Elsewhere(document="e", path="b.txt", start=7, end=10),
            Elsewhere(document="f", path=None, start=1, end=4))  # fmt: skip
    lines = terminal(answer("x", citation("So.", also=also, link="https://x.org#:~:text=So.")), 80)
    assert lines.splitlines()[-2:] == ["    also at b.txt:7, f:1", "    https://x.org#:~:text=So."]


def test_the_answer_is_wrapped_and_its_paragraphs_stay():
    assert terminal(answer("one two three\n\nfour"), 8) == "one two\nthree\n\nfour"


def test_nothing_that_steers_a_terminal_comes_out(citation):
    shown = terminal(
        answer("“\x1b[31mred\x1b]0;title\x07” [1]", citation("x", "An\x1b[2Jn", title="\x1b[1m")),
        80,
    )
    assert "\x1b" not in shown


WRITTEN = {
    "mode": "generated", "model": "tiny", "asked": "Is Ann it?",
    "sentences": (Sentence(text="All do.", citations=(), verdict="unsupported"),),
}  # fmt: skip


def test_what_a_model_wrote_tells_what_is_unsupported():
    assert terminal(answer("All do. (unsupported)", **WRITTEN), 80) == (
        "All do. (unsupported)\n\nWritten by tiny. Of 1 sentence: 1 unsupported."
    )


def test_a_section_tells_the_same_and_how_the_question_was_understood():
    assert markdown(answer("All do. (unsupported)", **WRITTEN)) == (
        "## Is it?\n\n*understood as “Is Ann it?”*\n\nAll do. (unsupported)\n\n"
        "*Written by tiny. Of 1 sentence: 1 unsupported.*\n\n"
    )


def test_a_document_without_a_path_has_its_id(citation):
    assert place(citation("So.", document="38e4")) == "38e4:0-3"


@pytest.mark.parametrize("basis", ALL_BASES)
def test_every_basis_has_words(basis):
    assert BASES[basis]


def test_an_answer_as_a_section(citation):
    cited = citation("So.", "Ann", "Bo", path="a.txt", link="https://x.org")
    assert markdown(answer("Ann and Bo write: “So.” [1]", cited)) == (
        "## Is it?\n\nAnn and Bo write: “So.” [1]\n\n1. Ann, Bo, a.txt:0-3 <https://x.org>\n"
    )


def test_an_abstention_as_a_section():
    assert markdown(answer("Nobody says.", abstained=True)) == "## Is it?\n\n*Nobody says.*\n"


def test_what_an_answer_lacks_stands_in_its_section(citation):
    given = answer("Ann writes: “So.” [1]", citation("So.", "Ann"))
    lacking = given.model_copy(update={"reason": "Nothing by Bo is there."})
    assert markdown(lacking).startswith(
        "## Is it?\n\nAnn writes: “So.” [1]\n\n*Nothing by Bo is there.*\n\n1. Ann"
    )


def test_a_question_is_one_heading():
    assert markdown(answer("x", question="# A\n## B")).splitlines()[0] == "## # A ## B"


def test_columns_align():
    assert table([("a", "bb"), ("ccc", "d"), ("", "")]) == "a    bb\nccc  d\n"


def test_no_people_are_the_header_alone():
    assert people([]) == "author  also called  documents  known from"


def test_people_have_their_other_names():
    found = [Person("Ann Lee", ("An", "al"), ("Ann Lee",), 2, "byline", "By\nAnn Lee")]
    assert people(found).splitlines()[1] == (
        "Ann Lee  An, al       2          from the byline: “By Ann Lee”"
    )


def test_people_have_what_joins_their_names_below():
    joins = Join("al", "I am\n@al", "d1"), Join("An", "call me An", "d2")
    found = Person("Ann Lee", ("An",), ("Ann Lee", "al"), 2, "byline", None, joins)
    assert people([found]).splitlines()[1:] == [
        "Ann Lee  al, An       2          from the byline",
        "    also al: I am @al",
        "    also An: call me An",
    ]


def test_what_was_not_joined_is_told_too():
    found = Person("Al", (), ("Al",), 1, "byline", None, (), (Join("Bo", "I am @bo", "d1"),))
    assert people([found]).splitlines()[2] == "    not Bo, though: I am @bo"


def test_a_report_names_what_was_left_out_and_ends_with_totals():
    done = Report(1, 2, 3, 4, [Skipped("k", "a.bin", "no text")])
    assert list(report(done)) == [
        "skipped a.bin: no text", "1 added, 2 changed, 3 unchanged, 4 removed, 1 skipped",
    ]  # fmt: skip


def test_a_report_has_a_line_for_each_thing():
    done = Report(skipped=[Skipped("k", "new\nline.bin", "no\ntext")])
    assert len(next(report(done)).splitlines()) == 1
