"""Many questions in, many answers out; a stopped run goes on where it stopped."""

import csv
import json

import pytest

from answer.record import Answer
from errors import BadInput, Locked
from faces.batch.asking import one_by_one
from faces.batch.input import Row
from faces.batch.output import resume
from faces.batch.run import Tally
from faces.batch.run import run as run_rows
from index.lock import writing_file


def run(rows, file, ask):
    """A run that asks each row when the one before has its answer."""
    return run_rows(rows, file, one_by_one(ask))


KINDS = ["jsonl", "csv", "md"]
ROWS = [
    Row("a", "Why?"),
    Row("b", "What, “then”?\nAnd --> é 🙂 <!-- row -->"),
    Row("c", "", error="no question"),
    Row("d", "Fails, this one"),
]


class Scripted:
    """Answers questions; `asked` is what it was asked. One that begins with "Fails" fails."""

    def __init__(self, answer):
        self.asked, self._answer = [], answer

    def __call__(self, row):
        self.asked.append(row.id)
        if row.question.startswith("Fails"):
            raise BadInput("it fails, “so”\nit does")
        return self._answer(row.id, row.question)


@pytest.fixture
def ask(citation):
    """A scripted answerer: every answer cites two places."""

    def answer(id_, question):
        cited = (
            citation("It is\nso, “é”.", "Ann", path="a.txt"),
            citation("<!-- row {} -->\n\n", n=2, path='b".txt'),
        )
        record = {
            "schema": 1, "id": id_, "question": question, "asked": question,
            "answer": f"{question}: “It is so” [1]\n\nAnd, “then” [2]",
            "abstained": "Why" in question,
            "reason": None, "mode": "extractive", "model": None, "confidence": 0.5,
            "sentences": (), "citations": cited,
            "timings_ms": {"retrieve": 1.0, "answer": 1.0, "total": 2.0},
        }  # fmt: skip
        return Answer.model_validate(record)

    return Scripted(answer)


@pytest.fixture
def citation():
    from tests.answer.conftest import citation as fixture

    return fixture.__wrapped__()


@pytest.mark.parametrize("kind", KINDS)
def test_the_tally_counts_what_became_of_the_rows(ask, tmp_path, kind):
    assert run(ROWS, tmp_path / f"o.{kind}", ask) == Tally(answered=1, abstained=1, failed=2)


@pytest.mark.parametrize("kind", KINDS)
def test_rows_that_are_there_are_not_asked_again(ask, tmp_path, kind):
    run(ROWS[:1], tmp_path / f"o.{kind}", ask)
    tally = run(ROWS, tmp_path / f"o.{kind}", ask)
    assert (tally.skipped, ask.asked) == (1, ["a", "b", "d"])


def test_a_file_is_written_by_one_run_at_a_time(ask, tmp_path):
    with writing_file(tmp_path / "o.md"), pytest.raises(Locked, match=r"o\.md is being written"):
        run(ROWS, tmp_path / "o.md", ask)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", KINDS)
def test_white_space_around_a_question_has_none_asked_again(ask, tmp_path, kind):
    file = tmp_path / f"o.{kind}"
    run([Row("a", "How?")], file, ask)
    assert run([Row("a", " How? \n")], file, ask).skipped == 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_finished_file_stays_as_it_is(ask, tmp_path, kind):
    file = tmp_path / f"o.{kind}"
    run(ROWS, file, ask)
    before = file.read_bytes()
    assert run(ROWS, file, ask) == Tally(skipped=4)
    assert file.read_bytes() == before


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_was_cut_anywhere_ends_up_the_same(ask, tmp_path, kind):
    file = tmp_path / f"o.{kind}"
    run(ROWS[:2], file, ask)
    whole = file.read_bytes()
    for cut in range(len(whole)):
        file.write_bytes(whole[:cut])
        run(ROWS[:2], file, ask)
        assert file.read_bytes() == whole, f"cut at byte {cut}: {whole[:cut][-30:]!r}"


@pytest.mark.parametrize("kind", KINDS)
def test_a_failed_row_that_was_cut_ends_up_the_same(ask, tmp_path, kind):
    file = tmp_path / f"o.{kind}"
    run(ROWS, file, ask)
    whole = file.read_bytes()
    for cut in range(len(whole) - 120, len(whole)):
        file.write_bytes(whole[:cut])
        run(ROWS, file, ask)
        assert file.read_bytes() == whole, f"cut at byte {cut}: {whole[:cut][-30:]!r}"


@pytest.mark.parametrize("kind", KINDS)
def test_each_row_is_written_before_the_next_is_asked(ask, tmp_path, kind):
    file, sizes = tmp_path / f"o.{kind}", []

    def watched(row):
        sizes.append(file.stat().st_size)
        return ask(Row(row.id, "How?"))

    run([Row("a", "1"), Row("b", "2"), Row("c", "3")], file, watched)
    assert sizes[0] < sizes[1] < sizes[2]


@pytest.mark.parametrize("kind", KINDS)
def test_no_rows_make_a_file_without_rows(ask, tmp_path, kind):
    file = tmp_path / f"o.{kind}"
    run([], file, ask)
    assert resume(file) == set()


def test_the_same_question_twice_is_answered_twice(ask, tmp_path):
    run([Row("row-1", "How?"), Row("row-2", "How?")], tmp_path / "o.jsonl", ask)
    assert ask.asked == ["row-1", "row-2"]


def test_the_same_row_twice_is_answered_once(ask, tmp_path):
    tally = run([Row("a", "How?"), Row("a", "How?")], tmp_path / "o.jsonl", ask)
    assert (tally.answered, tally.skipped) == (1, 1)


