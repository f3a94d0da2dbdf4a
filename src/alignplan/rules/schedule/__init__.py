"""S: dates and dependencies."""
