"""What `check` knows: one rule a file, found by name."""
