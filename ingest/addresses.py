"""Addresses, compared: what differs in them and still leads to the same page."""

import re
from urllib.parse import urlsplit

SITES = {
    "alignmentforum.org": "lesswrong.com",
    "greaterwrong.com": "lesswrong.com",
    "ea.greaterwrong.com": "forum.effectivealtruism.org",
    "x.com": "twitter.com",
}
"""Sites that show the same people and posts under the same paths."""

FORUMS = ("lesswrong.com", "forum.effectivealtruism.org")
POST = re.compile(r"(/(?:posts|s/\w{17}/p)/\w{17})/.*")
PERSONAL = re.compile(
    r"/(?:users?|u|profiles?|people|authors?|members?|by)/[^/]+|/@[^/]+", re.IGNORECASE
)
ALL_PERSONAL = ("twitter.com", "github.com")
"""Sites whose paths of one part are people."""


def same_page(address: str) -> str:
    """An address without what makes no difference: scheme, www, tags, a slash at its end."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:  # "https://[" is no address of the sixth version
        return address
    host = parts.netloc.lower().removeprefix("www.")
    site = SITES.get(host, host)
    path = parts.path.rstrip("/")
    if site in FORUMS:
        path = POST.sub(r"\1", path)
    query = "&".join(part for part in parts.query.split("&") if part and part[:4] != "utm_")
    return f"{site}{path}" + (f"?{query}" if query else "")


def profile_of(address: str | None) -> str | None:
    """The page of one person that an address leads to, or None: a home page may be of many."""
    site, slash, path = (same_page(address) if address else "").partition("?")[0].partition("/")
    one_part = site in ALL_PERSONAL and re.fullmatch(r"[\w-]+", path)
    return f"{site}/{path}".casefold() if one_part or PERSONAL.fullmatch(slash + path) else None


def person_page(address: str) -> str:
    """An address that is known to be the page of one person, to compare it by."""
    return profile_of(address) or same_page(address)


def site_of(page: str) -> str:
    """The site on which a page is, as the functions above write it."""
    return page.partition("/")[0]
