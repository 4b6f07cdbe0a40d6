"""The protocol of stampy-chat, so that its own web page can be pointed here."""

import json
from functools import partial
from typing import Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field, JsonValue
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from answer.faq.faq import Faq
from answer.faq.markup import html
from errors import BadInput
from faces.http.asking import Asked, Asking, Manner
from faces.http.events import ServerSent
from faces.http.shapes import Kept
from faces.http.stampy_blocks import Block, of_citation, of_hit, said
from faces.http.stampy_states import States
from faces.library import Library
from faces.ratings import Rating, Ratings
from index.filters import EVERYTHING

MODES: dict[Any, Manner] = {
    "rookie": "plain",
    "concise": "concise",
    "discord": "concise",
    "detailed": "detailed",
}
"""Their modes in ours; their default is that of the settings."""
MOST_FOLLOWUPS, LIKE_ENOUGH = 3, 0.4
BEST = 5
"""The best score of a session."""


class Read(BaseModel):
    """What is sent; what we have no use for is read over."""

    model_config = ConfigDict(extra="ignore")


class Chat(Read):
    """A question, or a history that ends in it; of the settings only the mode means something."""

    query: str | None = Field(None, examples=["What is reward hacking?"])
    history: list[dict[str, Any]] = []
    settings: dict[str, Any] = {}
    followups: bool = True
    stream: bool = True


class Session(Read):
    """A score for a whole session, from 1 to 5."""

    sessionId: str = Field(min_length=1, max_length=200)  # noqa: N815  # its name on the wire
    score: float = Field(ge=0, le=BEST)
    comment: str | None = Field(None, max_length=3_900)


class Semantic(Read):
    """A search for `k` passages."""

    query: str = Field(min_length=1, max_length=4_000)
    k: int = Field(20, ge=1, le=100)


class Prompts(Read):
    """The prompts of a playground; none of them is used here."""

    settings: dict[str, JsonValue] = {}


def routes(library: Library, asking: Asking) -> APIRouter:
    """The routes that stampy-chat's page asks."""
    router = APIRouter(tags=["stampy-chat"])
    _add_chat(router, library.faq, asking)
    ratings = Ratings(library.folder)

    @router.post("/semantic")
    def semantic(wanted: Semantic, request: Request) -> list[Block]:
        """The passages that are nearest to a query."""
        hits = library.search.joined(wanted.query, wanted.k, EVERYTHING)
        return [of_hit(number, hit, str(request.base_url)) for number, hit in enumerate(hits, 1)]

    @router.get("/human/{pageid}")
    def human(pageid: str) -> dict[str, Any]:
        """An entry of the FAQ."""
        return {"data": entry_of(library.faq, pageid)}

    @router.post("/ratings")
    def rate(session: Session) -> Kept:
        """Keep the score of a session, with its comment."""
        told = f"{session.score:g} of {BEST}. {session.comment or ''}".strip()
        thumb = "up" if session.score > BEST / 2 else "down"
        ratings.add(Rating(answer=session.sessionId, question="", thumb=thumb, reason=told))
        return Kept()

    @router.post("/inline-prompts")
    def prompts(given: Prompts) -> Response:
        """The prompts as they came."""
        came = json.dumps(given.settings.get("prompts", {}))
        return Response(came, media_type="application/json")

    return router


def _add_chat(router: APIRouter, faq: Faq, asking: Asking) -> None:
    @router.post("/chat")
    async def chat(wanted: Chat, request: Request) -> Response:
        """Answer the query, or the last entry of the history, in states or in one piece."""
        asked = _asked(wanted)
        following = partial(followups, faq, asked.question) if wanted.followups else list[Any]
        if wanted.stream:
            states = States(asked.question, str(request.base_url), following)
            return ServerSent(states.streamed(asking.events(asked)))
        answer = await asking.answer(asked, request)
        cited = [of_citation(one, str(request.base_url)) for one in answer.citations]
        blocks = [block.model_dump(mode="json") for block in cited]
        return JSONResponse(
            {"response": answer.answer, "citations": blocks, "followups": following()}
        )

    @router.get("/chat/{question:path}")
    async def chat_by_address(question: str, request: Request) -> Response:
        """The answer to a question in the address, in one piece."""
        return await chat(Chat(query=question, stream=False), request)


def _asked(wanted: Chat) -> Asked:
    history = said(wanted.history)
    question = wanted.query
    if question is None and history and history[-1].get("role") == "user":
        question = history.pop()["content"]
    if question is None:
        raise BadInput("no question: send a query, or a history that ends with the user's question")
    mode = MODES.get(str(wanted.settings.get("mode")))
    return Asked(question=question, history=tuple(history), mode=mode)


def followups(faq: Faq, question: str) -> list[dict[str, Any]]:
    """Up to three questions of the FAQ that somebody may go on with."""
    matches = faq.search(question, MOST_FOLLOWUPS)
    return [
        {"text": match.entry.question, "pageid": match.entry.id, "score": round(match.score, 3)}
        for match in matches
        if match.score >= LIKE_ENOUGH
    ]


def entry_of(faq: Faq, pageid: str) -> dict[str, Any]:
    """An entry of the FAQ as aisafety.info gives it; its answer is safe HTML."""
    entry = faq.entries.get(pageid)
    if entry is None:
        raise HTTPException(404, f"there is no entry {pageid!r} in the FAQ: search for one")
    related = [{"title": one.question, "pageid": one.id} for one in faq.related(entry)]
    return {
        "pageid": entry.id, "title": entry.question, "text": html(entry.answer, entry.url),
        "relatedQuestions": related, "tags": list(entry.tags), "status": "Live on site",
    }  # fmt: skip
