"""What a scripted server of language models does with a chat: see tests/llm_server.py."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Literal


@dataclass(frozen=True)
class Request:
    """A request as it came; header names are in lower case."""

    method: str
    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def messages(self) -> list[dict[str, str]]:
        return self.body["messages"]

    @property
    def prompt(self) -> str:
        """The contents of all its messages."""
        return "\n".join(message["content"] for message in self.messages)


@dataclass(frozen=True)
class Script:
    """What becomes of one chat. Make it with one of the functions below, or `replace` a part."""

    pieces: tuple[str, ...] = ()
    end: Literal["finished", "done", "nothing", "cut", "silent", "error", "loop"] = "finished"
    finish: str = "stop"
    reasoning: tuple[str, ...] = ()  # said before the pieces, apart from them
    pause: float = 0.0  # seconds before each piece
    every: int = 0  # bytes that are sent at once; 0: each piece whole
    error: str = "the model crashed"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    wire: bytes | None = None  # sent as it is, in place of all this
    content_type: str = ""


Scripted = Script | Callable[[Request], Script]


def says(*pieces: str, finish: str = "stop", **how: Any) -> Script:
    """A good answer, in these pieces; `finish="length"` at its limit; with no pieces, an empty one.

    `reasoning=(…)` comes before it, `pause=0.1` before each piece, and `every=1` sends byte for
    byte, so that characters are split.
    """
    return Script(pieces, finish=finish, **how)


def unfinished(*pieces: str, done: bool = True) -> Script:
    """A stream that ends with no reason for it: with [DONE] alone, or with nothing at all."""
    return Script(pieces, "done" if done else "nothing")


def cut(*pieces: str) -> Script:
    """A connection that is reset after the pieces; with none, before anything is said."""
    return Script(pieces, "cut")


def silent(*pieces: str) -> Script:
    """Says no more after the pieces, and keeps the connection; with none, never answers."""
    return Script(pieces, "silent")


def breaks(*pieces: str, error: str = "the model crashed") -> Script:
    """An error object in the stream after the pieces."""
    return Script(pieces, "error", error=error)


def loops(sentence: str, pause: float = 0.0) -> Script:
    """The same sentence for ever."""
    return Script((sentence,), "loop", pause=pause)


def drips(pause: float) -> Script:
    """A byte that says nothing, again and again, for ever."""
    return Script(end="loop", pause=pause)


def fails(status: int, error: str = "no", **headers: str) -> Script:
    """An HTTP error: 400, 401, 403, 404, 500, …"""
    return Script(status=status, error=error, headers=headers)


def busy(after: str | float | None = None, status: int = 429) -> Script:
    """An HTTP error that passes, with Retry-After or without."""
    return replace(
        fails(status, "busy"), headers={} if after is None else {"Retry-After": str(after)}
    )


def redirects(to: str, status: int = 307) -> Script:
    """Sends the client elsewhere."""
    return fails(status, "moved", Location=to)


def page(status: int = 200) -> Script:
    """A web page in place of an answer."""
    text = b"<!doctype html><html><body>It works!</body></html>"
    return Script(status=status, wire=text, content_type="text/html; charset=utf-8")


def raw(wire: bytes, every: int = 0, content_type: str = "") -> Script:
    """These bytes for a body, such as ones that are no JSON or no UTF-8."""
    return Script(wire=wire, every=every, content_type=content_type)
