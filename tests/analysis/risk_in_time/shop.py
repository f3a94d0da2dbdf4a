"""A shop: ranges of effort, of working and of calendar time, a person who is shared, and work that has begun."""

from __future__ import annotations

SHOP = """\
alignplan: 1
plan: {title: A shop, horizon: {start: 2026-03-02, due: 2026-12-31}}
people:
  mia: {name: Mia}
  tom: {name: Tom}
objectives:
  shop: {title: Open a shop, due: 2026-05-15}
tactics:
  fit-out:
    title: Fit the shop out
    supports: shop
    owner: mia
    actions:
      design: {title: Design it, effort: {low: 4d, likely: 5d, high: 12d}, status: active, started: 2026-02-23, progress: 40%,
               due: 2026-03-06}
      build: {title: Build it, effort: {low: 10d, likely: 15d, high: 30d}, after: design}
      permit: {title: Wait for the permit, elapsed: {low: 3w, likely: 4w, high: 10w}}
      stock: {title: Order the stock, owner: tom, effort: 8d}
      shelves: {title: Fill the shelves, effort: {likely: 3d, high: 6d}, after: [build, stock]}
      party: {title: Plan the party, effort: {low: 2d, likely: 4d, high: 8d}}
    milestones:
      open: {title: Open the doors, after: [shelves, permit], due: 2026-04-10}
"""
"""On Monday 2 March."""
MONDAY = "2026-03-02"
