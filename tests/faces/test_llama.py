"""The llama-index retriever: hits as nodes, with their places and their authors."""

import pytest

from faces.llama import WhosaidRetriever

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
