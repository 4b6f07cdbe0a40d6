"""What is shown before the first question: the corpus, and what can be asked of it."""

import logging

from faces.chat import welcome
from faces.chat.examples import examples
from faces.library import Library

LOG = logging.getLogger(__name__)


class FirstSight:
    """The greeting and the example questions of one library, whatever state it is in."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._examples: tuple[int, list[str]] = (0, [])

    def greeting(self, *, building: bool) -> str:
        """The corpus in a few words, or what to do where there is none that can be read."""
        archive, folder = self._library.archive, self._library.folder
        try:
            return welcome.welcome(archive, folder, building=building)
        except Exception:  # whatever a damaged file does
            LOG.exception("the documents cannot be read")
            return welcome.broken(folder)

    def questions(self) -> list[str]:
        """The example questions, found once for each state of the archive."""
        try:
            revision = self._library.archive.revision
            if self._examples[0] != revision:
                self._examples = revision, examples(self._library)
        except Exception:
            LOG.exception("no example questions can be found")
            return []
        return self._examples[1]
