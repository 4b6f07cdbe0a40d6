"""Marks that a model writes → the sentences that it means."""

from dataclasses import dataclass

NOUN = "\ufffc"
"""Stands in a claim for a mark that is a part of its grammar: "according to [2]"."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A citation as the model wrote it: a source, or one of its sentences, both from 1."""

    source: int
    sentence: int | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that a model wrote, with what it cites.

    `text` is plain: no markup and no marks, but NOUN for each of `nouns`, in their order; these
    are among the `marks` too. `begins` tells that a paragraph begins with it, and `whole` that the
    model finished it.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    nouns: tuple[Mark, ...] = ()
    begins: bool = False
    whole: bool = True
