"""For the tests of what a model writes: words that are cited, and a check against them."""

from collections.abc import Callable

import pytest

from answer.checking.check import Checker
from answer.compose import Said
from answer.directory import Directory
from index.keywords import KeywordIndex
from ingest.people import Person

PEOPLE = ("Ada King", "Bo Lee", "Cy Moss", "Ann Moss")


@pytest.fixture(scope="session")
def stems(tmp_path_factory):
    """The stems of words as the keyword index has them."""
    return KeywordIndex(tmp_path_factory.mktemp("keywords")).stems


@pytest.fixture
def known() -> Directory:
    """Ada King, whose user name is adaking; Bo Lee; and two people called Moss."""
    return Directory(
        [
            Person(name, (name.replace(" ", "").lower(),), (name,), 1, "metadata", None)
            for name in PEOPLE
        ]
    )


@pytest.fixture
def said(citation) -> Callable[..., Said]:
    """Makes cited words with those who wrote them."""

    def make(quote, *authors, quoting=(), several=False, **fields):
        return Said(citation(quote, *authors, **fields), authors, quoting, several)

    return make


@pytest.fixture
def checker(known, stems) -> Checker:
    """A check without a model."""
    return Checker(known, stems)


@pytest.fixture
def kind(checker):
    """What kind of thing is wrong with a sentence; None where nothing is."""

    def find(text, *cited, before=()):
        objection = checker.objection(text, cited, before)
        return objection and objection.kind

    return find
