"""The form for browsers that run no scripts."""

from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from fastapi.testclient import TestClient

from faces.chat.no_script import NoScript

PAGE = "<body><gradio-app></gradio-app></body>"


def test_the_page_at_the_root_has_the_form_and_others_have_not() -> None:
    app = FastAPI()
    app.add_middleware(NoScript)
    for path in ("/", "/other"):
        app.get(path, response_class=HTMLResponse)(lambda: PAGE)
    client = TestClient(app)
    page = client.get("/")
    assert '<noscript><link rel="stylesheet" href="pages.css">' in page.text
    assert page.text.endswith("</noscript><gradio-app></gradio-app></body>")
    assert int(page.headers["content-length"]) == len(page.content)
    assert client.get("/other").text == PAGE
