"""How surely and of how many a sentence says what the cited words say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answer.checking.terms import Stemmer
from index.sentences import sentences

HEDGES = (
    r"perhaps|possibly|maybe|conceivably|presumably|hypothetically|not sure|unsure|uncertain|"
    r"(?:some|many|other)(?: people| critics| researchers| authors)? "
    r"(?:say|think|believe|argue|claim)"
)
MAYBE = re.compile(rf"\b(?:may|might|could|{HEDGES})\b", re.IGNORECASE)
"""What is behind it is surely not said as a fact."""

UNSURE = re.compile(
    rf"\b(?:may|might|could|{HEDGES}|possible|possibility|potential(?:ly)?|probabl[ey]|likely|"
    r"unlikely|seem(?:s|ed)?|appear(?:s|ed)?|apparently|suggest\w*|plausibl[ey]|can|would|should|"
    r"chance|risks?|guess\w*|suspect\w*|speculat\w*|hypothes\w*|hypothetical\w*|worr\w+|"
    r"fear(?:s|ed)?|hope[sd]?|not (?:always|necessarily)|tend(?:s|ed)? to|ask(?:s|ed)?|"
    r"wonder(?:s|ed)?|what if)\b",
    re.IGNORECASE,
)
"""What is not quite said as a fact. "Ada thinks that it will" says so for sure, as Ada does."""

IF = re.compile(
    r"\b(?:if|unless|suppose|supposing|assuming|provided that|imagine|whether)\b", re.IGNORECASE
)
WHEN = re.compile(
    rf"{IF.pattern}|\b(?:when|whenever|were|where|in (?:case|the case|a world)|once|as long as|"
    r"assum\w+|suppos\w+|condition\w*|scenarios?|without|with|until|given|depend\w*)\b",
    re.IGNORECASE,
)
"""What is said of some cases only."""

CLAUSE_END = re.compile(
    r"[.,;:!?()—–]|\b(?:but|however|although|because|whereas|yet|so)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that say more than others do: `said` needs one of those that say as `much`."""

    said: re.Pattern[str]
    much: re.Pattern[str]


def _strong(said: str, much: str) -> Strong:
    return Strong(re.compile(said, re.IGNORECASE), re.compile(rf"\b(?:{much})\b", re.IGNORECASE))


STRONG = (
    _strong(
        r"(?<!at )(?<!after )(?<!above )\b(?:all|every|each|everyone|everybody|everything|"
        r"entire(?:ly)?|wholly|completely)\b(?! (?:the same|else))",
        r"all|every\w*|each|entire\w*|whol\w+|complete\w*|any\w*|both|no|none|total\w*|"
        r"universal\w*|always|100",
    ),
    _strong(
        r"\b(?:always|invariably|constantly)\b",
        r"always|invariabl\w+|constant\w*|every|all|never|each|any|whenever",
    ),
    _strong(
        r"(?<!not )\b(?:only|solely|exclusively)\b",
        r"(?<!not )only|solely|exclusive\w*|just|alone|sole|single|but|no other|merely|nothing|"
        r"unless|until|one|unique\w*",
    ),
    _strong(
        r"\bnot (?:only|just|merely|simply)\b",
        r"not (?:only|just|merely|simply)|also|as well|too|both",
    ),
    _strong(
        r"\b(?:certainly|certain to|definitely|undoubtedly|inevitabl[ey]|guarantee[sd]?|"
        r"prove[sdn]?|necessarily|surely|without doubt|undeniabl[ey])\b",
        r"certain\w*|definite\w*|undoubt\w*|inevitab\w*|guarant\w*|prove\w*|proof|necessar\w*|"
        r"must|sure\w*|doubt\w*|undeniabl\w*|has to|have to|impossible",
    ),
    _strong(
        r"(?<!at )\bmost (?=(?:of|[a-z]+s)\b)",
        r"most\w*|majority|vast|almost all|nearly all|\d+ ?%|per ?cent",
    ),
)


def surer(text: str, words: str, stemmer: Stemmer) -> str | None:
    """What a sentence says more surely, or of more, than the cited words do."""
    return next(_reasons(text, words, stemmer), None)


def _reasons(text: str, words: str, stemmer: Stemmer) -> Iterator[str]:
    for strong in STRONG:
        if (found := strong.said.search(text)) and not strong.much.search(words):
            yield f"it says “{found.group().strip()}”, which is more than the cited words say"
    if UNSURE.search(text) or IF.search(text):
        return
    if hedge := _maybe(text, words, stemmer):
        yield f"the cited words say “{hedge}”, and it says so for sure"
    if not WHEN.search(text) and (condition := IF.search(_closest(text, words, stemmer))):
        yield f"the cited words say “{condition.group()}”, and it says so for sure"


def _maybe(text: str, words: str, stemmer: Stemmer) -> str | None:
    """What makes unsure in the words all that a sentence shares with what is behind it."""
    mine = _stems(text, stemmer)
    behind = [(found.group(), *_behind(words, found.end())) for found in MAYBE.finditer(words)]
    sure = words
    for _, start, end in behind:
        sure = sure[:start] + " " * (end - start) + sure[end:]
    for hedge, start, end in behind:
        shared = mine & _stems(words[start:end], stemmer)
        if shared and not shared & _stems(sure, stemmer):
            return hedge
    return None


def _behind(words: str, start: int) -> tuple[int, int]:
    """The clause from a place on."""
    end = CLAUSE_END.search(words, start)
    return start, end.start() if end else len(words)


def _closest(text: str, words: str, stemmer: Stemmer) -> str:
    """The cited sentence that shares most with a sentence."""
    mine = _stems(text, stemmer)
    spans = sentences(words, 0, len(words)) or [(0, len(words))]
    return max(
        (words[start:end] for start, end in spans),
        key=lambda one: len(mine & _stems(one, stemmer)),
    )


def _stems(text: str, stemmer: Stemmer) -> set[str]:
    return {term.stem for term in stemmer.content(text)}
