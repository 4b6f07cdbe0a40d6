"""What was found when the sentences of a written answer were checked → HTML."""

from collections import Counter
from html import escape

from answer.record import Answer, Verdict

MEANINGS: dict[Verdict, str] = {
    "supported": "checked against what it cites",
    "quoted": "in the authors' own words",
    "unsupported": "unsupported: nothing here says so",
}


def judged(text: str, verdict: Verdict) -> str:
    """A sentence of a language model, as HTML, so that its verdict shows."""
    if verdict == "unsupported":
        return f'<span class="unsupported">{text}</span> <small>unsupported</small>'
    return f'<span class="{verdict}" title="{MEANINGS[verdict]}">{text}</span>'


def verdicts(answer: Answer) -> str:
    """Who wrote an answer and how its sentences were checked; nothing where authors are quoted."""
    if answer.mode != "generated":
        return ""
    counts = Counter(sentence.verdict for sentence in answer.sentences)
    parts = [
        f"{counts[verdict]} {meaning}" for verdict, meaning in MEANINGS.items() if counts[verdict]
    ]
    return (
        f'<p class="verdicts">Written by {escape(answer.model or "a language model")}. '
        f"Of {len(answer.sentences)} sentence{'s' if len(answer.sentences) > 1 else ''}: "
        f"{escape(', '.join(parts))}.</p>"
    )
