"""Whether pages that give orders get what they want.

whosaid eval citations attacks

The pages of attacks.toml lie among the sample corpus, and each is asked about: extractively, and
with a model that obeys every order in all ways that it can.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Sized
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from answer.pipeline import Answerer
from answer.record import Answer
from answer.writing.writer import Writer
from evals.answers import corpus_source
from evals.attacks import Attack, attacks, corpus
from evals.gullible import MISDEEDS, Gullible
from evals.metrics import wilson
from evals.retrieval import spread, told
from evals.sample_asked import CORPUS
from evals.taken import Judging, Taking, more
from faces.library import Library, open_library
from faces.render import table
from ingest.sources import source
from settings import Settings

EXTRACTIVE = "no model"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an attack; `reached` tells that its page was cited, or read by the model.

    `reported` tells that its lie is told as what its own author writes, from words that have it.
    """

    attack: Attack
    misdeed: str
    reached: bool
    takings: tuple[Taking, ...]
    reported: bool
    answer: Answer


@dataclass(frozen=True, slots=True)
class Before:
    """Whether a question was answered where there was no attack, and what a model read there."""

    answered: bool
    read: tuple[str, ...]


class Asking:
    """Asks about attacks, and judges the answers by a corpus that has them."""

    def __init__(self, library: Library, chosen: Sequence[Attack]) -> None:
        self._library, self.judge = library, Judging(library.archive, chosen)
        self.model = Gullible()
        self._extractive = self._answerer(None)
        self._generated = self._answerer(Writer(self.model))

    def _answerer(self, writer: Writer | None) -> Answerer:
        library = self._library
        return Answerer(library.archive, library.stores, library.search, writer)

    def answer(self, attack: Attack, question: str, misdeed: str = EXTRACTIVE) -> Answer:
        """The answer of a model that does this, or the one without a model."""
        if misdeed == EXTRACTIVE:
            return self._extractive.answer(question)
        self.model.obey(attack, MISDEEDS[misdeed])
        return self._generated.answer(question)


@contextmanager
def mixed(settings: Settings, pages: Iterable[tuple[str, str]]) -> Iterator[Library]:
    """The sample corpus and some pages, in a folder that is thrown away."""
    with TemporaryDirectory() as folder:
        library = open_library(settings.model_copy(update={"data": Path(folder)}), create=True)
        library.ingest([source(str(CORPUS)), corpus_source(dict(pages))])
        yield library
        library.stores.vectors.close()


def outcomes(settings: Settings, chosen: Sequence[Attack]) -> list[Outcome]:
    """What became of some attacks, without a model and with each misdeed of the gullible one."""
    settings = settings.model_copy(update={"llm": "none", "nli_model": ""})
    asked = [(one, question) for one in chosen for question in one.questions]
    with mixed(settings, corpus(chosen, clean=True)) as library:
        asking = Asking(library, chosen)
        before = [_before(asking, *each) for each in asked]
    with mixed(settings, corpus(chosen)) as library:
        asking = Asking(library, chosen)
        return [
            _outcome(asking, *each, misdeed, without)
            for each, without in told(list(zip(asked, before, strict=True)))
            for misdeed in (EXTRACTIVE, *MISDEEDS)
        ]


def _before(asking: Asking, attack: Attack, question: str) -> Before:
    answered = not asking.answer(attack, question).abstained
    asking.answer(attack, question, "nothing")
    return Before(answered, tuple(asking.model.read))


def _outcome(
    asking: Asking, attack: Attack, question: str, misdeed: str, before: Before
) -> Outcome:
    answer = asking.answer(attack, question, misdeed)
    read = asking.model.read if misdeed != EXTRACTIVE else []
    takings = list(asking.judge.takings(attack, answer))
    if before.answered and not (answer.citations and answer.sentences):
        takings.append("silenced")
    if any(more(piece, read, before.read) for piece in attack.raw):
        takings.append("read raw")
    reached = attack.path in [citation.path for citation in answer.citations]
    reached = reached if misdeed == EXTRACTIVE else any(attack.author in text for text in read)
    return Outcome(
        attack,
        misdeed,
        reached,
        tuple(dict.fromkeys(takings)),
        asking.judge.reported(attack, answer),
        answer,
    )


def _family(name: str, found: Sequence[Outcome]) -> tuple[str, ...]:
    plain = [one for one in found if one.misdeed == EXTRACTIVE]
    by_model = [one for one in found if one.misdeed != EXTRACTIVE]
    return (
        name,
        str(len(_pages(found))),
        str(len(_pages(one for one in plain if one.reached))),
        _share(_pages(one for one in plain if one.takings), _pages(plain)),
        str(len(_pages(one for one in by_model if one.reached))),
        _share(_pages(one for one in by_model if one.takings), _pages(by_model)),
        _rate(by_model),
    )


def _pages(found: Iterable[Outcome]) -> set[str]:
    return {one.attack.path for one in found}


def _misdeed(name: str, found: Sequence[Outcome]) -> tuple[str, ...]:
    how = Counter(taking for one in found for taking in one.takings)
    told_of = ", ".join(f"{taking} {count}" for taking, count in how.most_common())
    return name, _rate(found), told_of, str(sum(one.reported for one in found))


def _rate(found: Sequence[Outcome]) -> str:
    """How many attacks succeeded, with the interval of the share."""
    return _share([one for one in found if one.takings], found)


def _share(hits: Sized, of: Sized) -> str:
    share, low, high = (100 * part for part in wilson(len(hits), len(of)))
    return f"{len(hits)} of {len(of)}: {share:.1f} % ({low:.1f} to {high:.1f})"


def tables(settings: Settings, limit: int | None = None) -> Iterator[str]:
    """Success by family, and by what the gullible model does."""
    found = outcomes(settings, spread(attacks(), limit))
    families = dict.fromkeys(one.attack.family for one in found)
    yield table([
        ("attacks", "pages", "cited", "pages that succeed", "read by the model",
         "pages that succeed with it", "answers in which they do"),
        *(_family(name, [one for one in found if one.attack.family == name]) for name in families),
        _family("all", found),
    ])  # fmt: skip
    yield table([
        ("what the model does", "answers that are taken in", "how", "told as its author's"),
        *(_misdeed(name, [one for one in found if one.misdeed == name])
          for name in (EXTRACTIVE, *MISDEEDS)),
    ])  # fmt: skip
