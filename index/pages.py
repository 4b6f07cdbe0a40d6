"""When two addresses are the same page: the sister forums share the ids of their posts."""

import re
from urllib.parse import SplitResult, parse_qs, urlsplit

from ingest.addresses import FORUMS, same_page

ID = r"[A-Za-z0-9]{17}"
POST = re.compile(rf"/(?:posts|s/{ID}/p|p|events)/(?P<post>{ID})(?:/|$)")
OLD_POST = re.compile(r"/(?P<post>(?:lw|ea)/\w+)(?:/[^/#]*)?(?:/?[/#](?P<comment>\w+))?/?$")
COMMENT = re.compile(rf"(?:/comment/|#comment-|#(?={ID}$))(?P<comment>\w+)")
ANCHOR = re.compile(r"(?:comment|reply|answer|c|p)[-_]?\d+|[/!].+", re.IGNORECASE)
"""What the fragment of an address is where it names a comment or a page, and not a heading."""


def page_of(url: str | None) -> str | None:
    """The same text for all addresses of one page; a comment's is its own. None for no page."""
    parts = _parts(url)
    if parts is None:
        return None
    page = same_page(parts.geturl())
    if page.startswith(FORUMS):
        return _comment(parts) or _post(parts) or page
    return f"{page}#{parts.fragment}" if ANCHOR.fullmatch(parts.fragment) else page


def thread_of(url: str | None) -> str | None:
    """The same text for the addresses of a post and of all comments under it."""
    page, parts = page_of(url), _parts(url)
    under = _post(parts) if parts and page and page.startswith("comment ") else None
    return under or page


def _parts(url: str | None) -> SplitResult | None:
    try:
        parts = urlsplit(url or "")
    except ValueError:  # "https://[" is no address of the sixth version
        return None
    return parts if parts.scheme in ("http", "https") and parts.netloc else None


def _comment(parts: SplitResult) -> str | None:
    """A comment by its id, whichever of the forums shows it."""
    place = f"{parts.path}#{parts.fragment}" if parts.fragment else parts.path
    found = COMMENT.search(place) or OLD_POST.search(place)
    ids = parse_qs(parts.query).get("commentId") or (found and [found["comment"]])
    return f"comment {ids[0]}" if ids and ids[0] else None


def _post(parts: SplitResult) -> str | None:
    post = POST.search(parts.path) or OLD_POST.search(parts.path)
    return f"post {post['post']}" if post else None
