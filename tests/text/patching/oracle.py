"""Changes on plain data, written as simply as can be: what the engine must agree with."""

from __future__ import annotations

import copy
from typing import Any

from alignplan.text.patching import Append, Change, Delete, Insert, Plant, Put, Rename, Route
from alignplan.text.tree import parse

__all__ = ["changed", "plain", "read", "routes"]


def plain(value: Any) -> Any:
    """Data or a value as the reader would give them, without a difference between plain and quoted texts."""
    if isinstance(value, dict):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if value is None or isinstance(value, str):
        return value if value is None else str(value)
    return str(value).lower()


def read(text: str) -> Any:
    """What a text reads as."""
    return plain(parse(text.removeprefix("\ufeff")).data)


def routes(data: Any, route: Route = ()) -> list[Route]:
    """All routes in data."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else []
    return [found for key, inner in inside for found in [(*route, key), *routes(inner, (*route, key))]]


def changed(data: Any, change: Change) -> Any:
    """The data after a change of something that is there."""
    data = copy.deepcopy(data)
    holder = data
    for step in change.route[:-1]:
        holder = holder[step]
    key: Any = change.route[-1]
    match change:
        case Put(_, value):
            if isinstance(holder, (str, type(None))):
                new = {} if holder is None else {"title": holder}
                return changed(data, Put(change.route[:-1], {**new, key: value}))
            holder[key] = plain(value)
        case Insert(_, value, after, before):
            _insert(holder, key, plain(value), after, before)
        case Plant(_, fragment, after, before):
            _insert(holder, key, plain(fragment.data), after, before)
        case Delete():
            del holder[key]
        case Rename(_, name):
            pairs = [(name if old == key else old, value) for old, value in holder.items()]
            holder.clear()
            holder.update(pairs)
        case Append(_, value):
            old = holder[key]
            holder[key] = [*(old if isinstance(old, list) else [] if old is None else [old]), plain(value)]
    return data


def _insert(holder: Any, key: Any, value: Any, after: Any, before: Any) -> None:
    if isinstance(holder, list):
        holder.insert(key, value)
        return
    pairs = list(holder.items())
    names = list(holder)
    at = (
        names.index(before)
        if before is not None
        else names.index(after) + 1
        if after is not None
        else len(names)
    )
    pairs.insert(at, (key, value))
    holder.clear()
    holder.update(pairs)
