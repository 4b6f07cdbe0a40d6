"""Of several hits with the same words the one that is kept."""

import pytest

from ingest.authorship import segments_of
from ingest.document import Author, Document

SAID = "Reward hacking breaks every measure that it can reach in time"
MORE = (
    f"{SAID}, and nobody who looks at the numbers alone will see that it has happened before the "
    "damage is done, because the numbers go on looking well for a long while after."
)


def page(text, name, author="", **fields):
    segments = segments_of(text, (Author(author),) if author else ())
    return Document(f"file:/{name}", "file", text, segments, path=name, **fields)


@pytest.fixture
def hits(library):
    """The hits for a question about reward hacking, among pages."""

    def find(*pages, count=10):
        library.put(*pages)
        library.update()
        return library.search.hits("reward hacking numbers", count)

    return find


def kept(hits):
    return [hit.document.path for hit in hits]


@pytest.mark.parametrize(
    "other",
    [
        page(f"{SAID}!", "other", title="A cross-post under another title"),
        page(f"**Reward** [hacking](https://a.org){SAID[14:]}.", "other"),
    ],
    ids=["title", "marks"],
)
def test_the_same_words_are_one_hit(hits, other):
    assert len(hits(page(f"{SAID}.", "one"), other)) == 1


def test_a_hit_knows_where_else_it_was_found(hits):
    pages = [page(f"{SAID}.", name, title=name * 9) for name in "abc"]
    (hit,) = hits(*pages)
    assert {hit.document.id, *hit.same} == {one.id for one in pages}


@pytest.mark.parametrize(
    ("better", "other"),
    [
        (page(f"{SAID}.", "better"), page(f"> {SAID}.", "b", "Bo")),
        (page(f"{SAID}.", "better", "Ann"), page(f"{SAID}.", "b")),
        (page(f"{SAID}.", "better", "Ann", date="2020"), page(f"{SAID}.", "b", "Bo", date="2021")),
    ],
    ids=["own", "signed", "early"],
)
def test_the_place_closest_to_whoever_said_it_is_kept(hits, better, other):
    assert kept(hits(other, better)) == kept(hits(better, other)) == ["better"]


def test_the_rank_is_that_of_the_best(hits):
    better = page(f"{SAID}.", "z", "Ann", title="Cats")
    (hit,) = hits(page(f"{SAID}.", "a", title="Reward hacking"), better)
    assert (hit.document.path, hit.score) == ("z", 1.0)


def test_the_sentences_are_those_of_the_place_that_is_kept(hits):
    two = page(f"{SAID}\n\nand it goes on", "two", title="Reward hacking")
    (hit,) = hits(two, page(f"{SAID} and it goes on.", "one", "Ann"))
    assert (hit.document.path, len(hit.sentences.meaning)) == ("one", 1)


def test_nearly_the_same_words_are_one_hit(hits):
    assert len(hits(page(MORE, "a"), page(MORE.replace("happened", "begun"), "b"))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (page(MORE, "a", "Ann"), page(MORE.replace("happened", "begun"), "b", "Bo")),
        (page(MORE, "a"), page(MORE.replace("breaks", "breaks not"), "b")),
        (page(f"{SAID}.", "a"), page(f"{SAID} again.", "b")),
    ],
    ids=["another person", "another meaning", "few words"],
)
def test_words_that_differ_in_something_are_two(hits, one, other):
    assert len(hits(one, other)) == 2


def test_parts_of_texts_that_are_the_same_are_one_hit(hits):
    filler = " ".join(f"Dog{n} barks at cat{n} by night and by day." for n in range(30))
    one, other = page(f"{filler}\n\n{SAID}.", "a"), page(f"{filler}\n\nOh, {SAID} now.", "b")
    assert len([hit for hit in hits(one, other) if SAID in hit.text]) == 1


def test_as_many_hits_come_as_were_asked_for(hits):
    pages = [page(f"{SAID}.", f"{n}", title=f"{n}") for n in range(4)]
    assert len(hits(*pages, page("Reward is no measure.", "x"), count=2)) == 2
