"""The failures that a user can cure, each told in one line.

    WhosaidError
    ├── BadInput          a question, an option or a setting that cannot be used
    ├── SourceError       a source that cannot be read; the run goes on without it
    ├── EmptyIndex        nothing has been ingested into the data folder yet
    ├── IndexMismatch     the index was built with another model or splitter
    ├── Locked            another process is writing to the data folder
    ├── ModelUnavailable  a model that is not there, damaged, or cannot be run
    ├── ModelStopped      a language model that ended before it had finished
    │   └── LimitReached  … because it had written as much as it may
    └── PromptError       a file of prompts/ that lacks a phrase or a hole

A message says what is wrong and names the cure. Errors of foreign libraries are turned into
these at the one file that imports the library.
"""


class WhosaidError(Exception):
    """A failure that is shown to the user as its message, without a traceback."""


class BadInput(WhosaidError):
    """A question, an option or a setting that cannot be used."""


class SourceError(WhosaidError):
    """A file or a record that cannot be read."""


class EmptyIndex(WhosaidError):
    """The data folder holds no documents."""


class IndexMismatch(WhosaidError):
    """The index was built with another model or splitter."""


class Locked(WhosaidError):
    """Another process writes to the data folder."""


class ModelUnavailable(WhosaidError):
    """A model cannot be found, checked or run."""


class ModelStopped(WhosaidError):
    """A language model ended before it had finished what it was writing."""


class LimitReached(ModelStopped):
    """A language model wrote as much as it may and had not finished."""


class PromptError(WhosaidError):
    """A file of prompts/ is not as it must be."""
