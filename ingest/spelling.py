"""When two names are one name, written in two ways. Likeness is none of it."""

import re

TITLES = re.compile(r"(?:(?:Dr|Prof|Professor)\b\.?\s+)+", re.IGNORECASE)
DEGREE = re.compile(
    r"(?:,\s*(?:Ph\.?\s?D\.?|D\.?\s?Phil\.?|M\.?D\.?|M\.?Sc\.?|B\.?Sc\.?|M\.?A\.?|B\.?A\.?|MBA|"
    r"Esq\.?|Jr\.?)|\s+(?:Ph\.?\s?D\.?|D\.?Phil\.?|M\.D\.|MD|Jr\.?))$"
)
"""Behind a comma it may be any; without one, "Jack Ma" keeps his name."""


def folded(name: str) -> str:
    """A name as people look it up: without the @ of a user name, whatever its case."""
    return " ".join(name.removeprefix("@").casefold().replace("’", "'").split())


def spelt(name: str) -> str:
    """The same for "Eliezer_Yudkowsky" and "Eliezer Yudkowsky": addresses have no spaces."""
    return " ".join(re.split(r"[\s_-]+", folded(name))).strip()


def without_degree(name: str) -> str:
    """The name of "Dr Robert Smith, PhD"; a single word that would remain is not enough."""
    found = TITLES.match(name)
    bare = name[found.end() :] if found else name
    while found := DEGREE.search(bare):
        bare = bare[: found.start()]
    return bare if len(bare.split()) > 1 else name


def labelled(name: str, page: str) -> str:
    """A name that several people have, for the one whose page this is."""
    return f"{name} ({page})"


def unlabelled(name: str, page: str | None) -> str:
    """The name that was made so, or any other as it is."""
    return name.removesuffix(f" ({page})")
