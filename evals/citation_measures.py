"""Measures of the citations of one answer, each against the archive and not against the answer.

The precision and the recall are those of ALCE (Gao et al. 2023, arXiv 2305.14627).
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from answer.record import Answer, Citation, Sentence
from evals import said_names
from evals.cited_places import Place, Places
from evals.entailing import Judge, premise
from evals.forum import same
from evals.quotation_marks import MARKER, Parted, parted, plain
from evals.said_names import Names


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer, with what the archive has at the places that it cites."""

    answer: Answer
    places: Mapping[int, Place]

    @property
    def passing(self) -> list[Sentence]:
        """The sentences that are not shown as unsupported."""
        return [one for one in self.answer.sentences if one.verdict != "unsupported"]

    def cited(self, sentence: Sentence) -> dict[int, Place]:
        """The places that a sentence cites, as far as they are there."""
        return {n: self.places[n] for n in sentence.citations if n in self.places}

    def parted(self, sentence: Sentence) -> Parted:
        """A sentence without what it quotes."""
        places = self.cited(sentence).values()
        about = [part for place in places for part in place.about]
        return parted(sentence.text, [place.words for place in places], about)


def looked_up(answer: Answer, places: Places) -> Answered:
    """An answer with its places."""
    return Answered(answer, places.of(answer.citations))


def borne_out(one: Answered, sentence: Sentence, judge: Judge) -> bool:
    """Recall: whether what a sentence cites bears it out, taken together."""
    places = one.cited(sentence).values()
    return bool(places) and judge.entails(premise(places), sentence.text)


def needed(one: Answered, sentence: Sentence, judge: Judge) -> Iterator[bool]:
    """Precision: for each citation of a sentence whether it is right to be there.

    Where all together bear the sentence out, one is right that does so by itself, or without which
    the others do not.
    """
    whole, places = borne_out(one, sentence, judge), one.cited(sentence)
    for n in sentence.citations:
        others = [place for m, place in places.items() if m != n]
        yield whole and (
            not others
            or judge.entails(premise([places[n]]), sentence.text)
            or not judge.entails(premise(others), sentence.text)
        )


def exact(one: Answered, citation: Citation, text: str | None = None) -> bool:
    """Whether the quote stands at its place in the archive, and in the file if that is given."""
    place = one.places.get(citation.n)
    in_file = text is None or text[citation.start : citation.end] == citation.quote
    return place is not None and place.words == citation.quote and in_file


def false_quotations(one: Answered) -> list[str]:
    """What stands in quotation marks in a passing sentence and not in what that cites."""
    return [words for sentence in one.passing for words in one.parted(sentence).false]


def loose_marks(one: Answered) -> list[str]:
    """What looks like a citation outside of quoted words, and is none of the sentence it is in."""
    loose = []
    for sentence in one.answer.sentences:
        loose += MARKER.findall(one.parted(sentence).around)
        loose += [f"[{n}]" for n in sentence.citations if n not in one.places]
    return loose + MARKER.findall(between(one.answer))


def between(answer: Answer) -> str:
    """What an answer says beside its sentences and their numbers."""
    text = answer.answer
    for sentence in answer.sentences:
        marks = "".join(f" [{n}]" for n in sentence.citations)
        text = text.replace(sentence.text + marks, "", 1)
    return plain(text)


def wrong_speakers(one: Answered, names: Names) -> list[list[str]]:
    """For each passing sentence the names in it that are not of those whose words it cites.

    A sentence that goes on with the voice of the one before must cite the same voice.
    """
    heard: tuple[frozenset[str], ...] = ()
    found = []
    for sentence in one.passing:
        around, places = one.parted(sentence).around, one.cited(sentence)
        wrong = said_names.wrong(around, places.values(), names)
        voices = said_names.voices(around, places.values(), names)
        if voices is None and not said_names.inherited(heard, places.values()):
            wrong.append(f"the voice before: {around}")
        heard = heard if voices is None else voices
        found.append(wrong)
    return found


def strangers(one: Answered, names: Names, gold: Mapping[str, Collection[str]]) -> list[list[str]]:
    """For each passing sentence the names to which it gives words that the data give to others.

    `gold` are the authors of documents by their paths, or by their ids at the source. Sentences
    with words that quote somebody, or of which the data know nothing, are left out.
    """
    by_number = {citation.n: citation for citation in one.answer.citations}
    found = []
    for sentence in one.passing:
        owners = [_owners(by_number[n], gold) for n in sentence.citations if n in by_number]
        given = said_names.voices(one.parted(sentence).around, (), names) or ()
        right = [name for names in owners for name in names or ()]
        if owners and None not in owners:
            found.append([min(them) for them in given if not any(same(x, right) for x in them)])
    return found


def _owners(citation: Citation, gold: Mapping[str, Collection[str]]) -> Collection[str] | None:
    keys = citation.source_id or "", citation.path or ""
    return next((gold[key] for key in keys if key in gold and not citation.speaker), None)
