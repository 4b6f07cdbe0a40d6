"""The script and the page for other sites: how small, whose, and what the address can say."""

import gzip
import json
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from faces.http.embed import PARTS, Framed, widget
from faces.library import open_library
from settings import Settings
from tests.faces.http.conftest import whole

ROOT = Path(__file__).parents[3]
LABELS = json.loads((PARTS / "labels.json").read_text(encoding="utf-8"))
ASKING = {"Origin": "http://elsewhere.example"}


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """Makes clients of an app that some origins may embed."""
    folder = tmp_path_factory.mktemp("embed")
    entry = {"id": "S 1", "question": "What is a <shard>?", "answer": "A *piece*."}
    (folder / "entries.jsonl").write_text(json.dumps(entry))

    def make(*origins):
        settings = Settings(data=folder / "data", faq=folder, allow_origins=origins)
        library = open_library(settings, create=True)
        return TestClient(whole(library, settings, *origins))

    return make


@pytest.fixture(scope="module")
def client(opened):
    return opened("http://elsewhere.example")


def test_the_script_is_small_enough(client):
    response = client.get("/widget.js", headers={"Accept-Encoding": "gzip"})
    assert response.headers["Content-Encoding"] == "gzip"
    assert response.text == widget()
    assert len(gzip.compress(widget().encode())) < 15_000


def test_the_script_comes_plain_to_whoever_reads_nothing_else(client):
    response = client.get("/widget.js", headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in response.headers
    assert response.text == widget()


def test_the_script_names_no_other_host_and_makes_no_html_of_text():
    assert re.findall(r"https?://[\w.]+|innerHTML|outerHTML|eval\(|document\.write", widget()) == []


@pytest.mark.parametrize("language", LABELS)
def test_every_language_has_every_label_with_the_same_holes(language):
    def holes(labels):
        return {name: sorted(re.findall(r"\{\w+\}", text)) for name, text in labels.items()}

    assert holes(LABELS[language]) == holes(LABELS["en"])


def test_every_label_is_used():
    script = "".join(path.read_text(encoding="utf-8") for path in PARTS.glob("*.js"))
    assert {name for name in LABELS["en"] if f"say.{name}" not in script} == set()


def test_the_page_says_to_the_script_what_its_address_says(client):
    page = client.get(
        "/embed?embed&placeholder=Ask%20us&theme=dark&showInitial&showDetails=true&q=Why&limit=3&lang=de"
    ).text
    assert (
        '<script src="widget.js" data-framed="yes" data-placeholder="Ask us" data-theme="dark"'
        ' data-lang="de" data-limit="3" data-initial="show" data-details="yes" data-question="Why">'
        "</script>"
    ) in page


@pytest.mark.parametrize(
    ("asked", "initial"),
    [("onlyInitial", "only"), ("onlyInitial&showInitial", "only"), ("showInitial=1", "show")],
)
def test_the_first_questions_are_beside_the_box_or_alone(client, asked, initial):
    assert f'data-initial="{initial}"' in client.get(f"/embed?{asked}").text


@pytest.mark.parametrize("asked", ["", "showInitial=false", "onlyInitial=0"])
def test_the_first_questions_are_only_there_where_they_are_asked_for(client, asked):
    assert "data-initial" not in client.get(f"/embed?{asked}").text


@pytest.mark.parametrize("name", ["placeholder", "lang", "q", "state"])
def test_what_the_address_says_stays_text(client, name):
    page = client.get("/embed", params={name: '"><script>x'}).text
    assert "<script>x" not in page


@pytest.mark.parametrize("asked", ["theme=blue", "limit=0", "limit=x"])
def test_what_the_address_cannot_say_is_told(client, asked):
    assert client.get(f"/embed?{asked}").status_code == 422


def test_without_scripts_the_page_is_a_form_with_what_the_faq_has(client):
    assert (
        '<a href="embed?state=S%201">What is a &lt;shard&gt;?</a>'
        in client.get("/embed?q=shard").text
    )
    shown = client.get("/embed", params={"state": "S 1"}).text
    assert "<h2>What is a &lt;shard&gt;?</h2><p>A <em>piece</em>.</p>" in shown


def test_only_listed_origins_may_frame_the_page(opened):
    def frames(client, path="/embed"):
        policy = client.get(path).headers["Content-Security-Policy"]
        return re.search(r"frame-ancestors (.*)", policy)[1]

    listed = opened("https://a.example", "https://b.example")
    assert frames(opened()) == "'self'"
    assert frames(listed) == "'self' https://a.example https://b.example"
    assert frames(listed, "/api/faq") == "'self'"


def test_the_page_runs_nothing_that_is_written_into_it(client):
    policy = client.get("/embed").headers["Content-Security-Policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("path", ["/api/faq", "/api/faq/search?query=x", "/api/faq/glossary"])
def test_only_pages_of_listed_origins_may_read_the_faq(opened, client, path):
    allowed = "Access-Control-Allow-Origin"
    assert client.get(path, headers=ASKING).headers[allowed] == ASKING["Origin"]
    assert allowed not in opened().get(path, headers=ASKING).headers


DOCUMENT = (ROOT / "docs" / "embedding.md").read_text(encoding="utf-8")


def test_every_attribute_of_the_script_is_told_of():
    used = set(re.findall(r"\bsaid\.(\w+)", widget())) | {"details"}
    assert set(re.findall(r"`data-(\w+)`", DOCUMENT)) == used


def test_every_parameter_of_the_page_is_told_of():
    table = DOCUMENT.split("| parameter | what |")[1].split("\n\n")[0]
    assert set(re.findall(r"`(\w+)`", table)) == set(Framed.model_fields)
