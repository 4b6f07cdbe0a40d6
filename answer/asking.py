"""How questions ask for somebody's words: patterns over a question whose names are marked."""

import re
from dataclasses import dataclass

from answer.mentions import ANY

MINDING = (
    r"think|thought|believ|disagre|agre|worr|doubt|differ|diverg|part ways|have in common|"
    r"stand (?=on\b|about\b)|"
    r"chang\w+ (?:his|her|their|its|the) minds?"
)
"""What only somebody with a mind does, by the beginnings of the verbs."""

TELLING = (
    "say|said|argu|claim|wr[io]t|object|respond|repl(?:y|ied)|oppos|endors|recommend|"
    "critici[sz]|critique|advocat|discuss|comment|warn|mention|conclud|suggest|propos|answer|"
    "describ|expla?in|defin|den(?:y|ied)|admit|conced"
)
"""What books do too: "What does Superintelligence argue?"."""

VIEWING = (
    "feel|felt|support|want|hope|prefer|expect|see|favou?r|predict|estimat|consider|like|regard|"
    "view|justif|understand|care|fear|trust|mean|reject|defend|imagin|updat"
)
"""What things do too: "What does Deceptive Alignment mean?"."""

ACTING = (
    "chang|shift|mak|made|giv|gave|rais|find|found|rat|dismiss|assum|us|call|compar|address|offer|"
    "accept|hold|held|know|put|talk|ask|intend|count"
)
"""What people do without words too: "Where did Ada give a speech?"."""

FEELING = (
    "worried|concerned|in favou?r|against|opposed|optimistic|pessimistic|s[ck]eptical|convinced|"
    "confident|certain|afraid|hopeful|critical|bullish|bearish|excited|for or against"
)
OWN = (
    "views?|opinions?|positions?|thoughts?|takes?|stances?|thinking|beliefs?|perspectives?|"
    "attitudes?|words|posts?|comments?|writings?"
)
"""What is somebody's own where it is "of" them: the criticism of them is not."""

POINTS = "criticisms?|critiques?|objections?|arguments?|reasoning|concerns?|worries|essays?|advice"
OUTPUT = (
    "case|reasons?|responses?|repl(?:y|ies)|answers?|predictions?|forecasts?|estimates?|"
    "explanations?|definitions?|accounts?|claims?|proposals?"
)
"""What machines have too: "What are ChatGPT's answers worth?"."""

NOUNS = f"{OWN}|{POINTS}|{OUTPUT}"
ADVERBS = (
    r"(?:(?:[a-z]+ly|ever|also|still|not|even|never|now|first|so|often|both|each|since|have|be|"
    r"been|once|then) )*"
)
ABOUT = "(?:on|about|regarding|concerning|re)"
ITS = r"(?:[’']s?)?"
MANY = rf"{ANY}(?:(?:, and |, or |, | and | & | or | vs\.? | versus ){ANY})*"
ASKS = r"\b(?:does|did|do|has|have|had|would|will)(?:n[’']t)?"
LEADS = (
    r"\b(?:what|how|why|where|whether|that|if|when|anything|something|everything|things|posts?|"
    r"comments?|essays?)(?: else)?(?: that| which)?"
)

SURE, LIKELY, DOUBTFUL, UNLIKELY = range(4)
"""How surely somebody who is not known stands in a place: whoever it is; unless it is an ordinary
word; only where it is a full name of no ordinary words; only where it is like a known one."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A way to ask for somebody's words, with the names of these people at WHO and AND.

    `doubt` tells how surely a name that the corpus does not know is a person's. An `aside` counts
    only where nobody else is asked: "What does Ada think about Bo's view?" asks for Ada's words.
    A `bare` one says nothing about the subject.
    """

    pattern: re.Pattern[str]
    doubt: int
    aside: bool
    bare: bool


def _frame(pattern: str, doubt: int = SURE, *, aside: bool = False, bare: bool = True) -> Frame:
    pattern = pattern.replace("WHO", f"(?P<who>{MANY})").replace("ONE", f"(?P<who>{ANY})")
    pattern = pattern.replace("AND", f"(?P<and>{ANY})")
    return Frame(re.compile(pattern, re.IGNORECASE), doubt, aside, bare)


