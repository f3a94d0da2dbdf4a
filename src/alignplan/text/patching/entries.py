"""Put, insert, rename: what becomes of the entry at a route."""

from __future__ import annotations

from typing import Any

from alignplan.text.patching.adding import add, add_several, is_open
from alignplan.text.patching.additions import Addition, Lifted, Several, Valued, Within
from alignplan.text.patching.changes import Edit, Insert, InsertMany, Plant, Put, Refused, Rename
from alignplan.text.patching.finding import Spot, shown
from alignplan.text.patching.layout import Style
from alignplan.text.patching.lines import column_of
from alignplan.text.patching.nodes import Kind, Node, Outline
from alignplan.text.patching.replacing import replace, set_in_block
from alignplan.text.patching.scalar import in_its_quotes, raw_lines
from alignplan.text.patching.style import style_of
from alignplan.text.patching.writing import entry_lines, flow_text, key_text

__all__ = ["insert_entries", "insert_entry", "plant", "put", "rename"]


def put(seen: Outline, spot: Spot, change: Put) -> list[Edit]:
    """The edits of a `Put`."""
    if not change.route:
        raise Refused("the whole file cannot be changed at once", 0, "name an entry of it")
    style = style_of(seen, spot.node.start if spot.node else 0)
    if not spot.rest:
        assert spot.owner is not None
        return replace(seen.text, *spot.owner, change.value, style)
    node, key = spot.node, spot.rest[0]
    if not all(isinstance(step, str) for step in spot.rest) or (node is not None and node.kind is Kind.LIST):
        raise _no_element(spot, change.route)
    value: Any = change.value
    for step in reversed(spot.rest[1:]):
        value = {step: value}
    if not is_open(node) and node is not None and node.kind is Kind.SCALAR:
        return _opened(seen, spot, value, style)
    new: Addition = Valued(str(key), value, len(spot.way) + 1)
    if not spot.way and len(spot.rest) > 1:
        # A new section: its first entry is written as entries of sections are.
        new = Within(str(key), Valued(str(spot.rest[1]), value[spot.rest[1]], 2))
    return add(seen, spot, new, style, len(node.entries) - 1 if node else 0, above=False)


def _no_element(spot: Spot, route: Any) -> Refused:
    words = f"{shown(route[: len(route) - len(spot.rest)])} has no `{spot.rest[0]}` to change"
    return Refused(words, spot.node.start if spot.node else 0, "insert it first")


def _opened(seen: Outline, spot: Spot, inner: Any, style: Style) -> list[Edit]:
    """An entry that was written short becomes a mapping with its title and the new entry."""
    node, key, text = spot.node, spot.rest[0], seen.text
    if spot.owner is None or node is None or isinstance(spot.owner[1].key, int):
        raise Refused(
            "there is a text here, not a mapping", node.start if node else 0, "write it as `key: value`"
        )
    parent, entry = spot.owner
    if key == "title" and isinstance(inner, str):
        return replace(text, parent, entry, inner, style)
    if parent.flow:
        item = f"{key_text(key, flow=True)}: {flow_text(inner)}"
        start = node.content(text)
        return [Edit(start, start, "{title: "), Edit(node.end, node.end, f", {item}}}")]
    indent = column_of(text, entry.head) + style.step
    below = [
        *_title(text, node, indent, style),
        *entry_lines(key_text(key), inner, indent, style),
    ]
    return set_in_block(text, entry, ("", below))


def _title(text: str, node: Node, indent: int, style: Style) -> list[str]:
    """The text of an entry that was written short, as its title: each line of it that much deeper."""
    first, *rest = raw_lines(text, node)
    return [f"{' ' * indent}title: {first}", *(f"{' ' * style.step}{line}" if line else "" for line in rest)]


def insert_entry(seen: Outline, spot: Spot, change: Insert) -> list[Edit]:
    """The edits of an `Insert`."""
    key = change.route[-1] if change.route else None
    return _insert(
        seen, spot, change, Valued(None if isinstance(key, int) else key, change.value, len(change.route))
    )


