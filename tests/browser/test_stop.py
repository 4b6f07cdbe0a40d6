"""An answer that takes its time: what is shown meanwhile, and that it can be stopped."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser

from answer.events import Delta, Event, Status
from errors import BadInput
from index.filters import Filters
from ingest.archive import Archive

pytestmark = pytest.mark.browser


class Slow:
    """Says something at once, and the rest when it is let."""

    model = None

    def __init__(self) -> None:
        self.go_on = threading.Event()

    def respond(self, question: str, filters: Filters, history: Any = ()) -> Iterator[Event]:
        yield Status("reading 12 passages")
        yield Delta("The first words")
        self.go_on.wait(20)
        yield Delta(" and the last")

    def extractive(self) -> "Slow":
        return self

    def answer(self, question: str) -> Any:
        raise BadInput("none of the examples is answered")


@pytest.fixture
def slow(tmp_path: Path) -> Iterator[tuple[str, Slow]]:
    """The address of a chat with a slow answerer, in this process."""
    from faces.building import Building
    from faces.chat.chat import mount
    from faces.http.serve import bound
    from faces.http.web import web

    answerer = Slow()
    library: Any = SimpleNamespace(
        archive=Archive(tmp_path / "archive.db"), folder=tmp_path, answerer=answerer, pending=0,
        faq=SimpleNamespace(answering=lambda question: None),
    )  # fmt: skip
    listening = bound("127.0.0.1", 0)
    app = mount(web(), library, Building(library))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}", answerer
    answerer.go_on.set()
    server.should_exit = True
    thread.join(10)


def test_stop_stops(browser: Browser, slow: tuple[str, Slow]) -> None:
    address, answerer = slow
    page = browser.new_page()
    page.goto(address)
    page.locator("#box textarea").fill("Why?")
    page.keyboard.press("Enter")
    page.get_by_text("The first words").wait_for()
    assert page.locator(".working").inner_text() == "reading 12 passages"
    page.locator("#stop").click()
    page.locator(".status", has_text="stopped").wait_for()
    answerer.go_on.set()
    page.locator("#send").wait_for()
    assert page.locator(".answer").inner_text().split("\n\n") == ["The first words", "stopped"]
    page.close()


def test_a_reload_in_mid_answer_keeps_what_was_there(
    browser: Browser, slow: tuple[str, Slow]
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(slow[0])
    page.locator("#box textarea").fill("Why?")
    page.keyboard.press("Enter")
    page.get_by_text("The first words").wait_for()
    page.reload()
    page.locator("#turn-1 .status", has_text="stopped").wait_for()
    assert page.locator(".answer").inner_text().split("\n\n") == ["The first words", "stopped"]
    assert page.get_by_role("button", name="Ask again").is_visible()
    context.close()
