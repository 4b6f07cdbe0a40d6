"""What a reader does with an answer: takes it along, rates it, goes on from it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]
SHARD = "What is a shard of value?"
PIECE = "A shard of value is a piece of a mind that was active when a reward came."


def exported(here: Any, name: str) -> tuple[str, str]:
    """The name and the text of the file that a format gives."""
    here.page.locator("#turn-1 .export summary").press("Enter")
    with here.page.expect_download() as download:
        here.page.get_by_role("button", name=name, exact=True).press("Enter")
    return download.value.suggested_filename, Path(download.value.path()).read_text()


def test_an_answer_is_exported(visit: Visit) -> None:
    here = visit()
    here.ask(SHARD)
    name, text = exported(here, "Markdown")
    assert (name, text.splitlines()[0]) == ("answer.md", f"## {SHARD}")
    name, text = exported(here, "JSON")
    assert (name, json.loads(text)["citations"][0]["quote"]) == ("answer.json", PIECE)
    name, text = exported(here, "BibTeX of the sources")
    assert name == "sources.bib"
    assert "author = {{Ada Lindqvist}}" in text
    name, text = exported(here, "CSL of the sources")
    assert json.loads(text)[0]["author"] == [{"literal": "Ada Lindqvist"}]


def test_an_answer_is_copied_with_its_sources(visit: Visit) -> None:
    here = visit()
    here.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    here.ask(SHARD)
    here.page.locator("#turn-1 .copy").press("Enter")
    here.page.locator("#turn-1 .copy", has_text="Copied").wait_for()
    copied = here.page.evaluate("navigator.clipboard.readText()")
    assert f"[1] Ada Lindqvist, What shards are · 6 May 2024: “{PIECE}”" in copied


def test_an_answer_is_rated_once_with_a_reason(visit: Visit, data: Path) -> None:
    here = visit()
    here.ask(SHARD)
    here.page.locator("#turn-1").get_by_role("button", name="No").press("Enter")
    here.page.keyboard.type("not <this>")
    here.page.keyboard.press("Enter")
    here.page.locator("#turn-1 .rating", has_text="Thank you.").wait_for()
    rating = json.loads((data / "ratings.jsonl").read_text().splitlines()[-1])
    assert (rating["question"], rating["thumb"]) == (SHARD, "down")
    assert rating["reason"] == "not <this>"
    here.page.reload()
    here.page.locator("#turn-1 .rating", has_text="Thank you.").wait_for()


def test_a_memory_of_ratings_that_is_none_takes_no_button_away(visit: Visit) -> None:
    here = visit()
    here.page.evaluate("localStorage.setItem('whosaid.rated', '5')")
    here.page.reload()
    here.page.locator("#examples button").first.wait_for()
    here.ask(SHARD)
    here.page.locator("#turn-1").get_by_role("button", name="No").press("Enter")
    here.page.locator("#turn-1 .reason").wait_for(timeout=5_000)


def test_a_question_that_goes_on_asks_itself(visit: Visit) -> None:
    here = visit()
    here.ask("What does Bo Amundsen think about AI control?")
    offered = here.page.locator("#turn-1 .next button").first
    offered.wait_for()
    question = offered.inner_text()
    offered.press("Enter")
    here.page.locator("#turn-2 .marker").first.wait_for()
    assert here.page.locator("#turn-2 .question").inner_text() == question


def test_an_open_card_stays_as_it_is_when_questions_to_go_on_with_come(visit: Visit) -> None:
    here = visit()
    here.ask("What does Bo Amundsen think about AI control?")
    marker = here.page.locator("#turn-1 .marker").first
    marker.click()
    before = here.page.locator(".card:popover-open").bounding_box()
    assert here.page.locator(".card:popover-open").get_attribute("id") == "card-1-1"
    here.page.locator("#turn-1 .next").wait_for()
    assert here.page.locator(".card:popover-open").get_attribute("id") == "card-1-1"
    assert here.page.locator(".card:popover-open").bounding_box() == before


def test_what_people_have_answered_is_shown_first_and_then_the_corpus(visit: Visit) -> None:
    here = visit()
    said = here.ask("What is reward hacking?")
    assert "Answered by people, to the question “What is reward hacking?”" in said
    assert "A trick <b>of</b> models." in said
    assert here.page.locator("#turn-1 .next button").inner_text() == "Who hacks rewards?"
    here.page.get_by_role("button", name="Ask the corpus instead").press("Enter")
    here.page.locator("#turn-1 .curated").wait_for(state="detached")
    here.page.locator("#turn-1 .actions").wait_for()
    assert here.page.locator("#turn-1 .question").inner_text() == "What is reward hacking?"


def test_answered_questions_are_offered_while_one_is_typed(visit: Visit) -> None:
    here = visit()
    here.page.locator("#box textarea").press_sequentially("reward ha")
    here.page.locator("#suggested button", has_text="What is reward hacking?").press("Enter")
    here.page.locator("#turn-1 .curated").wait_for()
    assert here.page.locator("#suggested li").count() == 0
