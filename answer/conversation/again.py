"""The last question asked again: of somebody else, about something else, at another time."""

import re
from collections.abc import Sequence

from answer.conversation.before import LONGEST, Before
from answer.conversation.known import Known
from answer.conversation.putting import as_question, named_in_place
from answer.conversation.shapes import LEAD, SIDE
from answer.conversation.topics import TIME
from answer.mentions import NO_NAMES
from answer.names import WORD
from answer.people import Named

THINKS_SO = re.compile(r"^Why (do(?:es)? .+?) think (?:so|that) about ")
"""Asks for the reasons of what was found for another question: "Why does Ada think so about …"."""

POSSESSIVE = re.compile(r"^(?:its|their) ", re.IGNORECASE)
VERDICT = re.compile(
    r"^(?:is|was)(?:n[’']t)? [^?]*\b(?:right|wrong|sure|correct|certain|serious|mistaken)\W*$|"
    r"^what (?:evidence|reasons?|arguments?|examples?|proof|support|alternatives?|solutions?) "
    r"(?:does|did|do) [^?]*\b(?:give|offer|have|cite|provide|mention|propose|suggest|present|"
    r"use)\W*$",
    re.IGNORECASE,
)
"""Asks about somebody's words and does not say about what: "Is Ada right?"."""

AGREES = re.compile(r"\b(?:dis)?agrees?\W*$", re.IGNORECASE)


def behind(before: Before, text: str) -> str | None:
    """A question behind the last one; None where there is none, or too long a one."""
    if not before.asked or len(before.asked) > LONGEST:
        return None
    return f"{as_question(before.asked)} {as_question(LEAD.sub('', text) or text)}"


def why(before: Before, text: str) -> str | None:
    """The reasons of the one person who was asked, or those for what was said."""
    if len(before.speaking) != 1 or not before.topic:
        return behind(before, text)
    return f"Why does {before.speaking[0]} think so about {before.topic}?"


def of_others(before: Before, text: str) -> str | None:
    """The words of others on the same."""
    return f"Who else writes about {before.topic}?" if before.topic else behind(before, text)


def for_or_against(before: Before, clause: str, who: str, text: str) -> str | None:
    """Who agrees on the same with somebody, by default with the one person who was asked."""
    if not before.topic:
        return behind(before, text)
    one = before.speaking[0] if len(before.speaking) == 1 else ""
    person = f" with {who or one}" if who or one else ""
    return as_question(f"{clause}{person} about {before.topic}")


def at_time(before: Before, time: str) -> str:
    """The same at another time."""
    base = before.asked.rstrip(" ?.!")
    base = re.sub(rf",? {TIME.pattern}$", "", base, flags=re.IGNORECASE)
    return as_question(f"{base} {time}")


def in_place(before: Before, place: str) -> str:
    """The same in another place, or under another condition."""
    return as_question(f"{before.asked.rstrip(' ?.!')} {place}")


def of_people(before: Before, people: Sequence[str]) -> str | None:
    """The same of other people; None where it cannot be asked of them."""
    who, asked = " and ".join(people), THINKS_SO.sub(r"What \1 think about ", before.asked)
    names = before.speaking or tuple(one.name for one in before.offered)
    if len(names) == 1:
        return as_question(named_in_place(asked, names[0], who))
    if before.topic:
        asks = "does" if len(people) == 1 else "do"
        return f"What {asks} {who} think about {before.topic}?"
    if names or not before.asked:
        return None
    first, _, rest = before.asked.partition(" ")
    return as_question(f"According to {who}, {_small(first)} {rest}")


def of_side(before: Before, asks: str, link: str, text: str) -> str | None:
    """A side of what the last question was about."""
    if not before.topic:
        return behind(before, text)
    return as_question(f"{asks} {link} {before.topic}")


def of_subject(before: Before, phrase: str) -> str | None:
    """The same about another subject, or about a side of its own."""
    if before.subject_wanted:
        return as_question(f"{before.asked.rstrip(' ?.!')} about {phrase}")
    asked = THINKS_SO.sub(r"What \1 think about ", before.asked)
    places = list(re.finditer(re.escape(before.topic), asked, re.IGNORECASE))
    if not before.topic or not places:
        return behind(before, f"What about {phrase}")
    if side := SIDE.fullmatch(phrase):
        link = "of" if side["of"] else "to"
        phrase = f"{POSSESSIVE.sub('the ', phrase)} {link} {before.topic}"
    start, end = places[-1].span()
    return as_question(asked[:start] + phrase + asked[end:])


def lacks_subject(question: str, known: Known) -> bool:
    """Whether a question says no more than who is asked, or whose words are asked about."""
    named = known.named(question)
    asks = named.speaking or named.unknown or named.kind == "who"
    if asks and not _has_subject(named):
        return True
    return bool(named.speaking + named.about and VERDICT.search(question))


def with_subject(before: Before, question: str, known: Known) -> str:
    """A question that lacks its subject, about what the last one was about."""
    named = known.named(question)
    people = named.speaking or tuple(one.name for one in named.unknown)
    if before.topic:
        base = named.asked.rstrip(" ?.!")
        others = [name for name in before.speaking if name not in people]
        with_ = f" with {others[0]}" if AGREES.search(base) and len(others) == 1 else ""
        return as_question(f"{base}{with_} about {before.topic}")
    if len(people) == 1 and len(before.speaking) == 1:
        return as_question(named_in_place(before.asked, before.speaking[0], people[0]))
    return question


def _has_subject(named: Named) -> bool:
    """Whether a question says more than who is asked, and with whom they may agree."""
    subject = named.subject if named.subject != named.asked else ""
    for name in named.about:
        subject = subject.replace(name, "")
    words = WORD.findall(subject.casefold())
    return any(len(word) > 1 and word not in NO_NAMES for word in words)


def _small(word: str) -> str:
    return word.lower() if word.lower() in NO_NAMES else word
