"""Works → CSL-JSON, as Zotero and pandoc read it."""

import json
from collections.abc import Iterable
from typing import Any

from faces.exports.works import Work


def csl(works: Iterable[Work]) -> str:
    """A list with an item for each work."""
    return json.dumps(list(map(_item, works)), ensure_ascii=False, indent=2) + "\n"


def _item(work: Work) -> dict[str, Any]:
    """A name is literal: nothing tells which of its words is the family's."""
    item: dict[str, Any] = {
        "id": work.key,
        "type": "webpage" if work.url else "document",
        "title": work.title,
        "author": [{"literal": name} for name in work.authors],
        "container-title": work.within,
        "issued": _issued(work.date),
        "URL": work.url,
    }
    return {name: value for name, value in item.items() if value}


def _issued(date: str | None) -> dict[str, list[list[int]]] | None:
    parts = (date or "")[:10].split("-")
    return {"date-parts": [[int(part) for part in parts]]} if all(map(_number, parts)) else None


def _number(part: str) -> bool:
    return part.isascii() and part.isdecimal()
