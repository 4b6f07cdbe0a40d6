"""The two protocols of the scripted server, as bytes; see tests/llm_server.py."""

import json
from typing import Any


class OpenAIProtocol:
    """Chat completions, streamed as server-sent events."""

    path, kind, streams = "/v1/chat/completions", "text/event-stream", False
    done = b"data: [DONE]\n\n"

    def piece(self, text: str, thinking: bool = False) -> bytes:
        said = {"reasoning_content" if thinking else "content": text}
        return self.event({"delta": said, "finish_reason": None})

    def last(self, finish: str) -> bytes:
        return self.event({"delta": {}, "finish_reason": finish}) + self.done

    def event(self, choice: dict[str, Any]) -> bytes:
        return self.line(self._whole("chat.completion.chunk", choice))

    def line(self, value: Any) -> bytes:
        return b"data: " + json.dumps(value, ensure_ascii=False).encode() + b"\n\n"

    def error(self, message: str) -> Any:
        return {"error": {"message": message}}

    def reply(self, text: str, finish: str) -> Any:
        message = {"role": "assistant", "content": text}
        return self._whole("chat.completion", {"message": message, "finish_reason": finish})

    def _whole(self, kind: str, choice: dict[str, Any]) -> Any:
        choices = [{"index": 0, **choice}]
        return {"id": "c", "object": kind, "created": 0, "model": "tiny", "choices": choices}


class OllamaProtocol:
    """Ollama's chat, streamed as lines of JSON."""

    path, kind, streams = "/api/chat", "application/x-ndjson", True
    done = b""

    def piece(self, text: str, thinking: bool = False) -> bytes:
        said = {"content": "", "thinking": text} if thinking else {"content": text}
        return self.line(self._whole(said, done=False))

    def last(self, finish: str) -> bytes:
        return self.line(self.reply("", finish))

    def line(self, value: Any) -> bytes:
        return json.dumps(value, ensure_ascii=False).encode() + b"\n"

    def error(self, message: str) -> Any:
        return {"error": message}

    def reply(self, text: str, finish: str) -> Any:
        return self._whole({"content": text}, done=True, done_reason=finish)

    def _whole(self, said: dict[str, str], **facts: Any) -> Any:
        message = {"role": "assistant", **said}
        return {"model": "tiny", "created_at": "2026-01-01T00:00:00Z", "message": message, **facts}


Protocol = OpenAIProtocol | OllamaProtocol

PROTOCOLS: dict[str, Protocol] = {
    protocol.path: protocol for protocol in (OpenAIProtocol(), OllamaProtocol())
}
