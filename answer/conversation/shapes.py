"""The shapes of what people say after an answer that is no whole question."""

import re

from answer.conversation.topics import ASKING, AUXILIARY, TIME
from answer.mentions import ANY

_FILLERS = (
    r"ok(?:ay)?|thanks|thank you|great|interesting|i see|hm+|ah|oh|well|right|cool|nice|good|"
    r"alright|got it|makes sense|now"
)


def _before(words: str) -> re.Pattern[str]:
    """A pattern of words before a question."""
    return re.compile(rf"^(?:(?:{words})\b(?:[\s,.!;:…–-]+|(?=\W*$)))+", re.IGNORECASE)


FILLER = _before(_FILLERS)
"""What may stand before a question and asks for nothing: "OK, thanks, …"."""

LEAD = _before(rf"{_FILLERS}|so|and|but|then|also")
"""The same with what joins a question to the last one."""

SIGNS = rf"(?:(?!{ANY})\W)*"
"""Anything but words and the characters that stand for names."""

POINTING = r"(?: (?:about|on|of|for|from|to|with|by))? (?:that|this|it|him|her|them|these|those)"
"""Points at the last answer: "tell me more | about that"."""


def _whole(pattern: str) -> re.Pattern[str]:
    """A pattern of everything that somebody says but the marks at its end."""
    return re.compile(rf"{SIGNS}(?:{pattern})(?:,? please)?[\s?.!…]*", re.IGNORECASE)


MORE = _whole(
    r"(?:(?:and|but|so|ok(?:ay)?|please|can you|could you|would you|do you have)\b,? ?)*"
    r"(?:(?:(?:tell|give|show) me|say|quote|is there|are there|any|some|a bit|a little|anything|"
    r"what|got) )*"
    r"(?:more|else|go on|continue|keep going|carry on|elaborate|explain|expand|say more|tell me|"
    r"others?|next|another(?: one)?)"
    r"(?: (?:more|details?|quotes?|quotations?|passages?|examples?|sources?|words|please))*"
    rf"(?:{POINTING})?(?: please)?|and(?: so| then)?|so"
)
"""Asks for further words on the same: "tell me more about that", "what else?"."""

WHY = _whole(
    r"(?:but |and |so )*(?:why(?: not| so| exactly)?|how (?:so|come)|for what reasons?|"
    r"on what (?:grounds|basis)|why is (?:that|this|it)(?: so)?|why that)"
)

ASIDE = _whole(
    rf"(?:but |and |so )*(?:{ASKING}(?: exactly| for| so| then)?|(?:since|until) when|such as|"
    r"(?:such as|like) (?:what|who)|for (?:example|instance)|(?:any |some |an )?examples?|"
    r"(?:(?:can|could) you )?(?:give|show)(?: me)? (?:an|some|any)? ?examples?"
    r"(?: of (?:that|this|it))?|in (?:what|which) (?:way|sense|year|case|context|country)s?|"
    r"(?:before|after|until|since) (?:that|this|then)|which (?:ones?|kinds?)|"
    r"what (?:kinds?|do you mean)|really|meaning(?: what)?|"
    r"is (?:that|it|this) (?:true|so|right|all)|(?:for )?how (?:much|many|often|likely|soon|"
    r"sure|certain|long|exactly)|says who|(?:based )?on what(?: evidence)?|"
    r"(?:what|any|which) (?:evidence|objections?|criticisms?|counter-?arguments?|reasons?|"
    r"alternatives?|exceptions?)(?: (?:to|for|of) (?:that|this|it))?|are you sure)"
)
"""Asks something of the whole last question: "since when?", "for example?"."""

ELSE = _whole(
    r"(?:and |but )?(?:(?:who|anyone|anybody|somebody|someone)(?: here)? else|"
    r"(?:what|how) about (?:the )?(?:others?|other (?:people|authors)|(?:every|any)(?:one|body) "
    r"else|the rest)|(?:the )?others|what do (?:the )?(?:others|other (?:people|authors)) "
    r"(?:think|say|write|believe)|who else (?:thinks?|says?|believes?|writes?|agrees?)|"
    r"(?:does|did|has) (?:any|some)(?:one|body) else (?:think|say|write|argue|agree|written)|"
    r"what does (?:any|every)(?:one|body) else (?:think|say|write))"
    rf"(?: so| that way|{POINTING})*"
)
"""Asks for the words of others on the same."""

