"""A server of language models: where it is, and what its refusals mean."""

import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from answer.llm.faults import Fault, Refusal

SHOWN = 160
"""Characters of a server's own words that are shown."""

TOO_LONG = re.compile(
    r"context.{0,20}(length|window|size|limit)|prompt.{0,20}too long|too many tokens", re.IGNORECASE
)
"""What servers say of a prompt that does not fit: "maximum context length is 4096 tokens"."""


AS_IT_IS = (400, 422)
"""What servers answer where something in a request is not to their liking."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where a model is asked, with what key if any, and how many seconds without a word."""

    address: str
    key: str = field(repr=False)
    timeout: float

    def fault(self, what: str) -> Fault:
        """A fault of this server."""
        return Fault(f"{self.address}: {what}")

    def unusable(self) -> Fault:
        """It speaks another language."""
        return self.fault(
            "what it answers is not the protocol of language models; check llm_base_url"
        )

    def refusal(self, status: int, body: bytes) -> Fault:
        """What an HTTP status other than 200 means."""
        said = self.words(body)
        told = f"{status}: {said}" if said else str(status)
        if status in (401, 403):
            wrong = "refuses the key" if self.key else "wants a key"
            return self.fault(f"it {wrong} ({status}); set WHOSAID_LLM_API_KEY")
        if status == 413 or TOO_LONG.search(said):
            return self.too_long(told)
        if status == 404:
            return self.fault(f"nothing is there ({told}); check llm_base_url")
        if status == 429:
            return self.fault(f"it is busy ({told}); ask again later")
        if status >= 500:
            return self.fault(f"it failed ({told}); its own log says why")
        refused = self.fault(f"it refuses the request ({told}); check llm_model")
        if status in AS_IT_IS:
            return Refusal(str(refused), body.decode(errors="replace"))
        return refused

    def elsewhere(self, location: str) -> Fault:
        """A redirect, which is told without what may be secret in it."""
        try:
            parts = urlsplit(location)
        except ValueError:
            parts = urlsplit("")
        host = parts.netloc.rpartition("@")[2]
        to = self.line(parts._replace(netloc=host, query="", fragment="").geturl())
        return self.fault(
            f"it sends elsewhere, to {to}, where nothing is sent; set llm_base_url to the address "
            "that is meant"
        )

    def inside(self, said: str) -> Fault:
        """What an error inside a stream means, in the server's words."""
        said = self.line(said)
        return self.too_long(said) if TOO_LONG.search(said) else self.fault(f"it failed ({said})")

    def too_long(self, told: str) -> Fault:
        """A prompt does not fit."""
        return self.fault(
            f"the prompt is too long for it ({told}); set llm_context_window to what it reads"
        )

    def words(self, body: bytes) -> str:
        """What the body of an error says, in one short line; nothing where it is no JSON."""
        try:
            return self.line(_message(json.loads(body)))
        except ValueError:
            return ""

    def line(self, text: str) -> str:
        """Words of a server as they can be shown: a short line without the key."""
        plain = "".join(character if character.isprintable() else " " for character in text)
        plain = plain.replace(self.key, "…") if self.key else plain
        short = " ".join(plain.split())
        return short if len(short) <= SHOWN else f"{short[:SHOWN]}…"


def _message(value: Any) -> str:
    """The message in what servers send of an error.

    >>> _message({"error": {"message": "no"}}), _message({"detail": "no"}), _message([])
    ('no', 'no', '')
    """
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        found = (_message(value.get(key)) for key in ("error", "message", "detail"))
        return next(filter(None, found), "")
    return ""
