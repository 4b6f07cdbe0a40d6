"""When two addresses are the same page: the sister forums share the ids of their posts."""

import re
from urllib.parse import SplitResult, parse_qs, parse_qsl, urlencode, urlsplit

FORUMS = ("lesswrong.com", "alignmentforum.org", "forum.effectivealtruism.org", "greaterwrong.com")
ID = r"[A-Za-z0-9]{17}"
POST = re.compile(rf"/(?:posts|s/{ID}/p|p|events)/(?P<post>{ID})(?:/|$)")
OLD_POST = re.compile(r"/(?P<post>(?:lw|ea)/\w+)(?:/[^/#]*)?(?:/?[/#](?P<comment>\w+))?/?$")
COMMENT = re.compile(rf"(?:/comment/|#comment-|#(?={ID}$))(?P<comment>\w+)")
ANCHORED = re.compile(r"(?:comment|reply|answer|c|p)[-_]?\d+|[/!].+", re.IGNORECASE)
"""What the fragment of an address is where it names a comment or a page, and not a heading."""

TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|ref|source|share")
"""Parts of a query that tell where a reader came from and not what the page is."""


def same_page(url: str | None) -> str | None:
    """The same text for all addresses of one page; a comment's is its own. None for no page."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    host = (parts.hostname or "").removeprefix("www.")
    if parts.scheme not in ("http", "https") or not host:
        return None
    if any(host == forum or host.endswith(f".{forum}") for forum in FORUMS):
        return _forum_page(parts) or _page(host, parts)
    return _page(host, parts)


def thread(url: str | None) -> str | None:
    """The same text for the addresses of a post and of all comments under it."""
    post = POST.search(url or "")
    return f"post {post['post']}" if post else same_page(url)


def _forum_page(parts: SplitResult) -> str | None:
    """A post or a comment by its id, whichever of the forums shows it."""
    place = f"{parts.path}#{parts.fragment}" if parts.fragment else parts.path
    found = COMMENT.search(place) or OLD_POST.search(place)
    ids = parse_qs(parts.query).get("commentId") or (found and [found["comment"]])
    if ids and ids[0]:
        return f"comment {ids[0]}"
    post = POST.search(parts.path) or found
    return f"post {post['post']}" if post else None


def _page(host: str, parts: SplitResult) -> str:
    asked = sorted(pair for pair in parse_qsl(parts.query) if not TRACKING.fullmatch(pair[0]))
    query = f"?{urlencode(asked)}" if asked else ""
    anchor = f"#{parts.fragment}" if ANCHORED.fullmatch(parts.fragment) else ""
    return f"{host}{parts.path.rstrip('/')}{query}{anchor}"
