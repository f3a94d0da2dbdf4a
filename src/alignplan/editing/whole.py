"""Whether enough of the plan could be read to change what may be named anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from alignplan.editing.manuscript import Manuscript, at
from alignplan.errors import Misuse
from alignplan.graph.nodes import Node

__all__ = ["refuse_duplicate", "refuse_unread"]


def refuse_duplicate(manuscript: Manuscript, node: Node) -> None:
    """Raises Misuse where the id of an item stands twice: nobody can say which of the two is meant."""
    for duplicate in manuscript.graph.duplicates:
        if duplicate.first == node:
            first, second = duplicate.first, duplicate.second
            places = (
                f"{manuscript.spot(first.file, first.route)} and {manuscript.spot(second.file, second.route)}"
            )
            raise Misuse(f"`{node.id}` stands twice: {places}", "give one of them another id in its file")


def refuse_unread(manuscript: Manuscript, id: str) -> None:
    """Raises Misuse where something that could not be read may name an item."""
    for file in manuscript.loaded.files:
        if not file.whole or () in file.broken:
            shown = manuscript.shown(file.path)
            raise Misuse(f"{shown} could not be read to its end, and may name `{id}`", _WAY_OUT)
        for route in sorted(file.broken, key=str):
            inside = [step for step in route[2:] if isinstance(step, str)]
            words = (*inside, *_words(at(manuscript.data(file.path), route)))
            if any(word == id or word.startswith(f"{id}/") for word in words):
                place = manuscript.spot(file.path, route)
                raise Misuse(f"{place} names `{id}`, and could not be understood", _WAY_OUT)


_WAY_OUT = "`alignplan check` tells why; mend that first, or go on all the same with --force"


def _words(value: Any) -> Iterator[str]:
    """All texts and keys of a value. As deep as the reader lets it be."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield key
            yield from _words(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from _words(entry)
