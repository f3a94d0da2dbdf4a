"""Values that stand in a plan file: `actuals` as a mapping of days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from alignplan.editing.assign import Assigning
from alignplan.editing.fields import Target
from alignplan.editing.interface import Op, Told
from alignplan.editing.manuscript import Manuscript
from alignplan.editing.recording.interface import Entry, Held, Written
from alignplan.editing.recording.order import Days
from alignplan.editing.recording.spelling import spelt
from alignplan.editing.values import Spelling, as_it_stands
from alignplan.errors import Misuse
from alignplan.graph.nodes import Node
from alignplan.model.values import amount_of, day_of
from alignplan.text.nodes import Quoted
from alignplan.text.patching import Change, Echo, InsertMany, OneLine, Plain, Put, Value

__all__ = ["Mapping"]

_FIELD = "actuals"
_SHORT = 60


class Mapping:
    """The values of a KPI in its plan file."""

    keeps_notes = True

    def __init__(self, manuscript: Manuscript, kpi: Node, others: Sequence[Node] = ()) -> None:
        self.also = tuple(other.id for other in others)
        self._others = others
        self._manuscript = manuscript
        self._kpi = kpi
        self._route = (*kpi.route, _FIELD)
        self.name = manuscript.shown(kpi.file)
        said = manuscript.said(kpi)
        self._said: Any = said
        held = said.get(_FIELD) if isinstance(said, dict) else None
        if held is not None and not isinstance(held, dict):
            spot = manuscript.spot(kpi.file, self._route)
            raise Misuse(f"`{_FIELD}` of `{kpi.id}` is no mapping: {spot}", "write {2026-03-31: 18.2}")
        self._values: dict[str, Any] = held or {}
        self._keys: dict[date, str] = {}
        self._twice: dict[date, str] = {}
        self._index()
        self._days = Days([(day, key) for day, key in self._keys.items()])

    def _index(self) -> None:
        """The keys by their days: of several of one day the first with a value."""
        for key, value in self._values.items():
            day = day_of(str(key), self._manuscript.year_starts)
            if day is None:
                continue
            if day not in self._keys or self._values[self._keys[day]] is None:
                self._keys[day] = key
            elif value is not None:
                self._twice[day] = key

    def held(self, day: date) -> Held | None:
        """The value under the key of that day, or of a period that ends with it."""
        key = self._keys.get(day)
        if key is not None and day in self._twice:
            words = f"`{key}` and `{self._twice[day]}` of `{self._kpi.id}` are the same day"
            spot = self._manuscript.spot(self._kpi.file, (*self._route, self._twice[day]))
            raise Misuse(f"{words}: {spot}", "keep one of the two")
        value = self._values[key] if key is not None else None
        if key is None or value is None:
            return None
        spot = self._manuscript.spot(self._kpi.file, (*self._route, key))
        note = value.get("note") if isinstance(value, dict) else None
        text = _text(value)
        number = None if isinstance(text, Quoted) else amount_of(text)
        return Held(number, text, str(note or ""), spot)

    def written(self, entries: Sequence[Entry]) -> Written:
        """Another value at its key; new keys beside the days before them, in their order."""
        changes: list[Change] = []
        new: dict[date, Entry] = {}
        for entry in entries:
            if entry.day in self._keys:
                changes += self._changed(self._keys[entry.day], entry)
            else:
                new[entry.day] = entry
        keys = {entry.day: self._keys.get(entry.day) or entry.said.day for entry in entries}
        told = [
            Told(Op.CHANGED, self._kpi.id, self._kpi.file, (*self._route, key), f"{_FIELD}.{key}")
            for key in keys.values()
        ]
        return Written(self._kpi.file, self._echoed(changes), self._echoed(self._added(new)), (), tuple(told))

    def _echoed(self, changes: Sequence[Change]) -> tuple[Change, ...]:
        """The same, each followed by what it brings to those that have the values by an alias."""
        done: list[Change] = []
        for change in changes:
            done.append(change)
            if isinstance(change, (Put, InsertMany)):
                inside = change.route[len(self._route) :]
                done += [
                    Echo(replace(change, route=(*other.route, _FIELD, *inside))) for other in self._others
                ]
        return tuple(done)

    def _changed(self, key: str, entry: Entry) -> list[Change]:
        """A day that is there: only its value, and its note where there is a new one."""
        old, note = self._values[key], entry.said.note
        number, route = self._plain(entry), (*self._route, key)
        same = old is not None and amount_of(_text(old)) == entry.number
        if not isinstance(old, dict):
            if not note:
                return [Put(route, number)]
            return [Put(route, OneLine(value=as_it_stands(old) if same else number, note=note))]
        changes: list[Change] = [] if same else [Put((*route, "value"), number)]
        if note and note != old.get("note"):
            changes.append(Put((*route, "note"), Quoted(note) if len(note) > _SHORT else note))
        return changes

    def _added(self, new: dict[date, Entry]) -> list[Change]:
        if not new:
            return []
        if not self._values:
            return self._first(new)
        groups: dict[str | None, dict[str, Value]] = {}
        for day in self._days.in_order(new):
            group = groups.setdefault(self._days.above(day), {})
            group[new[day].said.day] = self._value(new[day])
        return [InsertMany(self._route, tuple(groups.items()))]

    def _first(self, new: dict[date, Entry]) -> list[Change]:
        """The first values of a KPI: it gets the field, where that is best read."""
        values = {new[day].said.day: self._value(new[day]) for day in sorted(new)}
        if not isinstance(self._said, dict) and len(new) == 1:
            title = {} if self._said is None else {"title": as_it_stands(self._said)}
            return [Put(self._kpi.route, OneLine(**title, **{_FIELD: OneLine(values)}))]
        assigning = Assigning(self._kpi, self._said)
        assigning.set(Target((_FIELD,), Spelling.DATA), values)
        return assigning.changes

    def _value(self, entry: Entry) -> Value:
        number, note = self._plain(entry), entry.said.note
        return OneLine(value=number, note=note) if note else number

    def _plain(self, entry: Entry) -> Plain:
        key = self._days.nearest(entry.day)
        return Plain(spelt(entry.text, _text(self._values[key]) if key is not None else None))


def _text(value: Any) -> str:
    """The value of a day as it is written: alone, or beside its note."""
    said = value.get("value") if isinstance(value, dict) else value
    return said if isinstance(said, str) else ""
