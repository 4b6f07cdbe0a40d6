"""stampy-chat's protocol, read as its web page and stampy-ui read it."""

import json

import pytest

from faces.http.stampy_blocks import said, shown

QUESTION = "What is a shard of value?"


@pytest.fixture
def states(client):
    """Asks as the page does; the states that come back."""

    def ask(question=QUESTION, *before, **more):
        history = [*before, {"role": "user", "content": question}]
        body = {"sessionId": "s", "history": history, "settings": {"mode": "default"}} | more
        response = client.post("/chat", json=body, headers={"Accept": "text/event-stream"})
        *events, end = response.text.split("\n\n")[:-1]
        assert end == "event: close"
        return [json.loads(event.removeprefix("data: ")) for event in events]

    return ask


def test_the_states_come_in_their_order(states):
    names = [one["state"] for one in states()]
    assert names == [
        "loading", "loading", "citations", "turn", "turn", "streaming", "loading", "followups",
        "done",
    ]  # fmt: skip


def test_the_words_are_the_answer(states):
    words = "".join(one["content"] for one in states() if one["state"] == "streaming")
    assert words.startswith("On this, Ada Lindqvist writes: “A shard of value is")
    assert words.endswith("” [1]")


def test_a_block_has_what_both_front_ends_show(states):
    (block,) = next(one for one in states() if one["state"] == "citations")["citations"]
    wanted = {"reference": "1", "title": "What shards are", "source": "file"}
    assert block.items() >= wanted.items()
    assert block["authors"] == ["Ada Lindqvist"]
    assert block["text"].startswith("A shard of value is a piece of a mind")
    assert block["url"].startswith("http://testserver/d/")


def test_whoever_is_quoted_is_said_to_be_quoted(states, client):
    asked = "What makes a shutdown button safe?"
    found = next(one for one in states(asked) if one["state"] == "citations")["citations"]
    assert found[0]["authors"] == ["Eliza Northcote, quoted"]
    passages = client.post("/semantic", json={"query": "Boredom makes a button safe"}).json()
    assert ["Rob Marchetti"] not in [
        one["authors"] for one in passages if one["text"].startswith("Boredom")
    ]


def test_a_tool_gives_the_newer_front_end_the_same_block(states):
    found = states()
    use, result = (one for one in found if one["state"] == "turn")
    assert use["content"][0]["id"] == result["tool_use_id"]
    cited = next(one for one in found if one["state"] == "citations")["citations"]
    assert result["ui_output"] == cited


def test_every_byte_is_ascii_for_who_decodes_in_pieces(client):
    body = {"history": [{"role": "user", "content": QUESTION}]}
    assert client.post("/chat", json=body).content.isascii()


def test_hostile_words_are_words_for_html_and_for_markdown(states):
    words = "".join(one.get("content", "") for one in states("What do zebra finches sing to?") if
                    one["state"] == "streaming")  # fmt: skip
    assert "&#60;script&#62;alert(1)&#60;/script&#62; sing to the model &#38; its maker" in words


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("“a [2] b” [1] [3]", "“a &#91;2&#93; b” [1] [3]"),
        ("![x](http://evil)", "&#33;&#91;x&#93;(http://evil)"),
        ("$x$ `y` *z*", "&#36;x&#36; &#96;y&#96; &#42;z&#42;"),
    ],
)
def test_only_our_markers_are_marks(words, expected):
    assert shown(words) == expected
    assert said([{"role": "assistant", "content": expected}])[0]["content"] == words


def test_an_abstention_is_said(states):
    words = "".join(
        one["content"] for one in states("What did Zoe Quill write?") if one["state"] == "streaming"
    )
    assert "Zoe Quill" in words


