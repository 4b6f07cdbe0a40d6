"""A question → the names in it, each with the authors whom it may stand for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from answer.directory import Directory
from answer.names import WORD, bare

FIRST, LAST = 0xE000, 0xF8FF
"""Private characters: one stands for each name, so that patterns need not know how names look."""

ANY = f"[{chr(FIRST)}-{chr(LAST)}]"

CAPITAL = r"[^\W\d_a-z](?:[\w-]|[’'](?!s\b))*"
INITIALS = r"(?:[^\W\d_a-z]\.[ -]?)*[^\W\d_a-z]\.(?=\W)"
PART = rf"(?:{INITIALS}|{CAPITAL})"
BETWEEN = r"(?:(?:de|del|der|den|di|la|le|van|von|bin|ibn|al) )*"
NAME = re.compile(
    rf"(?<!\w)(?:@\w[\w.-]*\w|(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Mx|Sir)\b\.? )?"
    rf"{PART}(?: ?{BETWEEN}{PART}){{0,4}})"
)
"""What may be the name of somebody: words with capitals, initials, a user name behind an @."""

NO_NAMES = frozenset(
    """
    a about according against agree agreed agrees an and any anybody anyone anything are argue
    argued argues as ask at because believe believed believes between both but by can change
    changed changes cite compare contrast could describe did differ disagree disagreed disagrees
    do does else ever everybody everyone everything explain find for from give had has have he
    her his how i if in into is it list me mind my nobody object objects of on one or our outline
    please
    over people quote reply respond responds said say says she should show so somebody someone
    something still summarise summarize tell than that the their them then there these they
    think thinks this those thought to toward towards under us versus view views vs was we were
    what when where whether which while who whom whose why with would write writes written wrote
    you your
    """.split()  # noqa: SIM905  # a list of words reads best as words
)
"""Words that begin and join questions; whatever their case, they are no names by themselves."""

WORDS_TOO = frozenset(
    """
    amber april art august bill case chance chase christian dale dawn dean drew earl earnest
    faith frank gene glen grace grant guy harmony heath hope iris jack joy june king lane law
    long love mark martin mason max may mercy miles norm olive page patience pat pearl penny
    price prudence rain ray read reed rich rob robin rose ruby sandy sharp sky stone sue summer
    trust victor wade west white will wise wolf wood young
    """.split()  # noqa: SIM905
)
"""Words that are names too: written small they are words."""


JOINT = re.compile(r"[,;:?!\n]")
"""What stands between two names rather than within one."""

BEGINS = re.compile(r"\W*(?P<name>(?P<word>Will|May) \w+)")
"""A question that begins with a verb that is a name too."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a question, as it is written there, and its place.

    `authors` are those whom it may stand for; `meant` tells that it is surely a name even where
    nobody is asked for their words: "Will AI end well?" asks for nobody's.
    """

    start: int
    end: int
    text: str
    authors: tuple[str, ...] = ()
    meant: bool = False

    @property
    def author(self) -> str | None:
        """The one author whom it stands for."""
        return self.authors[0] if len(self.authors) == 1 else None


@dataclass(frozen=True, slots=True)
class Marked:
    """A question with a private character in the place of each name."""

    text: str
    mentions: tuple[Mention, ...]

    def of(self, marks: str) -> list[Mention]:
        """The names that stand in a piece of the text."""
        return [self.mentions[ord(mark) - FIRST] for mark in re.findall(ANY, marks)]

    def unmarked(self, text: str) -> str:
        """A piece of the text with the names of authors in full."""

        def name(mark: re.Match[str]) -> str:
            (mention,) = self.of(mark.group())
            return (mention.author if mention.meant else None) or mention.text

        return re.sub(ANY, name, text)


def marked(question: str, directory: Directory) -> Marked:
    """A question with its names found."""
    text = _lowered(re.sub(ANY, " ", question), directory)
    mentions = _found(text, directory)
    pieces, at = "", 0
    for number, mention in enumerate(mentions):
        pieces += text[at : mention.start] + chr(FIRST + number)
        at = mention.end
    return Marked(pieces + text[at:], tuple(mentions))


def _found(text: str, directory: Directory) -> list[Mention]:
    """The names in order: the known ones, and what else looks like a name."""
    found = list(_known(text, directory))
    for run in NAME.finditer(text):
        inside = [one for one in found if one.start < run.end() and run.start() < one.end]
        whole = _mention(run.group(), run.start(), directory)
        if any(one.start <= whole.start and whole.end <= one.end for one in inside):
            continue
        if whole.authors or not any(_stands(one, run) for one in inside):
            found = [*(one for one in found if one not in inside), whole]
    return sorted(found, key=lambda mention: mention.start)


def _known(text: str, directory: Directory) -> Iterator[Mention]:
    """The names of authors, the longest where several begin."""
    ends = [word.end() for word in WORD.finditer(text)]
    done = 0
    for number, word in enumerate(WORD.finditer(text)):
        if word.start() < done or not directory.begins(word.group()):
            continue
        for end in reversed(ends[number : number + directory.longest]):
            name, around = text[word.start() : end], text[max(0, word.start() - 1) : end + 1]
            if around.strip("_") == around and _is_name(name, directory):  # a_b is no a
                shortened = bare(name) != name and text[end : end + 1] == "."  # "PhD."
                yield _mention(name + "." * shortened, word.start(), directory)
                done = end
                break


def _is_name(text: str, directory: Directory) -> bool:
    """Whether words may be the name of an author, in this case of their letters."""
    if JOINT.search(bare(text)) or not directory.fitting(text):
        return False
    word = text.islower() and text.isalpha()
    return not word or not (len(text) < 3 or text in NO_NAMES or text in WORDS_TOO)


def _stands(known: Mention, run: re.Match[str]) -> bool:
    """Whether a known name within what looks like a longer one is meant.

    A full name is where a sentence begins with a word in front of it: "Debate Ada King's view".
    The Ada of "Ada Lovelace" is somebody else.
    """
    before = run.string[: run.start()].rstrip()
    begins = not before or before[-1] in ".?!:"
    return begins and known.end == run.end() and known.meant and " " in known.text


def _mention(text: str, start: int, directory: Directory) -> Mention:
    meant = (
        not text.removeprefix("@")[:1].islower()
        and bool(directory.given(text))
        and text.lower() not in WORDS_TOO
    )
    return Mention(start, start + len(text), text, directory.fitting(text), meant)


def _lowered(question: str, directory: Directory) -> str:
    """The question with the words that are no names written small: "What Does Misha Think?"."""

    def small(word: re.Match[str]) -> str:
        text = word.group()
        initials = text.isupper() and len(text) > 1 and not question.isupper()
        return text if initials or text.lower() not in NO_NAMES else text.lower()

    text = WORD.sub(small, question)
    asking = BEGINS.match(text)
    if asking and not directory.fitting(asking["name"]):
        start, end = asking.span("word")
        text = text[:start] + text[start:end].lower() + text[end:]
    return text
