"""Works → BibTeX: names in braces, so that no program takes them apart."""

import re
from collections.abc import Iterable

from faces.exports.works import Work

SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}  # fmt: skip
"""What TeX would read otherwise; BibTeX counts braces even where they are escaped."""
MONTH = re.compile(r"[0-9]{4}-(?P<month>0[1-9]|1[0-2])")


def bibtex(works: Iterable[Work]) -> str:
    """An entry for each work."""
    return "\n".join(map(_entry, works))


def _entry(work: Work) -> str:
    fields = {
        "author": " and ".join(f"{{{_escaped(name)}}}" for name in work.authors),
        "title": f"{{{_escaped(work.title)}}}",
        "year": work.year,
        "month": str(int(month["month"])) if (month := MONTH.match(work.date or "")) else "",
        "url": _address(work.url or ""),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{work.key},\n" + ",\n".join(lines) + "\n}\n"


def _escaped(text: str) -> str:
    return "".join(SPECIAL.get(letter, letter) for letter in text)


def _address(url: str) -> str:
    """An address without what would end the field; programs take the rest of it as it is."""
    return url.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")
