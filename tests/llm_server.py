"""A scripted server of language models on loopback, well or badly behaved.

It speaks the OpenAI protocol (`/v1/chat/completions` streamed or not, `/v1/models`) and Ollama's
(`/api/chat`, `/api/show`, `/api/tags`), and does with each chat what the next script says:

    with ModelServer() as server:
        server.enqueue(busy(after=1), says("Misha ", "writes [1]."))
        model = chosen(Choice("openai-like", "tiny", server.openai))   # or "ollama", server.ollama
        assert list(model.stream(MESSAGES, 100)) == ["Misha ", "writes [1]."]
        assert [request.body["stream"] for request in server.requests] == [True, True]

`server.always(script)` is for chats that no script is left for; a script may also be a function of
the Request that returns one. `server.left` is set when a client hangs up before a script has ended.
"""

import json
import socket
import struct
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from select import select
from threading import Event, Thread
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


class ModelServer:
    """The server; in use from `with` on."""

    def __init__(self, *models: str) -> None:
        self.models = list(models or ("tiny",))
        self.requests: list[Request] = []
        self.left = Event()
        self.stopping = Event()
        self._scripts: deque[Scripted] = deque()
        self._always: Scripted = fails(500, "no script is left")

        class Handler(_Handler):
            owner = self

        self._server = _Server(("127.0.0.1", 0), Handler)
        self._thread = Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    @property
    def ollama(self) -> str:
        """Its address for Ollama's protocol."""
        return f"http://127.0.0.1:{self._server.server_port}"

    @property
    def openai(self) -> str:
        """Its address for the OpenAI protocol."""
        return f"{self.ollama}/v1"

    @property
    def chats(self) -> list[Request]:
        """The requests that were chats."""
        return [request for request in self.requests if request.path in CHATS]

    def enqueue(self, *scripts: Scripted) -> None:
        """What to do with the next chats, one after the other."""
        self._scripts.extend(scripts)

    def always(self, script: Scripted) -> None:
        """What to do with chats that no script is left for."""
        self._always = script

    def next(self, request: Request) -> Script:
        script = self._scripts.popleft() if self._scripts else self._always
        return script(request) if callable(script) else script

    def __enter__(self) -> "ModelServer":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stopping.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no error of ours."""


OPENAI, OLLAMA = "/v1/chat/completions", "/api/chat"
CHATS = (OPENAI, OLLAMA)


class _Handler(BaseHTTPRequestHandler):
    owner: ModelServer
    protocol_version = "HTTP/1.1"
    wbufsize = 0

    def log_message(self, *_: object) -> None:
        """Nothing is written about requests."""

    def do_GET(self) -> None:
        self._note({})
        if self.path == "/v1/models":
            self._json(200, {"object": "list", "data": [{"id": m} for m in self.owner.models]})
        elif self.path == "/api/tags":
            self._json(200, {"models": [{"name": m, "model": m} for m in self.owner.models]})
        else:
            self._json(404, {"error": "no such path"})

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        request = self._note(json.loads(body or b"{}"))
        if self.path in CHATS:
            try:
                self._play(self.owner.next(request), request)
            except OSError:
                self.owner.left.set()
            self.close_connection = True
        elif self.path == "/api/show":
            self._json(200, {"model_info": {"tiny.context_length": 2048}, "details": {}})
        else:
            self._json(404, {"error": "no such path"})

    def _note(self, body: dict[str, Any]) -> Request:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.owner.requests.append(Request(self.command, self.path, headers, body))
        return self.owner.requests[-1]

    def _json(self, status: int, value: Any, headers: dict[str, str] | None = None) -> None:
        self._whole(status, json.dumps(value).encode(), "application/json", headers or {})

    def _whole(self, status: int, body: bytes, kind: str, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def _play(self, script: Script, request: Request) -> None:
        if script.status != 200:
            error = {"message": script.error} if self.path == OPENAI else script.error
            body = json.dumps({"error": error}).encode() if script.wire is None else script.wire
            self._whole(
                script.status, body, script.content_type or "application/json", script.headers
            )
        elif not script.pieces and script.end in ("cut", "silent"):
            self._end(script)
        elif request.body.get("stream", self.path == OLLAMA) or script.wire is not None:
            self._stream(script)
        else:
            self._json(200, self._reply("".join(script.pieces), script))

    def _stream(self, script: Script) -> None:
        self.send_response(200)
        kind = "text/event-stream" if self.path == OPENAI else "application/x-ndjson"
        self.send_header("Content-Type", script.content_type or kind)
        self.send_header("Transfer-Encoding", "chunked")
        self.send_header("Connection", "close")
        self.end_headers()
        for part in self._parts(script):
            time.sleep(script.pause)
            step = script.every or len(part) or 1
            for start in range(0, len(part), step):
                self._chunk(part[start : start + step])
        self._end(script)

    def _parts(self, script: Script) -> Iterator[bytes]:
        if script.wire is not None:
            yield script.wire
            return
        yield from (self._event(text, thinking=True) for text in script.reasoning)
        yield from map(self._event, script.pieces)
        while script.end == "loop" and not self.owner.stopping.is_set():
            self._look()
            yield self._event(script.pieces[0]) if script.pieces else b" "
        if script.end == "finished":
            yield self._last(script)
        if script.end == "error":
            error = {"message": script.error} if self.path == OPENAI else script.error
            yield self._line({"error": error})
        if script.end == "done" and self.path == OPENAI:
            yield b"data: [DONE]\n\n"

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))

    def _end(self, script: Script) -> None:
        if script.end == "cut":  # a reset, not an end: what was sent has been read by then
            time.sleep(0.05)
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
        elif script.end == "silent":
            while not self.owner.stopping.is_set():
                self._look()
                time.sleep(0.01)
        else:
            self.wfile.write(b"0\r\n\r\n")

    def _look(self) -> None:
        """Raises OSError if the client has gone."""
        if select([self.connection], [], [], 0)[0] and not self.connection.recv(1):
            raise ConnectionResetError

    def _line(self, value: Any) -> bytes:
        text = json.dumps(value, ensure_ascii=False).encode()
        return b"data: " + text + b"\n\n" if self.path == OPENAI else text + b"\n"

    def _event(self, text: str, thinking: bool = False) -> bytes:
        if self.path == OPENAI:
            said = {"reasoning_content" if thinking else "content": text}
            return self._line(_chunked({"delta": said, "finish_reason": None}))
        said = {"content": "", "thinking": text} if thinking else {"content": text}
        return self._line(_message({"role": "assistant", **said}, done=False))

    def _last(self, script: Script) -> bytes:
        if self.path == OPENAI:
            last = _chunked({"delta": {}, "finish_reason": script.finish})
            return self._line(last) + b"data: [DONE]\n\n"
        return self._line(
            _message({"role": "assistant", "content": ""}, done=True, done_reason=script.finish)
        )

    def _reply(self, text: str, script: Script) -> Any:
        message = {"role": "assistant", "content": text}
        if self.path == OLLAMA:
            return _message(message, done=True, done_reason=script.finish)
        choice = {"index": 0, "message": message, "finish_reason": script.finish}
        return {"id": "c", "object": "chat.completion", "created": 0, "model": "tiny",
                "choices": [choice]}  # fmt: skip


def _chunked(choice: dict[str, Any]) -> dict[str, Any]:
    return {"id": "c", "object": "chat.completion.chunk", "created": 0, "model": "tiny",
            "choices": [{"index": 0, **choice}]}  # fmt: skip


def _message(message: dict[str, str], **facts: Any) -> dict[str, Any]:
    return {"model": "tiny", "created_at": "2026-01-01T00:00:00Z", "message": message, **facts}
