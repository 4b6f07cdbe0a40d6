"""The plain pipeline that ours is measured against: llama-index as its guides put it."""

from pathlib import Path
from uuid import uuid4

import chromadb
from llama_index.core import Document
from llama_index.core.ingestion import IngestionPipeline
from llama_index.core.node_parser import SentenceSplitter
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.vector_stores.chroma import ChromaVectorStore

OVERLAP = 20
"""Tokens; its default of 200 would embed most of the text four times."""


class Plain:
    """Texts into a Chroma collection, with llama-index's own parts and their defaults."""

    def __init__(self, model: Path, folder: Path, chunk: int) -> None:
        self._client = chromadb.PersistentClient(str(folder))
        self._embedding = HuggingFaceEmbedding(str(model))
        self._splitter = SentenceSplitter(chunk_size=chunk, chunk_overlap=OVERLAP)

    def take_in(self, texts: list[str]) -> int:
        """Split, embed and store; how many nodes there were."""
        collection = self._client.create_collection(f"plain-{uuid4().hex}")
        pipeline = IngestionPipeline(
            transformations=[self._splitter, self._embedding],
            vector_store=ChromaVectorStore(chroma_collection=collection),
        )
        return len(pipeline.run(documents=[Document(text=text) for text in texts]))
