"""The plain pipeline that ours is measured against: llama-index as its guides put it."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import chromadb
from llama_index.core import Document, VectorStoreIndex
from llama_index.core.base.embeddings.base import BaseEmbedding
from llama_index.core.ingestion import IngestionPipeline
from llama_index.core.node_parser import SentenceSplitter
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.vector_stores.chroma import ChromaVectorStore
from transformers.utils import logging

from index.vector import Vectors

CHUNK = 256
"""Tokens of a chunk: what the model reads at most."""

OVERLAP = 20
"""Tokens; its default of 200 would embed most of the text four times."""

Embed = Callable[[Sequence[str]], Vectors]


class Plain:
    """Texts into Chroma and out again, with llama-index's own parts and their defaults."""

    def __init__(self, model: Path, folder: Path) -> None:
        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        self._client = chromadb.PersistentClient(str(folder))
        self._embedding = HuggingFaceEmbedding(str(model))
        self._splitter = SentenceSplitter(chunk_size=CHUNK, chunk_overlap=OVERLAP)

    def take_in(self, name: str, texts: Iterable[str], embed: Embed | None = None) -> int:
        """Split, embed and store in the collection of a name; how many nodes there were.

        `embed` gives the vectors in the model's place.
        """
        pipeline = IngestionPipeline(
            transformations=[self._splitter, _Given(embed) if embed else self._embedding],
            vector_store=self._store(name),
        )
        return len(pipeline.run(documents=[Document(text=text) for text in texts]))

    def retriever(self, name: str, count: int) -> Callable[[str], list[str]]:
        """What finds the texts of so many nodes for a question in the collection of a name."""
        index = VectorStoreIndex.from_vector_store(self._store(name), embed_model=self._embedding)
        found = index.as_retriever(similarity_top_k=count)
        return lambda question: [node.get_content() for node in found.retrieve(question)]

    def count(self, name: str) -> int:
        """How many nodes there are in the collection of a name."""
        return int(self._client.get_or_create_collection(name).count())

    def _store(self, name: str) -> ChromaVectorStore:
        return ChromaVectorStore(chroma_collection=self._client.get_or_create_collection(name))


class _Given(BaseEmbedding):
    """Vectors from a function in the place of a model."""

    def __init__(self, embed: Embed) -> None:
        super().__init__()
        self._embed = embed

    def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
        vectors: list[list[float]] = self._embed(texts).tolist()
        return vectors

    def _get_text_embedding(self, text: str) -> list[float]:
        return self._get_text_embeddings([text])[0]

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)
