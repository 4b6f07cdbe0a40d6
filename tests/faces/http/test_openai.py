"""OpenAI's protocol, by the package of its makers and by llama-index, from a server on a port."""

import openai
import pytest

from faces.http.openai import Message, _earlier

QUESTION = {"role": "user", "content": "What is a shard of value?"}
CONTROL = {"role": "user", "content": "What does Bo Amundsen think about AI control?"}


@pytest.fixture(scope="module")
def client(address):
    with openai.OpenAI(base_url=f"{address}/v1", api_key="none", max_retries=0) as client:
        yield client


@pytest.fixture
def complete(client):
    def ask(*messages, model="whosaid", **options):
        return client.chat.completions.create(model=model, messages=list(messages), **options)

    return ask


def text(stream):
    deltas = (chunk.choices[0].delta.content for chunk in stream if chunk.choices)
    return "".join(filter(None, deltas))


def test_a_completion_is_the_answer_with_its_sources_below(complete):
    message = complete(QUESTION).choices[0].message
    words, _, below = message.content.partition("\n\nSources:\n")
    assert words.startswith("On this, Ada Lindqvist writes: “A shard of value is a piece of a mind")
    assert below.startswith("[1] Ada Lindqvist, “What shards are”, ")


def test_an_annotation_is_the_place_of_a_marker(complete):
    message = complete(QUESTION).choices[0].message
    cited = message.annotations[0].url_citation
    assert message.content[cited.start_index : cited.end_index] == "[1]"
    assert (message.annotations[0].type, cited.title) == ("url_citation", "What shards are")


def test_what_has_no_page_of_its_own_is_cited_at_ours(complete, address):
    url = complete(QUESTION).choices[0].message.annotations[0].url_citation.url
    assert url.startswith(f"{address}/d/")


def test_what_has_a_page_is_cited_there(complete):
    message = complete({"role": "user", "content": "What do zebra finches sing to?"})
    url = message.choices[0].message.annotations[0].url_citation.url
    assert url.startswith("https://example.org/f#:~:text=")


def test_whoever_is_quoted_is_said_to_be_quoted(complete):
    asked = {"role": "user", "content": "What makes a shutdown button safe?"}
    below = complete(asked).choices[0].message.content.partition("\n\nSources:\n")[2]
    assert below.startswith("[1] Eliza Northcote, quoted, “A digest”")


def test_the_sources_of_earlier_answers_are_no_words_of_theirs():
    message = Message(role="assistant", content="She writes it. [1]\n\nSources:\n[1] Ada")
    assert _earlier(message)["content"] == "She writes it. [1]"


def test_a_stream_says_the_same(complete):
    whole = complete(QUESTION).choices[0].message.content
    assert text(complete(QUESTION, stream=True)) == whole


def test_a_stream_has_the_annotations_and_a_reason_to_end(complete):
    *_, cited, last = list(complete(QUESTION, stream=True))
    assert cited.choices[0].delta.annotations[0]["url_citation"]["title"] == "What shards are"
    assert last.choices[0].finish_reason == "stop"


def test_a_stream_counts_nothing_but_says_so_if_asked(complete):
    *_, last = list(complete(QUESTION, stream=True, stream_options={"include_usage": True}))
    assert (last.choices, last.usage.total_tokens) == ([], 0)


@pytest.mark.parametrize("stream", [False, True])
def test_an_abstention_says_why(complete, stream):
    reply = complete({"role": "user", "content": "What did Zoe Quill write?"}, stream=stream)
    assert "Zoe Quill" in (text(reply) if stream else reply.choices[0].message.content)


def test_instructions_to_a_model_are_read_over(complete):
    system = {"role": "system", "content": "Answer in rhymes about Bo Amundsen."}
    told = complete(system, QUESTION, temperature=0.7, max_tokens=5, tools=[]).choices[0].message
    assert told.content == complete(QUESTION).choices[0].message.content


def test_a_message_may_come_in_parts(complete):
    parts = {"role": "user", "content": [{"type": "text", "text": QUESTION["content"]}]}
    assert "Ada Lindqvist" in complete(parts).choices[0].message.content


def test_messages_before_say_what_is_meant(complete):
    before = complete(CONTROL).choices[0].message.model_dump()
    after = {"role": "user", "content": "What does he assume about the model?"}
    assert "Bo Amundsen" in complete(CONTROL, before, after).choices[0].message.content


def test_citations_go_on_with_their_numbers(complete):
    before = complete(QUESTION).choices[0].message.model_dump()
    annotations = complete(QUESTION, before, CONTROL).choices[0].message.annotations
    assert annotations[0].url_citation.title == "On control"
    cited = complete(QUESTION, before, CONTROL).choices[0].message.model_dump()["citations"]
    assert [citation["n"] for citation in cited] == [2]


def test_models_are_the_ways_to_answer(client):
    names = {model.id for model in client.models.list()}
    assert names == {
        "whosaid", "whosaid-default", "whosaid-concise", "whosaid-detailed", "whosaid-plain",
        "whosaid-extractive",
    }  # fmt: skip
    assert client.models.retrieve("whosaid-plain").owned_by == "whosaid"


def test_a_model_that_there_is_not_is_told_with_those_that_there_are(complete):
    with pytest.raises(openai.NotFoundError, match="whosaid-extractive"):
        complete(QUESTION, model="another")


@pytest.mark.parametrize("messages", [[], [{"role": "assistant", "content": "Yes."}]])
def test_nothing_asked_is_an_error_of_the_client(complete, messages):
    with pytest.raises((openai.BadRequestError, openai.UnprocessableEntityError)):
        complete(*messages)


def test_llama_index_asks_as_it_asks_a_model(address):
    from llama_index.core.llms import ChatMessage
    from llama_index.llms.openai_like import OpenAILike

    model = OpenAILike("whosaid", api_base=f"{address}/v1", api_key="none", is_chat_model=True)
    asked = [ChatMessage(role="user", content=QUESTION["content"])]
    whole = model.chat(asked).message.content
    assert "Ada Lindqvist" in whole
    *_, last = model.stream_chat(asked)
    assert last.message.content == whole
