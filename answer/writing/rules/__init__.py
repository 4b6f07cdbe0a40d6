"""Rules by which a sentence is checked against the words that it cites."""
