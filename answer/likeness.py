"""The one door to rapidfuzz: which names a misspelt one may be."""

from collections.abc import Iterable

LIKE = 0.75
"""The share of a name that must be right. "Yudkowski" and "Elizer Yudkovsky" are above 0.85."""

EQUALLY = 0.02
"""What two names may differ by and be equally near."""


def nearest(name: str, names: Iterable[str]) -> list[str]:
    """The names that are most like one, if any is like it; a swap of letters is one mistake."""
    from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415  # most names need it not
    from rapidfuzz.process import extract  # noqa: PLC0415

    found = extract(
        name,
        list(names),
        scorer=DamerauLevenshtein.normalized_similarity,
        score_cutoff=LIKE,
        limit=None,
    )
    best = max((score for _, score, _ in found), default=0.0)
    return [other for other, score, _ in found if score >= best - EQUALLY]
