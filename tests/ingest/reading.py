"""How tests of attribution read what it says of a text."""

from ingest.authorship import segments_of
from ingest.document import Author

JANE = (Author("Jane Doe"),)
"""Who owns a page of whose quotations a test is about."""


def parts(text, authors=()):
    """The parts of a text with the names that each is signed with."""
    return [
        (", ".join(author.name for author in segment.authors), text[segment.start : segment.end])
        for segment in segments_of(text, authors)
    ]


def said(text, authors=()):
    """The parts of a text that are words, blanks around them left out, with whose words they are.

    Quotations are told as "quoted from X", with nothing about who quotes.
    """
    return [
        (
            f"quoted from {segment.speaker}" if segment.speaker else ", ".join(segment.writers),
            text[segment.start : segment.end].strip(),
        )
        for segment in segments_of(text, authors)
        if not segment.signature and text[segment.start : segment.end].strip()
    ]


def author(text):
    """The one author of a whole text, with the basis and the words that it rests on."""
    (segment,) = segments_of(text)
    ((name),) = [author.name for author in segment.authors]
    assert segment.evidence.text == text[segment.evidence.start : segment.evidence.end]
    return name, segment.basis, segment.evidence.text


def signed(text, authors=()):
    """Everybody whom some part of a text is signed with."""
    return {name for name, _ in parts(text, authors) if name}


def whose(text, words, authors=()):
    """Whose words some words of a text are: a name, "quoted from …", or nobody's ("")."""
    found = [speaker for speaker, part in said(text, authors) if words in part]
    assert len(found) == 1, f"{words!r} is {found} of {text!r}"
    return found[0]
