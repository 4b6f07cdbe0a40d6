"""The Model Context Protocol, by the client of its makers, from a server on a port."""

import asyncio

import httpx
import pytest
from mcp import Client

from settings import Settings

QUESTION = {"question": "What is a shard of value?"}


@pytest.fixture(scope="module")
def call(address):
    """Calls a tool."""

    def call(name, spoken="auto", **arguments):
        async def once():
            async with Client(f"{address}/mcp", mode=spoken) as client:
                return await client.call_tool(name, arguments)

        return asyncio.run(once())

    return call


def test_there_are_four_tools(address):
    async def names():
        async with Client(f"{address}/mcp") as client:
            return [tool.name for tool in (await client.list_tools()).tools]

    assert asyncio.run(names()) == ["ask", "search", "get_document", "list_authors"]


@pytest.mark.parametrize("spoken", ["auto", "legacy"])
def test_an_answer_is_text_with_its_sources_and_the_record(call, spoken):
    result = call("ask", spoken, **QUESTION)
    assert result.content[0].text.startswith("On this, Ada Lindqvist writes: “A shard of value")
    assert "\n\nSources:\n[1] Ada Lindqvist, “What shards are”" in result.content[0].text
    assert result.structured_content["citations"][0]["authors"] == ["Ada Lindqvist"]


def test_filters_narrow_an_answer(call):
    result = call("ask", **QUESTION, filters={"author": "Bo Amundsen"}, mode="extractive")
    assert result.structured_content["abstained"]


def test_passages_are_found(call):
    hits = call("search", query="shard of value", k=1).structured_content["hits"]
    assert [hit["path"] for hit in hits] == ["shards.md"]


def test_a_cited_document_is_given_whole(call):
    cited = call("ask", **QUESTION).structured_content["citations"][0]
    document = call("get_document", document=cited["document"]).structured_content
    assert document["text"][cited["start"] : cited["end"]] == cited["quote"]


def test_authors_are_listed(call):
    authors = call("list_authors").structured_content["result"]
    assert {"name": "Ada Lindqvist", "aliases": [], "documents": 1} in authors


@pytest.mark.parametrize(
    ("name", "arguments", "told"),
    [
        ("ask", {"question": " "}, "the question is empty"),
        ("get_document", {"document": "none"}, "none: no such document"),
        ("search", {"query": "x", "filters": {"after": "soon"}}, "after: 'soon' is not a date"),
        ("search", {"query": "x", "k": 1000}, "less than or equal to 100"),
    ],
)
def test_what_is_wrong_is_told_to_the_assistant(call, name, arguments, told):
    result = call(name, **arguments)
    assert result.is_error
    assert told in result.content[0].text


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example"}, {"Origin": "http://evil.example"}], ids=str
)
def test_a_page_from_elsewhere_cannot_ask(address, headers):
    refused = httpx.post(f"{address}/mcp", json={}, headers=headers)
    assert refused.status_code == 403
    assert "allow_origins" in refused.json()["error"]["message"]


@pytest.mark.parametrize("origins", ["https://here.example", "*"])
def test_a_name_that_is_let_in_can_ask(corpus, serving, origins):
    from faces.http.asking import Asking
    from faces.http.mcp import routes
    from faces.http.web import web

    app = web()
    settings = Settings(data=corpus.folder, allow_origins=origins)
    app.include_router(routes(corpus, Asking(corpus), settings.allow_origins))
    headers = {"Host": "here.example", "Origin": "https://here.example"}
    assert httpx.post(f"{serving(app)}/mcp", json={}, headers=headers).status_code != 403
