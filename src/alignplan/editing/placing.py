"""Where a new item goes: beside its siblings, after the last of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from alignplan.editing.manuscript import ABSENT, Manuscript, at
from alignplan.graph.nodes import Node
from alignplan.model.kinds import SECTIONS, Kind

__all__ = ["Spot", "place_for", "section_beside", "section_of"]

_ABOVE = {Kind.TACTIC: "supports", Kind.OBJECTIVE: "parent", Kind.RISK: "threatens"}
"""The field that says beside which others an item is looked for."""
_SECTION = {kind: section for section, kind in SECTIONS.items()}


@dataclass(frozen=True, slots=True)
class Spot:
    """A file, and the entry of the section after which something goes; at its end where none is named."""

    path: str
    after: str | None = None


def place_for(manuscript: Manuscript, kind: Kind, entry: dict[str, Any]) -> Spot:
    """The place of a new top-level item that says `entry`.

    Beside those that serve the same objective; else after the last of its kind, wherever that is; else in the last file
    that has the section, with nothing in it; else in the root.
    """
    beside = _sibling(manuscript, kind, entry)
    if beside is not None:
        return Spot(beside.file, beside.id)
    others = manuscript.graph.kinds[kind]
    if others:
        return Spot(others[-1].file, others[-1].id)
    section = section_of(kind)
    paths = [
        file.path
        for file in manuscript.loaded.files
        if at(manuscript.data(file.path), (section,)) is not ABSENT
    ]
    return Spot(paths[-1] if paths else manuscript.root)


def _sibling(manuscript: Manuscript, kind: Kind, entry: dict[str, Any]) -> Node | None:
    """The last item that names the same one above, or the one above itself where it is of the same kind."""
    graph = manuscript.graph
    field = _ABOVE.get(kind, "")
    above = _first_named(entry.get(field))
    if not above:
        return None
    last: Node | None = None
    for node in graph.kinds[kind]:
        if above in _named(getattr(node.model, field)):
            last = node
    top = graph.top.get(above)
    return last or (top if top is not None and top.kind is kind else None)


def _first_named(value: Any) -> str:
    if isinstance(value, str):
        return str(value)
    named = [str(one) for one in value or () if isinstance(one, str)]
    return named[0] if named else ""


def _named(value: Iterable[Any]) -> list[str]:
    """The ids in a field of a model, with or without weights."""
    return [one if isinstance(one, str) else one[0] for one in value]


def section_of(kind: Kind) -> str:
    """The section of top-level items of a kind."""
    return _SECTION[kind]


def section_beside(data: Any, section: str) -> tuple[str | None, str | None]:
    """The section of a file before which, or else after which, a new one goes: in the order in which they are shown.

    As (after, before); neither in an empty file.
    """
    keys = [key for key in data if isinstance(key, str)] if isinstance(data, dict) else []
    order = ["alignplan", "plan", "include", *SECTIONS, "lint"]
    rank = {key: order.index(key) for key in keys if key in order}
    below = [key for key in keys if rank.get(key, -1) > order.index(section)]
    if below:
        return None, below[0]
    return (keys[-1] if keys else None), None
