"""Selectors: which items a person means. `+share-2026,kind:tactic owner:mia` → items of the plan."""
