"""Questions to go on with after an answer: only such as this corpus answers with something new."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice, zip_longest

from answer.names import key
from answer.pipeline import Answerer
from answer.record import Answer
from errors import WhosaidError
from faces.chat.cards import line
from faces.library import Library
from index.filters import Filters
from index.hit import Hit
from index.words import Words

MOST, TRIED, LOOKED_AT = 3, 8, 30
"""Questions that are offered, that are tried, and passages to take them from."""
LONGEST = 90
"""Characters of a question that is offered."""
LONGEST_TOPIC = 45
NEAR = 0.3
"""The share of a question, its rare words counting more, that a heading has to have."""
POINTING = re.compile(r"\b(?:it|its|this|that|these|they|them|he|she|you|your|we)\b", re.IGNORECASE)
TOPIC = re.compile(
    r"(?:what (?:is|are|was|were) "
    r"|.*\b(?:thinks?|says?|writes?|believes?|thought|said|argues?|differ|disagrees?|worr\w+)"
    r" (?:about|on|of|against|for|over|with) (?:the )?"
    r"|how (?:does|do|would|could|can|should) (?=\S+ \S+ ?\S*\?))"
    r"(?P<topic>[^?,]+?)(?: works?)?\?*$",
    re.IGNORECASE,
)


def follow_ups(answer: Answer, library: Library) -> tuple[str, ...]:
    """Up to three questions about what stands near what was quoted."""
    answerer = library.answerer.extractive()
    known = {(one.document, one.start) for one in answer.citations}
    candidates = islice(dict.fromkeys(_candidates(answer, library)), TRIED)
    return tuple(islice((one for one in candidates if _answers(answerer, one, known)), MOST))


def _answers(answerer: Answerer, question: str, known: set[tuple[str, int]]) -> bool:
    """Whether something answers a question that is not known already."""
    try:
        answer = answerer.answer(question)
    except WhosaidError:
        return False
    return not answer.abstained and any(
        (one.document, one.start) not in known for one in answer.citations
    )


def _candidates(answer: Answer, library: Library) -> Iterator[str]:
    """By turns: what a page asks near it, and what somebody else thinks about it."""
    named = library.answerer.named(answer.asked)
    hits = library.search.hits(named.subject, LOOKED_AT, Filters())
    words = Words(named.subject, library.stores.keywords)
    pairs = zip_longest(_asked(hits, words), _thought(hits, answer))
    for question in filter(None, chain(*pairs)):
        if len(question) <= LONGEST and key(question) != key(answer.asked):
            yield question


def _asked(hits: Sequence[Hit], words: Words) -> Iterator[str]:
    """Titles and headings that are questions about it, and can be understood alone."""
    for hit in hits:
        for title in filter(None, (hit.passage.heading, hit.document.title)):
            near = words.share(words.held(title)) >= NEAR
            if near and title.endswith("?") and not POINTING.search(title):
                yield line(title)


def _thought(hits: Sequence[Hit], answer: Answer) -> Iterator[str]:
    """What others think about it who write near it."""
    quoted = {key(name) for one in answer.citations for name in one.authors}
    subject = topic(answer.asked)
    for name in dict.fromkeys(name for hit in hits for name in hit.segment.writers):
        if subject and key(name) not in quoted:
            yield f"What does {name} think about {subject}?"


def topic(question: str) -> str | None:
    """What a question is about, where it says so in a few words."""
    found = TOPIC.match(line(question))
    return found["topic"] if found and len(found["topic"]) <= LONGEST_TOPIC else None
