"""What one file shows of itself to the rest of the plan: all but what only the rules about an item itself look at.

Two versions of a file with one face differ in titles and other prose, or in how far the work has come. What rules say
of other items does not change with that, which is how a check of a large plan after a small change is quick: see
:mod:`alignplan.linting.again`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alignplan import storage
from alignplan.model.kinds import CHILDREN, SECTIONS, Kind

__all__ = ["OWN", "face"]

_PROSE = frozenset(("title", "description", "code", "notes", "tags", "links", "evidence"))
_WORK = frozenset(("progress", "started", "finished"))
OWN: Mapping[Kind, frozenset[str]] = {
    **dict.fromkeys(Kind, _PROSE),
    Kind.TACTIC: _PROSE | _WORK,
    Kind.ACTION: _PROSE | _WORK | {"status", "effort", "duration", "elapsed"},
    Kind.MILESTONE: _PROSE | _WORK | {"status", "criterion"},
    Kind.KPI: _PROSE | {"source"},
}
"""The keys of an entry that only rules about the entry itself look at, by kind; so is `spent` of a tactic's budget.

How far the work has come also decides where tactics and steps stand, which others look at: that is kept beside.
"""
_PARTS = {kind: dict(children) for kind, children in CHILDREN.items()}


def face(data: Any) -> str:
    """The digest of what a file shows, from its tree."""
    shown: list[Any] = []
    for section, entries in data.items() if isinstance(data, dict) else ():
        kind = SECTIONS.get(section)
        if kind is None or not isinstance(entries, dict):
            shown += (section, entries)
        else:
            shown += (section, _entries(kind, entries))
    return storage.digest(repr(shown).encode("utf-8", "surrogatepass"))


def _entries(kind: Kind, entries: dict[str, Any]) -> list[Any]:
    """The ids of the entries in their order, each with what it shows."""
    own, parts = OWN[kind], _PARTS.get(kind, {})
    if not parts:
        return [
            (id, {key: value for key, value in entry.items() if key not in own})
            if isinstance(entry, dict)
            else id
            for id, entry in entries.items()
        ]
    return [
        (id, _whole(entry, own, parts)) if isinstance(entry, dict) else id for id, entry in entries.items()
    ]


def _whole(entry: dict[str, Any], own: frozenset[str], parts: dict[str, Kind]) -> dict[str, Any]:
    """What an entry shows that has others inside. Entries are two levels deep."""
    shown: dict[str, Any] = {}
    for key, value in entry.items():
        if key in own:
            continue
        if key in parts and isinstance(value, dict):
            shown[key] = _entries(parts[key], value)
        elif key == "budget" and isinstance(value, dict):
            shown[key] = {name: amount for name, amount in value.items() if name != "spent"}
        else:
            shown[key] = value
    return shown
