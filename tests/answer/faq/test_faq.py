"""What is found while somebody types, what is taken for the answer, and what is never shown."""

import pytest

from answer.faq.faq import Faq

ENTRIES = """
## What is a corrigible agent?
Also asked: What does corrigibility mean?

One that lets itself be corrected.

## Why not switch it off?
Also asked: Could we pull the plug?

It may resist, unless it is docile.

## How fast will takeoff be?

Nobody knows.
"""
LIKE = "What is a corrigible agent like?"
HIDDEN = f'{{"id": "secret", "question": "{LIKE}", "answer": "x", "status": "Draft"}}'


@pytest.fixture
def faq(write, folder, embedder):
    write("entries.md", ENTRIES)
    write("hidden.jsonl", HIDDEN)
    return Faq.of(folder, embedder)


def found(faq, text, top=10):
    return [match.entry.id for match in faq.search(text, top)]


def test_nothing_is_read_before_it_is_asked(write, folder, embedder):
    faq = Faq.of(folder, embedder)
    write("entries.md", ENTRIES)
    assert len(faq.entries) == 3


@pytest.mark.parametrize("typed", ["corrigible", "corrigib", "CORRIG", "corrigibility"])
def test_a_single_word_finds_its_entry_also_while_it_is_typed(faq, typed):
    assert found(faq, typed)[:1] == ["what-is-a-corrigible-agent"]


def test_another_phrasing_finds_the_entry_and_is_named(faq):
    match = faq.search("pull the plug")[0]
    assert (match.entry.id, match.phrasing) == ("why-not-switch-it-off", "Could we pull the plug?")


def test_a_word_of_the_answer_finds_the_entry(faq):
    assert found(faq, "docile") == ["why-not-switch-it-off"]


def test_what_has_nothing_to_do_with_it_finds_nothing(faq):
    assert found(faq, "bread recipes") == []


def test_no_more_than_asked_for_are_found(faq):
    assert len(found(faq, "what agent why switch how takeoff", 2)) == 2


def test_a_score_lies_between_0_and_1(faq):
    assert all(0 <= match.score <= 1 for match in faq.search("What is a corrigible agent?"))


@pytest.mark.parametrize("text", ["", " ", "\n", "?", "\u0000", "a" * 50_000])
def test_what_is_no_question_does_no_harm(faq, text):
    assert faq.search(text) == []
    assert faq.answering(text) is None


def test_the_question_itself_is_answered(faq):
    match = faq.answering("why not SWITCH it off")
    assert match
    assert (match.entry.answer, match.phrasing) == (
        "It may resist, unless it is docile.", "Why not switch it off?",
    )  # fmt: skip


@pytest.mark.parametrize(
    "question",
    ["How fast will the train be?", "What does Ada Lindqvist think of corrigible agents?", "Why?"],
)
def test_another_question_is_not_answered(faq, question):
    assert faq.answering(question) is None


def test_what_is_not_published_is_nowhere(faq):
    assert "secret" not in faq.entries
    assert "secret" not in found(faq, LIKE)
    answering = faq.answering(LIKE)
    assert answering is None or answering.entry.id != "secret"


def test_a_change_is_seen_and_only_what_is_new_is_embedded(faq, write, embedder, monkeypatch):
    assert len(faq.entries) == 3
    embedded = []
    embed = embedder.embed_query
    monkeypatch.setattr(embedder, "embed_query", lambda text: embedded.append(text) or embed(text))
    write("new.md", "## Is it new?\n\nYes.")
    assert "is-it-new" in faq.entries
    assert embedded == ["Is it new?"]


def test_what_was_taken_away_is_gone(faq, folder):
    assert len(faq.entries) == 3
    (folder / "entries.md").unlink()
    assert faq.entries == {}
    assert faq.search("corrigible") == []


def test_related_are_published_and_three_at_most(write, folder, embedder):
    def row(id_, related=(), status="published"):
        return {
            "id": id_,
            "question": f"{id_}?",
            "answer": "x",
            "related": related,
            "status": status,
        }

    import json

    rows = [row("a", ["a", "hidden", "nowhere", "b", "c", "d", "e"]), row("hidden", status="Draft")]
    rows += [row(id_) for id_ in "bcde"]
    write("a.jsonl", "\n".join(map(json.dumps, rows)))
    faq = Faq.of(folder, embedder)
    assert [entry.id for entry in faq.related(faq.entries["a"])] == ["b", "c", "d"]


def test_another_phrasing_is_answered_and_named(faq):
    match = faq.answering("could we pull the plug")
    assert match
    assert (match.entry.id, match.phrasing) == ("why-not-switch-it-off", "Could we pull the plug?")


def test_who_is_asked_for_their_words_must_be_asked_for_by_the_entry_too(write, folder, embedder):
    write("a.md", "## What are the docile?\n\nThings.\n\n## Whose is the plug? (Ann)\n\nHers.")
    faq = Faq.of(
        folder, embedder, lambda text: frozenset({"Ann", "Bo"} & set(text[:-1].split("(")))
    )
    asked = "What are the docile?", "What are the docile? (Bo)", "Whose is the plug? (Ann)"
    answered = [faq.answering(question) for question in asked]
    assert [match and match.entry.answer for match in answered] == ["Things.", None, "Hers."]


def test_problems_are_told_once(faq, write, caplog):
    write("bad.jsonl", "{}")
    assert faq.problems == ("bad.jsonl, line 1: no question",)
    assert len(faq.entries) == 3
    assert caplog.messages == ["faq: bad.jsonl, line 1: no question"]
