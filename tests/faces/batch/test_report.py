"""The page of a batch: everything in it, and words of others as text."""

import pytest

from answer.record import Answer
from errors import BadInput
from faces.batch.charts import bars, histogram
from faces.batch.report import page, write
from faces.batch.run import Tally
from faces.batch.summary import summary

HOSTILE = '<script>alert("1")</script>'


@pytest.fixture
def record(answer):
    def made(question="Why?", **given):
        return {**answer(question), **given}

    return made


@pytest.fixture
def answer(citation):
    def made(question):
        return {
            "schema": 1, "id": "a", "question": question, "asked": question,
            "answer": "Ann writes: “It is so” [1]", "abstained": False, "reason": None,
            "mode": "extractive", "model": None, "confidence": 0.93, "sentences": (),
            "citations": [citation(f"It is so {HOSTILE}", "Ann").model_dump()],
            "timings_ms": {"retrieve": 1.0, "answer": 1.0, "total": 2.0},
        }  # fmt: skip

    return made


@pytest.fixture
def citation():
    from tests.answer.conftest import citation as fixture

    return fixture.__wrapped__()


def test_an_answer_stands_with_its_sources(record):
    text = page([record()], "a.jsonl")
    assert "<p>Ann writes: “It is so” [1]</p>" in text
    assert '<li value="1"><b>Ann</b>' in text


def test_words_of_others_are_text(record):
    text = page([record(HOSTILE)], HOSTILE)
    assert "<script" not in text
    assert text.count("&lt;script&gt;") >= 4


def test_a_page_asks_for_nothing_from_elsewhere(record):
    text = page([record()], "a.jsonl")
    assert "default-src 'none'" in text
    assert not [word for word in ("src=", "<link", "@import", "url(") if word in text]


def test_a_row_that_failed_says_why(record):
    text = page([{"id": "b", "question": "How?", "error": "it is <too> long"}], "a.jsonl")
    assert '<p class="error">it is &lt;too&gt; long</p>' in text


def test_an_address_that_is_none_of_the_web_is_no_link(record):
    cited = record()["citations"][0] | {"url": "javascript:alert(1)", "link": None}
    assert "javascript" not in page([record(citations=[cited])], "a.jsonl")


def test_a_file_that_holds_no_answers_has_no_page(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"schema": 1}\n')
    with pytest.raises(BadInput, match="is not a file of answers"):
        write(tmp_path / "r.html", tmp_path / "a.jsonl")


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85"])
def test_words_with_other_line_ends_have_a_page(record, tmp_path, mark):
    row = Answer.model_validate(record(f"Why{mark}so?")).json_line()
    (tmp_path / "a.jsonl").write_text(f"{row}\n{row}\n", encoding="utf-8", newline="")
    write(tmp_path / "r.html", tmp_path / "a.jsonl")
    assert (tmp_path / "r.html").read_text("utf-8").count("<article") == 2


def test_a_sentence_that_is_not_borne_out_is_told_of(record):
    doubtful = {"text": "It is so.", "citations": (), "verdict": "unsupported"}
    text = page([record(mode="generated", model="some-model", sentences=[doubtful])], "a.jsonl")
    assert "Written by some-model. Of 1 sentence: 1 unsupported." in text


def test_the_longest_bar_is_of_what_is_most():
    chart = bars([("Ann", 4), ("Bo", 2)])
    assert ['width="280"' in chart, 'width="140"' in chart] == [True, True]


def test_numbers_are_counted_by_tenths():
    told = histogram([0.05, 0.95, 1.0]).partition('aria-label="')[2].partition('"')[0]
    assert (told.split(", ")[0], told.split(", ")[-1]) == ("from 0.0: 1", "from 0.9: 2")


def test_a_summary_tells_shares_confidence_and_time():
    tally = Tally(3, 1, 0, 2, confidence=[0.5, 0.7, 0.9], took=[10, 20, 30, 40])
    assert summary(tally, 2.0).splitlines() == [
        "answered      3      75.0 %",
        "abstained     1      25.0 %",
        "failed        0      0.0 %",
        "there before  2",
        "confidence    0.70   half of them 0.60 to 0.80",
        "time          2.0 s  2.0 questions a second",
        "an answer     25 ms  the middle one",
    ]


def test_nothing_asked_has_no_shares():
    assert summary(Tally(skipped=2), 0.0).splitlines()[0] == "answered      0"
