"""A file that is laid over a plan: entries added or replaced key by key; a key with nothing behind it is taken out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from alignplan.diagnostics.finding import Route
from alignplan.editing.fields import ALONE
from alignplan.editing.interface import Edition, FileChanges
from alignplan.editing.manuscript import Manuscript, at
from alignplan.editing.placing import place_for
from alignplan.editing.remove import remove
from alignplan.editing.values import as_it_stands
from alignplan.graph.nodes import Node
from alignplan.model.kinds import SECTIONS, Kind, addressed
from alignplan.text.patching import Change, Delete, Put

__all__ = ["laid_over", "taken_out"]

Data = Mapping[str, Any]

_APART = ("alignplan", "include")
"""Keys that say something of the file itself."""
_INSIDE = ("actuals", "checkpoints", "moves")
"""Fields in which each entry has a short form, and not the field itself."""


def taken_out(manuscript: Manuscript, overlay: Data) -> Edition:
    """The items that have nothing behind them go, as `rm --cascade` takes them. Raises Misuse."""
    gone = dict.fromkeys(_gone(manuscript, overlay))
    return remove(manuscript, list(gone), cascade=True, force=True) if gone else Edition()


def laid_over(manuscript: Manuscript, overlay: Data) -> Edition:
    """All else that the overlay says, mapping by mapping; items that are new go beside their siblings."""
    found: dict[str, list[Change]] = {}
    for key, value in overlay.items():
        if key in SECTIONS:
            for id, entry in (value or {}).items():
                path, changes = _entry(manuscript, key, id, entry)
                found.setdefault(path, []).extend(changes)
        elif key not in _APART:
            held = at(manuscript.data(manuscript.root), (key,))
            found.setdefault(manuscript.root, []).extend(_merged((key,), held, value))
    return Edition(tuple(FileChanges(path, tuple(changes)) for path, changes in found.items() if changes))


def _there(manuscript: Manuscript, section: str, id: str) -> Node | None:
    """The item that an entry of a section is about."""
    kind = SECTIONS[section]
    known = manuscript.graph.calendars if kind is Kind.CALENDAR else manuscript.graph.top
    node = known.get(id)
    return node if node is not None and node.kind is kind else None


def _gone(manuscript: Manuscript, overlay: Data) -> Iterator[Node]:
    """The items whose entry is nothing, and those of a part of an item that is nothing."""
    for section in SECTIONS:
        for id, entry in (overlay.get(section) or {}).items():
            node = _there(manuscript, section, id)
            if node is not None and entry is None:
                yield node
            elif node is not None and isinstance(entry, dict):
                yield from (child for child in manuscript.graph.children(node) if _is_out(entry, child))


def _is_out(entry: Data, child: Node) -> bool:
    """Whether an item says that one of its children, or all of its kind, are not there."""
    section, name = child.route[-2:]
    if section not in entry:
        return False
    inner = entry[str(section)]
    return inner is None or (isinstance(inner, dict) and name in inner and inner[str(name)] is None)


def _entry(manuscript: Manuscript, section: str, id: str, entry: Any) -> tuple[str, list[Change]]:
    """The file in which an entry stands, or is to stand, and what changes there."""
    node = _there(manuscript, section, id)
    if node is not None:
        return node.file, list(_merged(node.route, manuscript.said(node), entry))
    if entry is None:
        return manuscript.root, []
    spot = place_for(manuscript, SECTIONS[section], entry if isinstance(entry, dict) else {})
    return spot.path, [Put((section, id), as_it_stands(_said(entry)))]


def _merged(route: Route, held: Any, wanted: Any) -> Iterator[Change]:
    """The changes that make of a value what is wanted of it. As deep as the reader lets it be."""
    short = _short_form(route)
    if short == "title" and isinstance(held, dict) and isinstance(wanted, str):
        wanted = {short: wanted}
    if isinstance(held, dict) and isinstance(wanted, dict):
        for key, value in wanted.items():
            if key not in held:
                if value is not None:
                    yield Put((*route, key), as_it_stands(_said(value)))
            elif value is None:
                yield Delete((*route, key))
            else:
                yield from _merged((*route, key), held[key], value)
    elif wanted is not None and held != wanted:
        if isinstance(wanted, dict) and isinstance(held, str) and short:
            wanted = {short: held, **wanted}
        yield Put(route, as_it_stands(_said(wanted)))


def _short_form(route: Route) -> str:
    """What a value that stands alone there is the short form of; empty where there is none."""
    item, field = addressed(route)
    if not field:
        return "title" if item else ""
    length = len(route) - 1 if field in _INSIDE else len(route)
    return ALONE.get(field, "") if length and route[length - 1] == field else ""


def _said(value: Any) -> Any:
    """A value without the keys that have nothing behind them."""
    if isinstance(value, dict):
        return {key: _said(entry) for key, entry in value.items() if entry is not None}
    return [_said(entry) for entry in value] if isinstance(value, list) else value
