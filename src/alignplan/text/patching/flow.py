"""Entries of mappings and lists in brackets, on one line or on several: edits of them."""

from __future__ import annotations

from alignplan.text.patching.changes import Edit
from alignplan.text.patching.lines import (
    after_line,
    column_of,
    comments_above,
    is_first_on_line,
    line_end,
    line_start,
    newline_of,
    past_blank,
)
from alignplan.text.patching.nodes import Node

__all__ = ["apart", "comma_after", "delete", "empty", "insert", "line_by_line", "margin_of", "own_start"]


def comma_after(text: str, end: int) -> int | None:
    """Where the comma behind an entry stands, if it has one."""
    at = past_blank(text, end)
    return at if text[at : at + 1] == "," else None


def own_start(text: str, node: Node, index: int) -> int:
    """Where an entry begins that is the first on its line: with its line, or the comment lines above it."""
    head = node.entries[index].head
    return comments_above(text, head, _floor(text, node, index), column_of(text, head))


def _floor(text: str, node: Node, index: int) -> int:
    if index == 0:
        return after_line(text, node.content(text))
    end = node.entries[index - 1].end
    return after_line(text, comma_after(text, end) or end)


def insert(text: str, node: Node, index: int, item: str) -> list[Edit]:
    """A new entry before the one with that number, or behind the last."""
    if not node.entries:
        opened = node.content(text) + 1
        return [Edit(opened, opened, f"{item} " if text[opened] == "#" else item)]
    if index == 0:
        return [_first(text, node, item)]
    if line_by_line(text, node, index):
        return _line(text, node, index, item)
    before = node.entries[index - 1]
    comma = comma_after(text, before.end) if index == len(node.entries) else None
    if comma is not None:
        return [Edit(comma + 1, comma + 1, f" {item},")]
    return [Edit(before.end, before.end, f"{apart(text, before.end)}, {item}")]


def apart(text: str, end: int) -> str:
    """What separates a comma or bracket from an entry: a space where the entry ends with its colon."""
    return " " if text[end - 1 : end] == ":" else ""


def _first(text: str, node: Node, item: str) -> Edit:
    head = node.entries[0].head
    if not is_first_on_line(text, head):
        return Edit(head, head, f"{item}, ")
    start = own_start(text, node, 0)
    return Edit(start, start, f"{margin_of(text, head)}{item},{newline_of(text, start)}")


def margin_of(text: str, head: int) -> str:
    """What stands before an offset on its line."""
    return text[line_start(text, head) : head]


def line_by_line(text: str, node: Node, index: int) -> bool:
    """Whether each entry has a line of its own, as far as can be seen from the neighbours of a new one."""
    near = [0, index - 1, *([index] if index < len(node.entries) else [])]
    return all(is_first_on_line(text, node.entries[number].head) for number in near)


def _line(text: str, node: Node, index: int, item: str) -> list[Edit]:
    """A new entry on a line of its own, below the one before it."""
    before = node.entries[index - 1]
    below = f"{newline_of(text, before.end)}{margin_of(text, before.head)}{item}"
    comma = comma_after(text, before.end)
    if comma is not None:
        stop = min(line_end(text, comma), node.end - 1)
        return [Edit(stop, stop, f"{below},")]
    stop, space = line_end(text, before.end), apart(text, before.end)
    if stop >= node.end - 1 or stop == before.end:
        return [Edit(before.end, before.end, f"{space},{below}")]
    return [Edit(before.end, before.end, f"{space},"), Edit(stop, stop, below)]


def delete(text: str, node: Node, index: int) -> list[Edit]:
    """Without an entry that has siblings, and without one comma."""
    entry = node.entries[index]
    comma = comma_after(text, entry.end)
    end = entry.end if comma is None else comma + 1
    if is_first_on_line(text, entry.head) and _ends_line(text, end):
        gone = Edit(own_start(text, node, index), after_line(text, end), "")
    elif index + 1 < len(node.entries) and (index == 0 or _same_line(text, entry.head, node, index + 1)):
        after = node.entries[index + 1].head
        return [Edit(entry.head, after if not text[end:after].strip() else end, "")]
    elif index and not text[node.entries[index - 1].end : entry.head].strip(" \t\r\n,"):
        before = node.entries[index - 1].end
        return [Edit(before, entry.end, apart(text, before))]
    else:
        gone = Edit(entry.head, end, "")
    if comma is not None or index == 0:
        return [gone]
    last = comma_after(text, node.entries[index - 1].end)
    return [gone] if last is None else [Edit(last, last + 1, ""), gone]


def empty(text: str, node: Node, signs: str) -> list[Edit]:
    """Without the only entry; comments in the brackets that are not its own stay."""
    start, end = node.content(text), node.end
    gone = delete(text, node, 0)[0]
    if node.bare or "#" not in text[start : gone.start] + text[gone.end : end]:
        return [Edit(start, end, signs)]
    return [gone]


def _ends_line(text: str, at: int) -> bool:
    """Whether nothing but a comment stands behind an offset on its line."""
    rest = text[at : line_end(text, at)].strip(" \t")
    return not rest or rest.startswith("#")


def _same_line(text: str, head: int, node: Node, index: int) -> bool:
    return line_start(text, head) == line_start(text, node.entries[index].head)
