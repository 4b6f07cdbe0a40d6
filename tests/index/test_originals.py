"""Where the words of a quotation stand as their author's own."""

import pytest

from index.originals import original
from ingest.authorship import segments_of
from ingest.document import Author, Document

FIRST = "Measures fail when they become targets for all who are judged by them."
SECOND = "Nobody sees it before it is late, since the numbers go on looking well."
THIRD = "What is left then is to ask people, and to believe some of what they say."
WHOLE = f"{FIRST} {SECOND} {THIRD}"
ADAGE = "What gets measured gets managed, they say in all of the books on it."


def page(text, name, author="", **fields):
    """A whole page, cut into segments as an ingest does it."""
    segments = segments_of(text, (Author(author),) if author else ())
    return Document(f"file:/{name}", "file", text, segments, path=name, **fields)


@pytest.fixture
def find(library):
    """The original of the quotation on the first of some pages: where it is, and its words."""

    def find(quoting, *others):
        library.put(quoting, *others)
        library.update()
        quotation = next(one for one in quoting.segments if one.speaker)
        found = original(
            quoting, quotation.start, quotation.end, library.archive, library.stores.catalogue
        )
        return found and (found.document.path, found.document.text[found.start : found.end])

    return find


ANN = page(f"Some say so. {WHOLE} So I ask.", "ann", "Ann Lee")


def quoting(words, lead="I read this:", **fields):
    return page(f"{lead}\n\n> {words}\n\nI do not know.", "bo", "Bo Roe", **fields)


def test_the_original_are_the_sentences_of_a_quotation(find):
    assert find(quoting(WHOLE), ANN) == ("ann", WHOLE)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (WHOLE.replace("targets", "[targets](https://a.org)").upper(), WHOLE),
        (f"{FIRST} […] {THIRD}", WHOLE),
        (f"{FIRST} ... {THIRD}", WHOLE),
        (f"when they become targets for all who are judged by them. {SECOND}", f"{FIRST} {SECOND}"),
        (f"{FIRST} Nobody sees it before it is late…", f"{FIRST} {SECOND}"),
        (f"{FIRST} Anything else may stand here.", FIRST),
    ],
)  # fmt: skip
def test_marks_and_what_is_left_out_do_not_hinder(find, words, found):
    assert find(quoting(words), ANN) == ("ann", found)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("since the numbers go on looking well.", None),
        ("it is late, since the numbers go on looking well.", SECOND),
        ("Nobody sees it before it is late, since …", SECOND),
        ("sees it before it is late, since the numbers go on looking", None),
    ],
)
def test_one_sentence_may_be_cut_at_one_end_where_the_page_names_its_author(find, words, found):
    expected = found and ("ann", found)
    assert find(quoting(words, "Lee has this:"), ANN) == expected


@pytest.mark.parametrize(
    "lead", ["Lee has this:", "From [it](https://a.org/p?utm_source=x):", "In “On Measures”:"]
)
def test_few_words_in_marks_need_a_page_that_tells_where_they_are_from(find, lead):
    source = page(ADAGE, "ann", "Ann Lee", url="https://www.a.org/p", title="On measures")
    quoted = page(f"{lead} “{ADAGE}” I do not know.", "bo", "Bo Roe")
    assert find(quoted, source) == ("ann", ADAGE)


def test_few_words_in_marks_may_be_anybodys(find):
    quoted = page(f"There is a saying: “{ADAGE}” I do not know.", "bo", "Bo Roe")
    assert find(quoted, page(ADAGE, "ann", "Ann Lee")) is None


@pytest.mark.parametrize("words", ["Thanks!", "It is so, I say.", "Yes. No. Well. So. Thanks. Hm."])
def test_what_everybody_says_has_no_original(find, words):
    assert find(quoting(words), page(words, "ann", "Ann Lee")) is None


@pytest.mark.parametrize(
    "source",
    [
        page(WHOLE, "nobody"),
        page(f"> {WHOLE}\n\nSo it was said to me.", "ann", "Ann Lee"),
        page(f"Cy Poe has this:\n\n{WHOLE}", "ann", "Ann Lee"),
        page(f"They call it “{FIRST} {SECOND}” in our town.", "ann", "Ann Lee"),
        page(WHOLE, "late", "Ann Lee", date="2024-05-01"),
    ],
    ids=["unsigned", "quoted too", "led in", "in marks", "later"],
)
def test_what_may_be_quoted_there_too_is_no_original(find, source):
    assert find(quoting(WHOLE, date="2023"), source) is None


@pytest.mark.parametrize("lead", ["Cy Poe writes:", "As Cy Poe has it somewhere in those days:"])
def test_a_page_that_names_somebody_else_is_believed(find, lead):
    assert find(quoting(WHOLE, lead), ANN) is None


def test_a_title_is_no_quotation(find):
    title = "Measures that fail when they become targets for all of us in the end"
    source = page(f"{title}\n\n{WHOLE}", "ann", "Ann Lee", title=title)
    assert find(quoting(title, "Lee has this:"), source) is None


@pytest.mark.parametrize("lead", ["Lee, A. (2001).", "Lee, 2001:", "Lee et al.,"])
def test_the_title_of_a_paper_is_none_either(find, lead):
    quoted = page(f"{lead} “{ADAGE}” A journal.", "bo", "Bo Roe")
    assert find(quoted, page(ADAGE, "ann", "Ann Lee")) is None


def test_the_earlier_of_two_who_sign_the_words_wrote_them(find):
    early, late = (page(WHOLE, f"{n}", f"Ann Lee{n}", date=n) for n in ("2021", "2022"))
    assert find(quoting(WHOLE), late, early) == ("2021", WHOLE)


@pytest.mark.parametrize("date", [None, "2021"])
def test_of_two_with_equal_claims_neither_is_guessed(find, date):
    assert find(quoting(WHOLE), ANN, page(WHOLE, "cy", "Cy Poe", date=date)) is None


def test_two_pages_of_one_person_are_no_rivals(find):
    assert (
        find(quoting(WHOLE), page(WHOLE, "a", "Ann Lee"), page(WHOLE, "a2", "annlee")) is not None
    )


def test_in_a_thread_the_turn_that_is_quoted_is_the_original(find):
    thread = f"Ann Lee 3y 12\n{WHOLE}\n\nBo Roe 3y 2\n> {WHOLE}\n\nI do not know."
    assert find(page(thread, "thread")) == ("thread", WHOLE)


def test_who_repeats_themselves_on_a_page_is_not_looked_up(find):
    text = f"{WHOLE}\n\nBefore I come to that, once more:\n\n> {WHOLE}\n"
    assert find(page(text, "bo", "Bo Roe")) is None


def test_words_elsewhere_in_the_quotation_tell_whose_a_few_are(library):
    quoted = quoting(WHOLE)
    library.put(quoted, ANN)
    library.update()
    start = quoted.text.index("since the numbers")
    found = original(quoted, start, start + 36, library.archive, library.stores.catalogue)
    assert (found.writers, found.document.text[found.start : found.end]) == (("Ann Lee",), SECOND)
