"""Who speaks in a sentence without being named: "he", "the author", "several people", "I"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answer.asking import MINDING, TELLING
from answer.checking.attributing import HELPING, STATING
from answer.checking.terms import WORD
from answer.checking.voices import Voices, listed_words
from index.passage import readable

VERBS = (
    rf"(?:{MINDING}|{TELLING}|{STATING}|feel|felt|predict|expect|support|favou?r|hold|held|"
    "reject|dismiss|defend|(?:is|are|was|were) (?:convinced|certain|confident|s[ck]eptical))\\w*"
)
OWN = "view|opinion|position|words|post|comment|argument|claim|essay|estimate|prediction|belief"

PRONOUN = re.compile(
    rf"\b(?:he|she|they|the same (?:author|person|writer|commenter|user)) {HELPING}(?:{VERBS})\b"
    rf"|\b(?:his|her|their) (?:[\w-]+ )?(?:{OWN})s?\b|\baccording to (?:him|her|them)\b",
    re.IGNORECASE,
)
"""Somebody of whom was spoken before: "he writes", "in her view"."""

WORK = "essay|paper|book|post|article|comment|blog|report"
POINTING = re.compile(
    rf"\b(?:he|she|him|her|hers|his|himself|herself|the (?:latter|former)"
    rf"|(?:the same|that) (?:{WORK})|their (?:[\w-]+ )?(?:{WORK}|work|mind|eyes))(?:[’']s)?\b"
    r"(?:\W+\w+)?",
    re.IGNORECASE,
)
"""The same, whatever they are said to do, with the word behind it: "for him, cats"."""

AUTHOR = re.compile(
    r"\b(?:the|this) (?:author|writer|commenter|poster|essayist|speaker|researcher)(?:[’']s)?\b"
    rf"(?! of\b)|\b(?:the|this) (?:{WORK})\b(?= (?:also |then )?(?:{VERBS}|goes|continues))",
    re.IGNORECASE,
)
NAMELESS = re.compile(
    r"\b(?:an?|one|the) (?:un(?:named|known|identified)|anonymous|nameless)\b|"
    r"\b(?:somebody|someone) whom the source does not name\b|"
    r"\bone of several people whom\b|"
    r"(?:^|according to )(?:an?|one) (?:author|writer|commenter|poster|user|person)\b|"
    r"(?:^|according to )(?:somebody|someone)\b",
    re.IGNORECASE,
)
"""Somebody of whom it is said that nobody knows the name."""

FOLK = (
    r"(?:[\w-]+ )?(?:people|authors?|writers?|commenters?|posters?|users?|researchers?|experts?|"
    r"scientists?|philosophers?|thinkers?|critics?|s[ck]eptics?|proponents?|opponents?|others|"
    r"sources?|posts?|essays?|participants|rationalists?|engineers?)"
)
SAY = rf"(?= {HELPING}(?:argue|think|believe|agree|say|hold|claim|worry|write)\b)"
GROUPS = (
    (3, rf"\b(?:several|many|most|all|various|numerous|multiple|a number of)"
        rf"(?: of)?(?: the| these)? {FOLK}\b"),
    (3, rf"^\W*(?:several|many|most|all)\b{SAY}"),
    (3, r"\b(?:everyone|everybody)\b"),
    (2, rf"\b(?:both|two|some|other|different)(?: of)?(?: the| these)? {FOLK}\b|\bothers\b"),
    (2, rf"\b(?:some|both)\b{SAY}"),
    (2, rf"(?:^\W*|\band |, )(?:the )?(?:authors|writers|commenters|researchers|experts|critics|"
        rf"s[ck]eptics|proponents|opponents|people|scientists|philosophers)\b{SAY}"),
)  # fmt: skip
"""So many different people at least are spoken of."""

TOGETHER = re.compile(
    r"\b(?:both|the two|these two|the (?:two|three|four) of them)\b", re.IGNORECASE
)
"""Several people who were named before, or are not named at all."""

EVERYBODY = re.compile(
    r"\b(?:the (?:[\w-]+ ){0,2}community|(?:the |a )?(?:[\w-]+ )?consensus|it is (?:widely|"
    r"generally|commonly|universally|broadly) (?:\w+)|(?:widely|generally|universally) (?:held|"
    r"believed|agreed|accepted)|nobody disputes|no one disputes)\b",
    re.IGNORECASE,
)
MYSELF = re.compile(
    rf"(?:^\W*|[,;:—] ?|\b(?i:that|and|but|if|as|because|which|what|when|so|while) )I\b(?=[ ’'])"
    rf"|\bI(?:[’'](?:m|ve|d|ll)\b| (?:am|was|have|had|do|did|will|would|can|could|should|{VERBS}))"
    r"|\b(?:[Mm]y|[Mm]ine|[Mm]yself)\b"
)
"""The one who writes the answer, who has nothing to say: "I think"."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence without its quotations, the people whom it names, and whose words it cites.

    `before` are those whose words the sentence before it cites.
    """

    text: str
    people: frozenset[str]
    voices: Voices
    before: Voices


def many(text: str) -> bool:
    """Whether a sentence tells something of several people without their names."""
    patterns = (pattern for _, pattern in GROUPS)
    return bool(TOGETHER.search(text)) or any(
        re.search(pattern, text, re.IGNORECASE) for pattern in patterns
    )


def unheard(one: Heard) -> str | None:
    """Who is said to speak and does not, if there is somebody."""
    return next(_reasons(one), None)


def _reasons(one: Heard) -> Iterator[str]:
    if MYSELF.search(one.text):
        yield "it speaks of “I”, and must say whose words these are"
    if (found := PRONOUN.search(one.text)) and not one.people and not _goes_on(one):
        yield f"it says “{found.group()}”, and it is not clear who that is: name the author"
    if (pointing := _pointing(one)) and not one.people and not _goes_on(one):
        yield f"it says “{pointing}”, and it is not clear who that is: name the author"
    if (found := AUTHOR.search(one.text)) and not (one.people or _one_author(one)):
        yield f"it says “{found.group()}”, whose words these are not: name who says it"
    unsaid = one.voices.people - one.people
    if (found := NAMELESS.search(one.text)) and (unsaid or not one.voices.nameless):
        named = sorted(unsaid or one.voices.people)
        yield f"it says “{found.group()}”, and the source names {', '.join(named)}"
    yield from _groups(one)


def _pointing(one: Heard) -> str | None:
    """What points to somebody, where the cited words do not say just that of one of theirs."""
    said = _words(listed_words(one.voices.cited))
    for found in POINTING.finditer(one.text):
        if f" {_words(found.group())} " not in f" {said} ":
            return found.group()
    return None


def _words(text: str) -> str:
    return " ".join(WORD.findall(readable(text).casefold()))


def _goes_on(one: Heard) -> bool:
    return one.voices.same(one.before)


def _one_author(one: Heard) -> bool:
    """Whether all cited words are one author's own, and the sentence before is not another's."""
    own = all(said.citation.speaker is None and not said.several for said in one.voices.cited)
    alone = len({said.voice for said in one.voices.cited}) == 1
    return own and alone and (not one.before.cited or _goes_on(one))


def _groups(one: Heard) -> Iterator[str]:
    words = listed_words(one.voices.cited).casefold()
    if (found := EVERYBODY.search(one.text)) and found.group().casefold() not in words:
        yield f"it says “{found.group()}”, and the cited words are of {_people(one.voices.count)}"
    for most, pattern in GROUPS:
        found = re.search(pattern, one.text, re.IGNORECASE)
        if found and one.voices.count < most and found.group().casefold().strip() not in words:
            said = found.group().strip(" ,")
            yield f"it says “{said}”, and the cited words are of {_people(one.voices.count)}"


def _people(count: int) -> str:
    return "one person" if count == 1 else f"{count} people"
