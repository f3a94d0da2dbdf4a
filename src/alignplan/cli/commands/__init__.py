"""One command a file, found by name."""