def insert_entries(seen: Outline, spot: Spot, change: InsertMany) -> list[Edit]:
    """The edits of an `InsertMany`."""
    node, route = spot.node, change.route
    if spot.rest or node is None or node.kind is not Kind.MAPPING or not node.entries:
        words = f"{shown(route)} is no mapping with entries"
        raise Refused(words, node.start if node else 0, "write it as `key: value`")
    style = style_of(seen, node.start)
    edits: list[Edit] = []
    for name, entries in change.groups:
        named = node.named(name) if name is not None else node.entries[:1]
        if not named or not entries:
            raise Refused(
                f"there is no `{name}` beside which to stand", node.start, "name an entry that is there"
            )
        for key in entries:
            for taken in node.named(key):
                raise Refused(f"{shown((*route, key))} is there already", taken.key_start, "change its value")
        several = Several(
            [(str(key), value) for key, value in entries.items()], named[0].key_style, len(route) + 1
        )
        edits += add_several(seen, spot, several, style, named[0].number, above=name is None)
    return edits


def plant(seen: Outline, spot: Spot, change: Plant) -> list[Edit]:
    """The edits of a `Plant`."""
    key = change.route[-1] if change.route else None
    is_element = isinstance(key, int)
    if is_element is not isinstance(change.fragment.key, int):
        words = "an element of a list cannot become an entry with a key, nor the other way round"
        raise Refused(words, spot.node.start if spot.node else 0, "name a place of the same kind")
    return _insert(seen, spot, change, Lifted(None if isinstance(key, int) else key, change.fragment))


def _insert(seen: Outline, spot: Spot, change: Insert | Plant, new: Addition) -> list[Edit]:
    key = change.route[-1] if change.route else None
    if isinstance(key, int) and not spot.rest and spot.owner is not None:
        spot = Spot(spot.way[:-1], spot.owner[0], (key,))
    node = spot.node
    at = node.start if node else 0
    if not spot.rest:
        raise Refused(f"{shown(change.route)} is there already", at, "give the new one another id")
    style = style_of(seen, at)
    if len(spot.rest) > 1:
        return _within(seen, spot, new, style)
    if isinstance(key, int):
        return _element(seen, spot, key, new, style)
    if node is not None and not is_open(node) and node.kind is not Kind.MAPPING:
        raise Refused(f"{shown(change.route[:-1])} is no mapping", at, "write it as `key: value`")
    index, above = _beside(node, change)
    return add(seen, spot, new, style, index, above=above)


def _within(seen: Outline, spot: Spot, new: Addition, style: Style) -> list[Edit]:
    """A new entry with the mappings around it that are missing."""
    node = spot.node
    steps = spot.rest[:-1]
    if not all(isinstance(step, str) for step in spot.rest) or (
        node and not is_open(node) and node.kind is not Kind.MAPPING
    ):
        raise Refused(f"there is no `{steps[0]}` to put it in", node.start if node else 0, "make it first")
    for step in reversed(steps):
        new = Within(str(step), new)
    return add(seen, spot, new, style, len(node.entries) - 1 if node else 0, above=False)


def _element(seen: Outline, spot: Spot, number: int, new: Addition, style: Style) -> list[Edit]:
    node = spot.node
    count = len(node.entries) if node else 0
    if node is None or (node.kind is not Kind.LIST and not is_open(node)) or not 0 <= number <= count:
        words = f"there is no place {number} in {shown(tuple(entry.key for _, entry in spot.way))}"
        raise Refused(words, node.start if node else 0, "count from 0, up to the number of elements")
    above = number < count
    return add(seen, spot, new, style, number if above else number - 1, above=above)


def _beside(node: Node | None, change: Insert | Plant) -> tuple[int, bool]:
    """The number of the sibling beside which the new entry stands, and whether it stands above it."""
    name = change.before if change.after is None else change.after
    if name is None:
        return len(node.entries) - 1 if node else 0, False
    for entry in node.named(name) if node else []:
        return entry.number, change.after is None
    raise Refused(
        f"there is no `{name}` beside which to stand",
        node.start if node else 0,
        "name an entry that is there",
    )


def rename(seen: Outline, spot: Spot, change: Rename) -> list[Edit]:
    """The edits of a `Rename`."""
    assert spot.owner is not None
    parent, entry = spot.owner
    if entry.key_end < 0:
        raise Refused(
            f"{shown(change.route)} is an element of a list and has no key", entry.head, "change its value"
        )
    for taken in parent.named(change.key) if change.key != entry.key else []:
        raise Refused(f"there is a `{change.key}` already", taken.key_start, "choose another key")
    if change.key == entry.key:
        return []
    start = (
        seen.text.rfind(" ", entry.key_start, entry.key_end) + 1
        if seen.text[entry.key_start] == "&"
        else entry.key_start
    )
    new = in_its_quotes(entry.key_style, change.key) or key_text(change.key, flow=parent.flow)
    return [Edit(start, entry.key_end, new)]
