"""Whether a mark is a word of its sentence: "as [2] says", but not "it is so [2]"."""

import re

from answer.writing.marks import NOUN

RUN = re.compile(rf"{NOUN}(?:\s*(?:,?\s?\band\b|,?\s?\bor\b|[,;&])?\s*{NOUN})*")
"""Marks that stand together: `[1], [2] and [3]`."""

ASKS_FOR_ONE = re.compile(
    r"(?:^|[\s(“\"])(?:according to|in|as|by|from|of|per|see|via|than|like|unlike|both|following"
    r"|with|between|cf\.)\s$",
    re.IGNORECASE,
)
"""Words that are nothing without what follows them."""

BEGINS = re.compile(r"(?:^|[.!?…][\"”’)\]]*\s|[:;—–]\s)[\"“(]?$")
JOINS = re.compile(
    r"(?:,|\b(?:and|but|or|while|whereas|that|because|although|though|where|what|how|if|when|then"
    r"|however|does|do|did|is|are))\s$",
    re.IGNORECASE,
)
SAYS = re.compile(
    r"\s(?:(?:also|further|then|both|even|explicitly)\s)?"
    r"(?:argu|say|said|claim|stat|writ|wrote|suggest|show|not(?:es?|ed)\b|think|thought|believ|mention"
    r"|explain|describ|discuss|point|propos|report|present|assert|conclud|observ|emphasi[sz]|put"
    r"|disagree|agree|warn|consider|defin|maintain|find|found|see|offer|give|use|add|make|hold)",
)
GOES_ON = re.compile(r"\s[^\W\d_A-Z]|[’']s\b")
ENDS = re.compile(r"\s*(?:[.,;:!?)\]”\"]|$)")
PUT_BEHIND = re.compile(r"(?:^|[.!?…,:—–-][\"”’)\]]*\s?)$")


def is_noun(before: str, after: str, worded: bool) -> bool:
    """Whether the marks between two parts of a line are a part of its grammar.

    `worded` are those that the model wrote in words: "Source 1".
    """
    if worded:
        return not (PUT_BEHIND.search(before) and ENDS.match(after))
    if after.startswith(("'s", "’s")) or ASKS_FOR_ONE.search(before):
        return True
    if BEGINS.search(before):
        return bool(GOES_ON.match(after))
    return bool(JOINS.search(before) and SAYS.match(after))


def listed(number: int) -> str:
    """So many nouns, as they are read."""
    return " and ".join(filter(None, (", ".join([NOUN] * (number - 1)), NOUN)))
