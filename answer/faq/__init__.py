"""Questions that people have answered already: their entries, how they are found, the glossary."""
