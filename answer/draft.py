"""An answer record while it is being filled in."""

from time import perf_counter

from answer.record import Answer, Timings


class Clock:
    """Milliseconds since the question came, and since the passages were found."""

    def __init__(self) -> None:
        self._start = perf_counter()
        self._found = self._start

    def retrieved(self) -> None:
        """The passages are found now."""
        self._found = perf_counter()

    def timings(self) -> Timings:
        """What it has taken until now."""
        now = perf_counter()
        retrieve, total = self._found - self._start, now - self._start
        return Timings(
            retrieve=round(retrieve * 1000, 1),
            answer=round((total - retrieve) * 1000, 1),
            total=round(total * 1000, 1),
        )


class Draft:
    """A question on the way to its answer; `missing` is what the answer cannot give."""

    def __init__(self, id_: str, question: str) -> None:
        self._id, self._question = id_, question
        self.clock = Clock()
        self.asked = question
        self.confidence = 0.0
        self.missing: list[str] = []

    def reply(self, text: str) -> Answer:
        """A plain reply, which cites nothing."""
        self.confidence = 1.0
        return self.finish(answer=text, abstained=False)

    def abstain(self, *reasons: str) -> Answer:
        """No answer, and why."""
        reason = " ".join([*self.missing, *reasons])
        return self.finish(answer=reason, abstained=True, reason=reason)

    def finish(self, **fields: object) -> Answer:
        """The record with these fields and the honest empty value of the others."""
        defaults = {
            "reason": " ".join(self.missing) or None,
            "model": None,
            "sentences": (),
            "citations": (),
        }
        record = defaults | {
            "schema": 1, "id": self._id, "question": self._question, "asked": self.asked,
            "mode": "extractive", "confidence": round(self.confidence, 3),
            "timings_ms": self.clock.timings(),
        }  # fmt: skip
        return Answer.model_validate(record | fields)
