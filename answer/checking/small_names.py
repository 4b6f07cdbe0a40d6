"""Names that nobody knows and that hardly look like names: in small letters, or in disguise."""

import re
import unicodedata
from collections.abc import Iterator

from answer.checking.attributing import SAYS
from answer.checking.content import is_saying
from answer.checking.terms import EMPTY
from answer.mentions import ANY

SMALL_NAME = r"(?:[a-z]\. ?)*(?P<name>[a-z][\w-]+)"
FIRST = (
    r"(?:(?!the |an? |this |that |these |those |its? |their |his |her |our |some |many |most |all |"
    r"both |one |he |she |they |we |who |what |there )[a-z][\w-]+ )?"
)
START = rf"^(?:(?!{ANY})\W)*"
SAID = rf"(?:{SAYS})[a-z]{{0,3}}"
VIEWS = "views?|opinions?|words|mind|eyes|account|posts?|essays?|papers?|argument|position"
SMALL = tuple(
    re.compile(pattern.replace("FIRST ", FIRST).replace("NAME", SMALL_NAME))
    for pattern in (
        rf"{START}FIRST NAME (?:also |once )?{SAID}\b",
        rf"\b(?:user|blogger|commenter|poster) NAME (?:also |once )?{SAID}\b",
        r"\b(?:[Aa]ccording to|[Pp]er|quoting|(?:quoted|cited|argued|written|claimed) by) NAME",
        r"\b(?:[Ff]or|[Tt]o) NAME(?: [a-z][\w-]+)?,",
        rf"\b[Ii]n FIRST NAME[’']s? (?:[\w-]+ )?(?:{VIEWS})\b",
        rf",\sFIRST NAME {SAID}(?=\W*$|,)",
        rf"[,”\"]\W*{SAID} NAME(?=,|\W*$)",
        rf"{START}FIRST NAME:",
        r"\((?:see |cf\. )?NAME(?: et al\.?)?,? \d{4}",
        rf"{START}NAME (?:and|or|&) {ANY}",
        rf"{ANY} (?:and|or|&) NAME {SAID}\b",
    )
)
"""Places where a word in small letters is a name: "zork writes", "per zork", "(zork 2021)"."""

NO_SMALL_NAMES = re.compile(
    r"latter|former|this|that|these|those|people|everyone|everybody|nobody|others|somebody|someone|"
    r"anybody|anyone|something|everything|nothing|anything|example|instance|short|particular|"
    r"general|contrast|addition|user|critics?|experts?|researchers?|scientists?|evidence|research|"
    r"results?|study|studies|today|later|also"
)
"""Words that often stand in such places."""

HIDDEN = re.compile(r"\w+[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+\w*")
"""A word with a character in it that nobody sees."""

LOOKALIKES = frozenset(("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"))
"""Scripts of which some letters look like those of another one."""


def small_names(text: str) -> Iterator[str]:
    """The words in small letters that stand in places of names."""
    for pattern in SMALL:
        for found in pattern.finditer(text):
            name = found["name"]
            if name not in EMPTY and not is_saying(name) and not NO_SMALL_NAMES.fullmatch(name):
                yield name


def disguised(text: str, words: str) -> Iterator[str]:
    """The words that look like others: of several scripts, or with something hidden in them.

    Those that stand in the cited words are none.
    """
    mixed = (word for word in re.findall(r"[^\W\d_]+", text) if _is_mixed(word))
    yield from (word for word in (*HIDDEN.findall(text), *mixed) if word not in words)


def _is_mixed(word: str) -> bool:
    if word.isascii():
        return False
    scripts = {unicodedata.name(letter, "").partition(" ")[0] for letter in word}
    return len(scripts & LOOKALIKES) > 1