def test_another_question_of_the_same_id_is_asked(ask, tmp_path):
    run([Row("a", "How?"), Row("a", "Who?")], tmp_path / "o.jsonl", ask)
    assert ask.asked == ["a", "a"]


def test_a_row_that_failed_carries_its_error_and_the_rest_go_on(ask, tmp_path):
    run([ROWS[3], Row("e", "How?")], tmp_path / "o.jsonl", ask)
    records = [json.loads(line) for line in (tmp_path / "o.jsonl").read_text().splitlines()]
    assert records[0] == {
        "schema": 1, "id": "d", "question": "Fails, this one", "error": "it fails, “so”\nit does",
    }  # fmt: skip
    assert records[1]["id"] == "e"


def test_a_row_that_fails_unforeseen_does_not_stop_the_rest(ask, tmp_path):
    def broken(row):
        if row.id == "a":
            raise RuntimeError("the model fell over")
        return ask(row)

    assert run([Row("a", "1"), Row("b", "2")], tmp_path / "o.jsonl", broken).answered == 1


def test_a_table_has_a_row_an_answer_with_citations_a_line_each(ask, tmp_path):
    run([Row("b", "How?")], tmp_path / "o.csv", ask)
    with (tmp_path / "o.csv").open(newline="") as stream:
        record = next(csv.DictReader(stream))
    assert (record["id"], record["abstained"], record["authors"], record["quotes"]) == (
        "b", "False", "Ann\n", "It is so, “é”.\n<!-- row {} -->",
    )  # fmt: skip


@pytest.mark.parametrize("quote", ["=HYPERLINK(1)", "@SUM(A1)", "+1", "-1+cmd|x"])
def test_a_quotation_is_never_a_formula(ask, citation, tmp_path, quote):
    def quoting(row):
        return ask(row).model_copy(update={"citations": (citation(quote, quote),)})

    run([Row("b", "How?")], tmp_path / "o.csv", quoting)
    with (tmp_path / "o.csv").open(newline="") as stream:
        record = next(csv.DictReader(stream))
    assert not {record["quotes"][0], record["authors"][0]} & set("=@+-")


def test_the_name_of_a_file_is_never_a_formula(ask, citation, tmp_path):
    def cited(row):
        here = citation("It is so", "Ann").model_copy(update={"path": "=1+1.txt", "title": None})
        return ask(row).model_copy(update={"citations": (here,)})

    run([Row("b", "How?")], tmp_path / "o.csv", cited)
    with (tmp_path / "o.csv").open(newline="") as stream:
        assert next(csv.DictReader(stream))["places"].startswith("'=1+1.txt:")


def test_a_document_has_a_section_an_answer(ask, tmp_path):
    run([Row("a", "Why so?")], tmp_path / "o.md", ask)
    assert (tmp_path / "o.md").read_text() == (
        "<!-- answers by whosaid -->\n\n"
        "## Why so?\n\n*Why so?: “It is so” [1]\n\nAnd, “then” [2]*\n\n"
        '<!-- row {"id": "a", "question": "Why so?"} -->\n\n'
    )


def test_a_failed_row_is_a_section_too(ask, tmp_path):
    run([Row("c", "", error="no question")], tmp_path / "o.md", ask)
    assert (tmp_path / "o.md").read_text() == (
        "<!-- answers by whosaid -->\n\n"
        '## c\n\n*Error: no question*\n\n<!-- row {"id": "c", "question": ""} -->\n\n'
    )


def test_a_quotation_cannot_pass_for_a_row(ask, citation, tmp_path):
    forged = '<!-- row {"id": "z", "question": "Who?"} -->\n\n'
    run([Row("b", f"How?\n{forged}")], tmp_path / "o.md", ask)
    assert resume(tmp_path / "o.md") == {("b", f"How?\n{forged.strip()}")}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("o.jsonl", "my notes\n"),
        ("o.jsonl", "[1]\n"),
        ("o.jsonl", '{"a": 1}\n'),
        ("o.jsonl", "my notes"),
        ("o.csv", "a,b\r\n1,2\r\n"),
        ("o.csv", "my notes"),
        ("o.md", "# My notes\n\nimportant\n"),
        ("o.md", "## My notes\n\nimportant"),
    ],
)
def test_a_file_of_somebody_elses_is_refused_and_stays(ask, tmp_path, name, content):
    (tmp_path / name).write_bytes(content.encode())
    with pytest.raises(BadInput) as error:
        run(ROWS, tmp_path / name, ask)
    assert str(error.value) == f"{tmp_path / name} is not a file of answers; name another file"
    assert (tmp_path / name).read_bytes() == content.encode()


def test_a_file_of_another_kind_is_refused(ask, tmp_path):
    with pytest.raises(BadInput, match=r"o\.txt: answers are written as \.jsonl, \.csv or \.md$"):
        run(ROWS, tmp_path / "o.txt", ask)


def test_a_folder_that_is_not_there_is_told(ask, tmp_path):
    with pytest.raises(BadInput, match=r"No such file or directory"):
        run(ROWS, tmp_path / "nix" / "o.md", ask)


@pytest.mark.parametrize("kind", KINDS)
def test_half_a_character_in_a_question_is_no_stop(ask, tmp_path, kind):
    rows = [Row("a", "Fails \ud83d"), Row("b", "How?")]
    run(rows, tmp_path / f"o.{kind}", ask)
    assert run(rows, tmp_path / f"o.{kind}", ask) == Tally(skipped=2)
