"""The OpenAI protocol as one server speaks it: older and newer ones name and take other things."""

import re
from dataclasses import dataclass, replace
from typing import Any

UNKNOWN = re.compile(
    r"chat_template|enable_thinking|extra|unknown|unexpected|unsupported|unrecogni[sz]ed"
    r"|not (supported|permitted|allowed)",
    re.IGNORECASE,
)
"""What servers say of a field that they do not know: "Extra inputs are not permitted"."""

NO_THINKING = {"chat_template_kwargs": {"enable_thinking": False}}
"""Tells models that think before they write not to: it would use up their limit."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """What a server takes: the switch against thinking, a temperature, and a limit by its name."""

    switch: bool = True
    temperature: bool = True
    limit: str = "max_tokens"

    def after(self, refusal: str) -> "Dialect | None":
        """What it may take, going by the words it refused this with; None if they say nothing."""
        if self.limit == "max_tokens" and "max_completion_tokens" in refusal:
            return replace(self, limit="max_completion_tokens")
        if self.temperature and "temperature" in refusal:
            return replace(self, temperature=False)
        if self.switch and UNKNOWN.search(refusal):
            return replace(self, switch=False)
        return None

    def fields(self, limit: int, left_out: Any) -> dict[str, Any]:
        """The fields of a request; `left_out` stands for those that the library would put in."""
        return {
            "max_tokens": left_out,
            self.limit: limit,
            **({} if self.temperature else {"temperature": left_out}),
            **({"extra_body": NO_THINKING} if self.switch else {}),
        }
