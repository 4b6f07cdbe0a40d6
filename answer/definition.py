"""Questions for what something is, and the sentences that say so."""

import re

ASKS = re.compile(
    r"\W*(?:what|who)(?:[’']s| is| are| was| were) (?:meant by |an? |the )?(?P<term>[^?]+?)\W*|"
    r"\W*what (?:does|do|did) (?:an? |the )?(?P<meant>[^?]+?) mean\W*|"
    r"\W*what does it mean to (?P<act>[^?]+?)\W*",
    re.IGNORECASE,
)
LONGEST = 5
"""Words of a thing that is asked about; with more, the question asks something about it."""


def definition(question: str) -> re.Pattern[str] | None:
    """How a sentence begins that says what the question asks for; None if it does not ask that."""
    asked = ASKS.fullmatch(question)
    term = next(filter(None, asked.groups()), "") if asked else ""
    if not term or len(term.split()) > LONGEST:
        return None
    words = r"[\s-]+".join(re.escape(word) for word in term.split())
    return re.compile(
        rf"(?:^|[.:;(“\"]\s*)\W*(?:an? |the |to )?{words}(?:s|es)?[”\"’')]*(?: \([^)]*\))?,? "
        r"(?:is|are|was|were|means?|refers? to|denotes?)\b",
        re.IGNORECASE,
    )
