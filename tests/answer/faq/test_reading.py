"""From the files of a folder to entries and terms, and what is said of those that are none."""

import json

import pytest

from answer.faq.entry import Entry, Term
from answer.faq.reading import read


def row(**fields):
    return json.dumps({"question": "Why?", "answer": "Because."} | fields)


def test_a_page_with_front_matter_is_one_entry(write, folder):
    write(
        "shutdown.md",
        "---\nphrasings:\n- Why not switch it off?\nstatus: Live on site\nrelated: [a, b]\n"
        "tags: control\nurl: https://faq.example/shutdown\n---\n"
        "# Can it be stopped?\n\nNo.\n\nEver.\n",
    )
    (entry,) = read(folder).entries
    assert entry == Entry(
        "shutdown", "Can it be stopped?", "No.\n\nEver.", ("Why not switch it off?",),
        "Live on site", ("a", "b"), ("control",), "https://faq.example/shutdown",
    )  # fmt: skip
    assert entry.published


def test_a_page_without_front_matter_has_an_entry_under_each_second_heading(write, folder):
    write(
        "many.md",
        "# FAQ\n\n## Why now?\nAlso asked: When?\nAlso: Since when?\n\nNow.\n\n## Who?\nUs.",
    )
    assert read(folder).entries == (
        Entry("why-now", "Why now?", "Now.", ("When?", "Since when?")),
        Entry("who", "Who?", "Us."),
    )


def test_files_are_in_the_order_of_their_names_and_a_number_is_no_part_of_an_id(write, folder):
    for name in ("02-a.md", "01-b.md", "2024.md"):
        write(name, "---\ntags: x\n---\n# Why?\n\nBecause.")
    assert [entry.id for entry in read(folder).entries] == ["b", "a", "2024"]


def test_a_heading_in_code_is_none(write, folder):
    write("a.md", "## Why?\n\n```\n## Not this\n```\n")
    assert [entry.answer for entry in read(folder).entries] == ["```\n## Not this\n```"]


def test_a_row_is_an_entry(write, folder):
    write("a.jsonl", row(id="w", phrasings=["How come?"], related=["x"], tags=["t"]))
    assert read(folder).entries == (
        Entry("w", "Why?", "Because.", ("How come?",), "", ("x",), ("t",)),
    )


def test_a_row_of_aisafety_info_is_an_entry_with_its_page(write, folder):
    write(
        "a.jsonl",
        '{"question": "Why?", "alternate_phrasings": ["How come?"],'
        ' "answer_md": "See [x](/?state=1).", "tags": "A,B c",'
        ' "related_ids": "61,62", "ui_id": "60"}',
    )
    assert read(folder).entries == (
        Entry(
            "60", "Why?", "See [x](/?state=1).", ("How come?",), "", ("61", "62"), ("A", "B c"),
            "https://aisafety.info/?state=60",
        ),
    )  # fmt: skip


def test_a_page_in_a_frame_becomes_a_link(write, folder):
    frame = '<iframe src="https://video.example/1" title="Two [words]" allow="x"></iframe>'
    bare = '<iframe src="https://video.example/2"></iframe>'
    write("a.jsonl", row(answer=f"See {frame} and {bare}."))
    assert [entry.answer for entry in read(folder).entries] == [
        r"See [Two \[words\]](https://video.example/1) and"
        " [https://video.example/2](https://video.example/2)."
    ]


def test_a_row_of_the_alignment_research_dataset_is_an_entry(write, folder):
    url = "https://aisafety.info?state=MLJV"
    write("a.jsonl", json.dumps({"id": "c6", "title": "What?", "text": "It.", "url": url}))
    assert read(folder).entries == (Entry("MLJV", "What?", "It.", url=url),)


@pytest.mark.parametrize("status", ["In progress", "Unlisted", "live", 7, ["published"], True])
def test_only_what_is_known_as_published_is(write, folder, status):
    write("a.jsonl", row(status=status))
    assert [entry.published for entry in read(folder).entries] == [False]


@pytest.mark.parametrize("status", [None, "", "published", "Live on site", "LIVE ON SITE"])
def test_what_has_no_status_is_published(write, folder, status):
    write("a.jsonl", row(status=status))
    assert [entry.published for entry in read(folder).entries] == [True]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "not JSON that can be read (Expecting property name enclosed in double quotes)"),
        ("[1]", "not a JSON object"),
        ('{"answer": "x"}', "no question"),
        ('{"question": "Why?", "answer": " "}', "no answer"),
        ('{"question": "Why?", "answer": ["x"]}', "no answer"),
        (
            '{"question": "Why?", "answer": "\\ud800"}',
            "answer: half a character (a lone surrogate)",
        ),
        (row(id="a" * 101), "an id of 101 characters; 100 are the most"),
        (row(id="w"), "the id 'w' is there already"),
    ],
)
def test_a_bad_row_is_told_and_the_rest_go_on(write, folder, line, problem):
    write("a.jsonl", f"{row(id='w')}\n\n{line}\n{row(id='last')}")
    content = read(folder)
    assert [entry.id for entry in content.entries] == ["w", "last"]
    assert content.problems == (f"a.jsonl, line 3: {problem}",)


@pytest.mark.parametrize(
    "head", ["---\nstatus: [\n---\n", "---\nstatus: draft\n", "---\n- a\n---\n"]
)
def test_a_page_whose_front_matter_cannot_be_read_is_not_shown(write, folder, head):
    write("a.md", f"{head}# Why?\n\nBecause.\n\n## Really?\n\nYes.\n")
    content = read(folder)
    assert content.entries == ()
    assert content.problems == (
        "a.md: its front matter cannot be read: it must be YAML between --- lines",
    )


def test_a_file_that_is_not_text_is_told(write, folder):
    write("a.md", b"\xff\xfe\x00\x00\x81")
    assert [problem.split(":")[0] for problem in read(folder).problems] == ["a.md"]


def test_the_glossary_is_terms(write, folder):
    write("glossary.md", "## Corrigible\nAlso: corrigibility\n\nOpen to correction.\n")
    write("more/glossary.jsonl", '{"term": "Mesa-optimizer", "text": "One within."}')
    content = read(folder)
    assert content.entries == ()
    assert content.terms == (
        Term("Corrigible", "Open to correction.", ("corrigibility",)),
        Term("Mesa-optimizer", "One within."),
    )


def test_what_tells_of_the_folder_is_no_entry(write, folder):
    write("README.md", "## How to write\n\nLike this.")
    assert read(folder).entries == ()


def test_a_folder_that_is_not_there_is_empty(tmp_path):
    assert read(tmp_path / "nowhere").entries == ()
