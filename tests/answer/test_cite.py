"""Evidence → citations: which place is cited, whose words they are, where else they stand."""

import pytest

from answer.cite import cite
from answer.evidence import Evidence
from index.passage import Passage
from index.ranking import SentenceSigns
from index.search import Hit
from index.sentences import sentences

LONG = "Reward hacking breaks every measure that it can reach in time."
SHORT = "Reward hacking is bad."


@pytest.fixture
def cited(answering, sure):
    """The only citation for a question about reward hacking, of pages by authors."""

    def ask(*pages):
        citations = answering(*pages).answer("What of reward hacking?").citations
        assert len(citations) == 1
        return citations[0]

    return ask


def test_a_citation_says_where_the_words_stand(cited, page):
    text = f"# Notes\n\n## Today\n\n{LONG}\n"
    found = cited(page(text, "n.md", "Ann", title="Notes", date="2024-03-01"))
    start = text.index(LONG)
    assert (found.path, found.title, found.heading, found.date, found.start, found.end) == (
        "n.md", "Notes", "Today", "2024-03-01", start, start + len(LONG),
    )  # fmt: skip
    assert (found.quote, found.authors, found.attribution.basis) == (LONG, ("Ann",), "metadata")


def test_a_citation_names_what_the_attribution_rests_on(cited):
    basis = cited(("", f"# On it\n\nBy Ann Lee\n\n{LONG}")).attribution
    assert (basis.basis, basis.evidence.model_dump()) == (
        "byline", {"start": 9, "end": 19, "text": "By Ann Lee"},
    )  # fmt: skip


def test_words_that_nobody_signs_have_no_author(cited):
    found = cited(("", LONG))
    assert (found.authors, found.attribution.model_dump()) == (
        (), {"basis": "unknown", "evidence": None},
    )  # fmt: skip


def test_the_other_places_of_the_same_words_are_listed(cited):
    found = cited(("", LONG), ("", f"Again:\n\n{LONG}"))
    places = {(found.path, found.start), *((o.path, o.start) for o in found.also)}
    assert places == {("0.txt", 0), ("1.txt", len("Again:\n\n"))}


def test_words_that_stand_twice_on_a_page_are_cited_once(cited):
    filler = " ".join(["Cats sleep all day and dogs bark."] * 80)
    found = cited(("", f"{LONG}\n\n{filler}\n\n{LONG}"))
    starts = {found.start, *(other.start for other in found.also)}
    assert starts == {0, len(LONG) + len(filler) + 4}


def test_a_run_of_sentences_has_its_other_places_as_a_whole(cited):
    run = "Reward breaks every measure that there is. Hacking is what breaks it in the end."
    found = cited(("", run), ("Ann", f"Dogs bark. {run}"))
    assert (found.quote, found.authors) == (run, ("Ann",))
    assert [(o.path, o.start, o.end) for o in found.also] == [("0.txt", 0, len(run))]


@pytest.mark.parametrize(
    "pages",
    [
        [("", LONG), ("Ann", LONG)],
        [("Ann", LONG), ("", LONG)],
        [("Bo", f"> {LONG}"), ("Ann", LONG)],
        [("Ann", LONG), ("Bo", f"> {LONG}")],
        [("", f"> {LONG}"), ("Ann", LONG), ("", LONG)],
    ],
)
def test_the_signed_original_is_cited_before_a_copy_or_a_quotation(cited, pages):
    found = cited(*pages)
    assert (found.authors, found.speaker, len(found.also)) == (("Ann",), None, len(pages) - 1)


def test_the_earlier_of_two_signed_places_is_cited(cited, page):
    found = cited(page(LONG, "b", "Bo", date="2024-01-01"), page(LONG, "a", "Ann", date="2021"))
    assert found.authors == ("Ann",)


def test_short_words_stay_where_they_were_found(answering, sure):
    answer = answering(("", f"{SHORT} Why, of reward?"), ("Ann", SHORT)).answer("of reward hacking")
    first = answer.citations[0]
    own = {"0.txt": (), "1.txt": ("Ann",)}
    assert first.authors == own[first.path]


def test_a_quotation_has_a_speaker_and_not_the_authors_name(cited):
    found = cited(("Ann", f"I read this:\n\n> {LONG}\n\nIt is so."))
    assert (found.speaker, found.authors) == ("unnamed", ())


def test_a_page_has_a_link_to_the_words(cited, page):
    found = cited(page(SHORT, "a", url="https://x.org/p"))
    assert (found.url, found.link) == (
        "https://x.org/p", "https://x.org/p#:~:text=Reward%20hacking%20is%20bad.",
    )  # fmt: skip


def test_a_page_without_an_address_has_none(cited):
    found = cited(("", SHORT))
    assert (found.url, found.link) == (None, None)


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "http://a b", "//x.org"],
)
def test_an_unsafe_address_never_comes_out(library, write, sure, url):
    library.ingest(write("a.jsonl", f'{{"text": "{SHORT}", "url": "{url}"}}'))
    library.update()
    from answer.pipeline import Answerer

    answer = Answerer(library.archive, library.stores, library.search).answer("reward hacking")
    assert (answer.citations[0].url, answer.citations[0].link) == (None, None)


WHOLE = (
    "Reward hacking breaks every measure that it can reach in time. Nobody sees it before it is "
    "late, since the numbers go on looking well."
)


