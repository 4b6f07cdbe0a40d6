"""Question sets, read from a folder beside the project."""

import json

import pytest

from errors import BadInput
from evals.questions import Question, load, rows


@pytest.fixture
def shared(tmp_path):
    """A folder with a small set of each kind."""

    def put(name, content):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode())

    rows = [
        {
            "question": "Why?",
            "source": "a.txt",
            "author": "Ann|Al",
            "gold": [[0, 4]],
            "also_ok": [[5, 9]],
        },
        {"question": "Who?", "source": None, "author": None, "gold": [], "also_ok": []},
    ]
    put("corpus/a.txt", "Cats\r\nsleep")
    put("eval/seed_questions.jsonl", "\n".join(map(json.dumps, rows)))
    reference = {
        "question": "How?",
        "corpus": "chats",
        "references": [{"start_index": 2, "end_index": 4}],
    }
    put("data/chunking_evaluation/corpora/chats.md", "Dogs")
    put("data/chunking_evaluation/questions.dev.jsonl", json.dumps(reference))
    answers = [{"text": "bark", "answer_start": 5}, {"text": "bark", "answer_start": 5}]
    qas = [{"question": "What?", "is_impossible": False, "answers": answers},
           {"question": "Not?", "is_impossible": True, "answers": []}]  # fmt: skip
    paragraphs = [{"context": "Cats.", "qas": []}, {"context": "Dogs bark.", "qas": qas}]
    put(
        "data/squad2/dev-v2.0.json",
        json.dumps({"data": [{"title": "T", "paragraphs": paragraphs}]}),
    )
    return tmp_path


def test_seed_rows_have_gold_others_and_authors(shared):
    assert load("seed", shared).questions == [
        Question("Why?", "a.txt", ((0, 4),), ((5, 9),), ("Ann", "Al")),
        Question("Who?", "", (), (), ()),
    ]


def test_line_ends_of_a_corpus_stay(shared):
    assert load("seed", shared).corpus == {"a.txt": "Cats\r\nsleep"}


def test_a_question_without_gold_is_unanswerable(shared):
    assert [question.answerable for question in load("seed", shared).questions] == [True, False]


def test_chunking_rows_say_nothing_of_authors(shared):
    found = load("chunking", shared)
    assert found.questions == [Question("How?", "chats.md", ((2, 4),))]
    assert found.corpus == {"chats.md": "Dogs"}


def test_squad_answers_are_places_in_the_whole_article(shared):
    found = load("squad2", shared)
    start = len("Cats.\n\n") + 5
    assert found.questions[0] == Question("What?", "T.txt", ((start, start + 4),))
    assert found.corpus["T.txt"][start : start + 4] == "bark"


def test_squad_questions_that_are_impossible_have_no_gold(shared):
    assert not load("squad2", shared).questions[1].answerable


def test_an_unknown_set_names_those_that_there_are(shared):
    with pytest.raises(BadInput) as error:
        load("nix", shared)
    assert str(error.value) == "nix: no such question set; there are seed, chunking, squad2"


def test_a_set_that_is_not_there_is_told(tmp_path):
    with pytest.raises(BadInput) as error:
        load("squad2", tmp_path)
    wanted = tmp_path / "data" / "squad2" / "*-v2.0.json"
    assert str(error.value) == f"{wanted}: there is no such file; --shared says where to look"


def test_a_set_may_lie_in_several_files(shared):
    row = {"question": "Who?", "corpus": "chats", "references": []}
    other = shared / "data" / "chunking_evaluation" / "questions.test.jsonl"
    other.write_text(json.dumps(row))
    assert [question.text for question in load("chunking", shared).questions] == ["How?", "Who?"]


def test_an_article_may_lie_in_several_files(shared):
    folder = shared / "data" / "squad2"
    (folder / "test-v2.0.json").write_bytes((folder / "dev-v2.0.json").read_bytes())
    found = load("squad2", shared)
    assert found.corpus == {"T.txt": "Cats.\n\nDogs bark.\n\n" * 2}
    start = len("Cats.\n\nDogs bark.\n\nCats.\n\n") + 5
    assert found.questions[2].gold == ((start, start + 4),)


def test_spans_are_stretches_of_their_document():
    assert Question("Why?", "a.txt", ((0, 4),)).gold_stretches == [("a.txt", 0, 4)]


def test_rows_are_read_plain_and_gzipped(write):
    plain, gzipped = write("a.jsonl", '{"n": 1}\n\n{"n": 2}\n'), write("b.jsonl.gz", '{"n": 3}')
    assert list(rows(plain, gzipped)) == [{"n": 1}, {"n": 2}, {"n": 3}]


def test_a_row_may_hold_what_looks_like_the_end_of_a_line(write):
    assert list(rows(write("a.jsonl", '{"text": "a\u2028b"}'))) == [{"text": "a\u2028b"}]
