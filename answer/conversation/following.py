"""A question that leans on the last one → the same question by itself, by rule."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from answer.asking import MANY, NOUNS
from answer.conversation import again, shapes
from answer.conversation.before import LONGEST, Before
from answer.conversation.choosing import chosen, may_choose
from answer.conversation.known import Known
from answer.conversation.pronouns import Reference, somebody, something
from answer.conversation.putting import as_question, is_of_one, referred
from answer.conversation.topics import phrase_of
from answer.mentions import ANY, Marked, Mention, marked
from answer.names import MACHINES, WORD

NAMES = re.compile(rf"(?P<who>{MANY})(?:[’']s?)?(?: (?:{NOUNS}))?", re.IGNORECASE)
"""People and nothing else: "Bo", "Bo and Cy", "Bo's view"."""

ELSE = re.compile(r"\belse\b ?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Standalone:
    """A question that needs nothing before it.

    `person_put_in` tells that it asks for somebody for whom its own words do not ask, and `more`
    that it asks for further words on the last one. Where it may mean any of several people, these
    are `unclear` and nobody is put in.
    """

    question: str
    person_put_in: bool = False
    more: bool = False
    unclear: tuple[str, ...] = ()


class Following:
    """One question after another; `last` is looked at where it leans on it."""

    def __init__(self, question: str, last: Callable[[], Before | None], known: Known) -> None:
        self._text, self._last, self._known = " ".join(question.split()), last, known
        self._seen = _marked(self._text, known)

    @cached_property
    def _before(self) -> Before:
        return self._last() or Before("")

    def read(self) -> Standalone | None:
        """The question by itself; as it is where it leans, and nobody can tell on what.

        None where it does not lean on the last one.
        """
        if len(self._text) > LONGEST:
            return None
        rules = (
            self._others, self._for_or_against, self._more, self._why, self._aside, self._side,
            self._added, self._choice, self._meant, self._about, self._subject, self._references,
            self._unsaid,
        )  # fmt: skip
        found = next((found for rule in rules if (found := rule())), None)
        if found is None:
            return None
        return replace(
            found,
            person_put_in=puts_in(found.question, self._text, self._known),
            unclear=found.unclear or self._still_unclear(found.question),
        )

    def _still_unclear(self, question: str) -> tuple[str, ...]:
        """Whom a pronoun may mean that came from the last question, and was left open there."""
        left = somebody(_marked(question, self._known))
        offered = self._before.offered[:1] if left else ()
        return offered[0].maybe if left and offered and offered[0].name == left.group() else ()

    def _match(self, shape: re.Pattern[str]) -> re.Match[str] | None:
        text = self._seen.text
        ways = (text, shapes.FILLER.sub("", text), shapes.LEAD.sub("", text))
        return next((found for way in ways if way and (found := shape.fullmatch(way))), None)

    def _or_as_it_is(self, question: str | None) -> Standalone:
        return Standalone(question or self._text)

    def _others(self) -> Standalone | None:
        if self._match(shapes.ELSE):
            return self._or_as_it_is(again.of_others(self._before, self._text))
        return None

    def _for_or_against(self) -> Standalone | None:
        if found := self._match(shapes.FOR_OR_AGAINST):
            who = "".join(one.author or one.text for one in self._seen.of(found["who"] or ""))
            return self._or_as_it_is(
                again.for_or_against(self._before, found["clause"], who, self._text)
            )
        return None

    def _more(self) -> Standalone | None:
        if self._match(shapes.MORE) and self._before.asked:
            return Standalone(self._before.asked, more=True)
        return None

    def _why(self) -> Standalone | None:
        if self._match(shapes.WHY):
            return self._or_as_it_is(again.why(self._before, self._text))
        return None

    def _aside(self) -> Standalone | None:
        if self._match(shapes.ASIDE):
            return self._or_as_it_is(again.behind(self._before, self._text))
        return None

    def _side(self) -> Standalone | None:
        if found := self._match(shapes.SIDE_ASKED):
            link = "of" if found["of"] else "to"
            asked = again.of_side(self._before, found["asks"], link, self._text)
            return self._or_as_it_is(asked)
        return None

    def _added(self) -> Standalone | None:
        found = self._match(shapes.ADDED)
        if found and found["time"]:
            return Standalone(again.at_time(self._before, found["time"]))
        if found and not re.search(ANY, found["place"]) and phrase_of(found["place"], self._seen):
            return Standalone(again.in_place(self._before, found["place"]))
        return None

    def _choice(self) -> Standalone | None:
        people = chosen(self._seen, self._before) if may_choose(self._seen) else None
        if people is None:
            return None
        return self._or_as_it_is(again.of_people(self._before, people) if people else None)

    @property
    def _is_short(self) -> bool:
        return len(self._text.split()) <= shapes.FEW

    def _meant(self) -> Standalone | None:
        return self._of_another(self._match(shapes.MEANT))

    def _about(self) -> Standalone | None:
        return self._of_another(self._match(shapes.ABOUT))

    def _of_another(self, found: re.Match[str] | None) -> Standalone | None:
        """The last question about somebody or something else."""
        if not found:
            return None
        rest = next(filter(None, found.groups())).strip()
        names = NAMES.fullmatch(rest)
        people = self._seen.of(names["who"]) if names else []
        if people and all(self._is_person(one, alone=bool(found["name"])) for one in people):
            asked = [one.author or one.text for one in people]
            return self._or_as_it_is(again.of_people(self._before, asked))
        if found["name"]:
            return None
        phrase = phrase_of(rest, self._seen)
        whole = shapes.SIDE.fullmatch(phrase) or not (somebody(self._seen) or something(self._seen))
        if not phrase or not whole:
            return None
        return self._or_as_it_is(again.of_subject(self._before, phrase))

    def _is_person(self, name: Mention, *, alone: bool) -> bool:
        """Whether a name is somebody's; alone it may be anything that is looked for."""
        words = [word.casefold() for word in WORD.findall(name.text)]
        if name.authors or name.text.startswith("@"):
            return True
        if (
            alone
            or name.text.isupper()
            or MACHINES.intersection(words)
            or not self._known.directory
        ):
            return False
        return not any(map(self._known.ordinary, words))

    def _subject(self) -> Standalone | None:
        """A subject and nothing else, where the last answer asked for one."""
        phrase = phrase_of(shapes.LEAD.sub("", self._seen.text), self._seen)
        people = any(one.authors for one in self._seen.mentions)
        if people or not (phrase and self._is_short and self._before.subject_wanted):
            return None
        return self._or_as_it_is(again.of_subject(self._before, phrase))

    def _references(self) -> Standalone | None:
        person, thing = somebody(self._seen), something(self._seen)
        if not person and not thing:
            return None
        who, topic = self._who(person), self._before.topic
        unclear = who if person and len(who) > 1 and is_of_one(person) else ()
        put_in = person if who and not unclear else None
        text = referred(self._seen.text, put_in, who, thing, topic)
        more = bool(ELSE.search(text))
        text = ELSE.sub("", shapes.LEAD.sub("", text))
        question = as_question(self._seen.unmarked(text))
        if thing and not topic and not unclear:
            return self._or_as_it_is(again.behind(self._before, question))
        if again.lacks_subject(question, self._known):
            question = again.with_subject(self._before, question, self._known)
        return Standalone(question, more=more, unclear=unclear)

    def _who(self, person: Reference | None) -> tuple[str, ...]:
        """Whom a pronoun may mean: nobody who is named beside it."""
        here = {one.author for one in self._seen.mentions}
        return tuple(name for name in self._before.people if name not in here) if person else ()

    def _unsaid(self) -> Standalone | None:
        """Somebody is asked for their words, and not on what."""
        if not again.lacks_subject(self._text, self._known):
            return None
        return Standalone(again.with_subject(self._before, self._text, self._known))


def _marked(question: str, known: Known) -> Marked:
    """A question with its names found; its first word is none for its capital alone."""
    seen = marked(question, known.directory)
    first = seen.mentions[0] if seen.mentions else None
    if first and not first.authors and not question[: first.start].strip(" “\"'"):
        word, _, more = first.text.partition(" ")
        if not more and word[1:].islower():
            return marked(question.replace(word, word.lower(), 1), known.directory)
    return seen


def puts_in(question: str, than: str, known: Known) -> bool:
    """Whether a question asks for, or is about, somebody for whom another one does not ask."""
    new, old = known.named(question), known.named(than)
    asked, before = (
        {*named.speaking, *(one.name for one in named.unknown)} for named in (new, old)
    )
    return not asked <= before or not before.union(old.about).issuperset(new.about)
