"""Who is known in a corpus, and what is no name there."""

from dataclasses import dataclass

from answer.directory import Directory
from answer.people import Named, Ordinary, named


@dataclass(frozen=True, slots=True)
class Known:
    """Who is known in a corpus, and which words are ordinary ones there."""

    directory: Directory
    ordinary: Ordinary

    def named(self, question: str) -> Named:
        """The people whom a question names."""
        return named(question, self.directory, self.ordinary)
