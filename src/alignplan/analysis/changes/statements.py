"""What a file says of an item, as statements that can be compared: fields in the words of the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from alignplan.graph.nodes import Node
from alignplan.model.kinds import CHILDREN

__all__ = ["Fields", "leaves", "of_node", "renamed"]

Fields = dict[str, Any]
"""Field → what is written there: a text, or lists and mappings of texts."""


def of_node(tree: Any, node: Node, *, whole: bool = False) -> Fields:
    """The fields of an item in the tree of its file; `whole`: with the items that stand inside it."""
    value = tree
    for step in node.route:
        value = value.get(step) if isinstance(value, dict) else None
    if isinstance(value, str):
        return {"title": value}
    if not isinstance(value, dict):
        return {}
    inner = (
        set()
        if whole
        else {name for name, _ in CHILDREN.get(node.kind, ()) if isinstance(value.get(name), dict)}
    )
    return {key: entry for key, entry in value.items() if key not in inner and entry is not None}


def leaves(fields: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every statement: the way to it, with dots, and its text. A list says each of its entries."""
    waiting = [(str(key), value) for key, value in reversed(list(fields.items()))]
    while waiting:
        way, value = waiting.pop()
        if isinstance(value, Mapping):
            waiting += [(f"{way}.{key}", entry) for key, entry in reversed(list(value.items()))]
        elif isinstance(value, list):
            waiting += [(way, entry) for entry in reversed(value)]
        elif isinstance(value, str):
            yield way, value


def renamed(value: Any, names: Mapping[str, str]) -> Any:
    """What a field says, with ids that have other names now. As deep as YAML may be nested."""
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, list):
        return [renamed(entry, names) for entry in value]
    if isinstance(value, Mapping):
        return {names.get(key, key): renamed(entry, names) for key, entry in value.items()}
    return value
