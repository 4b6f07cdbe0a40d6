"""What a batch came to, as a table."""

from collections.abc import Sequence
from statistics import median, quantiles

from faces.batch.run import Tally
from faces.render import table


def summary(tally: Tally, seconds: float) -> str:
    """How many rows were answered, how sure the answers are, and how long they took."""
    asked = tally.answered + tally.abstained + tally.failed
    rows = [
        ("answered", f"{tally.answered:,}", _share(tally.answered, asked)),
        ("abstained", f"{tally.abstained:,}", _share(tally.abstained, asked)),
        ("failed", f"{tally.failed:,}", _share(tally.failed, asked)),
        ("there before", f"{tally.skipped:,}", ""),
    ]
    if tally.confidence:
        low, _, high = _quarters(tally.confidence)
        middle = f"half of them {low:.2f} to {high:.2f}"
        rows.append(("confidence", f"{median(tally.confidence):.2f}", middle))
    if tally.took:
        rate = f"{asked / seconds:,.1f} questions a second" if seconds else ""
        rows.append(("time", _time(seconds), rate))
        rows.append(("an answer", f"{median(tally.took):,.0f} ms", "the middle one"))
    return table(rows)


def _share(count: int, of: int) -> str:
    return f"{100 * count / of:.1f} %" if of else ""


def _quarters(numbers: Sequence[float]) -> list[float]:
    return quantiles(numbers, n=4, method="inclusive") if len(numbers) > 1 else [numbers[0]] * 3


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{seconds:.1f} s"
