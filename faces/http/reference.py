"""The page that shows what can be asked over HTTP, made of the OpenAPI document alone."""

import json
from html import escape
from typing import Any

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:75ch;margin:2rem auto;padding:0 1rem;"
    "color-scheme:light dark}code,pre{font:14px/1.45 ui-monospace,monospace}"
    "pre{overflow-x:auto;padding:.75rem;border:1px solid #8886;border-radius:6px}"
    "h2{margin-top:2.5rem;font-size:1.1rem;overflow-wrap:anywhere}h2 code{font-size:inherit}"
    "table{border-spacing:0}td{padding:.15rem 1rem .15rem 0;vertical-align:top}"
)
EVERY = ["GET", "POST", "PUT", "PATCH", "DELETE"]
OURS = (
    "/api/{rest:path}", "/v1/{rest:path}", "/chat", "/chat/{rest:path}", "/semantic", "/ratings",
    "/inline-prompts", "/human/{rest:path}", "/export/{rest:path}", "/d/{rest:path}", "/authors",
    "/authors/{rest:path}", "/ask", "/pages.css", "/embed", "/widget.js",
)  # fmt: skip
"""Paths at which the chat is never asked, whatever the method."""


def routes() -> APIRouter:
    """The page, and the answer to whatever else is asked at our paths.

    They come after all others of the API: the chat would answer with its page.
    """
    router = APIRouter(include_in_schema=False)

    @router.get("/api")
    def page(request: Request) -> HTMLResponse:
        return HTMLResponse(rendered(request.app.openapi()))

    def nothing() -> Response:
        raise HTTPException(404)

    for path in OURS:
        router.api_route(path, methods=EVERY)(nothing)
    return router


def rendered(document: dict[str, Any]) -> str:
    """The page of an OpenAPI document."""
    title = escape(document["info"]["title"])
    operations = "".join(
        _operation(method.upper(), path, operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    )
    schemas = document.get("components", {}).get("schemas", {})
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title} over HTTP</title><style>{STYLE}</style><main><h1>{title} over HTTP</h1>"
        '<p>For programs: <a href="/openapi.json">openapi.json</a>.</p>'
        f"{operations}<h1>Shapes</h1>{''.join(map(_schema, schemas.items()))}</main></html>"
    )


def _operation(method: str, path: str, operation: dict[str, Any]) -> str:
    told = operation.get("description") or operation.get("summary", "")
    rows = "".join(map(_parameter, operation.get("parameters", ())))
    table = f"<table>{rows}</table>" if rows else ""
    body = operation.get("requestBody", {}).get("content", {}).get("application/json")
    wants = f"<p>Body: {_name(body['schema'])}</p>" if body else ""
    answers = operation["responses"]["200"].get("content", {})
    gives = ", ".join(
        f"{_name(one.get('schema', {}))} <code>{escape(kind)}</code>"
        for kind, one in answers.items()
    )
    return (
        f"<section><h2><code>{method} {escape(path)}</code></h2><p>{escape(told)}</p>"
        f"{table}{wants}<p>Answers: {gives}</p></section>"
    )


def _parameter(parameter: dict[str, Any]) -> str:
    example = parameter["schema"].get("examples", [""])[0]
    needed = "needed" if parameter.get("required") else ""
    cells = (parameter["name"], needed, str(example))
    return "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>"


def _name(schema: dict[str, Any]) -> str:
    """A link to the shape that a schema names; else its type."""
    listed = schema.get("items")
    if listed:
        return f"a list of {_name(listed)}"
    name = escape(schema.get("$ref", "").rpartition("/")[2])
    return f'<a href="#{name}">{name}</a>' if name else escape(schema.get("type", "anything"))


def _schema(named: tuple[str, dict[str, Any]]) -> str:
    name, schema = escape(named[0]), named[1]
    told = escape(schema.get("description", ""))
    shape = escape(json.dumps(schema.get("properties", schema), indent=2, ensure_ascii=False))
    return f'<section id="{name}"><h2>{name}</h2><p>{told}</p><pre>{shape}</pre></section>'
