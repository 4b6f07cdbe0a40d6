"""A conversation that lasts: over a reload, from a link, and until a new one is begun."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]
SHARD, CONTROL = "What is a shard of value?", "What does AI control assume?"


def questions(here: Any) -> list[str]:
    return [one.inner_text() for one in here.page.locator(".turn .question").all()]


def test_a_reload_shows_the_conversation_again_with_its_cards(visit: Visit) -> None:
    here = visit()
    first = here.ask(SHARD)
    here.ask(CONTROL)
    here.page.reload()
    here.page.locator("#turn-2 .actions").wait_for()
    assert questions(here) == [SHARD, CONTROL]
    assert here.page.locator("#turn-1 .answer").inner_text() == first
    here.page.locator("#turn-1 .marker").first.click()
    assert "Ada Lindqvist" in here.page.locator(".card:popover-open").inner_text()


def test_a_conversation_goes_on_after_a_reload(visit: Visit) -> None:
    here = visit()
    here.ask(SHARD)
    here.page.reload()
    here.page.locator("#turn-1 .actions").wait_for()
    here.ask(CONTROL)
    assert questions(here) == [SHARD, CONTROL]


def test_a_new_chat_forgets_the_old_one(visit: Visit) -> None:
    here = visit()
    here.ask(SHARD)
    here.page.get_by_role("button", name="New chat").press("Enter")
    here.page.locator("#welcome").wait_for()
    here.page.reload()
    here.page.locator("#examples button").first.wait_for()
    assert questions(here) == []


def test_what_was_kept_and_is_none_of_ours_is_left_out(visit: Visit) -> None:
    here = visit()
    bad = '[{"question": 7}, {"question": "<img src=x onerror=alert(1)>", "text": "So"}]'
    here.page.evaluate("kept => localStorage.setItem('whosaid.conversation', kept)", bad)
    here.page.reload()
    here.page.locator("#turn-1 .actions").wait_for()
    assert questions(here) == ["<img src=x onerror=alert(1)>"]
    assert here.page.locator("#turn-1 .status").inner_text() == "stopped"
    assert here.dialogs == []


def test_a_question_is_asked_again_in_its_place(visit: Visit) -> None:
    here = visit()
    here.ask(SHARD)
    here.ask(CONTROL)
    here.page.locator("#turn-1").get_by_role("button", name="Ask again").press("Enter")
    here.page.locator("#turn-2").wait_for(state="detached")
    here.page.locator("#turn-1 .actions").wait_for()
    assert questions(here) == [SHARD]


def test_an_earlier_question_is_edited_and_what_came_after_it_goes(visit: Visit) -> None:
    here = visit()
    here.ask(SHARD)
    here.ask(CONTROL)
    here.page.locator("#turn-1").get_by_role("button", name="Edit question").press("Enter")
    here.page.get_by_role("textbox", name="Question").first.fill("What do zebra finches do?")
    here.page.keyboard.press("Enter")
    here.page.get_by_role("heading", name="What do zebra finches do?").wait_for()
    here.page.locator("#turn-1 .actions").wait_for()
    assert questions(here) == ["What do zebra finches do?"]


def test_escape_leaves_a_question_as_it_is(visit: Visit) -> None:
    here = visit()
    here.ask(SHARD)
    here.page.locator("#turn-1 .edit").press("Enter")
    here.page.keyboard.press("Escape")
    assert questions(here) == [SHARD]


def test_a_link_asks_its_question_once_with_its_filter(visit: Visit, address: str) -> None:
    here = visit()
    link = urlencode({"q": CONTROL, "author": "Bo Amundsen"})
    here.page.goto(f"{address}?{link}")
    here.page.locator("#turn-1 .actions").wait_for()
    assert here.page.locator("#turn-1 .narrowed").inner_text() == "only Bo Amundsen"
    assert here.page.locator(".chip").inner_text() == "only Bo Amundsen ×"
    assert here.page.url == f"{address}/"


def test_an_answer_gives_its_link(visit: Visit, address: str) -> None:
    here = visit()
    here.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    here.ask(SHARD)
    here.page.locator("#turn-1").get_by_role("button", name="Copy link").press("Enter")
    here.page.locator("#turn-1 .link", has_text="Copied").wait_for()
    copied = here.page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{address}/?{urlencode({'q': SHARD})}"
