"""The works that an answer cites: whose they are, and whose they are not."""

from collections.abc import Callable
from typing import Any

import pytest

from answer.record import Citation
from faces.exports.works import Work, works
from ingest.document import UNNAMED, Author, Document, Segment
from tests.faces.chat.test_cards import citation

ADA, BEA = (Author("Ada"),), (Author("Bea"),)
Cited = Callable[..., list[Work]]


@pytest.fixture
def cited(library: Any) -> Cited:
    """The works that are cited by citations of one page of the archive."""

    def find(parts: tuple[Segment, ...], *citations: Citation) -> list[Work]:
        page = Document("key", "file", "One.\nTwo.", parts)
        library.put(page)
        of_page = [one.model_copy(update={"document": page.id}) for one in citations]
        return works(of_page, library.archive)

    return find


def whole(*authors: Author, **fields: Any) -> tuple[Segment, ...]:
    return (Segment(0, 9, authors, "byline", **fields),)


def test_a_page_of_one_author_is_a_work(cited: Cited) -> None:
    one = citation(title="Shards", date="2024-05-06", url="https://a.org/")
    assert cited(whole(*ADA), one, one.model_copy(update={"n": 2})) == [
        Work("ada2024", ("Ada",), "Shards", None, "2024-05-06", "https://a.org/")
    ]


def test_a_part_of_somebody_elses_page_is_not_that_page(cited: Cited) -> None:
    parts = Segment(0, 5, ADA, "byline"), Segment(5, 9, BEA, "handle", permalink="https://a.org/#1")
    (work,) = cited(parts, citation(title="Shards", authors=("Bea",)))
    assert (work.authors, work.title, work.within) == (("Bea",), "Words in “Shards”", "Shards")


def test_the_first_speaker_of_a_conversation_does_not_own_it(cited: Cited) -> None:
    parts = Segment(0, 5, ADA, "handle"), Segment(5, 9, BEA, "handle")
    (work,) = cited(parts, citation(title="A talk"))
    assert work.title == "Words in “A talk”"


def test_whoever_is_quoted_did_not_write_the_work(cited: Cited) -> None:
    quoted = citation(title="A digest", authors=(), speaker="Eliza")
    assert cited(whole(*ADA), quoted)[0].authors == ("Ada",)
    assert cited((Segment(0, 9, speaker=UNNAMED),), quoted)[0].authors == ()


def test_two_works_have_two_keys(cited: Cited) -> None:
    found = cited(whole(*ADA), citation(url="https://a.org/1"), citation(url="https://a.org/2"))
    assert [work.key for work in found] == ["ada", "ada-2"]


def test_a_key_has_no_year_that_is_none(cited: Cited) -> None:
    (work,) = cited(whole(*ADA), citation(date="20 } b"))
    assert work.key == "ada"


def test_an_address_that_is_none_is_left_out(cited: Cited) -> None:
    assert cited(whole(*ADA), citation(url="http://[bad"))[0].url is None


def test_a_page_that_is_gone_is_nobodys_for_sure() -> None:
    class Empty:
        def document(self, id_: str) -> None:
            return None

    archive: Any = Empty()
    assert works([citation(title="T")], archive)[0].title == "Words in “T”"
