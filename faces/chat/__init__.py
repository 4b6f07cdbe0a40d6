"""The web chat: an answer as HTML, with its sources beside it."""
