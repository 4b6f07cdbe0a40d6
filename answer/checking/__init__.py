"""Whether the words that a sentence cites say what it says."""