def test_what_was_asked_before_says_what_is_meant(states):
    before = {"role": "user", "content": "What does Bo Amundsen think about AI control?"}
    reply = {"role": "assistant", "content": "He writes “it”."}
    found = states("What does he assume about the model?", before, reply)
    assert found[-1] == {"state": "done"}
    assert any("Bo Amundsen" in one.get("content", "") for one in found if "content" in one
               and isinstance(one["content"], str))  # fmt: skip


def test_the_newer_front_end_sends_citations_back(states):
    result = next(one for one in states() if one.get("role") == "tool")
    parts = [
        {"type": "tool_result", "tool": "t", "ui_output": result["ui_output"]},
        {"type": "text", "text": "On this, Ada Lindqvist writes: “…” [1]"},
    ]
    before = {"role": "user", "content": QUESTION}, {"role": "assistant", "content": parts}
    found = states("What does Bo Amundsen think about AI control?", *before)
    cited = next(one for one in found if one["state"] == "citations")["citations"]
    assert [block["reference"] for block in cited] == ["2"]


def test_in_one_piece_the_citations_come_too(client):
    answer = client.post("/chat", json={"query": QUESTION, "stream": False}).json()
    assert answer.keys() == {"response", "citations", "followups"}
    assert answer["citations"][0]["authors"] == ["Ada Lindqvist"]


def test_a_question_in_the_address_is_answered(client):
    assert "Ada Lindqvist" in client.get(f"/chat/{QUESTION}").json()["response"]


def test_what_goes_wrong_is_told_before_a_stream(client):
    wrong = client.post("/chat", json={"history": [{"role": "assistant", "content": "Yes."}]})
    assert (wrong.status_code, wrong.json()["error"]["type"]) == (400, "bad_request")


def test_followups_are_entries_of_the_faq_that_open(states, client):
    (followup,) = next(one for one in states() if one["state"] == "followups")["followups"]
    assert (followup["text"], followup["pageid"]) == ("What is a shard?", "S1")
    page = client.get("/human/S1").json()["data"]
    assert (page["title"], page["text"]) == ("What is a shard?", "<p>A <em>piece</em>.</p>\n")
    assert page["relatedQuestions"] == []


def test_no_followups_where_none_are_wanted(states):
    assert next(one for one in states(followups=False) if one["state"] == "followups") == {
        "state": "followups",
        "followups": [],
    }


def test_an_entry_that_there_is_not(client):
    assert client.get("/human/none").status_code == 404


def test_a_score_is_kept_as_a_thumb(client, corpus):
    sent = {"sessionId": "s1", "score": 2, "comment": "Too long.", "settings": {}}
    assert client.post("/ratings", json=sent).json() == {"status": "ok"}
    kept = json.loads((corpus.folder / "ratings.jsonl").read_text().splitlines()[-1])
    assert (kept["answer"], kept["thumb"], kept["reason"]) == ("s1", "down", "2 of 5. Too long.")


def test_passages_are_found_for_the_page_of_sources(client):
    first = client.post("/semantic", json={"query": "shard of value"}).json()[0]
    assert (first["title"], first["authors"]) == ("What shards are", ["Ada Lindqvist"])


@pytest.mark.parametrize("content", [5, True, {"a": 1}, [[]], None])
def test_a_message_without_words_says_nothing(client, content):
    earlier = [{"role": "assistant", "content": content}]
    body = {"query": "What is a shard?", "history": earlier, "stream": False}
    assert client.post("/chat", json=body).status_code == 200


@pytest.mark.parametrize(("prompts", "status"), [('"\\ud800"', 200), ("[" * 400 + "]" * 400, 422)])
def test_odd_prompts_are_no_failure(client, prompts, status):
    body = f'{{"settings": {{"prompts": {prompts}}}}}'
    headers = {"Content-Type": "application/json"}
    assert client.post("/inline-prompts", content=body, headers=headers).status_code == status


def test_prompts_come_back_as_they_are(client):
    assert client.post("/inline-prompts", json={"settings": {"prompts": {"a": "b"}}}).json() == {
        "a": "b"
    }
