"""Small charts as SVG: bars with their names, and how numbers between 0 and 1 are spread."""

from collections.abc import Sequence
from html import escape

WIDTH, ROW, LABEL = 640, 22, 300
LONGEST = 44
"""Characters of a name that fit beside its bar."""

BINS, HEIGHT = 10, 120


def bars(counts: Sequence[tuple[str, int]]) -> str:
    """A bar for each name and its count."""
    most = max((count for _, count in counts), default=1)
    rows = "".join(
        f'<text x="{LABEL - 8}" y="{y + 15}" text-anchor="end">{escape(_short(name))}</text>'
        f'<rect x="{LABEL}" y="{y + 4}" width="{_length(count, most):.0f}" height="{ROW - 8}"/>'
        f'<text x="{LABEL + _length(count, most) + 6:.0f}" y="{y + 15}">{count:,}</text>'
        for y, (name, count) in zip(range(0, ROW * len(counts), ROW), counts, strict=True)
    )
    told = ", ".join(f"{name}: {count}" for name, count in counts)
    return _svg(rows, ROW * len(counts), told)


def histogram(shares: Sequence[float]) -> str:
    """How many of some numbers lie in each tenth between 0 and 1."""
    counts = [0] * BINS
    for share in shares:
        counts[min(int(share * BINS), BINS - 1)] += 1
    most, step = max(*counts, 1), WIDTH / BINS
    columns = "".join(
        f'<rect x="{number * step + 4:.0f}" y="{HEIGHT - _height(count, most):.0f}"'
        f' width="{step - 8:.0f}" height="{_height(count, most):.0f}"/>'
        f'<text x="{(number + 0.5) * step:.0f}" y="{HEIGHT - _height(count, most) - 5:.0f}"'
        f' text-anchor="middle">{count or ""}</text>'
        f'<text x="{(number + 0.5) * step:.0f}" y="{HEIGHT + 18}" text-anchor="middle">'
        f"{number / BINS:.1f}–{(number + 1) / BINS:.1f}</text>"
        for number, count in enumerate(counts)
    )
    told = ", ".join(f"from {number / BINS:.1f}: {count}" for number, count in enumerate(counts))
    return _svg(columns, HEIGHT + 26, told)


def _svg(shapes: str, height: int, told: str) -> str:
    return (
        f'<svg viewBox="0 -20 {WIDTH} {height + 24}" role="img" aria-label="{escape(told)}">'
        f"{shapes}</svg>"
    )


def _short(name: str) -> str:
    flat = " ".join(name.split())
    return flat if len(flat) <= LONGEST else f"{flat[: LONGEST - 1]}…"


def _length(count: int, most: int) -> float:
    return (WIDTH - LABEL - 60) * count / most


def _height(count: int, most: int) -> float:
    return (HEIGHT - 20) * count / most
