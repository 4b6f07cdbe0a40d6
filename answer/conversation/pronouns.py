"""The words of a question that mean somebody or something named before it."""

import re
from collections.abc import Iterator

from answer import asking
from answer.asking import ADVERBS
from answer.conversation.topics import AUXILIARY
from answer.mentions import ANY, NO_NAMES, Marked


def _after(words: str) -> str:
    """A pattern of the place behind one of some words."""
    return "(?:" + "|".join(rf"(?<=\b{word} )" for word in words.split("|")) + ")"


Reference = re.Match[str]
"""A pronoun, or a phrase such as "that argument", with its place."""

MINDS = f"{asking.MINDING}|{asking.TELLING}|{asking.VIEWING}"
SOMEBODY = re.compile(
    r"\b(?:he|she|him|his|hers?)\b|"
    rf"{_after('do|did|have|would')}they(?= {ADVERBS}(?:{MINDS}))|"
    rf"\btheir(?= (?:{asking.OWN}|{asking.POINTS}|{asking.OUTPUT}|minds?)\b)|"
    rf"{_after('agree with|agrees with|according to')}them\b|"
    r"\b(?:this|that|the same) (?:author|person|writer|researcher|commenter)\b(?![’'])",
    re.IGNORECASE,
)
"""Means a person: "they" where it has a mind, for machines and risks are "they" too."""

ANOTHER = re.compile(
    r"\b(?:dis)?agrees? (?:with )?$|\b(?:differ from|respond to|reply to) $|"
    r"^(?:and )?who (?:is|was) $",
    re.IGNORECASE,
)
"""Before a pronoun that cannot mean who is named in front of it: "Does Bo agree with him?"."""

AFTER = re.compile(rf"(?:his|her|their) [\w ]+ {AUXILIARY} {ANY}", re.IGNORECASE)
"""Means who is named after it: "How much of his income did Ada give away?"."""

PEOPLE = re.compile(
    r"\b(?:who|whose|whom|(?:some|any|every)(?:one|body)|people|person|man|woman|child|author|"
    r"writer|researcher|scientist|philosopher|user|human|leader|president|king|queen|emperor)s?\b",
    re.IGNORECASE,
)

GENERIC = (
    r"arguments?|claims?|views?|ideas?|points?|questions?|topics?|subjects?|issues?|problems?|"
    r"positions?|statements?|opinions?|passages?|quot(?:e|ation)s?|risks?|approach(?:es)?|things?|"
    r"cases?|conclusions?|reasoning|proposals?|plans?|concepts?|theor(?:y|ies)|assumptions?|"
    r"predictions?|concerns?|objections?|criticisms?|scenarios?|beliefs?|perspectives?|"
    r"definitions?"
)
VERB = (
    r"work|mean|matter|happen|help|make|follow|imply|apply|relate|compare|differ|affect|lead|come|"
    r"solve|fail|change|be|not|really|actually|even|still|also|always|true|right|so|good|bad|wrong|"
    r"possible|likely|different|important|dangerous|because|an?|the|about|to|like|seem|sound|hold|"
    r"look|cause|require|need|count|contradict|fit|enough|just|only|all|realistic|hard|easy|"
    r"plausible|safe|why|what|how|\w+ed"
)
"""What follows a pronoun rather than a noun of its own: "how does that work?"."""

SOMETHING = re.compile(
    r"\b(?:it|its|they|them|their)\b|"
    rf"\b(?:this|that|these|those) (?:{GENERIC})\b|"
    rf"\b(?:this|that|these|those)(?=[’']s\b|\W*$|[,;:?!])|"
    rf"(?:{_after('is|are|was|does|do|did|has|have|would|could|can|will|should|might|if')}|^|"
    r"(?<=n[’']t ))"
    rf"(?:this|that|these|those)(?= (?:{VERB}|{AUXILIARY})\b)|"
    rf"{_after('about|of|on|with|to')}(?:this|that)"
    r"(?= (?:in|before|after|now|then|and|or|at|too|as|is|was)\b)|"
    rf"{_after('think|thinks|thought|say|says|said|believe|believes|claim|claims')}so"
    r"(?=(?: too| as well)?\W*$)",
    re.IGNORECASE,
)
"""Means a thing; "that" only where it is neither a conjunction nor stands before its own noun."""

