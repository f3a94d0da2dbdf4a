"""The value of an entry in place of another: beside its key, on the lines below it, or in brackets."""

from __future__ import annotations

from typing import Any

from alignplan.text.patching.block import slot, whole_lines
from alignplan.text.patching.changes import Edit
from alignplan.text.patching.layout import Style
from alignplan.text.patching.lines import after_line, column_of, comments_below, line_end, newline_of
from alignplan.text.patching.nodes import Entry, Kind, Node
from alignplan.text.patching.scalar import in_its_quotes, says, scalar_beside, sign_end
from alignplan.text.patching.writing import Written, flow_text, written
from alignplan.text.scalars import is_scalar

__all__ = ["replace", "set_in_block", "set_in_brackets"]


def replace(text: str, parent: Node, entry: Entry, value: Any, style: Style) -> list[Edit]:
    """The edits by which the value of `entry` becomes `value`; none where it is that already."""
    node = entry.node
    if says(node, value):
        return []
    if parent.flow:
        return set_in_brackets(text, entry, in_its_quotes(node.style, value) or flow_text(value))
    indent = column_of(text, entry.head)
    style = style.in_list if entry.key_end < 0 else style
    if is_scalar(value) and node.kind is Kind.SCALAR and not node.is_blank and not node.tagged:
        return set_in_block(text, entry, scalar_beside(text, node, value, indent, style))
    brackets = node.flow if node.is_container and node.entries else None
    column = slot(text, entry) + 1 - (entry.head - indent)
    return set_in_block(text, entry, written(value, indent, column, style, brackets=brackets))


def set_in_brackets(text: str, entry: Entry, new: str) -> list[Edit]:
    """The text of a value between brackets becomes `new`."""
    node = entry.node
    start = node.content(text)
    if start < node.end:
        return [Edit(start, node.end, new)]
    colon = "" if entry.key_end < 0 or node.anchor or node.end > entry.key_end else ":"
    return [Edit(node.end, node.end, f"{colon} {new}")]


def set_in_block(text: str, entry: Entry, new: Written) -> list[Edit]:
    """What stands beside and below a key or dash becomes `new`."""
    node, at = entry.node, slot(text, entry)
    beside, below = new
    if "#" in (text[node.end : node.end + 1], text[sign_end(text, node) : sign_end(text, node) + 1]):
        # A comment that stood right behind a bracket or quote needs a space behind anything else.
        beside += " "
    if node.is_container and not node.flow:
        return _in_place_of_lines(text, entry, at, new)
    start = node.content(text)
    end = sign_end(text, node)
    if (
        entry.key_end < 0
        and not node.anchor
        and not beside.strip()
        and not text[end : line_end(text, end)].strip()
    ):
        # Behind a dash there is room for the first line of what is below it.
        stop = line_end(text, node.end)
        return [Edit(at, stop, f" {newline_of(text, at).join(below).lstrip(' ')}")]
    edits = [Edit(start, end, beside)] if start < end and beside.strip() else []
    if start == end and beside.strip():
        edits = [Edit(at, at, f" {beside}")]
    if start < end and not beside.strip():
        edits = [Edit(at, end, beside)]
    if end < node.end:
        return edits + _lines(text, after_line(text, end), node.end, below)
    return edits + _below(text, end, below)


def _lines(text: str, start: int, stop: int, below: list[str]) -> list[Edit]:
    """Lines in place of those from `start` to `stop`."""
    if not below:
        return [whole_lines(text, start, line_end(text, stop))]
    return [Edit(start, line_end(text, stop), newline_of(text, start).join(below))]


def _below(text: str, at: int, below: list[str]) -> list[Edit]:
    """Lines below that of an offset."""
    if not below:
        return []
    end = line_end(text, at)
    newline = newline_of(text, at)
    return [Edit(end, end, "".join(f"{newline}{line}" for line in below))]


def _in_place_of_lines(text: str, entry: Entry, at: int, new: Written) -> list[Edit]:
    """In place of a mapping or list in block style."""
    node = entry.node
    beside, below = new
    stop = comments_below(text, node.end, column_of(text, entry.head))
    start = node.content(text)
    if start <= line_end(text, at):
        newline = newline_of(text, start)
        if not beside.strip():
            return [Edit(at, stop, f" {newline.join(below).lstrip(' ')}")]
        return [Edit(start, stop, newline.join([beside, *below]))]
    edits = [Edit(at, at, f" {beside}")] if beside else []
    return edits + _lines(text, after_line(text, at), stop, below)