@pytest.fixture
def citing(library):
    """The citation of words of the first of some pages, wherever they were found."""

    def make(words, *pages):
        library.put(*pages)
        library.update()
        document = pages[0]
        start = document.text.index(words)
        number = document.segments.index(document.segment_at(start))
        spans = tuple(sentences(document.text, start, start + len(words)))
        passage = Passage(document.id, start, start + len(words), spans, number)
        run = Evidence(
            Hit(document, passage, 1.0, 1.0, 1.0, SentenceSigns((), ())), spans, 1.0, 1.0, 1.0
        )
        return cite(1, run, library.archive, library.stores.catalogue)

    return make


def places(citation):
    return [other.path for other in citation.also]


@pytest.mark.parametrize("lead", ["I read this:", "Lee has this:"])
def test_a_quotation_is_cited_where_it_is_from(citing, page, lead):
    quoting = page(f"{lead}\n\n> {WHOLE}\n\nI do not know.", "bo", "Bo Roe", date="2023")
    found = citing(WHOLE, quoting, page(f"So it is. {WHOLE}", "ann", "Ann Lee", date="2020"))
    assert (found.path, found.authors, found.speaker, found.date) == (
        "ann", ("Ann Lee",), None, "2020",
    )  # fmt: skip
    assert (found.quote, places(found)) == (WHOLE, ["bo"])


def test_a_quotation_that_leaves_something_out_is_cited_whole(citing, page):
    cut = WHOLE.replace(", since the numbers go on looking well", " …")
    found = citing(cut, page(f"> {cut}\n\nI know.", "bo", "Bo"), page(WHOLE, "ann", "Ann"))
    assert (found.quote, found.authors, places(found)) == (WHOLE, ("Ann",), ["bo"])


def test_an_original_that_says_half_of_it_is_not_cited_in_its_place(citing, page):
    said = f"{WHOLE} Cats, who know all of that, sleep through the day and wake by night to eat."
    found = citing(said, page(f"> {said}\n\nI know.", "bo", "Bo"), page(WHOLE, "ann", "Ann"))
    assert (found.quote, found.speaker, found.path) == (said, "unnamed", "bo")


def test_a_quotation_whose_page_names_another_stays_one(citing, page):
    quoting = page(f"Cy Poe writes:\n\n> {WHOLE}\n\nI know.", "bo", "Bo Roe")
    found = citing(WHOLE, quoting, page(WHOLE, "ann", "Ann Lee"))
    assert (found.speaker, found.path, places(found)) == ("Cy Poe", "bo", ["ann"])


def test_words_that_a_page_quotes_from_another_are_not_given_to_who_signs_them(citing, page):
    quoting = page(f"Cy Poe writes:\n\n> {WHOLE}\n\nI know.", "bo", "Bo Roe")
    found = citing(WHOLE, page(WHOLE, "ann", "Ann Lee"), quoting)
    assert (found.speaker, found.authors, found.path) == ("Cy Poe", (), "bo")


@pytest.mark.parametrize(
    ("here", "there", "cited"),
    [("2021", "2020", "bo"), ("2020", "2021", "ann"), ("2021", None, "ann"), (None, "2020", "ann"),
     ("2020", "2020-05-01", "ann")],
)  # fmt: skip
def test_of_two_who_sign_the_same_words_the_earlier_is_cited(citing, page, here, there, cited):
    found = citing(WHOLE, page(WHOLE, "ann", "Ann", date=here), page(WHOLE, "bo", "Bo", date=there))
    assert (found.path, len(found.also)) == (cited, 1)


def test_the_date_of_a_comment_is_its_own(citing, page):
    thread = f"On it\n\n**Ann Lee** · 2021-03-04\n{WHOLE}\n\n**Bo Roe** · 2022-05-06\nI know that."
    assert citing(WHOLE, page(thread, date="2020-01-01")).date == "2021-03-04"


def test_a_variant_in_the_same_text_elsewhere_is_listed(citing, page):
    rest = " ".join(f"Dog{n} barks at cat{n} by night and by day." for n in range(20))
    other = page(f"Oh. {WHOLE.replace('well', 'good')} {rest}", "copy", "Ann")
    found = citing(WHOLE, page(f"{WHOLE} {rest}", "ann", "Ann"), other)
    assert (found.path, places(found)) == ("ann", ["copy"])
    assert found.also[0].start == len("Oh. ")


def test_another_sentence_of_the_same_text_is_no_variant(citing, page):
    one, other = (f"Measure number{n} breaks when it becomes a target for all." for n in "ab")
    rest = " ".join(f"Dog{n} barks at cat{n} by night and by day." for n in range(20))
    found = citing(one, page(f"{one} {other} {rest}", "ann"), page(f"{other} {rest}", "copy"))
    assert found.also == ()


def test_what_is_cited_is_always_the_stored_text(citing, page, library):
    quoting = page(f"See:\n\n> *Reward* {WHOLE[7:]}\n\nI know.", "bo", "Bo")
    found = citing(f"*Reward* {WHOLE[7:]}", quoting, page(f"A\r\n\r\n{WHOLE}", "ann", "Ann"))
    text = library.archive.document(found.document).text
    assert (found.path, text[found.start : found.end]) == ("ann", found.quote)
