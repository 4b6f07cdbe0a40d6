"""The index catches up with the archive, after an ingest and after a crash."""

import numpy as np
import pytest

from index import build
from index.build import Progress, update
from index.filters import EVERYTHING
from index.vector import small


def paragraph(word):
    """More than half a passage, so that it is one by itself."""
    return f"Alignment {word} " + "and so on " * 30 + "it goes."


A, B, C = map(paragraph, "abc")
NEAR_1 = pytest.approx(1, abs=0.02)


def indexed(library):
    """Where passages stand and what their vectors are; the same ids are in all the stores."""
    stores = library.stores
    ids = sorted(stores.catalogue.ids_of(change.id for change in library.archive.changes(0)))
    vectors = stores.vectors.fetch(range(1, 100))
    assert sorted(vectors) == sorted(stores.catalogue.sentences.of(range(1, 100))) == ids
    assert stores.keywords.admitted(range(1, 100), EVERYTHING) == ids
    assert stores.catalogue.count() == len(ids)
    assert stores.flat.nearest(library.embedder.embed_query("alignment"), 100).tolist() == ids
    assert [stores.flat.cosines(np.array([id_]), vectors[id_])[0] for id_ in ids] == [NEAR_1] * len(
        ids
    )
    passages = stores.catalogue.passages(ids)
    return {
        (p.document, p.start, p.end): vectors[id_].round(5).tolist() for id_, p in passages.items()
    }


def test_documents_are_found_after_an_update(library, document):
    library.put(document(A))
    library.update()
    assert library.found("a") == [A]


def test_a_changed_document_is_found_by_its_new_words_alone(library, document):
    library.put(document(A))
    library.update()
    library.put(document(B))
    library.update()
    assert (library.found("alignment"), len(indexed(library))) == ([B], 1)


def test_a_removed_document_is_not_found(library, document):
    library.put(document(A, "1"), document(B, "2"))
    library.update()
    library.remove(document(A, "1"))
    library.update()
    assert (library.found("alignment"), len(indexed(library))) == ([B], 1)


def test_an_update_moves_the_revision_on(library, document):
    library.put(document(A, "1"), document(B, "2"))
    library.update()
    assert library.stores.catalogue.revision == library.archive.revision == 2


def test_nothing_is_embedded_when_nothing_has_changed(library, document):
    library.put(document(A))
    library.update()
    library.update()
    assert library.embedder.embedded == [A]


def test_the_paragraphs_that_stay_are_not_embedded_again(library, document):
    library.put(document(f"{A}\n\n{B}"))
    library.update()
    library.put(document(f"{A}\n\n{C}"))
    library.update()
    assert library.embedder.embedded == [A, B, C]


def test_the_same_text_in_two_documents_is_embedded_once(library, document):
    library.put(document(A, "1"), document(A, "2"))
    library.update()
    library.put(document(A, "3"))
    library.update()
    assert (library.embedder.embedded, len(indexed(library))) == ([A], 3)


def test_the_title_is_embedded_before_the_text(library, document):
    library.put(document(f"# Power\n{A}", title="Agents"))
    library.update()
    assert library.embedder.embedded == [f"Agents Power\n{A}"]


def test_what_is_embedded_has_no_marks(library, document):
    library.put(document("See **[it](https://a.org)**, at https://b.org now."))
    library.update()
    assert library.embedder.embedded == ["See it, at now."]


def test_a_document_without_sentences_is_no_passage(library, document):
    library.put(document("---\n"))
    library.update()
    assert (library.stores.catalogue.count(), library.stores.catalogue.revision) == (0, 1)


def test_progress_tells_what_each_batch_did(library, document, monkeypatch):
    monkeypatch.setattr(build, "BATCH_CHARACTERS", 1)
    library.put(document(A, "1"), document(A, "2"))
    told = []
    update(library.archive, library.stores, library.embedder, told.append)
    assert told == [Progress(len(A), 1, 1), Progress(len(A), 1, 0)]


class Crash(BaseException):
    """A kill: nothing catches it."""


def killed(library, store, method, times):
    """Update a library, and be killed when a store has done something so many times."""
    target, done = getattr(library.stores, store), []
    real = getattr(target, method)

    def last(*arguments):
        result = real(*arguments)
        done.append(method)
        if len(done) == times:
            raise Crash
        return result

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(target, method, last)
        with pytest.raises(Crash):
            library.update()


def changed(library, document):
    """Something has changed, something is gone, and something is new."""
    library.put(document(A, "1"), document(B, "2"))
    library.update()
    library.put(document(f"{A}\n\n{C}", "1"), document(B, "3"))
    library.remove(document(B, "2"))


@pytest.fixture
def undisturbed(new_library, document):
    library = new_library("undisturbed")
    changed(library, document)
    library.update()
    return indexed(library)


@pytest.mark.parametrize(
    ("store", "method", "times"),
    [
        ("vectors", "fetch", 1),
        ("vectors", "remove", 1),
        ("flat", "forget", 1),
        ("keywords", "replace", 1),
        ("catalogue", "replace", 1),
        ("flat", "put", 1),
        ("vectors", "put", 1),
        ("keywords", "replace", 2),
    ],
)
def test_after_a_crash_an_update_gives_the_same_index(
    library, document, undisturbed, store, method, times
):
    changed(library, document)
    killed(library, store, method, times)
    library.update()
    assert indexed(library) == undisturbed


def test_after_a_crash_the_batches_that_were_done_are_not_done_again(
    library, document, monkeypatch
):
    monkeypatch.setattr(build, "BATCH_CHARACTERS", 1)
    library.put(document(A, "1"), document(B, "2"))
    killed(library, "keywords", "replace", 3)  # the first call of the second batch
    library.update()
    assert library.embedder.embedded == [A, B, B]


def test_vectors_are_those_of_the_texts(library, document):
    library.put(document(f"{A}\n\n{B}\n\n{A}"))
    library.update()
    vectors = library.stores.vectors.fetch([1, 2, 3])
    expected = [library.embedder.embed_query(text) for text in (A, B, A)]
    assert np.allclose([vectors[1], vectors[2], vectors[3]], expected, atol=1e-6)


def test_sentences_are_read_where_they_stand_behind_the_title(library, document):
    library.put(document("Cats [sleep](https://a.org). Power!", title="On cats"))
    library.update()
    read = library.stores.catalogue.sentences.of([1])[1]
    expected = [library.embedder.embed_query(text) for text in ("Cats sleep.", "Power!")]
    assert read.vectors.tolist() == small(np.stack(expected)).tolist()
    assert read.stems == ({"cat", "sleep"}, {"power"})


def test_sentences_that_stay_keep_what_was_read(library, document):
    library.put(document(f"{A}\n\n{B}"))
    library.update()
    before = library.stores.catalogue.sentences.of([1])[1].vectors.tolist()
    library.put(document(f"{A}\n\n{C}"))
    library.update()
    assert library.stores.catalogue.sentences.of([3])[3].vectors.tolist() == before


def test_sentences_that_are_parted_otherwise_are_read_again(library, document):
    library.put(document("Cats sleep. Power!"))
    library.update()
    library.put(document("Cats sleep\n\nPower!"))
    library.update()
    assert len(library.embedder.embedded) == 2
