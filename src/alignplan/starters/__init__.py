"""Plans to start from: a short one, and the examples moved to today."""
