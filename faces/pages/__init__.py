"""Pages that need no script: a document, an author, a plain answer; all HTML from values."""
