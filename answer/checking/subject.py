"""Whether a sentence is about what the cited words are about."""

import re

from answer.checking.certainty import UNSURE
from answer.checking.content import Content, is_saying
from answer.checking.negation import NEGATING
from answer.checking.pronouns import FOLK
from answer.checking.terms import Stemmer

LEADING = re.compile(
    rf"{FOLK}|several|many|most|both|others|somebody|someone|latter|former|mind|eyes|"
    r"hold(?:s|ing)?|held|convinced|certain|confident|s[ck]eptical|writer[’']s|author[’']s|key|main|"
    r"central|core|important|concerns?|approach|idea|reasons?|notion|examples?|problem|issue|true|"
    r"fact|case|means|called|due",
    re.IGNORECASE,
)
"""Words that lead to what a sentence is about: "the main reason is that cats sleep"."""


def other_subject(text: str, words: str, content: Content, stemmer: Stemmer) -> str | None:
    """What a sentence speaks of first, where the cited words do not speak of it at all."""
    first = next((term.word for term in stemmer.content(text) if not _leads(term.word)), None)
    if first is None or first not in content.missing(text, words):
        return None
    return f"the cited words say nothing of {first}"


def _leads(word: str) -> bool:
    known = UNSURE.fullmatch(word) or NEGATING.fullmatch(word) or LEADING.fullmatch(word)
    return bool(known) or is_saying(word)
