"""What llama-index is given: hits and citations as nodes, with their places and their authors."""

import asyncio

import pytest

from answer.pipeline import Answerer
from answer.record import Answer
from errors import EmptyIndex
from faces.llama import WhosaidQueryEngine, WhosaidRetriever

TEXT = "First things first. Myopia is a short horizon."


@pytest.fixture
def node(library, document):
    library.put(document(TEXT, author="Ann Lee", title="On myopia", date="2024-03-01"))
    library.update()
    return WhosaidRetriever(library.search, count=1).retrieve("myopia")[0].node


def test_a_node_is_the_stored_text_at_its_place(node):
    assert TEXT[node.start_char_idx : node.end_char_idx] == node.text == TEXT


def test_a_node_knows_who_wrote_it_and_where(node):
    known = ("authors", "title", "date", "path")
    assert [node.metadata[name] for name in known] == [
        "Ann Lee",
        "On myopia",
        "2024-03-01",
        "a.txt",
    ]


def test_what_is_not_known_is_left_out(node):
    assert "url" not in node.metadata


QUESTION = "What is myopia in a short horizon?"


@pytest.fixture
def engine(library, document):
    library.put(document(TEXT, author="Ann Lee", title="On myopia"))
    library.put(document("Ben said: “Myopia is long.” Cats sleep all day.", "b.txt", "Ben Ode"))
    library.update()
    return WhosaidQueryEngine(Answerer(library.archive, library.stores, library.search))


def test_the_sources_of_an_answer_are_its_citations(engine):
    response = engine.query(QUESTION)
    (source,) = response.source_nodes
    assert source.node.text == "Myopia is a short horizon."
    assert TEXT[source.node.start_char_idx : source.node.end_char_idx] == source.node.text
    assert source.node.metadata["authors"] == "Ann Lee"
    assert f"“{source.node.text}” [{source.node.metadata['n']}]" in str(response)


def test_a_response_has_the_answer_record(engine):
    record = Answer.model_validate(engine.query(QUESTION).metadata)
    assert (record.question, record.abstained) == (QUESTION, False)


def test_an_abstention_has_no_sources(engine):
    response = engine.query("What does Zoe Quill think about horizons?")
    assert (response.source_nodes, response.metadata["abstained"]) == ([], True)
    assert "Zoe Quill" in response.response


def test_an_answer_can_be_awaited(engine):
    assert asyncio.run(engine.aquery(QUESTION)).response == engine.query(QUESTION).response


def test_it_answers_as_a_part_of_what_llama_index_builds(engine):
    from llama_index.core.tools import QueryEngineTool

    tool = QueryEngineTool.from_defaults(engine, name="whosaid", description="who said what")
    assert "Myopia is a short horizon." in tool.call(QUESTION).content


def test_a_folder_without_an_index_is_told(tmp_path):
    with pytest.raises(EmptyIndex):
        WhosaidQueryEngine.of_folder(tmp_path)


def test_whoever_quotes_is_not_the_author_of_the_words(library, write, folder):
    write("digest.md", "By Rob Ode\n\nEliza North writes:\n\n> Boredom makes a button safe.\n")
    library.ingest(folder)
    library.update()
    engine = WhosaidQueryEngine(Answerer(library.archive, library.stores, library.search))
    (source,) = engine.query("Boredom makes a button safe?").source_nodes
    assert source.node.metadata["speaker"] == "Eliza North"
    assert "authors" not in source.node.metadata
