"""Names and subjects put into a question in the place of the words that mean them."""

import re
from collections.abc import Sequence

from answer.conversation.pronouns import SOMEBODY, Reference
from answer.mentions import ANY

SAME = re.compile(
    r"(?:this|that|these|those) (?:topics?|subjects?|issues?|questions?|problems?|ideas?|concepts?|"
    r"risks?|things?|approach(?:es)?|theor(?:y|ies)|scenarios?|plans?|proposals?|assumptions?)",
    re.IGNORECASE,
)
"""Is the subject itself; "that argument" is one about it."""

MINDED = re.compile(
    r"(?:think|thought|believe|say|said|claim|argue|write|wrote|mean|hold|assume|conclude|suggest)"
    r"(?:s|d|ed)? $",
    re.IGNORECASE,
)
"""In front of a "that" which is what somebody said, not what they said it of."""

IS = re.compile(r"[’']s\b(?! (?:own|views?|opinions?))", re.IGNORECASE)

HER = re.compile(
    r" (?!(?:about|on|and|or|to|in|too|with|from|as|than|for|at|by|if|when|but|vs|so)\b)\w",
    re.IGNORECASE,
)
"""Follows a "her" that says whose something is."""

TAG = (
    r"(?:,? (?:right|correct|yes|no|is(?:n[’']t)? (?:it|that so|that right|that)|"
    r"does(?:n[’']t)? (?:he|she|they)))"
)
CLAIMED = re.compile(
    r"^(?:(?:so|but|and|then|well),? )*(?P<who>(?!(?:what|how|why|who|which|when|where)\b)[^?,]+?) "
    r"(?P<verb>say|think|believe|claim|argue|want|mean|admit|conclude|expect|predict|write)s "
    rf"(?P<rest>.+?){TAG}?\W*$",
    re.IGNORECASE,
)
"""Tells what somebody says, and asks nothing: "So Ada says it is solved, right?"."""


def as_question(text: str) -> str:
    """A text as a question is written: with a capital and a mark at its end."""
    text = re.sub(r"(?<![\w’'.-])i(?![\w.-])", "I", " ".join(text.split()))
    text = re.sub(r"(?<=[?!] )[a-z]", lambda first: first.group().upper(), text)
    return text[:1].upper() + text[1:] + ("" if text.endswith(("?", ".", "!", "…")) else "?")


def is_of_one(person: Reference) -> bool:
    """Whether a pronoun means one person and not several."""
    return person.group().casefold() not in ("they", "them", "their")


def named_in_place(question: str, name: str, who: str) -> str:
    """A question about one person, by name or by a pronoun, asked about others."""
    pronoun = SOMEBODY.search(question)
    if pronoun and pronoun.group() == name:
        return question[: pronoun.start()] + _person(pronoun, [who]) + question[pronoun.end() :]
    new = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", lambda _: who, question)
    return re.sub(rf"\bdoes (?={re.escape(who)}\b)", "do ", new) if " and " in who else new


def referred(
    text: str, person: Reference | None, who: Sequence[str], thing: Reference | None, topic: str
) -> str:
    """A text with names and a subject for the words that mean them, where these are known."""
    edits = []
    if person:
        edits.append((person.span(), _person(person, who)))
    if thing and topic:
        edits.append((thing.span(), _thing(thing, topic)))
    for (start, end), new in sorted(edits, reverse=True):
        rest = text[end:]
        if IS.match(rest):
            rest = IS.sub(" is", rest, count=1)
        text = text[:start] + new + rest
    return _asked(text, who[0] if person and who else "")


def _person(pronoun: Reference, who: Sequence[str]) -> str:
    names, word = " and ".join(who), pronoun.group().casefold()
    after = pronoun.string[pronoun.end() :]
    of = HER.match(after) if word == "her" else word in ("his", "their", "hers")
    return f"{names}’s" if of else names


def _thing(pronoun: Reference, topic: str) -> str:
    text, word = pronoun.string, pronoun.group().casefold()
    before, ends = text[: pronoun.start()], not re.search(r"\w", text[pronoun.end() :])
    if word in ("its", "their"):
        return f"{topic}’s"
    if " " in word and not SAME.fullmatch(word):
        return f"{pronoun.group()} about {topic}"
    said = ends and MINDED.search(before)
    return f"{pronoun.group()} about {topic}" if word == "so" or said else topic


def _asked(text: str, who: str) -> str:
    """What somebody is told to say, asked as a question: nothing is agreed to by asking."""
    claimed = CLAIMED.match(text)
    if claimed and (claimed["who"] == who or re.fullmatch(ANY, claimed["who"])):
        return f"Does {claimed['who']} {claimed['verb']} {claimed['rest']}?"
    if not who:
        return text
    return re.sub(rf"\bdo (?={re.escape(who)}\b(?! and\b))", "does ", text)
