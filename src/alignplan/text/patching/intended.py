"""The same changes on plain data: what the new text must read as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from alignplan.text.nodes import Quoted
from alignplan.text.patching.changes import (
    Append,
    Change,
    Delete,
    Echo,
    Insert,
    InsertMany,
    Plain,
    Plant,
    Put,
    Rename,
    Route,
)
from alignplan.text.patching.writing import NO_SIGNS, is_list, scalar_text
from alignplan.text.scalars import is_scalar

__all__ = [
    "Absent",
    "Either",
    "after_change",
    "has",
    "key_as_read",
    "read_as",
    "settled",
    "value_at",
]


class Absent(LookupError):
    """The route leads nowhere in these data."""


class Either(str):
    """A text that may be read from plain or quoted text alike."""

    __slots__ = ()


def key_as_read(key: Any) -> str:
    """What the reader makes of a key."""
    return key.isoformat() if isinstance(key, date) else str(key)


def value_at(data: Any, route: Route) -> Any:
    """What stands at a route; None where nothing does."""
    for step in route:
        is_there = step in data if isinstance(data, dict) else isinstance(data, list) and has(data, step)
        if not is_there:
            return None
        data = data[step]
    return data


def read_as(value: Any) -> Any:
    """What the reader makes of a value that was written."""
    if isinstance(value, Mapping):
        return {key_as_read(key): read_as(inner) for key, inner in value.items()}
    if is_list(value):
        return [read_as(inner) for inner in value]
    if isinstance(value, Quoted) or value is None:
        return value
    if isinstance(value, str) and not isinstance(value, Plain):
        return Either(value)
    return str(scalar_text(value, flow=False))


def settled(change: Change, data: Any) -> Change:
    """The change with a route of keys and numbers alone: an element that is named by what it says gets its number."""
    if isinstance(change, Echo):
        return change
    whole = data
    route: list[str | int] = []
    for step in change.route:
        if isinstance(data, list) and isinstance(step, str):
            found = _element(data, step)
            if found is None:
                return change
            route.append(found)
            data = data[found]
            if not isinstance(data, dict):
                continue
        route.append(step)
        inside = step in data if isinstance(data, dict) else isinstance(data, list) and has(data, step)
        data = data[step] if inside else None
    change = replace(change, route=tuple(route))
    if isinstance(change, Append) and data is None and route:
        return Put(change.route, change.value if _stands_alone(whole, change) else [change.value])
    return change


def _stands_alone(data: Any, change: Append) -> bool:
    """Whether a first value is written without a list: where all siblings that have the key write it so."""
    if len(change.route) < 2 or not is_scalar(change.value):
        return False
    for step in change.route[:-2]:
        if not (step in data if isinstance(data, dict) else isinstance(data, list) and has(data, step)):
            return False
        data = data[step]
    others = list(data.values()) if isinstance(data, dict) else data if isinstance(data, list) else []
    same = [
        other[change.route[-1]] for other in others if isinstance(other, dict) and change.route[-1] in other
    ]
    alone = [is_scalar(value) for value in same if value is not None]
    return bool(alone) and all(alone)


def _element(data: list[Any], step: str) -> int | None:
    for number, inner in enumerate(data):
        if inner == step or (isinstance(inner, dict) and step in inner):
            return number
    return None


def has(data: list[Any], step: object) -> bool:
    """Whether a list has an element of that number."""
    return isinstance(step, int) and 0 <= step < len(data)


def after_change(data: Any, change: Change) -> Any:
    """The data after a change; what they hold is not changed in place. Raises :class:`Absent` where it cannot be."""
    match change:
        case Echo(echoed):
            return after_change(data, echoed)
        case Put(route, value):
            new = read_as(value)
            return _at(data, route, lambda _: new, made=True)
        case Insert(route, value):
            new = read_as(value)
            return _at(data, route[:-1], lambda old: _inserted(old, change, new), made=True)
        case InsertMany(route, groups):
            return _at(data, route, lambda old: _with_groups(old, groups))
        case Plant(route, fragment):
            new = _planted(fragment.data)
            return _at(data, route[:-1], lambda old: _inserted(old, change, new), made=True)
        case Delete(route, emptied):
            return _deleted(data, route, emptied=emptied)
        case Rename(route, key):
            return _at(data, route[:-1], lambda old: _renamed(old, route[-1], key))
        case Append(route, value):
            new = read_as(value)
            return _at(
                data, route, lambda old: [*old, new] if isinstance(old, list) else [_planted(old), new]
            )


def _at(data: Any, route: Route, change: Any, *, made: bool = False) -> Any:
    """The data with what stands at `route` changed; `made`: with what is missing on the way."""
    way: list[tuple[Any, str | int]] = []
    for depth, step in enumerate(route):
        if isinstance(data, list) and has(data, step):
            way.append((list(data), step))
            data = data[int(step)]
        elif isinstance(data, dict) and step in data:
            way.append((dict(data), step))
            data = data[step]
        elif made and all(isinstance(rest, str) for rest in route[depth:]):
            inner = change(None)
            for rest in reversed(route[depth + 1 :]):
                inner = {rest: inner}
            made_of = _opened(data, route[: depth + 1], inner)
            return _rebuilt(way, made_of)
        else:
            raise Absent
    return _rebuilt(way, change(data))


def _rebuilt(way: list[tuple[Any, str | int]], inner: Any) -> Any:
    for holder, step in reversed(way):
        holder[step] = inner
        inner = holder
    return inner


def _opened(data: Any, route: Route, inner: Any) -> Any:
    """The mapping that has a new last entry: what was one, an empty value, or an entry written short."""
    if data is None:
        return {route[-1]: inner}
    if isinstance(data, dict):
        return {**data, route[-1]: inner}
    if isinstance(data, str) and len(route) > 1 and isinstance(route[-2], str):
        return inner if route[-1] == "title" and isinstance(inner, str) else {"title": data, route[-1]: inner}
    raise Absent


def _inserted(old: Any, change: Insert | Plant, value: Any) -> Any:
    key = change.route[-1]
    if isinstance(key, int):
        elements = [] if old is None else old
        if not isinstance(elements, list) or not 0 <= key <= len(elements):
            raise Absent
        return [*elements[:key], value, *elements[key:]]
    entries = {} if old is None else old
    if not isinstance(entries, dict) or key in entries:
        raise Absent
    beside = change.before if change.after is None else change.after
    if beside is None:
        return {**entries, key: value}
    if beside not in entries:
        raise Absent
    pairs = list(entries.items())
    at = list(entries).index(str(beside)) + (change.after is not None)
    return dict([*pairs[:at], (key, value), *pairs[at:]])


def _with_groups(old: Any, groups: tuple[tuple[str | None, Mapping[str, Any]], ...]) -> dict[str, Any]:
    if not isinstance(old, dict):
        raise Absent
    below = {after: read_as(entries) for after, entries in groups}
    entries = dict(below.pop(None, {}))
    for key, value in old.items():
        entries[key] = value
        entries.update(below.pop(key, {}))
    if below or len(entries) != len(old) + sum(len(group) for _, group in groups):
        raise Absent
    return entries


def _planted(data: Any) -> Any:
    """What was lifted; a text may be quoted where it could not stay plain."""
    if isinstance(data, dict):
        return {key: _planted(inner) for key, inner in data.items()}
    if isinstance(data, list):
        return [_planted(inner) for inner in data]
    return Either(data) if type(data) is str and not NO_SIGNS.isdisjoint(data) else data


def _deleted(data: Any, route: Route, *, emptied: bool) -> Any:
    def without(old: Any) -> Any:
        if isinstance(old, list) and has(old, route[-1]):
            return [inner for number, inner in enumerate(old) if number != route[-1]]
        if isinstance(old, dict) and route[-1] in old:
            return {key: inner for key, inner in old.items() if key != route[-1]}
        raise Absent

    if not route:
        raise Absent
    holder = _at(data, route[:-1], without)
    if emptied and len(route) > 1 and not value_at(holder, route[:-1]):
        return _deleted(data, route[:-1], emptied=True)
    return holder


def _renamed(old: Any, key: str | int, new: str) -> Any:
    if not isinstance(old, dict) or key not in old or (new in old and new != key):
        raise Absent
    return {new if name == key else name: inner for name, inner in old.items()}
