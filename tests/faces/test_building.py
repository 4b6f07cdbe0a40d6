"""An index that is built in the background: what stops it is said."""

from typing import Any

import pytest

from errors import EmptyIndex
from faces.building import UNFORESEEN, Building


class Stopped:
    """A library that has something to index, and stops at it with an error."""

    pending = 1

    def __init__(self, error: Exception) -> None:
        self._error = error

    def ingest(self, *_: object, **__: object) -> None:
        raise self._error


def stopped(error: Exception) -> Building:
    library: Any = Stopped(error)
    building = Building(library)
    building._thread.join()
    return building


def test_an_expected_failure_is_told_as_it_is() -> None:
    assert stopped(EmptyIndex("no documents")).failure == "no documents"


def test_an_unforeseen_failure_is_told_where_to_look_for(caplog: pytest.LogCaptureFixture) -> None:
    assert stopped(ZeroDivisionError("a secret")).failure == UNFORESEEN
    assert "a secret" in caplog.text
