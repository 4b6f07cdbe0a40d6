"""Greetings and thanks get a plain reply; they are no questions to a corpus."""

import re

from answer.wording import phrase

GREETING = re.compile(
    r"(?:hi|hello|hey|hiya|yo|greetings|good (?:morning|afternoon|evening|day))"
    r"(?: there| all| everyone)?",
    re.IGNORECASE,
)
THANKS = re.compile(
    r"(?:(?:ok(?:ay)?|great|perfect|nice|cool)[,.! ]*)?(?:thanks?|thank you|thx|cheers|ta)"
    r"(?: (?:a lot|so much|very much|again|you))*(?:[,.! ]*(?:great|perfect|that helps|bye))?",
    re.IGNORECASE,
)
PARTING = re.compile(r"(?:good)?bye(?: bye)?|see you(?: later)?|good night", re.IGNORECASE)
KINDS = {"greeting": GREETING, "thanks": THANKS, "parting": PARTING}


def reply(text: str) -> str | None:
    """The reply to a greeting, to thanks or to a parting; None for anything else."""
    words = re.sub(r"[^\w']+$", "", text.strip())
    kinds = (kind for kind, pattern in KINDS.items() if pattern.fullmatch(words))
    return next((phrase(f"reply.{kind}") for kind in kinds), None)
