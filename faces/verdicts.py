"""What was found when the sentences of a written answer were checked, as text and as HTML."""

from collections import Counter
from html import escape

from answer.record import Answer, Verdict

LABEL = "unsupported"
"""Stands behind a sentence that nothing bears out."""

MEANINGS: dict[Verdict, tuple[str, str]] = {
    "supported": ("checked against what it cites", "checked against what they cite"),
    "quoted": ("in the authors' own words", "in the authors' own words"),
    "unsupported": (LABEL, LABEL),
}
"""What a verdict says of one sentence and of several."""


def summary(answer: Answer) -> str:
    """Who wrote an answer and how its sentences were checked; nothing where authors are quoted."""
    if answer.mode != "generated":
        return ""
    counts = Counter(sentence.verdict for sentence in answer.sentences)
    parts = [
        f"{count} {meaning[count > 1]}"
        for verdict, meaning in MEANINGS.items()
        if (count := counts[verdict])
    ]
    number = len(answer.sentences)
    return (
        f"Written by {answer.model or 'a language model'}. "
        f"Of {number} sentence{'s' if number > 1 else ''}: {', '.join(parts)}."
    )


def verdicts(answer: Answer) -> str:
    """The summary as HTML."""
    said = summary(answer)
    return f'<p class="verdicts">{escape(said)}</p>' if said else ""


def judged(text: str, verdict: Verdict) -> str:
    """A sentence of a language model, as HTML, so that its verdict shows."""
    if verdict == "unsupported":
        return f'<span class="unsupported">{text}</span>&nbsp;<small>{LABEL}</small>'
    return f'<span class="{verdict}" title="{MEANINGS[verdict][0]}">{text}</span>'
