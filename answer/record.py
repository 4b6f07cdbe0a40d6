"""The answer record: what the command line, the batch, the chat and the API all give out."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from ingest.document import Basis

Verdict = Literal["quoted", "supported", "unsupported"]


class Value(BaseModel):
    """A frozen value that knows no other fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Evidence(Value):
    """The words of the document that an attribution rests on."""

    start: int
    end: int
    text: str


class Attribution(Value):
    """On what it rests that these are the authors."""

    basis: Basis
    evidence: Evidence | None = None


class Elsewhere(Value):
    """Another place where the cited words stand."""

    document: str
    path: str | None
    start: int
    end: int


class Citation(Value):
    """Words of a document: its stored text from `start` to `end` is `quote`."""

    n: int = Field(ge=1, le=1_000_000)
    document: str
    source: str
    path: str | None
    source_id: str | None
    title: str | None
    heading: str | None
    date: str | None
    authors: tuple[str, ...]
    attribution: Attribution
    speaker: str | None
    start: int
    end: int
    quote: str
    also: tuple[Elsewhere, ...] = ()
    url: str | None
    link: str | None


class Sentence(Value):
    """A sentence of the answer with the numbers of its citations."""

    text: str
    citations: tuple[int, ...]
    verdict: Verdict


class Timings(Value):
    """Milliseconds from the question on."""

    retrieve: float
    answer: float
    total: float


class Answer(Value):
    """An answer, or an abstention with its reason."""

    schema_: Literal[1] = Field(1, alias="schema")
    id: str
    question: str
    asked: str
    answer: str
    abstained: bool
    reason: str | None
    mode: Literal["extractive", "generated"]
    model: str | None
    confidence: float
    sentences: tuple[Sentence, ...]
    citations: tuple[Citation, ...]
    timings_ms: Timings

    def json_line(self) -> str:
        """The record as one line of JSON."""
        return self.model_dump_json(by_alias=True)
