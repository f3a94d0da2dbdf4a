"""Guides of a tree: which branch each row hangs on. One pass, whatever the depth."""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.output.escape import Shown
from alignplan.output.ink import Ink

__all__ = ["guides"]

# Below this depth a row says its depth in figures: lines of a very deep plan stay short, and so does their sum.
_DRAWN = 24


def guides(depths: Sequence[int], ink: Ink) -> list[Shown]:
    """The text before the first cell of each row; a row hangs below the last one of smaller depth."""
    drawn: list[Shown] = []
    open_depths: list[int] = []  # ascending: depths at which a later row continues the branch
    for depth in reversed(depths):
        while open_depths and open_depths[-1] > depth:
            open_depths.pop()
        last = not open_depths or open_depths[-1] != depth
        if last:
            open_depths.append(depth)
        drawn.append(ink.sign(_guide(depth, last, open_depths)))
    drawn.reverse()
    return drawn


def _guide(depth: int, last: bool, open_depths: list[int]) -> str:
    if depth <= 0:
        return ""
    elbow = "└─ " if last else "├─ "
    if depth > _DRAWN:
        return f"{'   ' * (_DRAWN - 1)}…{depth} {elbow}"
    rails = ["   "] * (depth - 1)
    for level in open_depths[: depth + 1]:
        if 0 < level < depth:
            rails[level - 1] = "│  "
    return "".join(rails) + elbow
