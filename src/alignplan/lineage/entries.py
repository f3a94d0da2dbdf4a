"""What one file of one version says: of each item what counts as touching it, of each objective what it means."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from alignplan import storage
from alignplan.analysis.suspects.meaning import KPI_FIELDS
from alignplan.lineage.pieces import Piece, pieces
from alignplan.records import record
from alignplan.text.tree import Tree, parse

__all__ = ["EntriesReader", "FileEntries"]

_RECORDS = frozenset(("progress", "started", "finished", "evidence"))
"""Of an item: how far its work has come. Who keeps that up to date has not looked at what the work is for."""
_OF_PARTS: Mapping[str, frozenset[str]] = {
    "actions": _RECORDS | {"status", "spent", "remaining"},
    "milestones": _RECORDS | {"status"},
    "kpis": frozenset(("actuals",)),
    "budget": frozenset(("spent",)),
}
_MEANT = ("title", "description", "start", "due")
_SECTIONS = ("objectives", "tactics", "kpis")
_DIGITS = 12
_MOST_KEPT = 200_000


@record
class FileEntries:
    """What a file says.

    `touched` has the digest of each objective and tactic by id, `meant` the fields that say what an objective (`o/ID`)
    or a shared KPI (`k/ID`) means, as they are written. `include` names other files. `whole` is false where something
    cannot be read.
    """

    touched: Mapping[str, str]
    meant: Mapping[str, Any]
    include: tuple[str, ...] = ()
    whole: bool = True


class EntriesReader:
    """Reads texts. What is written like something that was read before is not read again."""

    def __init__(self) -> None:
        self._known: dict[Piece, FileEntries] = {}

    def read(self, text: str) -> FileEntries:
        """What a text says."""
        return self._in_pieces(text) or _entries(parse(text))

    def _in_pieces(self, text: str) -> FileEntries | None:
        """The same of a text in the usual style; none of others."""
        found = pieces(text, _SECTIONS, ("include",))
        if found is None:
            return None
        read = [self._piece(piece) for piece in found]
        if not all(entries.whole for entries in read):
            return None
        touched: dict[str, str] = {}
        meant: dict[str, Any] = {}
        for entries in reversed(read):  # of an id that stands twice the first counts
            touched.update(entries.touched)
            meant.update(entries.meant)
        return FileEntries(touched, meant, tuple(name for entries in read for name in entries.include))

    def _piece(self, piece: Piece) -> FileEntries:
        known = self._known.get(piece)
        if known is None:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            section, text = piece
            known = _entries(parse(text if section == "include" else f"{section}:\n{text}"))
            self._known[piece] = known
        return known


def _entries(tree: Tree) -> FileEntries:
    data = tree.data if isinstance(tree.data, dict) else {}
    touched: dict[str, str] = {}
    meant: dict[str, Any] = {}
    for section in ("objectives", "tactics"):
        for id, entry in _items(data, section):
            touched.setdefault(id, _digest(entry))
    for id, entry in _items(data, "objectives"):
        meant[f"o/{id}"] = _meaning(entry)
    for id, entry in _items(data, "kpis"):
        meant[f"k/{id}"] = _kpi(entry)
    return FileEntries(touched, meant, tuple(_texts(data.get("include"))), tree.whole and not tree.faults)


def _items(data: Mapping[str, Any], section: str) -> Iterator[tuple[str, dict[str, Any]]]:
    entries = data.get(section)
    for id, entry in entries.items() if isinstance(entries, dict) else ():
        if isinstance(id, str):
            yield str(id), entry if isinstance(entry, dict) else {"title": entry}


def _texts(value: Any) -> Iterator[str]:
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, str):
            yield str(entry)


# ------------------------------------------------------------ what counts as touching


def _digest(entry: dict[str, Any]) -> str:
    said = {key: _of_field(key, value) for key, value in entry.items() if key not in _RECORDS}
    text = json.dumps(said, sort_keys=True, ensure_ascii=True, default=str)
    return storage.digest(text.encode("ascii"))[:_DIGITS]


def _of_field(key: str, value: Any) -> Any:
    records = _OF_PARTS.get(key)
    if records is None or not isinstance(value, dict):
        return value
    if key == "budget":
        return _without(value, records)
    return {id: _without(entry, records) if isinstance(entry, dict) else entry for id, entry in value.items()}


def _without(entry: dict[str, Any], keys: frozenset[str]) -> dict[str, Any]:
    return {key: value for key, value in entry.items() if key not in keys}


# ------------------------------------------------------------ what an objective means


def _meaning(entry: dict[str, Any]) -> dict[str, Any]:
    said = {key: entry[key] for key in _MEANT if _is_said(entry.get(key))}
    kpis = entry.get("kpis")
    if isinstance(kpis, dict):
        said["kpis"] = {id: _kpi(kpi) for id, kpi in kpis.items()}
    elif _is_said(kpis):
        said["kpis"] = list(_texts(kpis))
    return said


def _kpi(kpi: Any) -> dict[str, Any]:
    entry = kpi if isinstance(kpi, dict) else {"title": kpi}
    return {key: entry[key] for key in KPI_FIELDS if _is_said(entry.get(key))}


def _is_said(value: Any) -> bool:
    return isinstance(value, (str, list, dict))
