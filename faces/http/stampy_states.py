"""An answer in the states of stampy-chat's protocol, the older one and the newer one in one stream.

Who speaks one of them reads over the states of the other.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
from contextlib import aclosing
from typing import Any

from answer.events import Delta, Event, Status
from answer.record import Answer
from faces.http.citing import notes, rest
from faces.http.events import failure, unnamed
from faces.http.stampy_blocks import Block, of_citation, shown

CLOSE = b"event: close\n\n"
PHASES = ("context", "prompt", "llm")
TOOL = "whosaid_search"

Followups = Callable[[], list[dict[str, Any]]]


class States:
    """One answer on its way; `base` is the address of our own pages."""

    def __init__(self, question: str, base: str, followups: Followups) -> None:
        self._question, self._base, self._followups = question, base, followups
        self._phases = iter(PHASES)
        self._blocks: list[Block] = []
        self._said = ""

    async def streamed(self, events: AsyncGenerator[Event, None]) -> AsyncIterator[bytes]:
        """All states, then what closes the stream."""
        async with aclosing(events):
            try:
                async for event in events:
                    for state in self._states(event):
                        yield unnamed(state)
                yield unnamed({"state": "loading", "phase": "followups"})
                found = await asyncio.to_thread(self._followups)
                yield unnamed({"state": "followups", "followups": found})
                yield unnamed({"state": "done"})
            except Exception as error:
                yield unnamed({"state": "error", "error": failure(error)["error"]["message"]})
        yield CLOSE

    def _states(self, event: Event) -> Iterator[dict[str, Any]]:
        match event:
            case Status():
                # what a model is writing comes as a status too: it says nothing new here
                if phase := next(self._phases, None):
                    yield {"state": "loading", "phase": phase}
            case Delta(text):
                self._said += text
                yield {"state": "streaming", "content": shown(text)}
            case Answer():
                left = [rest(event, self._said), *(f"\n\n{note}" for note in notes(event))]
                yield from ({"state": "streaming", "content": shown(one)} for one in left if one)
            case citation:
                self._blocks.append(of_citation(citation, self._base))
                yield from self._cited(self._blocks[-1])

    def _cited(self, block: Block) -> Iterator[dict[str, Any]]:
        """The older protocol has all citations again, the newer one the result of a tool."""
        blocks = [one.model_dump(mode="json") for one in self._blocks]
        yield {"state": "citations", "phase": "streaming", "citations": blocks}
        use = {
            "type": "tool_use", "id": block.id, "name": TOOL, "input": {"query": self._question},
        }  # fmt: skip
        yield {"state": "turn", "role": "assistant", "content": [use]}
        yield {
            "state": "turn", "role": "tool", "tool": TOOL, "tool_use_id": block.id,
            "model_output": json.dumps(block.text, ensure_ascii=False), "ui_output": blocks[-1:],
        }  # fmt: skip
