"""A running app over a tiny corpus, and a browser in front of it."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="playwright is not installed")
from playwright.sync_api import Browser, Dialog, Page, sync_playwright

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = os.environ.get("WHOSAID_CHROMIUM", "/usr/bin/chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HOSTILE = (
    "Zebra finches <script>alert(1)</script> sing to <img src=x onerror=alert(2)> the model"
    " ![pixel](http://evil.example/x.png) for ${alert(3)} {{value}} $$seeds$$"
)
CORPUS = {
    "shards.md": (
        "# What shards are\n\nBy Ada Lindqvist\n\n2024-05-06\n\nThis page is about values.\n\n"
        "A shard of value is a piece of a mind that was active when a reward came."
        " Shards bid for what the mind does next.\n\nA last paragraph says goodbye.\n"
    ),
    "hostile.md": (
        '# Zebra finches <b onclick="alert(4)">sing</b>\n\nBy Mallory <i>Hook</i>\n\n2024-01-02\n\n'
        f"{HOSTILE}. # not a heading\n\n[click](javascript:alert(5))\n"
    ),
    "control.md": (
        "# On control\n\nBy Bo Amundsen\n\n2023-02-03\n\n"
        "AI control assumes that the model wants to cause harm and arranges that it cannot.\n"
    ),
    "digest.md": (
        "# A digest\n\nBy Rob Marchetti\n\nEliza Northcote writes:\n\n"
        "> Boredom makes a shutdown button safe.\n\nI do not know about that.\n"
    ),
    "posts.jsonl": (
        '{"title": "Cameras", "author": "Ada Lindqvist", "date": "2021-01-02", "source": "letters",'
        ' "text": "AI control assumes that nobody tells the model where the cameras are."}\n'
    ),
}
FAQ = (
    '{"id": "R1", "question": "What is reward hacking?", "answer": "A *trick* <b>of</b> models.",'
    ' "related": ["R2"], "status": "published"}\n'
    '{"id": "R2", "question": "Who hacks rewards?", "answer": "Models.", "status": "published"}\n'
)


@contextmanager
def app(folder: Path, **settings: str) -> Iterator[str]:
    """Where the app runs over the corpus, which it indexes into a folder, with some settings."""
    (folder / "corpus").mkdir()
    for name, text in CORPUS.items():
        (folder / "corpus" / name).write_text(text)
    (folder / "faq").mkdir()
    (folder / "faq" / "entries.jsonl").write_text(FAQ)
    settings.setdefault("faq", str(folder / "faq"))
    command = [
        sys.executable, "app.py", "--port", "0",
        "--data", str(folder / "data"), "--corpus", str(folder / "corpus"),
    ]  # fmt: skip
    set_ = os.environ | {f"WHOSAID_{name.upper()}": value for name, value in settings.items()}
    with (folder / "errors.txt").open("w") as errors:
        app = subprocess.Popen(
            command, cwd=ROOT, env=set_, stdout=subprocess.PIPE, stderr=errors, text=True
        )
    assert app.stdout
    found = re.search(r"http://\S+", app.stdout.readline())
    assert found, (folder / "errors.txt").read_text()
    yield found.group()
    app.terminate()
    app.wait(timeout=20)
    app.stdout.close()


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the app."""
    return tmp_path_factory.mktemp("chat")


@pytest.fixture
def data(place: Path) -> Path:
    """The data folder of the app."""
    return place / "data"


@pytest.fixture(scope="session")
def address(place: Path) -> Iterator[str]:
    """Where the app runs, once its index is built."""
    with app(place) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    if not Path(CHROMIUM).exists():
        pytest.skip(f"{CHROMIUM} is missing: name a Chromium with WHOSAID_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


class Visit:
    """One visit to the page, with every host that it asked and every dialog that it opened."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.hosts: set[str] = set()
        self.dialogs: list[str] = []
        page.on("request", lambda request: self.hosts.add(request.url.split("/")[2]))
        page.on("dialog", self._dialog)
        page.goto(address)
        page.locator("#examples button").first.wait_for()  # they come when the index is whole

    def ask(self, question: str) -> str:
        """The text of the answer to a question, when it is there."""
        number = self.page.locator(".turn").count() + 1
        self.page.locator("#box textarea").fill(question)
        self.page.keyboard.press("Enter")
        turn = self.page.locator(f"#turn-{number}")
        turn.locator(".answer :not(.working)").first.wait_for()
        turn.locator(".working").wait_for(state="detached")
        return turn.locator(".answer").inner_text()

    def _dialog(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Visit]]:
    """Opens the page, by default in a desktop's window."""
    contexts = []

    def open_page(width: int = 1280, height: int = 800) -> Visit:
        contexts.append(
            browser.new_context(
                viewport={"width": width, "height": height}, reduced_motion="reduce"
            )
        )
        return Visit(contexts[-1].new_page(), address)

    yield open_page
    for context in contexts:
        context.close()
