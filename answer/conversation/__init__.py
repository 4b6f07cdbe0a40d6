"""What was asked and answered before, and what a question means after it."""
