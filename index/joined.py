"""Passages that follow one another and are both found are one: more of a text in as many hits."""

import re
from collections.abc import Iterable
from dataclasses import replace

from index.hit import Hit
from index.ranking import SentenceSigns

LONGEST = 1_500
"""Characters of passages put together."""

WORDS = re.compile(r"\w")


def joined(hits: Iterable[Hit], count: int) -> list[Hit]:
    """So many hits, best first; each that follows on one before it is put to that.

    Only passages of the same segment under the same heading are put together. It ends with the
    first hit that follows on none where there are so many already.
    """
    best: list[Hit] = []
    for hit in hits:
        for number, other in enumerate(best):
            if _follow(hit, other):
                best[number] = _together(other, hit)
                break
        else:
            if len(best) == count:
                break
            best.append(hit)
    return best


def _follow(one: Hit, other: Hit) -> bool:
    """Whether there is nothing between two passages that is told apart, and not too much in all."""
    first, last = sorted((one.passage, other.passage), key=lambda passage: passage.start)
    return (
        (first.document, first.segment, first.heading)
        == (last.document, last.segment, last.heading)
        and last.end - first.start <= LONGEST
        and first.end <= last.start
        and not WORDS.search(one.document.text, first.end, last.start)
    )


def _together(best: Hit, other: Hit) -> Hit:
    first, last = sorted((best, other), key=lambda hit: hit.passage.start)
    passage = replace(
        first.passage,
        end=last.passage.end,
        sentences=first.passage.sentences + last.passage.sentences,
    )
    signs = SentenceSigns(
        first.sentences.meaning + last.sentences.meaning,
        first.sentences.held + last.sentences.held,
    )
    same = tuple(dict.fromkeys((*best.same, *other.same)))
    return replace(best, passage=passage, sentences=signs, same=same)