EXPLETIVE = re.compile(
    r"its?(?:[’']s)? (?:that|to|called|from)\b|it take (?:\w+ )+to\b|"
    r"it (?:means?|takes?|like|matters?|follows?|seems?|helps?) (?:to|that|if|for|when|whether)\b|"
    r"it(?:[’']s| is| was| (?:would|will|might|could) be| seems) (?:[a-z]+ly |so |not |an? |the )*"
    r"[\w-]+(?: [\w-]+){0,3}? (?:to|that|if|whether)\b|"
    rf"(?:{_after('is|was|be|make|makes|made|making|find|would|could|will')}|(?<=n[’']t ))it "
    r"(?:(?:be|[a-z]+ly|so|not|even|just|an?|the) )*[\w-]+(?: [\w-]+){0,3}? "
    r"(?:to|that|if|whether)\b",
    re.IGNORECASE,
)
"""Means nothing: "Is it possible to …", "What does it mean to …"."""

BOUNDARY = re.compile(
    r"[.?!;:,]|\b(?:if|when|because|and|or|but|so|that|which|while|as|than|how|what|why|whether|"
    r"before|after|until|unless|though|since|who|whose|where|given|to(?= \w))\b",
    re.IGNORECASE,
)
FIRST = re.compile(r"\W*(?:if|when|because|while|as|after|before|since|although) ", re.IGNORECASE)
"""Begins a clause in front of that which asks: "When AI fails, is it …"."""

FUNCTION = NO_NAMES | frozenset(
    """
    actually again also always am are aren't be been being can't come comes doesn't doing don't
    done even exactly first go goes going happen happens here i isn't just know known like made
    make makes may mean means might more much must new not now only other others ought our really
    said saying shall sort kind still thing things thinking too true us want wants way well will
    won't work works writing
    """.split()  # noqa: SIM905  # a list of words reads best as words
)
"""Words that can be meant by no "it"."""


def somebody(seen: Marked) -> Reference | None:
    """The first word that means a person who is not named in the question itself."""
    for found in SOMEBODY.finditer(seen.text):
        before = seen.text[: found.start()]
        if AFTER.match(seen.text, found.start()):
            continue
        if ANOTHER.search(before) or not (_has_person(before, seen) or PEOPLE.search(before)):
            return found
    return None


def something(seen: Marked) -> Reference | None:
    """The first word that means a thing which is not named in the question itself."""
    people = {found.span() for found in SOMEBODY.finditer(seen.text)}
    for found in SOMETHING.finditer(seen.text):
        if found.span() not in people and not EXPLETIVE.match(seen.text, found.start()):
            return None if _is_named(found, seen) else found
    return None


def _has_person(text: str, seen: Marked) -> bool:
    return any(one.authors or not one.text.isupper() for one in seen.of(text))


def _is_named(found: Reference, seen: Marked) -> bool:
    """Whether the thing may stand in the question itself, in front of the word that means it.

    What stands in the same clause is something else: "What evidence supports it?".
    """
    before = seen.text[: found.start()]
    if FIRST.match(before):
        return any(_says_something(word) for word in _names(before, seen))
    last = max((end.start() for end in BOUNDARY.finditer(before)), default=0)
    if found.group().casefold() in ("its", "their", "they", "them"):
        if PEOPLE.search(before):
            return True
        last = len(before)
    return any(_says_something(words) for words in _names(before[:last], seen))


def _names(text: str, seen: Marked) -> Iterator[str]:
    """The words of a text; who is asked for their words is none of its things."""
    yield from re.findall(r"[\w’'-]+", re.sub(ANY, " ", text))
    yield from (one.text for one in seen.of(text) if not one.authors)


def _says_something(word: str) -> bool:
    return len(word) > 1 and word.casefold().replace("’", "'") not in FUNCTION
