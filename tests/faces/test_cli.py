"""The command line: results on standard output, a failure is one line and exit status 2."""

import functools
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from faces import cli, library
from index.embed import ModelEmbedder
from ingest.sources import source

ANN = "Reward hacking breaks every measure that it can reach. Cats sleep all day."
NOBODY = (
    "\ufeffDogs bark at night.\r\nOff-switches are useful\u00a0things to have. 🙂\r\n\r\n"
    "Études end.\r\n"
)
POST = {
    "id": "p1", "text": "Corrigible agents let you switch them off.", "author": "Bo Ray",
    "title": "On corrigibility", "url": "https://x.org/p1", "date_published": "2024-03-01",
    "source": "blog",
}  # fmt: skip
KEYS = {
    "schema", "id", "question", "asked", "answer", "abstained", "reason", "mode", "model",
    "confidence", "sentences", "citations", "timings_ms",
}  # fmt: skip


class Ran(NamedTuple):
    """What a command did."""

    status: int
    out: str
    err: str


@pytest.fixture(scope="module", autouse=True)
def one_model():
    """The real bundled model, loaded once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(library, "ModelEmbedder", functools.cache(ModelEmbedder))
        yield


@pytest.fixture
def whosaid(monkeypatch, capsysbinary, tmp_path):
    """Runs a command as a person does, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["whosaid", *map(str, arguments)])
        capsysbinary.readouterr()
        with pytest.raises(SystemExit) as stopped:
            sys.exit(cli.main())
        out, err = capsysbinary.readouterr()
        return Ran(stopped.value.code or 0, out.decode(), err.decode())

    return run


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A data folder with three documents: by Ann, by nobody, by Bo."""
    folder = tmp_path_factory.mktemp("cli")
    texts = folder / "texts"
    texts.mkdir()
    (texts / "ann.md").write_text(f"# Measures\n\nBy Ann Lee\n\n{ANN}\n", encoding="utf-8")
    (texts / "nobody.txt").write_bytes(NOBODY.encode())
    (texts / "posts.jsonl").write_text(json.dumps(POST))
    opened = library.open_library(cli.load_settings(data=folder / "data"), create=True)
    opened.ingest([source(str(texts))])
    return folder / "data"


def failed(ran, message):
    """Whether a command failed with one line on standard error and nothing else."""
    assert (ran.status, ran.out, ran.err) == (2, "", f"whosaid: {message}\n")


def test_ingest_tells_what_it_did_and_ends_with_the_totals(whosaid, tmp_path):
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "a.txt").write_text("Cats sleep.")
    (tmp_path / "t" / "b.bin").write_text("x")
    assert whosaid("ingest", "t", "--data", "d").out == (
        "skipped b.bin: not a .txt, .md or .jsonl file, plain or gzipped\n"
        "1 added, 0 changed, 0 unchanged, 0 removed, 1 skipped\n"
    )


def test_ingest_again_changes_nothing(whosaid, tmp_path):
    (tmp_path / "a.txt").write_text("Cats sleep.")
    whosaid("ingest", "a.txt")
    assert (
        whosaid("ingest", "a.txt").out == "0 added, 0 changed, 1 unchanged, 0 removed, 0 skipped\n"
    )
    assert (tmp_path / ".whosaid" / "archive.db").exists()


def test_the_environment_names_the_data_folder(whosaid, data, monkeypatch):
    monkeypatch.setenv("WHOSAID_DATA", str(data))
    assert whosaid("authors").status == 0


def test_ask_prints_the_answer_and_under_it_whose_words_they_are(whosaid, data):
    ran = whosaid("ask", "What does Ann Lee say about reward hacking?", "--data", data)
    assert ran.out.startswith("On this, Ann Lee writes: “Reward hacking breaks every measure that")
    assert (
        "\n\n[1] Ann Lee (from the byline: “By Ann Lee”)\n    “Measures”, ann.md:24-78\n" in ran.out
    )


def test_ask_as_json_is_one_line_with_one_record(whosaid, data):
    ran = whosaid("ask", "What does reward hacking break?", "--data", data, "--json")
    assert ran.out.count("\n") == 1
    assert json.loads(ran.out).keys() == KEYS


def test_an_answer_that_is_none_is_no_failure(whosaid, data):
    ran = whosaid("ask", "What does Eliezer Yudkowsky think about cats?", "--data", data)
    assert ran == (0, "Nothing by Eliezer Yudkowsky is in this corpus.\n", "")


@pytest.mark.parametrize(
    ("flags", "path"),
    [
        (["--author", "bo ray"], "posts.jsonl"),
        (["--source", "blog"], "posts.jsonl"),
        (["--after", "2024-03-01"], "posts.jsonl"),
        (["--before", "2024-03-02"], "posts.jsonl"),
        (["--author", "Ann"], "ann.md"),
        (["--source", "file", "--author", "Lee"], "ann.md"),
    ],
)
def test_a_filter_finds_only_what_passes_it(whosaid, data, flags, path):
    found = json.loads(whosaid("search", "agents", "--data", data, "--json", *flags).out)
    assert {hit["path"] for hit in found["hits"]} == {path}


def test_ask_takes_the_same_filters(whosaid, data):
    ran = whosaid("ask", "switch off agents", "--data", data, "--before", "2024-03-01", "--json")
    assert json.loads(ran.out)["citations"] == []


def test_search_has_the_record_of_the_contract(whosaid, data):
    found = json.loads(whosaid("search", "reward hacking", "--data", data, "--json", "-k", 2).out)
    assert list(found) == ["query", "hits", "timings_ms"]
    assert list(found["hits"][0]) == [
        "document", "source", "path", "source_id", "title", "heading", "authors", "date", "start",
        "end", "text", "score", "url",
    ]  # fmt: skip
    assert len(found["hits"]) == 2


def test_search_gives_stored_text_best_first(whosaid, data):
    hits = json.loads(whosaid("search", "off-switches", "--data", data, "--json").out)["hits"]
    texts = {"nobody.txt": NOBODY, "posts.jsonl": POST["text"]}
    assert all(
        texts[h["path"]][h["start"] : h["end"]] == h["text"] for h in hits if h["path"] in texts
    )
    assert [h["score"] for h in hits] == sorted((h["score"] for h in hits), reverse=True)


def test_search_prints_who_and_where(whosaid, data):
    out = whosaid("search", "corrigible agents", "-k", 1, "--data", data).out
    assert re.fullmatch(
        r"\[1\] \d\.\d\d  Bo Ray, “On corrigibility”, posts\.jsonl:0-42\n"
        r"    Corrigible agents let you switch them off\.\n",
        out,
    )


@pytest.mark.parametrize("name", ["nobody.txt"])
def test_show_is_byte_for_byte(whosaid, data, name):
    assert whosaid("show", name, "--data", data) == (0, NOBODY, "")


@pytest.mark.parametrize("name", ["p1", "On corrigibility", "posts.jsonl"])
def test_show_finds_a_document_by_its_names(whosaid, data, name):
    assert whosaid("show", name, "--data", data).out == POST["text"]


def test_show_as_json_is_the_record_of_the_document(whosaid, data):
    record = json.loads(whosaid("show", "p1", "--data", data, "--json").out)
    assert (record["text"], record["url"], record["date"], record["source_id"]) == (
        POST["text"], POST["url"], "2024-03-01", "p1",
    )  # fmt: skip
    assert [segment["authors"] for segment in record["segments"]] == [["Bo Ray"]]


def test_authors_are_listed_with_what_it_rests_on(whosaid, data):
    lines = whosaid("authors", "--data", data).out.splitlines()
    assert [re.split(r" {2,}", line) for line in lines] == [
        ["author", "also called", "documents", "known from"],
        ["Ann Lee", "1", "from the byline: “By Ann Lee”"],
        ["Bo Ray", "1", "from the page's metadata"],
    ]


def test_authors_as_json(whosaid, data):
    assert json.loads(whosaid("authors", "--data", data, "--json").out)[1] == {
        "name": "Bo Ray", "aliases": [], "signed": ["Bo Ray"], "documents": 1, "basis": "metadata",
        "evidence": None, "joins": [], "refused": [],
    }  # fmt: skip


TWO_NAMES = {"text": "Off-switches matter.", "author": {"name": "Bo Ray", "username": "boray"}}


def test_authors_are_listed_with_what_joins_their_names(whosaid, tmp_path):
    rows = [TWO_NAMES, {"text": "They do.", "author": "boray"}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    whosaid("ingest", "a.jsonl", "--data", tmp_path / "d")
    lines = whosaid("authors", "--data", tmp_path / "d").out.splitlines()
    assert re.split(r" {2,}", lines[1]) == ["Bo Ray", "boray", "2", "from the page's metadata"]
    assert lines[2] == "    also boray: the source's metadata gives both names"


def test_a_file_of_authors_is_applied_by_the_next_ingest(whosaid, tmp_path):
    (tmp_path / "a.txt").write_text("Cats sleep.")
    ingest = "ingest", "a.txt", "--data", tmp_path / "d"
    whosaid(*ingest)
    (tmp_path / "authors.toml").write_text("[[author]]\nname = 'Bo'\ndocuments = ['a.txt']\n")
    assert whosaid("authors", "--data", tmp_path / "d").err == (
        "authors.toml has changed: 'whosaid ingest SOURCE' applies it\n"
    )
    assert whosaid(*ingest).out.endswith("1 signed otherwise, by the file of authors\n")
    listed = whosaid("authors", "--data", tmp_path / "d")
    assert (listed.err, listed.out.splitlines()[1].split()[:2]) == ("", ["Bo", "1"])


def test_status_says_what_there_is(whosaid, data):
    lines = whosaid("status", "--data", data).out.splitlines()
    assert lines[1:4] == [
        "documents    3 by 2 authors",
        "sources      blog (1), file (2)",
        "dates        2024-03-01 to 2024-03-01",
    ]


SAME = " ".join(f"Measure{n} breaks when it becomes target{n} for all of us." for n in range(9))


@pytest.fixture
def doubled(whosaid, tmp_path):
    """A data folder with two posts of the same words and one of others."""
    rows = [
        {"id": "a", "title": "On measures", "text": SAME},
        {"id": "b", "title": "Measures", "text": SAME, "url": "https://x.org/b"},
        {"id": "c", "text": "Cats sleep."},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    whosaid("ingest", "a.jsonl", "--data", tmp_path / "d")
    return tmp_path / "d"


def test_status_says_what_is_collapsed(whosaid, doubled):
    lines = whosaid("status", "--data", doubled).out.splitlines()
    assert lines[-2] == "duplicates   2 documents, of the same text in groups: 1"
    assert sorted(lines[-1].strip().removeprefix("nearly the same words: ").split(", ")) == [
        "Measures", "On measures",
    ]  # fmt: skip


def test_status_as_json_lists_what_is_collapsed(whosaid, doubled):
    record = json.loads(whosaid("status", "--data", doubled, "--json").out)
    (group,) = record["duplicate_groups"]
    assert record["duplicates"] == {"groups": 1, "documents": 2, "repeated_sentences": 9}
    assert (group["reason"], {one["title"]: one["url"] for one in group["documents"]}) == (
        "near", {"On measures": None, "Measures": "https://x.org/b"},
    )  # fmt: skip


def test_status_as_json_says_how_it_was_built(whosaid, data):
    record = json.loads(whosaid("status", "--data", data, "--json").out)
    model = record["model"]
    assert (model["name"], model["dimension"], record["pending_characters"]) == (
        "all-MiniLM-L6-v2", 384, 0,
    )  # fmt: skip


@pytest.mark.parametrize(
    "command", [["ask", "x"], ["search", "x"], ["show", "x"], ["authors"], ["status"]]
)
def test_without_an_index_the_cure_is_named(whosaid, tmp_path, command):
    failed(
        whosaid(*command, "--data", "nowhere"),
        "there is no index in nowhere: build one with 'whosaid ingest SOURCE'",
    )
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (["show", "nix"], "nix: no such document; 'whosaid search' names them"),
        (["ask", ""], "the question is empty"),
        (["search", " "], "the question is empty"),
        (["ask", "x" * 4001], "the question has 4,001 characters; shorten it to 4,000"),
        (["ask", "x", "--after", "soon"], "after: 'soon' is not a date such as 2024-03-01"),
        (["ask", "x", "--before", "24-1"], "before: '24-1' is not a date such as 2024-03-01"),
        (["ingest", "nix.txt"], "nix.txt: no such file or folder"),
        (
            ["ingest", "https://x.org"],
            "https://x.org: addresses cannot be read yet; save the page as a file",
        ),
        (["batch", "nix.txt", "o.md"], "nix.txt: No such file or directory"),
        (
            ["batch", "q.doc", "o.md"],
            "q.doc: questions come as .jsonl, .csv or .txt, or from - (standard input)",
        ),
        (
            ["eval", "nix", "seed"],
            "nix: no such measurement; there are abstention, answers, attribution, chunking, "
            "citations, claims, faq, ingest, latency, lesswrong, load, people, scifact, squad2",
        ),
        (["eval", "answers"], "answers: of what? name a SUBJECT"),
        (["eval", "scifact", "all"], "scifact: measures one thing; leave SUBJECT out"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_told_in_one_line(whosaid, data, command, message):
    if command[0] != "eval":
        command = [*command, "--data", data]
    failed(whosaid(*command), message)


def test_a_reranker_that_is_not_there_is_told_in_one_line(whosaid, data, monkeypatch):
    monkeypatch.setenv("WHOSAID_RERANKER", "/no/such/model")
    failed(
        whosaid("search", "power", "--data", data),
        "/no/such/model: no such folder, and not to be had from the model hub; "
        "name a sentence-transformers CrossEncoder that ranks, or leave the setting out",
    )


@pytest.mark.parametrize("command", ["ask", "search", "show"])
def test_bytes_that_are_no_text_are_told(whosaid, data, command):
    ran = whosaid(command, "x\udcff", "--data", data)  # what Python makes of the byte 0xff
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize("name", ["~nobody/x", "a" * 5000])
def test_a_source_with_an_impossible_name_is_told(whosaid, name):
    ran = whosaid("ingest", name)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize("flags", [["--author", "Nobody Here"], ["--source", "nix"]])
def test_a_filter_that_names_nothing_is_told(whosaid, data, flags):
    ran = whosaid("ask", "What is reward hacking?", "--data", data, *flags)
    assert (ran.status, ran.out.count("\n")) in [(0, 1), (2, 0)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('nix = "x"', "setting 'nix': Extra inputs are not permitted"),
        ("data = ", "whosaid.toml: "),
    ],
)
def test_a_wrong_settings_file_is_told(whosaid, tmp_path, text, message):
    (tmp_path / "whosaid.toml").write_text(text)
    ran = whosaid("status")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith(f"whosaid: {message}")


@pytest.mark.parametrize("command", [["ingest", "a.txt"], ["ask", "x"], ["status"], ["show", "x"]])
def test_a_data_folder_that_is_a_file_is_told(whosaid, tmp_path, command):
    (tmp_path / "a.txt").write_text("Cats.")
    ran = whosaid(*command, "--data", "a.txt")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith("whosaid: ")


@pytest.mark.parametrize("command", [["ingest", "a.txt"], ["status"]])
@pytest.mark.parametrize("name", ["archive.db", "index"])
def test_a_data_folder_that_holds_something_else_is_told(whosaid, tmp_path, command, name):
    (tmp_path / "a.txt").write_text("Cats.")
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / name).write_text("not what it should be")
    ran = whosaid(*command, "--data", "d")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_a_place_where_no_data_folder_can_be_made_is_told(whosaid, tmp_path):
    (tmp_path / "a.txt").write_text("Cats.")
    failed(
        whosaid("ingest", "a.txt", "--data", "/proc/nix"),
        "/proc/nix: cannot be used as a data folder (No such file or directory); name another one",
    )


def test_a_data_folder_that_cannot_be_written_to_is_told(whosaid, tmp_path):
    (tmp_path / "a.txt").write_text("Cats.")
    ran = whosaid("ingest", "a.txt", "--data", "/proc/self")  # it is there and takes no files
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_batch_tells_the_totals(whosaid, data, tmp_path):
    (tmp_path / "q.txt").write_text("What does reward hacking break?\nhello\n")
    ran = whosaid("batch", "q.txt", "a.jsonl", "--data", data)
    assert [line.split() for line in ran.out.splitlines()[:2]] == [
        ["answered", "2", "100.0", "%"],
        ["abstained", "0", "0.0", "%"],
    ]
    assert [json.loads(line)["id"] for line in Path("a.jsonl").read_text().splitlines()] == [
        "row-1",
        "row-2",
    ]


def test_batch_with_rows_that_failed_has_exit_status_1(whosaid, data, tmp_path):
    (tmp_path / "q.jsonl").write_text('{"question": "hello"}\nnix\n')
    ran = whosaid("batch", "q.jsonl", "a.jsonl", "--data", data)
    assert (ran.status, ran.out.splitlines()[2].split()) == (1, ["failed", "1", "50.0", "%"])


def test_a_batch_does_not_write_over_its_questions(whosaid, data, tmp_path):
    (tmp_path / "q.jsonl").write_text('{"id": "a", "question": "Why?"}\n')
    ran = whosaid("batch", "q.jsonl", "q.jsonl", "--data", data)
    failed(ran, "q.jsonl: holds the questions; name another file for the answers")


@pytest.mark.parametrize(
    ("answers", "report", "message"),
    [
        ("a.csv", "r.html", "a.csv: a report is made from .jsonl answers; name such a file"),
        ("a.jsonl", "r.pdf", "r.pdf: a report is written as .html"),
        ("a.jsonl", "nix/r.html", "nix/r.html: there is no folder nix"),
    ],
)
def test_a_report_that_cannot_be_is_refused_before_anything_is_asked(
    whosaid, data, tmp_path, answers, report, message
):
    (tmp_path / "q.txt").write_text("hello\n")
    failed(whosaid("batch", "q.txt", answers, "--report", report, "--data", data), message)
    assert not Path(answers).exists()


def test_a_report_is_a_page_of_all_answers(whosaid, data, tmp_path):
    (tmp_path / "q.txt").write_text("What does reward hacking break?\n")
    whosaid("batch", "q.txt", "a.jsonl", "--data", data)
    (tmp_path / "q.txt").write_text("What does reward hacking break?\nhello\n")
    whosaid("batch", "q.txt", "a.jsonl", "--report", "r.html", "--data", data)
    assert Path("r.html").read_text().count("<article") == 2


def test_help_has_an_example_for_every_command(whosaid):
    commands = [
        command.name or command.callback.__name__ for command in cli.app.registered_commands
    ]
    helps = [whosaid(name, "--help").out for name in commands]
    assert all("Example: whosaid " in text for text in helps)


def test_a_command_prints_results_alone_on_standard_output(data, tmp_path):
    entry = "from faces.cli import main; main()"
    ran = subprocess.run(
        [sys.executable, "-c", entry, "ask", "--json", "--data", data, "What breaks measures?"],
        capture_output=True, text=True, cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(cli.__file__).parent.parent)},
    )  # fmt: skip
    assert (ran.returncode, ran.stderr, json.loads(ran.stdout).keys()) == (0, "", KEYS)


def test_a_failure_of_a_real_process_has_no_traceback(tmp_path):
    ran = subprocess.run(
        [sys.executable, "-c", "from faces.cli import main; main()", "ask", "x"],
        capture_output=True, text=True, cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(cli.__file__).parent.parent)},
    )  # fmt: skip
    assert (ran.returncode, ran.stdout, ran.stderr) == (
        2, "", "whosaid: there is no index in .whosaid: build one with 'whosaid ingest SOURCE'\n",
    )  # fmt: skip
