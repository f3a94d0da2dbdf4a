"""Suspect links: what an item serves came to mean something else after the item was last touched or confirmed."""
