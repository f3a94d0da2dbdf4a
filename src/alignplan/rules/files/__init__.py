"""E: the file and its words."""
