"""An answer as far as it is settled: sentences with their citations, given out one by one."""

from collections.abc import Iterator, Sequence

from answer.citing import Numbers, Place, place
from answer.compose import Said, marked, quotation
from answer.events import Delta
from answer.record import Citation, Sentence, Verdict


class Page:
    """The sentences that have been given out, and the text that they make."""

    def __init__(self, numbers: Numbers) -> None:
        self._numbers = numbers
        self._citations: dict[int, Citation] = {}
        self.places: set[Place] = set()
        self.sentences: list[Sentence] = []
        self.text = ""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """What is cited, in the order of the first use."""
        return tuple(self._citations.values())

    def add(
        self, text: str, said: Sequence[Said], verdict: Verdict, *, begins: bool = False
    ) -> Iterator[Citation | Delta]:
        """Give out a sentence, what it cites before its words."""
        numbers = []
        for one in map(self._numbers.numbered, said):
            numbers.append(one.citation.n)
            self.places.add(place(one.citation))
            if one.citation.n not in self._citations:
                self._citations[one.citation.n] = one.citation
                yield one.citation
        sentence = Sentence(text=text, citations=tuple(numbers), verdict=verdict)
        self.sentences.append(sentence)
        yield from self._written(marked(sentence), begins=begins)

    def quote(self, said: Sequence[Said]) -> Iterator[Citation | Delta]:
        """Give out the words themselves of what is not cited yet, as paragraphs of their own."""
        last: Said | None = None
        for one in said:
            if place(one.citation) not in self.places:
                begins = last is None or one.voice != last.voice
                yield from self.add(quotation(one, last), (one,), "quoted", begins=begins)
                last = one

    def _written(self, text: str, *, begins: bool) -> Iterator[Delta]:
        between = ("\n\n" if begins else " ") if self.text else ""
        self.text += between + text
        yield Delta(between + text)
