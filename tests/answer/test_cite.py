"""Evidence → citations: which place is cited, whose words they are, where else they stand."""

import pytest

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