def _doing(verbs: str, doubt: int) -> tuple[Frame, Frame]:
    """ "What does Ada think …", and "Tell me what Ada thinks …"."""
    done = rf" WHO {ADVERBS}(?:{verbs})\w*"
    return _frame(ASKS + done, doubt, bare=False), _frame(LEADS + done, doubt, bare=False)


FRAMES = (
    *_doing(MINDING, SURE),
    *_doing(TELLING, LIKELY),
    *_doing(VIEWING, DOUBTFUL),
    *_doing(ACTING, UNLIKELY),
    _frame(r",? ?\baccording to WHO(?=[,.;:?!)]|$)"),
    _frame(r"\bwho(?:[’']s| is| was| are) WHO,? and (?=what|how|why|where|when|which|has|d[io])"),
    _frame(r"\bwhere d(?:oes|id) ONE (?:disagree|differ|diverge|part ways)\w* (?:with|from) AND"),
    _frame(
        rf"\b(?:compare|contrast|between) ONE{ITS}(?: (?:{OWN}))?"
        rf"(?: and| with| to| against) AND{ITS}",
        DOUBTFUL,
    ),
    _frame(
        rf"ONE[’']s? (?:{OWN})\b[^?]*?"
        rf" (?:differ|disagree|diverge|compare)\w* (?:from|with|to) AND{ITS}",
        bare=False,
    ),
    _frame(rf"\b(?:{NOUNS}|anything|something|everything|quot\w+|passages?) by WHO", LIKELY),
    _frame(rf"\b(?:{NOUNS}|anything|something|everything|quot\w+|passages?) from WHO", DOUBTFUL),
    _frame(r"\b(?:written|said|argued|claimed|posted) by WHO", LIKELY),
    _frame(r"\b(?:made|given|raised|expressed) by WHO", DOUBTFUL),
    _frame(rf"\b(?:quote|cite|hear)(?: from)? WHO(?: {ABOUT}\b|(?=\W*$))", LIKELY),
    _frame(rf"\b(?:summari[sz]e|outline) WHO {ABOUT}\b", DOUBTFUL),
    _frame(rf"^\W*(?:what about )?WHO,? {ABOUT}\b", DOUBTFUL),
    *(
        _frame(
            rf"(?:\bwhat (?:is|are|was|were) |\bin )?ONE[’']s? (?:own |[a-z]+ )?(?:{nouns})\b"
            rf"(?: (?:{ABOUT}|of|to|for|against)\b)?",
            doubt,
            aside=True,
        )
        for nouns, doubt in ((OWN, SURE), (POINTS, LIKELY), (OUTPUT, DOUBTFUL))
    ),
    _frame(
        rf"(?:\bwhat (?:is|are|was|were) (?:the )?)?\b(?:{OWN}) of WHO(?: {ABOUT}\b)?", aside=True
    ),
    _frame(rf"\b(?:is|was|are|were)(?:n[’']t)? WHO {ADVERBS}(?:{FEELING})\b", LIKELY, bare=False),
)

WORD = r"[a-z][\w’'-]+"
SMALL = tuple(
    (re.compile(pattern.replace("WHO", f"(?P<who>{WORD}(?: {WORD}){{0,3}}?)")), doubt)
    for pattern, doubt in (
        (rf"(?i:{ASKS}) WHO {ADVERBS}(?:{MINDING})", SURE),
        (rf"(?i:{ASKS}) WHO {ADVERBS}(?:{TELLING})", LIKELY),
        (r"(?i:\baccording to) WHO(?=[,.;:?!)]|$)", LIKELY),
        (rf"\bWHO[’']s? (?:{OWN})\b", LIKELY),
        (rf"(?i:^\W*(?:quote|cite|summari[sz]e|what about) )WHO {ABOUT}\b", DOUBTFUL),
        (rf"^\W*WHO {ABOUT}\b", DOUBTFUL),
    )
)
"""The same for names in small letters that the corpus does not know, with how many words are too
few to be one, unless they are like a name that it does know."""

