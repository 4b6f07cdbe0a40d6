"""Many questions from a file, many answers into one."""
