"""Greetings and thanks get a plain reply; they are no questions to a corpus."""

import re

GREETING = re.compile(
    r"(?:hi|hello|hey|hiya|yo|greetings|good (?:morning|afternoon|evening|day))(?: there| all| everyone)?",
    re.IGNORECASE,
)
THANKS = re.compile(
    r"(?:(?:ok(?:ay)?|great|perfect|nice|cool)[,.! ]*)?(?:thanks?|thank you|thx|cheers|ta)"
    r"(?: (?:a lot|so much|very much|again|you))*(?:[,.! ]*(?:great|perfect|that helps|bye))?",
    re.IGNORECASE,
)
PARTING = re.compile(r"(?:good)?bye(?: bye)?|see you(?: later)?|good night", re.IGNORECASE)
REPLIES = (
    (GREETING, "Hello. Ask me what people in this corpus have written; I answer in their words."),
    (THANKS, "You're welcome."),
    (PARTING, "Goodbye."),
)


def reply(text: str) -> str | None:
    """The reply to a greeting, to thanks or to a parting; None for anything else."""
    words = text.strip().rstrip(".!,… ")
    return next((answer for pattern, answer in REPLIES if pattern.fullmatch(words)), None)
