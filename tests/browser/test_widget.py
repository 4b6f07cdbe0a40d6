"""The box for other sites in a real browser, on a page of another origin and in a frame."""

import json
import re
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote, unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, app
from tests.faces.chat.test_cards import citation
from tests.faces.chat.test_turns import answer, quoted

pytestmark = pytest.mark.browser

SHARD = "A shard of value is a piece of a mind that was active when a reward came."
ENTRIES = [
    {"id": "plug", "question": "Why not switch it off?", "related": ["fast", "secret", "bad"],
     "answer": "It may *resist*: see [more](https://more.example). A reward is in it, a reward."},
    {"id": "fast", "question": "How fast will takeoff be?", "answer": "*Nobody* [knows](https://more.example)."},
    {"id": "bad", "question": "What is <b>hostile</b>?", "answer":
     "<script>alert(1)</script> ![x](http://evil.example/x.png) [y](javascript:alert(2))"},
    {"id": "secret", "question": "Why not switch it off now?", "answer": "x", "status": "Draft"},
]  # fmt: skip
TERM = {"term": "Reward", "aliases": ["pay-off (C++)"], "text": "What *training* gives."}
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Elsewhere</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>p {{ color: #a00 }} button {{ font-size: 3rem }}</style>
<main><h1>A page elsewhere</h1>{}</main></html>"""
HEIGHTS = """<script>const heights = {{}};
addEventListener("message", (event) => {{ heights[event.data.type] = event.data.height }})</script>
<iframe title="Questions" src="{}"></iframe>"""
Open = Callable[..., Page]


class Elsewhere(BaseHTTPRequestHandler):
    """Answers with the page whose content its address holds."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(PAGE.format(unquote(self.path[1:])).encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[str]:
    """Another origin."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the app keeps its data, with a FAQ beside it."""
    folder = tmp_path_factory.mktemp("widget")
    (folder / "curated").mkdir()
    (folder / "curated" / "entries.jsonl").write_text("\n".join(map(json.dumps, ENTRIES)))
    (folder / "curated" / "glossary.jsonl").write_text(json.dumps(TERM))
    return folder


@pytest.fixture(scope="module")
def home(folder: Path, elsewhere: str, browser: Browser) -> Iterator[str]:
    """Where the app runs, once its index is built; pages of the other origin may embed it."""
    with app(folder, allow_origins=elsewhere, faq=str(folder / "curated")) as address:
        page = browser.new_page()
        page.goto(address)
        page.locator("#examples button").first.wait_for()
        page.close()
        yield address


@pytest.fixture
def visit(browser: Browser, home: str, elsewhere: str) -> Iterator[Open]:
    """Opens a page elsewhere with some content; dialogs and requests are noted on it."""
    contexts = []

    def go(content: str, width: int = 1280, origin: str = elsewhere) -> Page:
        size = {"width": width, "height": 800}
        contexts.append(browser.new_context(viewport=size, reduced_motion="reduce"))
        page = contexts[-1].new_page()
        page.hosts, page.dialogs = set(), []
        page.on("request", lambda request: page.hosts.add(request.url.split("/")[2]))
        page.on("dialog", lambda dialog: (page.dialogs.append(dialog.message), dialog.dismiss()))
        page.goto(f"{origin}/{content}")
        return page

    yield go
    for context in contexts:
        context.close()


@pytest.fixture
def opened(visit: Open, home: str) -> Open:
    """Opens a page elsewhere with the script tag, which says what is given."""

    def go(width: int = 1280, **said: str) -> Page:
        data = "".join(f" data-{name}='{value}'" for name, value in said.items())
        return visit(f'<script src="{home}/widget.js"{data}></script>', width)

    return go


def ask(page: Any, question: str) -> None:
    page.get_by_role("combobox").fill(question)
    page.get_by_role("combobox").press("Enter")
    page.locator("article:not([aria-busy])").first.wait_for()


def grave(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [one["id"] for one in found if one["impact"] in ("serious", "critical")]


def test_suggestions_are_reached_and_closed_by_keyboard(opened: Open) -> None:
    page = opened()
    box = page.get_by_role("combobox", name="Ask a question")
    box.press_sequentially("switch")
    expect(page.get_by_role("option")).to_have_text(["Why not switch it off?"])
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_have_text("Why not switch it off?")
    box.press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(box).to_have_value("switch")
    box.press("ArrowUp")
    expect(page.get_by_role("option", selected=True)).to_have_text("Why not switch it off?")


def test_a_suggestion_shows_the_answer_that_people_wrote(opened: Open) -> None:
    page = opened()
    box = page.get_by_role("combobox")
    box.press_sequentially("switch")
    page.get_by_role("option").wait_for()
    box.press("ArrowDown")
    box.press("Enter")
    answer = page.locator("article.human")
    expect(answer.locator(".label")).to_have_text("From the FAQ: written by people")
    expect(answer.get_by_role("link", name="more")).to_have_attribute(
        "href", "https://more.example/"
    )
    expect(page.locator(".related button")).to_have_text(
        ["How fast will takeoff be?", "What is <b>hostile</b>?"]
    )


def test_a_related_question_is_opened(opened: Open) -> None:
    page = opened()
    ask(page, "why not switch it off")
    page.get_by_role("button", name="How fast will takeoff be?").click()
    expect(page.locator("article.human .text")).to_have_text("Nobody knows.")


def test_what_the_faq_does_not_answer_is_quoted_from_the_corpus(opened: Open, home: str) -> None:
    page = opened()
    ask(page, "What is a shard of value?")
    answer = page.locator("article.corpus")
    expect(answer.locator(".label")).to_have_text(
        "From the corpus: quoted in its authors’ own words"
    )
    expect(answer.locator(".text")).to_have_text(
        f"On this, Ada Lindqvist writes: “{SHARD}” [1]", use_inner_text=True
    )
    page.get_by_role("button", name="citation 1, Ada Lindqvist").click()
    source = page.locator("#source-1")
    expect(source).to_be_focused()
    expect(source).to_contain_text("What shards are")
    words = source.get_by_role("link", name="Read these words").get_attribute("href")
    assert words
    page.goto(words)
    expect(page.locator("mark").first).to_have_text(SHARD)
    assert words.startswith(home)


def test_brackets_in_the_words_of_others_are_no_markers(opened: Open) -> None:
    page = opened()
    said = answer(
        quoted("A: “one [1], two [2]”"),
        quoted("So [1].", "unsupported"),
        answer="A: “one [1], two [2]” [1]\n\nSo [1]. (unsupported)",
        citations=(citation(), citation(n=2)),
    )
    event = f"event: answer\ndata: {said.json_line()}\n\n"
    page.route("**/api/ask", lambda route: route.fulfill(body=event))
    ask(page, "What is a shard of value?")
    expect(page.locator(".text p")).to_have_text(
        ["A: “one [1], two [2]” [1]", "So [1]. (unsupported)"]
    )
    expect(page.locator(".text .marker")).to_have_count(1)
    expect(page.locator(".text .unsupported")).to_have_text("So [1].")


def test_the_corpus_can_be_asked_instead(opened: Open) -> None:
    page = opened()
    ask(page, "why not switch it off")
    page.get_by_role("button", name="Ask the corpus instead").click()
    page.locator("article.corpus").wait_for()


def test_what_nobody_answers_is_said(opened: Open) -> None:
    page = opened()
    ask(page, "How do I bake rye bread?")
    expect(page.locator("article .label")).to_have_text("No answer in this corpus")


def test_a_thumb_is_kept_with_its_reason(opened: Open, folder: Path) -> None:
    page = opened()
    ask(page, "why not switch it off")
    page.get_by_role("button", name="Not helpful").click()
    page.get_by_label("Why? (if you like)").fill("too short")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Thank you. It is written down.")).to_be_focused()
    kept = json.loads((folder / "data" / "ratings.jsonl").read_text().splitlines()[-1])
    del kept["time"]
    assert kept == {
        "answer": "plug", "question": "why not switch it off", "thumb": "down",
        "reason": "too short", "kind": "faq",
    }  # fmt: skip


def test_a_term_of_the_glossary_is_explained_once(opened: Open) -> None:
    page = opened()
    ask(page, "why not switch it off")
    term = page.locator(".term")
    expect(term).to_have_count(1)
    term.focus()
    expect(page.get_by_role("tooltip")).to_have_text(
        "From the glossary, not the author’s words:What training gives."
    )
    term.press("Escape")
    expect(page.locator(".tip")).to_be_hidden()


def test_a_note_of_the_glossary_stays_on_a_phone(opened: Open) -> None:
    page = opened(390)
    ask(page, "What is a shard of value?")
    page.locator(".term").hover()
    expect(page.get_by_role("tooltip")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_hostile_text_stays_text(opened: Open, home: str, elsewhere: str) -> None:
    page = opened()
    ask(page, "what is hostile")
    expect(page.locator("article.human h2")).to_have_text("What is <b>hostile</b>?")
    expect(page.locator("article.human .text")).to_contain_text(
        "<script>alert(1)</script> x [y](javascript:alert(2))"
    )
    ask(page, "What do zebra finches sing to?")
    expect(page.locator("article.corpus .text")).to_contain_text("<img src=x onerror=alert(2)>")
    assert page.dialogs == []
    assert page.hosts == {home.split("/")[2], elsewhere.split("/")[2]}


def test_its_labels_speak_other_languages_and_may_be_replaced(opened: Open) -> None:
    page = opened(lang="de", labels='{"go": "Los"}', placeholder="Was denn?")
    box = page.get_by_role("combobox", name="Eine Frage stellen")
    expect(box).to_have_attribute("placeholder", "Was denn?")
    expect(page.get_by_role("button")).to_have_text("Los")


def test_the_first_questions_are_shown_where_they_are_asked_for(opened: Open) -> None:
    page = opened(initial="show", limit="2")
    expect(page.locator(".first button")).to_have_text(
        ["Why not switch it off?", "How fast will takeoff be?"]
    )


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious(opened: Open, width: int, theme: str) -> None:
    page = opened(width, theme=theme, initial="show")
    page.locator(".first button").first.wait_for()
    page.get_by_role("combobox").press_sequentially("switch")
    page.get_by_role("option").wait_for()
    assert grave(page) == []
    ask(page, "What is a shard of value?")
    page.get_by_role("button", name="Not helpful").click()
    assert grave(page) == []
    ask(page, "why not switch it off")
    assert grave(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_style_of_the_page_stays_outside(opened: Open) -> None:
    page = opened()
    size = page.get_by_role("button", name="Ask").evaluate("one => getComputedStyle(one).fontSize")
    assert size == "16px"


def test_an_error_is_told_in_the_words_of_the_server(opened: Open) -> None:
    page = opened()
    told = {"error": {"message": "ask again in a few seconds", "type": "too_many_requests"}}
    page.route("**/api/ask", lambda route: route.fulfill(status=429, json=told))
    ask(page, "What is a shard of value?")
    expect(page.get_by_role("alert")).to_have_text("ask again in a few seconds")
    page.unroute("**/api/ask")
    page.get_by_role("button", name="Try again").click()
    page.locator("article.corpus").wait_for()


def test_asking_can_be_stopped(opened: Open) -> None:
    page = opened()
    page.route("**/api/ask", lambda route: None)
    page.get_by_role("combobox").fill("What is a shard of value?")
    page.get_by_role("button", name="Ask").click()
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("status")).to_have_text("Stopped.")
    expect(page.get_by_role("button", name="Ask")).to_be_visible()


def test_suggestions_come_with_details_where_they_are_asked_for(opened: Open) -> None:
    page = opened(details="yes")
    page.get_by_role("combobox").press_sequentially("takeoff")
    expect(page.get_by_role("option")).to_have_text(["How fast will takeoff be?Nobody knows."])


def test_the_page_for_frames_is_accessible_by_itself(visit: Open, home: str) -> None:
    page = visit("embed?q=why%20not%20switch%20it%20off", 390, origin=home)
    page.locator("article.human").wait_for()
    assert grave(page) == []


def test_a_page_that_is_not_listed_is_told_that_it_cannot_ask(visit: Open, home: str) -> None:
    elsewhere_ = ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    Thread(target=elsewhere_.serve_forever, daemon=True).start()
    other = f"http://127.0.0.1:{elsewhere_.server_port}"
    page = visit(f'<script src="{home}/widget.js"></script>', origin=other)
    ask(page, "why not switch it off")
    expect(page.get_by_role("alert")).to_contain_text("The server could not be reached.")
    page.goto(f"{other}/{HEIGHTS.format(home + '/embed')}")
    assert page.frames[1].url == "chrome-error://chromewebdata/"
    elsewhere_.shutdown()


def test_a_frame_tells_its_height_as_it_grows(visit: Open, home: str) -> None:
    page = visit(HEIGHTS.format(f"{home}/embed?embed&theme=dark"))
    page.wait_for_function("heights['aisafety.info__height'] > 50")
    before = page.evaluate("heights['aisafety.info__height']")
    ask(page.frame_locator("iframe"), "What is a shard of value?")
    page.wait_for_function("before => heights['aisafety.info__height'] > before + 200", arg=before)
    assert page.evaluate("heights['whosaid__height'] === heights['aisafety.info__height']")


def test_a_frame_answers_what_its_address_asks(visit: Open, home: str) -> None:
    page = visit(HEIGHTS.format(f"{home}/embed?q=why%2520not%2520switch%2520it%2520off"))
    frame = page.frame_locator("iframe")
    expect(frame.locator("article.human h2")).to_have_text("Why not switch it off?")


def test_a_frame_may_show_the_first_questions_alone(visit: Open, home: str) -> None:
    page = visit(HEIGHTS.format(f"{home}/embed?onlyInitial&limit=1"))
    frame = page.frame_locator("iframe")
    expect(frame.locator(".first button")).to_have_text(["Why not switch it off?"])
    expect(frame.get_by_role("combobox")).to_have_count(0)


def test_the_examples_of_the_documents_work(visit: Open, home: str) -> None:
    document = (ROOT / "docs" / "embedding.md").read_text(encoding="utf-8")
    script, frame = re.findall(r"^```html\n(.*?)^```$", document, re.DOTALL | re.MULTILINE)
    page = visit(quote(script.replace("http://127.0.0.1:7860", home)))
    expect(page.get_by_role("combobox")).to_have_attribute("placeholder", "Ask about AI safety")
    page = visit(quote(frame.replace("http://127.0.0.1:7860", home)))
    expect(page.frame_locator("iframe").locator(".first button")).to_have_count(3)
    page.wait_for_function("parseInt(document.querySelector('#faq').style.height) > 200")
