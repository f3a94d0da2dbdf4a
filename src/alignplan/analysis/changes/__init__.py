"""Two versions of a plan: what was changed, item by item, and what that causes."""
