"""What a question is about, as a phrase that can stand in another question."""

import re

from answer import asking
from answer.asking import ABOUT, ADVERBS, MANY, NOUNS, OTHERS
from answer.mentions import ANY, Marked

LONGEST = 12
"""Words of a phrase."""

MONTH = (
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December) )"
)
TIME = re.compile(
    rf"(?:(?:back )?(?:in|since|before|after|during|by|until|around|from) "
    rf"(?:early |late |mid-?|the )*{MONTH}?\d{{4}}s?|now|today|nowadays|recently|lately|"
    r"these days|(?:back )?then)",
    re.IGNORECASE,
)
"""When: "in May 2023", "these days"."""

TAIL = re.compile(
    rf"(?:,? (?:{TIME.pattern}|over (?:time|the years)|according to {MANY}|here|in this corpus|"
    r"exactly|though|too|as well|at all|in general|please|right|so))+$",
    re.IGNORECASE,
)
"""What may stand behind a phrase and is no part of it."""

AUXILIARY = (
    r"(?:is|are|was|were|does|do|did|has|have|had|can|could|would|should|will|shall|may|might|"
    r"must|ca|wo)(?:n[’']t)?"
)
ASKING = r"(?:what|who|whom|whose|which|when|where|why|how)(?:[’']s)?"
CLAUSE = re.compile(
    rf"\b(?:{AUXILIARY}|{ASKING}|that|whether|if|because|i|we|you|he|she|they|it)\b|[?!;]|\. ",
    re.IGNORECASE,
)
"""What stands in a sentence, and in no phrase."""

OPEN = re.compile(r"\b(?:on|of|for|to|with|about|in|at|by|from|like|against)$", re.IGNORECASE)
"""The end of what is no phrase: "What are they | working on?"."""

EMPTY = re.compile(
    r"(?:(?:the|an?|of|about|on|in|to|and|or|for|with|this|that|these|those|him|her|his|them|their|"
    r"its|me|us|so|more|else|others?|anything|something|everything|people|yes|no|not|ok|okay|both|"
    r"all|either|please)\b[ ,’'s]*)+",
    re.IGNORECASE,
)

VERBS = f"{asking.MINDING}|{asking.TELLING}|{asking.VIEWING}|{asking.FEELING}"
OBJECT = (
    r"defin|describ|expla?in|support|oppos|endors|critici[sz]|critique|advocat|discuss|recommend|"
    r"reject|defend|favou?r|propos|fear|justif|understand|dismiss|address|mean by"
)
"""What somebody does to a subject, without a word between: "How does Ada define value?"."""

SHAPES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "What does Ada think about value?", "Does Ada object to value?"
        rf"{ANY}.*?\b(?:{VERBS})\w*(?: (?:so|that|this|it|much|differently|anything|something|"
        rf"with {ANY}))* (?:about|on|of|regarding|concerning|over|in|against|with|for or against)"
        r" (?P<topic>.+)",
        rf"{ANY}.*?\b(?:object\w*|respon[ds]\w*|repl\w+|react\w*|opposed) to (?P<topic>.+)",
        rf"{ANY} {ADVERBS}(?:{asking.ACTING})\w* (?:for|about|on|against) (?P<topic>.+)",
        rf"{ANY} {ADVERBS}(?:{OBJECT})\w* (?P<topic>.+)",
        rf"^{MANY},? {ABOUT} (?P<topic>.+)",
        # "Who writes about value?"
        rf"{OTHERS.pattern}(?: with {ANY}(?:[’']s?)? (?:about|on))?"
        r"(?: (?:about|of|with|to|against|on|in))? (?P<topic>.+)",
        # "What is Ada's view of value?", "Has Ada changed her mind about value?"
        rf"\b(?:{NOUNS}|minds?)(?: of {ANY})? (?:on|about|of|to|for|against|regarding|concerning)"
        r" (?P<topic>.+)",
        r"^what(?:[’']s| is| are| was| were) (?P<topic>.+)",
        r"^(?:how|why|when|where) (?:does|do|did|can|could|would|will|is|are) (?P<topic>.+?) "
        r"(?:work|help|fail|matter|happen|arise|important|dangerous|hard|difficult|possible|"
        r"useful|needed|bad|good)s?$",
        r"^(?:is|are|was|were)(?:n[’']t)? (?P<topic>(?:(?:the|an?) )?[\w-]+(?: [\w-]+)?) [\w-]+$",
        r"^(?:tell me(?: more)? about|explain|define|describe|summari[sz]e|(?:what|how) about) "
        r"(?P<topic>.+)",
        rf"^(?!(?:{ASKING}|{AUXILIARY})\b)(?P<topic>.+)$",
    )
)
"""Ways to ask, from the surest to the least sure, with what they ask about."""

VIEW_OF = re.compile(rf"^{ANY}(?:[’']s?)?(?: (?:{NOUNS}))? (?:about|on|of|to|for) ", re.IGNORECASE)
"""Says whose view of the subject is meant: "Who disagrees with | Ada about | value?"."""

ACCORDING = re.compile(rf"^\W*according to {MANY}, ", re.IGNORECASE)


def topic(seen: Marked) -> str:
    """What a question with its names marked is about; nothing where no phrase says it."""
    text = ACCORDING.sub("", seen.text).rstrip(" ?.!…")
    for shape in SHAPES:
        if (found := shape.search(text)) and (phrase := phrase_of(found["topic"], seen)):
            return phrase
    return ""


def phrase_of(text: str, seen: Marked) -> str:
    """A piece of a question, if it is the words for a thing, without what stands behind these."""
    text = VIEW_OF.sub("", TAIL.sub("", text.strip(" ,:?.!…")))
    people = {mark for mark in re.findall(ANY, text) if seen.of(mark)[0].authors}
    words = re.sub(f"[{''.join(people)}]" + r"(?:[’']s?)?", "", text) if people else text
    broken = CLAUSE.search(seen.unmarked(text)) or OPEN.search(text)
    is_one = 0 < len(text.split()) <= LONGEST and not broken
    says = words.strip() and not EMPTY.fullmatch(words.strip())
    return seen.unmarked(text) if is_one and says else ""
