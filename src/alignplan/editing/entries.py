"""What an item says, as plain data, with one value more, less or another one: nothing here knows of files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alignplan.diagnostics.finding import Route
from alignplan.editing.fields import ALONE, Target
from alignplan.editing.manuscript import at
from alignplan.editing.values import as_it_stands
from alignplan.errors import Misuse

__all__ = ["as_mapping", "beside_alone", "first_that_says", "opened_with", "placed", "with_value", "without"]

_WEIGHTED = ("any_of", "assigned", "mean", "parent", "supports", "uses")


def first_that_says(held: Any, entry: Any) -> Route | None:
    """The way to the first entry of a list, or key of a mapping, that says what is to go."""
    if isinstance(held, str):
        return () if held == entry else None
    if isinstance(held, dict):
        return (entry,) if isinstance(entry, str) and entry in held else None
    for index, one in enumerate(held or ()):
        if one == entry:
            return (index,)
        if isinstance(one, dict) and isinstance(entry, str) and entry in one:
            return (index, entry)
    return None


def beside_alone(target: Target, held: dict[str, Any], value: Any) -> tuple[Target, Any]:
    """`moves: {share: +0.6}` where `moves.share.lag` is given: the value that stood alone gets its name.

    Raises Misuse where something else stands alone on the way.
    """
    field, *inside = target.steps
    for length in range(1, len(inside)):
        alone = at(held, tuple(inside[:length]))
        if not alone or isinstance(alone, dict):
            continue
        way = target.steps[: length + 1]
        if field not in ALONE or len(inside) != 2:
            key = ".".join(way)
            raise Misuse(f"`{key}` is no mapping in the file", f"write the whole of it: {key}={{…}}")
        part = inside[-1]
        whole = value if part == ALONE[field] else {ALONE[field]: as_it_stands(alone), part: value}
        return Target(way, target.spelling), whole
    return target, value


def opened_with(target: Target, held: Any, value: Any) -> Any:
    """A field of which only the short form was there, or nothing, as a mapping with the new value inside."""
    field, *inside = target.steps
    if held is None:
        return with_value({}, inside, value)
    key = inside[-1]
    if field in ALONE and field != "moves" and isinstance(held, str) and len(inside) == 1:
        if key == ALONE[field]:
            return value
        parts = {ALONE[field]: as_it_stands(held), key: value}
        return {name: parts[name] for name in ("date", "low", *parts) if name in parts}
    listed = held if isinstance(held, list) else [held]
    if field in _WEIGHTED and listed == [key]:
        return {key: value}
    if field == "after" and isinstance(held, str) and held == key:
        return {key: value}
    raise Misuse(f"`{field}` is no mapping in the file", f"write the whole of it: {field}={{{key}: …}}")


def as_mapping(entry: Any) -> dict[str, Any]:
    """An item that may be written as its title alone, or as nothing, with its fields."""
    if isinstance(entry, dict):
        return entry
    return {"title": entry} if isinstance(entry, str) else {}


def placed(entry: dict[str, Any], key: str, after: str | None, before: str | None) -> dict[str, Any]:
    """The fields in the order that the file has with the new one."""
    others = [name for name in entry if name != key]
    at = others.index(after) + 1 if after is not None else others.index(before or others[0])
    return {name: entry[name] for name in (*others[:at], key, *others[at:])}


def with_value(data: Any, steps: Sequence[Any], value: Any) -> Any:
    """Data with a value at some steps; mappings that are missing are made."""
    step, *rest = steps
    inner = at(data, (step,))
    new = with_value(inner if isinstance(inner, (dict, list)) else {}, rest, value) if rest else value
    if isinstance(data, list):
        return [*data[:step], new, *data[step + 1 :]]
    return {**data, step: new}


def without(entry: Any, steps: Sequence[Any]) -> Any:
    """Data without the value at some steps; of a title alone nothing is left."""
    if isinstance(entry, str):
        return {}
    step, *rest = steps
    if isinstance(entry, list):
        return [
            without(one, rest) if rest and index == step else one
            for index, one in enumerate(entry)
            if rest or index != step
        ]
    kept = {key: value for key, value in entry.items() if rest or key != step}
    return {**kept, step: without(entry[step], rest)} if rest else kept