OTHERS = re.compile(
    r"\b(?:who(?: here| else)?|(?:which|what) (?:authors?|people|users|commenters?|persons?)|"
    r"(?:does|did|has|would|is there) (?:any|some)(?:one|body)(?: here| else)?(?: who)?|"
    r"(?:what|how|why) (?:do|did|would|have) (?:the |some |most |other |many )?(?:critics?|people|"
    r"others|opponents|commenters|s[ck]eptics|proponents|readers|users|authors|researchers))"
    rf" {ADVERBS}(?:(?:is|are) (?:{FEELING}|for)|{MINDING}|{TELLING}|support|favou?r|like|dislike|"
    r"defend|predict|expect|fear|have)\w*(?: (?:that|about|of|with|to|against|on)\b)?",
    re.IGNORECASE,
)
"""Asks for anybody's words; who is named then is what they are about."""

POLITE = re.compile(
    r"^\W*(?:(?:please|(?:can|could|would) you|i(?:[’']d| would)? (?:want|like) to know|"
    r"tell me|do you know)\b,? ?)+",
    re.IGNORECASE,
)
"""How a question may begin that is put kindly."""

AGAINST = re.compile(
    r"\b(?:objections?|criticisms?|critiques?|responses?|reactions?|repl(?:y|ies)|rebuttals?|"
    r"counter-?arguments?|wrong|problems?|issues?|flaws?|arguments?|case|evidence|disagree\w*|"
    r"agree\w*|against) (?:\w+ )?(?:to|of|against|with|in|for) $",
    re.IGNORECASE,
)
"""What is in front of a view that is answered, not asked for."""

VIEW = "views?|opinions?|positions?|stances?|thinking|thoughts|beliefs?|attitudes?|takes?|minds?"
MOVE = r"(?:chang|evolv|shift|develop|updat)\w*"
CHANGED = re.compile(
    rf"{ANY} {ADVERBS}{MOVE}(?: \w+){{0,2}} (?:{VIEW})\b|{ANY} {ADVERBS}{MOVE} {ABOUT}\b|"
    rf"\b(?:has|have|had|did) {ANY}[’']s? (?:\w+ )?(?:{VIEW})\b[^?]*\b{MOVE}|"
    rf"{ANY} (?:still|used to)\b|\bwhen did {ANY} {ADVERBS}(?:writ|say|post|mention|argu|comment)|"
    rf"{ANY}.*\bover (?:time|the years)\W*$",
    re.IGNORECASE,
)
"""Asks whether somebody writes otherwise now than before."""

BESIDE = {
    "who": re.compile(
        rf"{OTHERS.pattern}|{ANY}(?:[’']s? (?:{OWN}))? (?:{ABOUT}|of)\b", re.IGNORECASE
    ),
    "words": re.compile(
        rf"\b(?:dis)?agree\w* with {ANY} (?={ABOUT}\b)|"
        rf"(?:(?:of|about|with) )?{ANY}[’']s? (?:{NOUNS}) (?={ABOUT}\b|of\b)",
        re.IGNORECASE,
    ),
    "change": re.compile(
        rf"\b{MOVE}(?: (?:his|her|their|its|the))? (?:{VIEW})\b|"
        rf"\b{MOVE}(?= {ABOUT}\b| over\b)|\b(?:chang|evolv|shift|develop|updat)ed(?=\W*$)|"
        r"\bover (?:time|the years)\b|\bstill\b|\bused to\b",
        re.IGNORECASE,
    ),
    "compare": re.compile(
        rf"\b(?:differ|disagree|agree|diverge|compare|contrast)\w*\b(?: (?:between|from|with))?|"
        rf"\b(?:part ways|have in common|stand)\b|\b(?:{OWN})(?= (?:{ABOUT}|of)\b)",
        re.IGNORECASE,
    ),
}
"""What questions of a kind say besides their subject."""
