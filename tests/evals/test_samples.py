"""A part of a source, and questions about it."""

import pytest

from errors import BadInput
from evals.samples import documents, questions, sample
from ingest.sources import source


def test_files_are_taken_evenly_from_a_folder(write, folder, tmp_path):
    for number in range(5):
        write(f"part/{number}.txt", f"Page {number}.")
    found = documents(sample(str(folder), 3, tmp_path / "sample"))
    assert [document.text for document in found] == ["Page 0.", "Page 1.", "Page 3."]


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.jsonl.gz"])
def test_rows_are_taken_evenly_from_a_file(write, tmp_path, name):
    rows = write(name, "".join(f'{{"id": "{n}", "text": "Page {n}."}}\n' for n in range(4)))
    found = documents(sample(str(rows), 2, tmp_path / "sample"))
    assert [document.text for document in found] == ["Page 0.", "Page 2."]


def test_a_page_is_taken_as_it_is(write, tmp_path):
    page = write("a.txt", "A page.")
    found = documents(sample(str(page), 2, tmp_path / "sample"))
    assert [document.text for document in found] == ["A page."]


def test_a_source_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(BadInput):
        sample(str(tmp_path / "none"), 2, tmp_path / "sample")


def test_a_question_keeps_most_words_of_a_sentence_in_their_order(write):
    page = write("a.txt", "Rivers carry fine silt down to the sea.")
    asked = questions(documents(source(str(page))), 2)
    assert asked == [
        "What about Rivers carry silt down to sea?",
        "What about carry silt down to the?",
    ]
