"""A schedule that was frozen, and what became of it: by how much everything slips, and which change moved it."""
