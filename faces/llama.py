"""The corpus as a llama-index retriever and query engine, for programs built on llama-index.

from faces.llama import WhosaidQueryEngine, WhosaidRetriever
nodes = WhosaidRetriever.of_folder(".whosaid").retrieve("Who argues against AI control?")
answer = WhosaidQueryEngine.of_folder(".whosaid").query("Who argues against AI control?")
"""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

from llama_index.core.base.base_query_engine import BaseQueryEngine
from llama_index.core.base.response.schema import Response
from llama_index.core.retrievers import BaseRetriever
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from answer.pipeline import Answerer
from answer.record import Citation
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


class WhosaidQueryEngine(BaseQueryEngine):
    """Answers whose source nodes are their citations, the very words, in their order.

    The metadata of a response is the answer record; `response.metadata["abstained"]` tells that the
    corpus holds no answer.
    """

    def __init__(self, answerer: Answerer, filters: Filters = EVERYTHING) -> None:
        self._answerer, self._filters = answerer, filters
        super().__init__(callback_manager=None)

    @classmethod
    def of_folder(cls, data: str | Path) -> Self:
        """A query engine over a data folder. Raises what `open_library` does."""
        return cls(open_library(load_settings(data=data)).answerer)

    def _query(self, query_bundle: QueryBundle) -> Response:
        answer = self._answerer.answer(query_bundle.query_str, self._filters)
        nodes = [NodeWithScore(node=_cited(citation)) for citation in answer.citations]
        return Response(answer.answer, nodes, answer.model_dump(mode="json", by_alias=True))

    async def _aquery(self, query_bundle: QueryBundle) -> Response:
        return await asyncio.to_thread(self._query, query_bundle)

    def _get_prompt_modules(self) -> dict[str, Any]:
        """None: what a model is told is in the folder prompts/."""
        return {}


def _node(hit: Hit) -> TextNode:
    document, passage = hit.document, hit.passage
    known = {
        "document": document.id, "source": document.source, "path": document.path,
        "title": document.title, "heading": passage.heading,
        "authors": ", ".join(hit.segment.writers), "speaker": hit.segment.speaker,
        "date": document.date, "url": hit.segment.permalink or document.url,
    }  # fmt: skip
    return _text_node(document.id, (passage.start, passage.end), hit.text, known)


def _cited(citation: Citation) -> TextNode:
    known = {
        "n": citation.n, "document": citation.document, "source": citation.source,
        "path": citation.path, "title": citation.title, "heading": citation.heading,
        "authors": ", ".join(citation.authors),
        "speaker": citation.speaker, "date": citation.date, "url": citation.link or citation.url,
    }  # fmt: skip
    return _text_node(citation.document, (citation.start, citation.end), citation.quote, known)


def _text_node(
    document: str, span: tuple[int, int], text: str, known: Mapping[str, Any]
) -> TextNode:
    start, end = span
    return TextNode(
        id_=f"{document}:{start}",
        text=text,
        start_char_idx=start,
        end_char_idx=end,
        metadata={name: value for name, value in known.items() if value},
    )
