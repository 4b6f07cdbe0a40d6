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
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from select import select
from threading import Event, Thread
from typing import Any

from tests.llm_protocols import PROTOCOLS, Protocol
from tests.llm_scripts import (
    Request,
    Script,
    Scripted,
    breaks,
    busy,
    cut,
    drips,
    fails,
    loops,
    page,
    raw,
    redirects,
    says,
    silent,
    unfinished,
)

__all__ = [
    "ModelServer",
    "Request",
    "Script",
    "Scripted",
    "breaks",
    "busy",
    "cut",
    "drips",
    "fails",
    "loops",
    "page",
    "raw",
    "redirects",
    "says",
    "silent",
    "unfinished",
]


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
        return [request for request in self.requests if request.path in PROTOCOLS]

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
        if self.path in PROTOCOLS:
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

    def _json(self, status: int, value: Any) -> None:
        self._whole(status, json.dumps(value).encode(), "application/json", {})

    def _whole(self, status: int, body: bytes, kind: str, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    @property
    def protocol(self) -> Protocol:
        return PROTOCOLS[self.path]

    def _play(self, script: Script, request: Request) -> None:
        if script.status != 200:
            kind = script.content_type or "application/json"
            error = json.dumps(self.protocol.error(script.error)).encode()
            self._whole(script.status, script.wire or error, kind, script.headers)
        elif not script.pieces and script.end in ("cut", "silent"):
            self._end(script)
        elif request.body.get("stream", self.protocol.streams) or script.wire is not None:
            self._stream(script)
        else:
            self._json(200, self.protocol.reply("".join(script.pieces), script.finish))

    def _stream(self, script: Script) -> None:
        self.send_response(200)
        self.send_header("Content-Type", script.content_type or self.protocol.kind)
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
        yield from (self.protocol.piece(text, thinking=True) for text in script.reasoning)
        yield from map(self.protocol.piece, script.pieces)
        while script.end == "loop" and not self.owner.stopping.is_set():
            self._look()
            yield self.protocol.piece(script.pieces[0]) if script.pieces else b" "
        if script.end == "finished":
            yield self.protocol.last(script.finish)
        if script.end == "error":
            yield self.protocol.line(self.protocol.error(script.error))
        if script.end == "done":
            yield self.protocol.done

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
