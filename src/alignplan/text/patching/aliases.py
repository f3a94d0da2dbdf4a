"""A text in which nothing stands for anything else: what a change of one place does not change another by."""

from __future__ import annotations

from typing import Any

from alignplan.text.nodes import Quoted
from alignplan.text.patching.changes import Edit, Plain
from alignplan.text.patching.pieces import apply
from alignplan.text.patching.writing import NO_SIGNS, flow_text
from alignplan.text.places import Span, locate
from alignplan.text.tree import parse

__all__ = ["without_aliases"]

_ABSENT = object()


def without_aliases(text: str) -> str:
    """The text with what each alias stands for in its place, on one line; all else, its lines too, stays.

    The text itself where it has none, where it has faults, and where the new one would not read as the same.
    """
    if "*" not in text or "&" not in text:
        return text
    tree = parse(text)
    if tree.faults:
        return text
    found: dict[Span, Any] = {}
    for route, node in locate(text).keys().items():
        if text[node.value[0] : node.value[0] + 1] == "*":
            value = _at(tree.data, route)
            if value is not _ABSENT:
                found.setdefault(node.value, value)
    edits = [Edit(start, end, flow_text(_written(value))) for (start, end), value in sorted(found.items())]
    new = apply(text, edits)
    again = parse(new)
    return new if not again.faults and again.data == tree.data else text


def _at(data: Any, route: tuple[str | int, ...]) -> Any:
    """What stands at a route, or absent: elements of a list go by what they say, too."""
    for step in route:
        there = isinstance(data, dict) and step in data
        if not there and not (isinstance(data, list) and isinstance(step, int) and step < len(data)):
            return _ABSENT
        data = data[step]
    return data


def _written(value: Any) -> Any:
    """A value that was read, to stand between brackets: as it was, in quotes where its signs need them."""
    if isinstance(value, dict):
        return {key: _written(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_written(inner) for inner in value]
    if value is None or isinstance(value, Quoted) or not NO_SIGNS.isdisjoint(value) or "\n" in value:
        return value
    return Plain(value)
