"""How sentences give words to somebody: patterns over a text whose names are marked."""

import re

from answer import asking
from answer.asking import ADVERBS, ITS, MANY
from answer.checking.quoted_words import QUOTED
from answer.mentions import ANY

STATING = (
    "acknowledg|add|affirm|allud|assert|challeng|caution|cit(?:es|ed|ing)|confess|contend|counter|"
    "declar|demonstrat|disput|distinguish|doubt|elaborat|emphasi[sz]|fram|highlight|hypothes|"
    "identif|illustrat|insist|introduc|invit|lament|liken|list|maintain|not(?:es|ed|ing)|"
    "observ|offer|outlin|point|portray|posit|postulat|present|pronounc|put|question|quip|quot|"
    "read|reason|rebut|recall|recogni[sz]|recount|refer|reflect|remark|remind|report|reveal|"
    "reiterat|sketch|speculat|specif|stat(?:es|ed|ing)|stress|summari[sz]|tell|told|theori[sz]|"
    "think|underlin|undersc|urg|wonder|"
    "reckon|assur|jok(?:e|es|ed|ing)|muse|opin|concur|profess|attest|swear|points? out"
)
"""Verbs of saying that answers use and questions hardly do, by their beginnings."""

HELPING = (
    r"(?:(?:has|have|had|did|does|do|would|will|may|might|can|could|should|must|is|are|was|were|"
    r"be|been|being|also|not|both|all|each|himself|herself|themselves|[a-z]+ly)(?:n[’']t)? )*"
)
ASIDE = r"(?:,[^,;]{1,80},|\s?\([^()]*\)|\s?[—–][^—–]{1,80}[—–]|\s?\ufffc)?"
"""What may stand between a name and its verb: "Ada, who studies cats, writes"."""

THERE = r"(?:\s(?:in|on|at|of|from|with|as) [^,;:.]{1,60}?)?"
"""Where somebody says it: "Ada in her first post writes"."""

POSTS = (
    "articles?|papers?|books?|blogs?|works?|ideas?|questions?|remarks?|statements?|quot\\w+|"
    "tweets?|talks?|theor(?:y|ies)|hypothes[ie]s|framing|intuitions?|conclusions?|analys[ie]s|"
    "language|phrase|examples?|stor(?:y|ies)|analog(?:y|ies)|guess(?:es)?|suggestions?|"
    "recommendations?|point|points|claims?|skepticism|optimism|pessimism|insistence"
)
NOUNS = f"{asking.NOUNS}|{POSTS}"

SAYS = f"{asking.MINDING}|{asking.TELLING}|{STATING}"
SAYING = rf"(?:{SAYS})\w*"


def _places(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(
        # looked for from every name on, because one may stand in the aside of another
        re.compile(f"(?={pattern.replace('WHO', f'(?P<who>{MANY})')})", re.IGNORECASE)
        for pattern in patterns
    )


SURE = _places(
    rf"WHO{ASIDE}\s+{HELPING}(?:{SAYS})[a-z]{{0,3}}\b(?<!ing)",
    rf"WHO[’']s? (?:[\w-]+ )?(?:{asking.OWN})\b",
    r"\b(?:according to|per|via|quot(?:es?|ed|ing)|cit(?:es?|ed|ing)) WHO",
    rf"\b(?:{SAYING}|{NOUNS}|made|given|raised|post\w*|publish\w*) by WHO",
    rf"(?:[,:]|\b(?:so|thus)|[”\"’']|{QUOTED})\s*(?:as |so |thus )?{SAYING} WHO",
    r"^\W*WHO (?:on|about)\b[^:]*:",
    r"WHO(?:[’']s?)?\s*:",
    r"\((?:\w+ ){0,3}WHO[^()]{0,20}\)\W*$",
    r"[—–-]\s?WHO\W*$",
    r"WHO\s*\((?:in )?\d{4}",
    rf"WHO,?\s*{QUOTED}",
    r"\bit (?:is|was) WHO,? (?:who|that)\b",
    r"\b(?:with|and|both) WHO (?:dis)?agree",
    r"(?:^|,) ?(?:like|(?:along|together) with|alongside|echoing|following|joined by|"
    r"as d(?:o|id|oes)|as well as) WHO",
)
"""Places where a name stands for whose words they are, whatever else it might be."""

PLACES = (
    *SURE,
    *_places(
        rf"WHO(?:{ASIDE}|{THERE})\s+{HELPING}(?:{asking.VIEWING}|{asking.ACTING}|{SAYING})\w*",
        rf"WHO{ASIDE}\s+{HELPING}(?:{asking.FEELING}|of the (?:view|opinion)|right|wrong)\b",
        rf"WHO{ITS} (?:[\w-]+ ){{0,3}}?(?:{NOUNS})\b",
        r"\b(?:by|from) WHO",
        r"\b(?:for|to) WHO,",
        rf"\b(?:{NOUNS}|words|eyes|account|reading) (?:of|by|from) WHO",
        r"\((?:\w+ ){0,3}WHO[^()]{0,20}\)",
    ),
)
"""Places where somebody who is known stands for whose words they are."""

QUOTERS = _places(
    rf"WHO(?:[’']s)?{ASIDE},?\s+(?:(?:has|is|are|was) )?{ADVERBS}(?:quot|cit)(?:es?|ing)\b",
    rf"WHO{ASIDE},?\s+(?:(?:has|have|had) )?{ADVERBS}(?:quoted|cited)\b(?! (?:by|in|as)\b)",
    r"\b(?:quoted|cited|quotation|quote) by WHO",
)
"""Places where a name stands for who quotes: "Ada, quoting Bo", "quoted by Ada"."""

QUOTED_IN = re.compile(
    rf"(?P<who>{MANY})(?:,| (?:is|are|was|were))? {ADVERBS}(?:quoted|cited)\b", re.IGNORECASE
)
"""Who is quoted: "Bo is quoted in “Notes” as writing"."""

SAYING_SO = re.compile(rf"^.*{ANY}.*\b{SAYING}|\baccording to {ANY},", re.IGNORECASE | re.DOTALL)
"""Tells who says of somebody else what follows: "Ada doubts what Bo says"."""

CLAUSE = re.compile(
    rf";|:\s|,(?=\s{ANY}\sthat\b)|,?\s(?:while|whereas|but|although|though|yet|however)\b|,\sand\b"
    rf"|(?<!{ANY})\sand\b(?=\s{ANY})"
)
"""Where another clause begins, in which somebody else may speak."""


def marks(places: tuple[re.Pattern[str], ...], text: str) -> set[str]:
    """The marks of the names that stand in such places of a text."""
    return {
        mark
        for place in places
        for found in place.finditer(text)
        for mark in re.findall(ANY, found["who"])
    }
