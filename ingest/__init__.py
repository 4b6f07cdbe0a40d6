"""Sources → documents: what a source says and who wrote which part of it."""