FOR_OR_AGAINST = _whole(
    r"(?:and |but |so )?(?P<clause>(?:who|(?:does|did|do|would) (?:any|some|every)(?:one|body)|"
    r"(?:do|would) (?:others|other people|people|all)|is there (?:any|some)(?:one|body) who|"
    r"which (?:people|authors?))(?: here| else| of them)* (?:dis)?agrees?)"
    rf"(?: with (?P<who>{ANY})|{POINTING})*"
)
"""Asks for people for or against the same: "does anyone disagree?"."""

_PLACE = r"(?:in|with|without|under|within|among|at|from|for)"
SIDES = (
    r"risks?|benefits?|dangers?|downsides?|upsides?|costs?|(?:dis)?advantages?|problems?|limits?|"
    r"limitations?|consequences?|causes?|effects?|origins?|drawbacks?|pros and cons|implications?|"
    r"history|purpose|feasibility|definition"
)
AGAINST = r"counter-?arguments?|objections?|alternatives?|solutions?|responses?|reactions?"

SIDE = _whole(rf"(?:the |its |their |any )?(?:\w+ )?(?:(?P<of>{SIDES})|(?P<to>{AGAINST}))")
"""A side of a subject rather than a subject: "and the risks?"."""

SIDE_ASKED = _whole(
    rf"(?P<asks>(?:what(?:[’']s| is| are| were)|is there|are there) (?:the|an?|any|some) "
    rf"(?:\w+ )?(?:(?P<of>{SIDES})|(?P<to>{AGAINST})))"
)
"""Asks for a side of what the last question was about: "what are the risks?"."""

ADDED = _whole(
    rf"(?:(?:and|but|or|what about|how about|also) )*(?P<time>{TIME.pattern})|"
    rf"(?:(?:and|but|or|what about|how about|also) )*(?P<place>{_PLACE} .+?)"
)
"""Asks the same of another time or place: "and in 2023?"."""

ABOUT = _whole(
    r"(?:(?:and|but|or|also|so|then|now|ok(?:ay)?),? )*(?:(?:what|how) about|what of|"
    r"(?:(?:is (?:that|it) )?the )?same(?: question| thing| true)? (?:for|about|with|of)|about|on|"
    r"regarding|concerning|according to|by) (?P<rest>.+?)|"
    rf"(?:and|or|but|also|plus|nor)(?: also| for| by)? (?P<bare>(?!(?:{ASKING}|{AUXILIARY})\b).+?)|"
    rf"(?P<name>{ANY})(?:[’']s?)?(?: too| as well)?"
)
"""Asks the same of somebody or something else: "what about Bo?", "and corrigibility?"."""

MEANT = _whole(
    r"(?:(?:no|nope|sorry|actually|wait|oops|yes)\b[,.!; –-]*)*"
    r"(?:i (?:mean|meant|was asking (?:about|for)|am asking about)|i[’']m asking about|make that|"
    r"rather) (?P<rest>.+?)(?:,? (?:and )?not .+)?|"
    r"(?:no|nope|not [^,]+)[,.!; –-]+(?P<bare>.+?)(?:,? (?:and )?not .+)?|"
    rf"(?P<name>{ANY}),? (?:and )?not .+"
)
"""Takes back what was asked: "no, I meant Bo"."""

YES = re.compile(
    rf"^{SIGNS}(?:(?:yes|yeah|yep|yup|sure|ok(?:ay)?|correct|exactly|right|that[’']s right|indeed|"
    r"i do|i did|please)\b[,.!;: –-]*)+",
    re.IGNORECASE,
)

PLACES = (
    r"(?:the )?first|(?:the )?former|(?:number |option |#)?(?:1|one)|1st",
    r"(?:the )?second|(?:number |option |#)?(?:2|two)|2nd",
    r"(?:the )?third|(?:number |option |#)?(?:3|three)|3rd",
    r"(?:the )?fourth|(?:number |option |#)?(?:4|four)|4th",
    r"(?:the )?fifth|(?:number |option |#)?(?:5|five)|5th",
)
LAST = r"(?:the )?(?:last|latter)"
NOUN = r"(?: (?:one|author|person|option|quote|quotation|source|citation))?"
NTH = tuple(_whole(rf"(?:i mean |i meant |take )?(?:{place}){NOUN}") for place in (*PLACES, LAST))
"""Chooses one of several: the first five, then the last."""

ALL = _whole(r"(?:both|all|either|any)(?: of (?:them|the two|these|those))?(?: please)?")
"""Chooses all of them."""

FEW = 8
"""Words of a choice, or of a subject that an answer asked for."""
