"""A: does every step serve an ambition?."""
