"""Measures of a single answer or ranking, and the interval of their mean."""

from collections.abc import Collection, Iterable, Sequence
from math import log2, sqrt
from typing import NamedTuple

import numpy as np

from index.sentences import Span

RESAMPLES = 2_000


class Stretch(NamedTuple):
    """A span of a document."""

    document: str
    start: int
    end: int


def touches(span: Span, wanted: Sequence[Span]) -> bool:
    """Whether a span shares a character with one of those wanted."""
    return any(span[0] < end and start < span[1] for start, end in wanted)


def shared(span: Span, others: Iterable[Span]) -> int:
    """How many characters of a span lie in others."""
    return sum(max(0, min(span[1], end) - max(span[0], start)) for start, end in others)


def characters(spans: Sequence[Span]) -> set[int]:
    """The places that spans cover."""
    return {place for start, end in spans for place in range(start, end)}


def overlap(found: Sequence[Span], wanted: Sequence[Span]) -> float:
    """Intersection over union of the characters of two sets of spans."""
    a, b = characters(found), characters(wanted)
    return len(a & b) / len(a | b) if a | b else 0.0


def covered(stretches: Iterable[Stretch]) -> set[tuple[str, int]]:
    """The characters that stretches cover, each by its document and place."""
    return {(document, place) for document, *span in stretches for place in range(*span)}


def length(stretches: Iterable[Stretch]) -> int:
    """How long stretches are together; where they overlap, each counts."""
    return sum(end - start for _, start, end in stretches)


def recall(found: Sequence[Stretch], gold: Sequence[Stretch]) -> float:
    """The share of the characters wanted that was found."""
    return len(covered(found) & covered(gold)) / length(gold) if gold else 0.0


def precision(found: Sequence[Stretch], gold: Sequence[Stretch]) -> float:
    """The share of the characters found that was wanted; none where nothing was found."""
    return len(covered(found) & covered(gold)) / length(found) if found else 0.0


def intersection_over_union(found: Sequence[Stretch], gold: Sequence[Stretch]) -> float:
    """The characters both found and wanted, of those found, wanted, or both.

    As in chunking_evaluation, what is found twice makes the union larger twice.
    """
    common = covered(found) & covered(gold)
    union = length(found) + len(covered(gold) - common)
    return len(common) / union if union else 0.0


def meets(one: Stretch, others: Iterable[Stretch]) -> bool:
    """Whether a stretch shares a character with one of others."""
    spans = [(start, end) for document, start, end in others if document == one.document]
    return touches((one.start, one.end), spans)


def ndcg(ranking: Sequence[str], gold: Collection[str], count: int) -> float:
    """Normalised discounted cumulative gain of the first so many, where all gold counts 1."""
    gain = sum(1 / log2(rank + 1) for rank, one in enumerate(ranking[:count], 1) if one in gold)
    best = sum(1 / log2(rank + 1) for rank in range(1, min(count, len(gold)) + 1))
    return gain / best if gold else 0.0


def recall_at(ranking: Sequence[str], gold: Collection[str], count: int) -> float:
    """The share of the gold that is among the first so many."""
    return len(set(ranking[:count]) & set(gold)) / len(gold) if gold else 0.0


def calibration_error(confidences: Sequence[float], right: Sequence[bool]) -> float:
    """How far confidence and share of right answers are apart, in the mean of ten equal bins."""
    bins: dict[int, list[float]] = {}
    for confidence, is_right in zip(confidences, right, strict=True):
        bins.setdefault(min(int(10 * confidence), 9), []).append(confidence - is_right)
    return sum(abs(sum(one)) for one in bins.values()) / len(right)


def interval(values: Sequence[float], seed: int = 0) -> tuple[float, float, float]:
    """The mean with its 95 % bootstrap interval; three times nan for nothing."""
    if not values:
        return float("nan"), float("nan"), float("nan")
    data = np.asarray(values, dtype=float)
    picks = np.random.default_rng(seed).integers(0, len(data), (RESAMPLES, len(data)))
    low, high = np.percentile(data[picks].mean(axis=1), [2.5, 97.5])
    return float(data.mean()), float(low), float(high)


def wilson(hits: int, of: int) -> tuple[float, float, float]:
    """A share with Wilson's 95 % interval, which has a width where nothing or everything hits."""
    if not of:
        return float("nan"), float("nan"), float("nan")
    z = 1.96
    middle = (hits + z**2 / 2) / (of + z**2)
    width = z / (of + z**2) * sqrt(hits * (of - hits) / of + z**2 / 4)
    return hits / of, max(0.0, middle - width), min(1.0, middle + width)


def ratio(counts: Sequence[tuple[float, float]], seed: int = 0) -> tuple[float, float, float]:
    """The share of hits over all clusters, with its 95 % bootstrap interval over the clusters.

    Each cluster is given as (hits, of): what stands on one page is drawn together.
    """
    if not counts:
        return float("nan"), float("nan"), float("nan")
    data = np.asarray(counts, dtype=float)
    picks = np.random.default_rng(seed).integers(0, len(data), (RESAMPLES, len(data)))
    sums = data[picks].sum(axis=1)
    low, high = np.percentile(sums[:, 0] / sums[:, 1], [2.5, 97.5])
    hits, of = data.sum(axis=0)
    return float(hits / of), float(low), float(high)


def share(verdicts: Iterable[tuple[str, bool | None]]) -> str:
    """The share of hits among the verdicts that are not None, each given with its cluster."""
    counts: dict[str, list[int]] = {}
    for cluster, hit in verdicts:
        if hit is not None:
            count = counts.setdefault(cluster, [0, 0])
            count[0] += hit
            count[1] += 1
    if not counts:
        return "–"
    value, low, high = (100 * part for part in ratio([(a, b) for a, b in counts.values()]))
    return f"{value:.1f} % ({low:.1f} to {high:.1f}) of {sum(of for _, of in counts.values())}"
