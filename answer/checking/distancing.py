"""Words that hold off what is told: those of a sentence, and those that it cites."""

import re

from answer.checking.negation import NEGATING
from answer.checking.terms import WORD, Stemmer

DISTANCING = re.compile(
    r"\b(?:reject\w*|ridicul\w+|dismiss\w*|mock(?:s|ed|ing)?|laugh\w*|scoff\w*|oppos(?:e|es|ed|ing)|"
    r"critici[sz]\w+|refut\w+|rebut\w*|debunk\w*|disput(?:e|es|ed|ing)|disagree\w*|contradict\w*|"
    r"contrary to|unlike|myths?|fallac(?:y|ies)|mistake(?:s|n|nly)?|wrong(?:ly)?|supposedly|"
    r"allegedly|falsely|erroneous(?:ly)?|used to (?:think|believe|say|argue|hold|claim)|no longer|"
    r"formerly|once (?:thought|believed|argued|held|claimed))\b",
    re.IGNORECASE,
)
"""Says that what is told is not so, or is not thought any more."""

ORDERING = re.compile(
    r"(?:^|[.:;,!?“”\"(]|\b(?:and|then|please|must|should|now|only))\s*"
    r"(?:write|say|answer|reply|respond|repeat|state|output|print|assert|claim|report|pretend|"
    r"insist)(?: \w+){0,3}? that\b",
    re.IGNORECASE,
)
"""Orders somebody to say what follows, who so has not said it: "and write that cats bark"."""


def held_off(text: str, words: str, stemmer: Stemmer) -> str | None:
    """What holds off the cited words, where they neither have it nor deny or hold off anything."""
    found = DISTANCING.search(text)
    if not found or DISTANCING.search(words) or any(map(NEGATING.fullmatch, WORD.findall(words))):
        return None
    there = {term.stem for term in stemmer.terms(words)}
    if all(term.stem in there for term in stemmer.terms(found.group())):
        return None
    return f"it says “{found.group()}”, and the cited words do not say that"


def ordered(text: str, words: str) -> str | None:
    """Why a sentence tells as said what the cited words only order somebody to say."""
    if not ORDERING.search(words) or ORDERING.search(text):
        return None
    return "the cited words order somebody to say it, and do not say it"
