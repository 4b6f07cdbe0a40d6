"""Whether people answer each other in words that nobody signs."""

import re
from collections.abc import Sequence

from ingest.document import Segment

FEWEST_CUES = 2
"""So many ways of answering make a conversation; an essay may have one."""

ANSWERING = re.compile(
    r"^(?P<cue>(?:You['’]re|You are) (?:right|wrong|correct)|(?:Strongly |I )?(?:dis)?agree\b|"
    r"Thanks\b|Thank you\b|Hm+\b|Good (?:point|question)|Fair\b|Agreed\b|Yeah\b|Yes[,.]|No[,.]|"
    r"How\?|Why\?|Why not\?|What do you mean|I don['’]t think it(?: i|['’])s correct|"
    r"(?:Great|Nice) (?:post|comment|question)|(?:Could|Can|Do|Are) you\b|Sure[,.]|Right[,.]|"
    r"Exactly\b|Welcome\b|Fine[,.]|OK[,.]|Both of you\b|I (?:concede|never (?:said|claimed))\b|"
    r"That(?:['’]s| is)(?: a)? (?:right|wrong|fair|true|good point|not what I)\b|"
    r"(?:Q|A|Question|Answer): )",
    re.MULTILINE,
)
"""How people begin when they answer somebody."""


def several_speak(text: str, segments: Sequence[Segment]) -> bool:
    """Whether the unsigned parts of a page read as if people answered each other."""
    unsigned = (text[part.start : part.end] for part in segments if not part.authors)
    cues = {cue["cue"].casefold() for part in unsigned for cue in ANSWERING.finditer(part)}
    return len(cues) >= FEWEST_CUES
