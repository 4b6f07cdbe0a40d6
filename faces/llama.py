"""The corpus as a llama-index retriever, for programs that are built on llama-index.

from faces.llama import WhosaidRetriever
nodes = WhosaidRetriever.of_folder(".whosaid").retrieve("Who argues against AI control?")
"""

from pathlib import Path
from typing import Self

from llama_index.core.retrievers import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from faces.library import open_library
from index.filters import EVERYTHING, Filters
from index.search import Hit, Search
from settings import load_settings


class WhosaidRetriever(BaseRetriever):
    """Passages as nodes: their stored text, its place in the document, and who wrote it."""

    def __init__(self, search: Search, count: int = 10, filters: Filters = EVERYTHING) -> None:
        self._search, self._count, self._filters = search, count, filters
        super().__init__()

    @classmethod
    def of_folder(cls, data: str | Path, count: int = 10) -> Self:
        """A retriever over a data folder. Raises what `open_library` does."""
        return cls(open_library(load_settings(data=data)).search, count)

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        hits = self._search.joined(query_bundle.query_str, self._count, self._filters)
        return [NodeWithScore(node=_node(hit), score=hit.score) for hit in hits]


def _node(hit: Hit) -> TextNode:
    document, passage = hit.document, hit.passage
    known = {
        "document": document.id,
        "source": document.source,
        "path": document.path,
        "title": document.title,
        "heading": passage.heading,
        "authors": ", ".join(hit.segment.writers),
        "speaker": hit.segment.speaker,
        "date": document.date,
        "url": hit.segment.permalink or document.url,
    }
    return TextNode(
        id_=f"{document.id}:{passage.start}",
        text=hit.text,
        start_char_idx=passage.start,
        end_char_idx=passage.end,
        metadata={name: value for name, value in known.items() if value},
    )
