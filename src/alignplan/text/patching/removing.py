"""Entries that go, and what is left of a mapping or list that they leave empty."""

from __future__ import annotations

from alignplan.text.patching import block, flow
from alignplan.text.patching.changes import Edit
from alignplan.text.patching.finding import Spot
from alignplan.text.patching.nodes import Entry, Kind, Node, Outline

__all__ = ["remove"]


def remove(seen: Outline, spot: Spot, *, emptied: bool) -> list[Edit]:
    """The edits by which the entry at `spot` goes; with `emptied` what holds nothing else goes with it."""
    way = list(spot.way)
    while emptied and len(way) > 1 and len(way[-1][0].entries) == 1:
        way.pop()
    parent, entry = way[-1]
    if len(parent.entries) == 1:
        return _emptied(seen.text, parent, way)
    if parent.flow:
        return flow.delete(seen.text, parent, entry.number)
    return block.delete(seen.text, parent, entry.number)


def _emptied(text: str, parent: Node, way: list[tuple[Node, Entry]]) -> list[Edit]:
    signs = "{}" if parent.kind is Kind.MAPPING else "[]"
    if parent.flow:
        return flow.empty(text, parent, signs)
    place = block.extent(text, parent, 0)
    if len(way) == 1 or place.behind_dash:
        return [Edit(place.start, place.stop, signs)]
    at = block.slot(text, way[-2][1])
    return [Edit(at, at, f" {signs}"), block.whole_lines(text, place.start, place.stop)]
