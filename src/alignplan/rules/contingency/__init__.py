"""C: risks and contingencies."""
