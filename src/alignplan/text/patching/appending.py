"""One more element of a list, or a second value beside a lone one."""

from __future__ import annotations

from alignplan.text.compose import WIDTH
from alignplan.text.patching.adding import add
from alignplan.text.patching.additions import Valued
from alignplan.text.patching.block import extent, slot
from alignplan.text.patching.changes import Append, Edit, Refused
from alignplan.text.patching.finding import Spot, shown
from alignplan.text.patching.lines import column_of, is_first_on_line, line_start, newline_of
from alignplan.text.patching.nodes import Kind, Outline
from alignplan.text.patching.replacing import set_in_block, set_in_brackets
from alignplan.text.patching.scalar import as_item, raw_lines
from alignplan.text.patching.style import style_of
from alignplan.text.patching.writing import element_lines, flow_text, is_simple

__all__ = ["append"]


def append(seen: Outline, spot: Spot, change: Append) -> list[Edit]:
    """The edits of an `Append` to what is there."""
    node = spot.node
    if node is None or spot.rest or spot.owner is None:
        raise Refused(f"there is no list {shown(change.route)}", 0, "name a key that holds a list")
    style = style_of(seen, node.start)
    if node.kind is Kind.LIST:
        return add(seen, spot, Valued(None, change.value), style, len(node.entries) - 1, above=False)
    if node.kind is Kind.MAPPING and not node.flow:
        return _below_mapping(seen, spot, change)
    return _two(seen, spot, change)


def _below_mapping(seen: Outline, spot: Spot, change: Append) -> list[Edit]:
    """A lone mapping in block style and the new value, one below the other: its lines move to the right of a dash."""
    node, text = spot.node, seen.text
    assert node is not None
    assert spot.owner is not None
    parent, entry = spot.owner
    style = style_of(seen, node.start)
    style = style.in_list if entry.key_end < 0 else style
    head = node.entries[0].head
    if not is_first_on_line(text, head):
        words = f"{shown(change.route)} is a mapping, not a list"
        raise Refused(words, node.start, "write it as a list first: `- ` before its first line")
    dashes = column_of(text, entry.head) + style.dash
    column = column_of(text, head)
    shift = " " * max(dashes + 2 - column, 0)
    first = f"{' ' * max(dashes, column - 2)}- "
    dashes = max(dashes, column - 2)
    start, stop = line_start(text, head), extent(text, parent, entry.number).stop
    newline = newline_of(text, start)
    old = text[start:stop].split(newline)
    lines = [
        f"{first}{old[0].lstrip(' ')}",
        *(f"{shift}{line}" if line.strip() else line for line in old[1:]),
    ]
    return [Edit(start, stop, newline.join([*lines, *element_lines(change.value, dashes, style)]))]


def _two(seen: Outline, spot: Spot, change: Append) -> list[Edit]:
    """A lone value and the new one: in brackets where that fits, else one below the other."""
    node, text = spot.node, seen.text
    assert node is not None
    assert spot.owner is not None
    parent, entry = spot.owner
    is_text = node.kind is Kind.SCALAR
    both = f"[{as_item(text, node) if is_text else text[node.content(text) : node.end]}, {flow_text(change.value)}]"
    if parent.flow:
        return set_in_brackets(text, entry, both)
    fits = slot(text, entry) + len(both) < line_start(text, entry.head) + WIDTH
    if "\n" not in both and fits and is_simple(change.value):
        return set_in_block(text, entry, (both, []))
    style = style_of(seen, node.start)
    style = style.in_list if entry.key_end < 0 else style
    dashes = column_of(text, entry.head) + style.dash
    first, *rest = raw_lines(text, node)
    lines = [
        f"{' ' * dashes}- {first}",
        *(f"{' ' * style.dash}{line}" if line else "" for line in rest),
        *element_lines(change.value, dashes, style),
    ]
    return set_in_block(text, entry, ("", lines))
