"""Giving the fields of an item other values: on its data, and as changes of its file."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from alignplan.diagnostics.finding import Route
from alignplan.editing.entries import (
    as_mapping,
    beside_alone,
    first_that_says,
    opened_with,
    placed,
    with_value,
    without,
)
from alignplan.editing.fields import ALONE, Target, is_listed, is_weighted, target_of
from alignplan.editing.manuscript import ABSENT, at
from alignplan.editing.order import beside
from alignplan.editing.typed import Assignment, How
from alignplan.editing.values import as_it_reads, as_it_stands, value_of
from alignplan.errors import Misuse
from alignplan.graph.nodes import Node
from alignplan.text.patching import Append, Change, Delete, Insert, Put

__all__ = ["Assigning"]


class Assigning:
    """An item whose fields are given other values, one after the other.

    `entry` is what the item says, at first as in its file: a mapping, its title alone, nothing. `changes` are what that
    takes in the file, `fields` the fields that are another by it.
    """

    def __init__(self, node: Node, entry: Any) -> None:
        self.node = node
        self.entry: Any = deepcopy(entry)
        self.changes: list[Change] = []
        self.fields: list[str] = []

    def all(self, assigned: Sequence[Assignment]) -> None:
        """Do what was typed. Raises Misuse for keys that there are not, and for what cannot be done to a field."""
        for one in assigned:
            target = target_of(self.node, one.key, self.entry)
            value = value_of(one.key, one.value, target.spelling)
            if one.how is How.SET:
                self.set(target, value)
            else:
                self._several(one, target, value)

    @property
    def route(self) -> Route:
        """Where the item stands."""
        return self.node.route

    def set(self, target: Target, value: Any) -> None:
        """Give a field, or what is inside one, another value; None takes it out."""
        if isinstance(self.entry, str) and target.steps == ("title",):
            self._set_short(value)
            return
        held = at(self.entry, (target.field,))
        if target.whole and target.field == "due" and isinstance(held, dict) and isinstance(value, str):
            target = Target(("due", ALONE["due"]), target.spelling)  # another day; a must stays one
        if target.field == "after" and not target.whole and isinstance(held, list):
            self._set_after(held, target.steps[1], value)
            return
        was = at(self.entry, target.steps)
        if value is None:
            if was is not ABSENT:
                self._take_out(target.steps)
        elif was is ABSENT or was != value:
            self._put(target, value)

    # ------------------------------------------------------------ put

    def _set_short(self, title: Any) -> None:
        """Another title of an item that is written as its title alone, and stays so."""
        if title != self.entry:
            self.changes.append(Put(self.route, title))
            self._note(("title",))
            self.entry = as_it_reads(title)

    def _put(self, target: Target, value: Any) -> None:
        field = target.field
        held = self.entry.get(field) if isinstance(self.entry, dict) else None
        if target.whole or isinstance(held, dict):
            if isinstance(held, dict) and not target.whole and len(target.steps) > 2:
                target, value = beside_alone(target, held, value)
            self._write(target.steps, value)
        else:
            self._write((field,), opened_with(target, held, value))

    def _set_after(self, held: list[Any], key: str, value: Any) -> None:
        """`after.a` where the file has a list, such as `after: [{a: start-start}]`: its entry for `a`."""
        found = first_that_says(held, key)
        if value is None:
            if found is not None:
                self._take_out(("after", *found))
        elif found is None:
            self._append("after", held, {key: value})
        elif len(found) == 1:
            self._write(("after", *found), {key: value})
        elif at(held, found) != value:
            self._write(("after", *found), value)

    def _write(self, steps: Route, value: Any) -> None:
        """Put a value where something stands, or beside what it goes with."""
        if not isinstance(self.entry, dict):
            self._open(steps, value)
            return
        route = (*self.route, *steps)
        after, before = beside(str(steps[0]), self.entry, self.node.kind) if len(steps) == 1 else (None, None)
        new = at(self.entry, steps) is ABSENT and (after or before)
        self.changes.append(Insert(route, value, after=after, before=before) if new else Put(route, value))
        self._note(steps)
        entry = with_value(self.entry, steps, as_it_reads(value))
        self.entry = placed(entry, str(steps[0]), after, before) if new else entry

    def _open(self, steps: Route, value: Any) -> None:
        """The first field beside the title of an item that was its title alone: on the same line, where it fits."""
        self.entry = with_value(as_mapping(self.entry), steps, as_it_reads(value))
        self.changes.append(Put(self.route, as_it_stands(self.entry)))
        self._note(steps)

    # ------------------------------------------------------------ take out

    def _take_out(self, steps: Route) -> None:
        """Take a value out, and what holds nothing else: an item stays, with nothing in it."""
        while len(steps) > 1 and len(at(self.entry, steps[:-1])) == 1:
            steps = steps[:-1]
        self.changes.append(Delete((*self.route, *steps)))
        self._note(steps)
        self.entry = without(self.entry, steps)

    def _note(self, steps: Route) -> None:
        if steps[0] not in self.fields:
            self.fields.append(str(steps[0]))

    # ------------------------------------------------------------ += and -=

    def _several(self, one: Assignment, target: Target, value: Any) -> None:
        if not target.whole or not is_listed(self.node.kind, target.field):
            raise Misuse(f"`{one.key}` holds no list", f"write {one.key}={one.value}")
        if value is None:
            raise Misuse(f"there is nothing after `{one.key}{one.how}`", f"write {one.key}{one.how}VALUE")
        for entry in value if isinstance(value, list) else [value]:
            if one.how is How.ADD:
                self._add(target, entry)
            else:
                self._take(target, entry)

    def _add(self, target: Target, entry: Any) -> None:
        field = target.field
        held = at(self.entry, (field,)) or None
        if held is None:
            alone = is_weighted(self.node.kind, field)
            self._write((field,), entry if alone else [entry])
        elif isinstance(held, dict):
            self._add_to_mapping(field, held, entry)
        elif entry not in (listed := held if isinstance(held, list) else [held]):
            self._append(field, listed, entry)

    def _add_to_mapping(self, field: str, held: dict[str, Any], entry: Any) -> None:
        if isinstance(entry, dict):
            for key, value in entry.items():
                self._write((field, key), value)
        elif entry not in held:
            if field != "after":
                hint = f"write {field}.{entry}=… with a weight of its own"
                raise Misuse(f"`{field}` of `{self.node.id}` has weights", hint)
            self._append(field, [held], entry)

    def _append(self, field: str, held: list[Any], entry: Any) -> None:
        self.changes.append(Append((*self.route, field), entry))
        self._note((field,))
        self.entry = {**self.entry, field: [*held, as_it_reads(entry)]}

    def _take(self, target: Target, entry: Any) -> None:
        """Take out every entry that says so; `after: [{a: start-start}]` says `a`, too."""
        field = target.field
        while True:
            held = at(self.entry, (field,))
            steps = first_that_says(held, entry)
            if steps is None:
                return
            self._take_out((field, *steps))
