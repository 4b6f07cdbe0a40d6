"""Documents that are the same text."""

import pytest

from index.duplicates import Group, groups

POST, COMMENT = "kgb58RL88YChkkBNf", "J482p4hJBevBbwdmF"
LESSWRONG = f"https://www.lesswrong.com/posts/{POST}/measures"
ALIGNMENT = f"https://alignmentforum.org/posts/{POST}"


def essay(*numbers):
    """Sentences of which each has some words of its own."""
    return " ".join(
        f"The measure of number{n} has way{n} to fail, and people{n} see it late." for n in numbers
    )


LONG = essay(*range(12))


@pytest.fixture
def grouped(library):
    """The groups of some documents, by the names that these have."""

    def find(*documents):
        library.put(*documents)
        library.update()
        names = {one.id: one.path for one in documents}
        return {
            (group.reason, frozenset(names[id_] for id_ in group.documents))
            for group in groups(library.stores.catalogue)
        }

    return find


def same(reason, *names):
    return {(reason, frozenset(names))}


def test_texts_at_one_address_are_the_same(grouped, document):
    other = essay(*range(6), *range(20, 26))
    found = grouped(document(LONG, "a", url=LESSWRONG), document(other, "b", url=ALIGNMENT))
    assert found == same("address", "a", "b")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LESSWRONG, f"{LESSWRONG}?commentId={COMMENT}"),
        (f"{LESSWRONG}#{COMMENT}", f"{LESSWRONG}?commentId={POST}"),
        (LESSWRONG, LESSWRONG),
    ],
)
def test_other_words_at_an_address_are_another_text(grouped, document, one, other):
    words = essay(*range(20, 32))
    assert grouped(document(LONG, "a", url=one), document(words, "b", url=other)) == set()


def test_a_few_words_changed_in_each_paragraph_leave_the_text_the_same(grouped, document):
    edited = LONG.replace("see it", "notice it", 5)
    assert grouped(document(LONG, "a"), document(edited, "b")) == same("near", "a", "b")


def test_texts_on_one_pattern_are_not_the_same(grouped, document):
    assert grouped(document(LONG, "a"), document(essay(*range(6, 18)), "b")) == set()


def test_short_texts_are_not_the_same_for_being_alike(grouped, document):
    assert grouped(document("Thanks, I agree!", "a"), document("Thanks, I agree!", "b")) == set()


def test_an_excerpt_is_in_the_group_of_the_whole(grouped, document):
    excerpt = document(essay(3, 4, 5, 6), "b", "Ann")
    assert grouped(document(LONG, "a", "Ann"), excerpt) == same("excerpt", "a", "b")


def test_two_excerpts_of_one_text_are_in_one_group(grouped, document):
    parts = document(essay(1, 2, 3), "b"), document(essay(5, 6, 7), "c")
    assert grouped(document(LONG, "a"), *parts) == same("excerpt", "a", "b", "c")


@pytest.mark.parametrize("words", [essay(3, 4), f"{essay(3, 4, 5)} It is mine to say so here."])
def test_what_is_too_little_or_has_words_of_its_own_is_no_excerpt(grouped, document, words):
    assert grouped(document(LONG, "a"), document(words, "b")) == set()


def test_what_another_person_signs_is_no_excerpt_but_a_quotation(grouped, document):
    other = document(essay(3, 4, 5), "b", "Bo")
    assert grouped(document(LONG, "a", "Ann"), other) == set()


def test_a_quotation_makes_no_duplicate(library, grouped, document, write):
    library.ingest(write("q.md", f"I read this:\n\n> {LONG}\n\nIt is so, and I am glad of it."))
    assert grouped(document(LONG, "a"), document(essay(1, 2, 3), "b")) == same("excerpt", "a", "b")


def test_two_texts_that_quote_the_same_are_two(library, write):
    library.ingest(
        write("a.md", f"I agree with every word of it:\n\n> {LONG}"),
        write("b.md", f"Nobody should believe that any more:\n\n> {LONG}"),
    )
    library.update()
    assert groups(library.stores.catalogue) == []


def test_copies_of_a_text_that_mostly_quotes_are_the_same(library, write):
    text = f"I agree with every word of it:\n\n> {LONG}"
    library.ingest(write("a.md", text), write("b.md", text))
    library.update()
    assert [group.reason for group in groups(library.stores.catalogue)] == ["near"]


def test_a_group_has_the_weakest_of_its_reasons(grouped, document):
    texts = document(LONG, "a", url=LESSWRONG), document(LONG, "b", url=ALIGNMENT)
    assert grouped(*texts, document(LONG, "c")) == same("near", "a", "b", "c")


def test_largest_groups_come_first(library, document):
    other = essay(*range(20, 32))
    copies = document(LONG, "a"), document(LONG, "b"), document(LONG, "c")
    library.put(document(other, "1"), document(other, "2"), *copies)
    library.update()
    sizes = [len(group.documents) for group in groups(library.stores.catalogue)]
    assert sizes == [3, 2]


@pytest.mark.parametrize("text", [essay(*range(20, 32)), None])
def test_a_text_that_changes_or_goes_leaves_its_group(library, document, text):
    library.put(document(LONG, "a"), document(LONG, "b"))
    library.update()
    if text:
        library.put(document(text, "b"))
    else:
        library.remove(document(LONG, "b"))
    library.update()
    assert groups(library.stores.catalogue) == []


def test_a_new_text_finds_those_that_are_there_and_reads_no_others(library, document, monkeypatch):
    old, unlike = document(LONG, "a"), document(essay(*range(20, 32)), "b")
    library.put(old, unlike)
    library.update()
    new = document(LONG, "c")
    library.put(new)
    read, archive = [], library.archive
    whole = archive.document
    monkeypatch.setattr(archive, "document", lambda id_: read.append(id_) or whole(id_))
    library.update()
    assert groups(library.stores.catalogue) == [Group("near", tuple(sorted((old.id, new.id))))]
    assert read == [old.id]


def test_nothing_that_is_stored_changes(library, document):
    texts = document(LONG, "a"), document(LONG, "b")
    library.put(*texts)
    library.update()
    assert tuple(map(library.archive.document, (one.id for one in texts))) == texts
