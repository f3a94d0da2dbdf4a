"""New entries and elements: beside others, in what is empty, and where the text is."""

from __future__ import annotations

from alignplan.text.patching.additions import Addition, Several
from alignplan.text.patching.block import insert_after, insert_before
from alignplan.text.patching.changes import Edit, Refused
from alignplan.text.patching.finding import Spot, shown
from alignplan.text.patching.flow import insert
from alignplan.text.patching.layout import Style
from alignplan.text.patching.lines import column_of, newline_of
from alignplan.text.patching.nodes import Kind, Node, Outline
from alignplan.text.patching.replacing import set_in_block, set_in_brackets
from alignplan.text.patching.wrapping import insert_items

__all__ = ["add", "add_several", "is_open"]


def is_open(node: Node | None) -> bool:
    """Whether there is nothing yet where an entry is to be: no value, `{}` or `[]`."""
    return node is None or node.is_null or (node.is_container and not node.entries)


def add(seen: Outline, spot: Spot, new: Addition, style: Style, index: int, *, above: bool) -> list[Edit]:
    """A new entry or element of what stands at `spot`, beside the one with that number: above it or below."""
    node, text = spot.node, seen.text
    if node is None or is_open(node):
        return _first(seen, spot, new, style)
    if node.flow:
        _not_bare(node, spot)
        return insert(text, node, index if above else index + 1, new.item(node.start))
    lines = new.lines(column_of(text, node.entries[0].head), style, node, index)
    return [(insert_before if above else insert_after)(text, node, index, lines, close=new.keeps)]


def add_several(
    seen: Outline, spot: Spot, new: Several, style: Style, index: int, *, above: bool
) -> list[Edit]:
    """New entries of the mapping at `spot`, which has some, beside the one with that number: above it or below."""
    node, text = spot.node, seen.text
    assert node is not None
    if node.flow:
        _not_bare(node, spot)
        return insert_items(text, node, index if above else index + 1, new.items())
    lines = new.lines(column_of(text, node.entries[0].head), style, node, index)
    if len(lines) == len(new.entries):
        # Each is set off as one line is.
        lines = [newline_of(text, node.entries[index].end).join(lines)]
    return [(insert_before if above else insert_after)(text, node, index, lines)]


def _not_bare(node: Node, spot: Spot) -> None:
    if node.bare:
        words = f"{shown(tuple(entry.key for _, entry in spot.way))} is a mapping without braces"
        raise Refused(words, node.start, "put it in braces first: `[{key: value}]`")


def _first(seen: Outline, spot: Spot, new: Addition, style: Style) -> list[Edit]:
    """The first entry or element, where there was nothing."""
    if spot.owner is None:
        return _first_of_text(seen, new, style)
    text = seen.text
    parent, entry = spot.owner
    if spot.node is not None and spot.node.flow and "#" in text[spot.node.start : spot.node.end]:
        # A comment in empty brackets stays there.
        return insert(text, spot.node, 0, new.item(entry.head))
    is_element = new.key is None
    if parent.flow or (new.is_small and (is_element or len(spot.way) > 1)):
        item = new.item(entry.head)
        brackets = f"[{item}]" if is_element else f"{{{item}}}"
        return (
            set_in_brackets(text, entry, brackets)
            if parent.flow
            else set_in_block(text, entry, (brackets, []))
        )
    style = style.in_list if entry.key_end < 0 else style
    column = column_of(text, entry.head) + (style.dash if is_element else style.step)
    return set_in_block(text, entry, ("", new.lines(column, style, None, 0)))


def _first_of_text(seen: Outline, new: Addition, style: Style) -> list[Edit]:
    text, root = seen.text, seen.root
    lines = new.lines(0, style, None, 0)
    newline = newline_of(text, len(text))
    if root is not None and root.kind is not Kind.SCALAR:
        return [Edit(root.content(text), root.end, newline.join(lines))]
    joined = newline.join(lines)
    ended = not text or text.endswith("\n")
    return [Edit(len(text), len(text), f"{joined}{newline}" if ended else f"{newline}{joined}")]
