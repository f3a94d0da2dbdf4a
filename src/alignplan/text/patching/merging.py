"""A mapping in place of a mapping, a list in place of a list: what they have in common stays as it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from alignplan.text.nodes import Quoted
from alignplan.text.patching.changes import Change, Delete, Insert, Plain, Put, Route
from alignplan.text.patching.intended import key_as_read, read_as, value_at
from alignplan.text.patching.writing import is_list

__all__ = ["parts_of"]


def parts_of(change: Change, data: Any) -> list[Change] | None:
    """Changes of the entries or elements that come to the same; None where the value is to be written anew."""
    if not isinstance(change, Put):
        return None
    old = value_at(data, change.route)
    if not old or not change.value:
        return None
    if isinstance(old, dict) and isinstance(change.value, Mapping):
        return _of_mapping(change.route, old, change.value)
    if isinstance(old, list) and is_list(change.value):
        return list(_of_list(change.route, old, change.value))
    return None


def _of_mapping(route: Route, old: dict[str, Any], new: Mapping[Any, Any]) -> list[Change] | None:
    entries = {key_as_read(key): value for key, value in new.items()}
    common = [key for key in old if key in entries]
    if not common or common != [key for key in entries if key in old]:
        return None
    changes: list[Change] = [Delete((*route, key)) for key in old if key not in entries]
    above: str | None = None
    for key, value in entries.items():
        if key in old:
            changes.append(Put((*route, key), value))
        else:
            changes.append(Insert((*route, key), value, above, None if above is not None else common[0]))
        above = key
    return changes


def _of_list(route: Route, old: list[Any], new: Sequence[Any]) -> Iterator[Change]:
    """From the end to the beginning, so that the numbers of what is to come stay."""
    names = [_name(value) for value in new]
    known = set(names)
    olds = [_name_of_old(value, known) for value in old]
    for kind, start, end, first, last in reversed(SequenceMatcher(None, olds, names, False).get_opcodes()):
        both = min(end - start, last - first) if kind in ("equal", "replace") else 0
        for number in reversed(range(start + both, end)):
            yield Delete((*route, number))
        for value in reversed(new[first + both : last]):
            yield Insert((*route, start + both), value)
        for number in range(both):
            yield Put((*route, start + number), new[first + number])


def _name(value: Any) -> tuple[str, bool]:
    """What tells elements apart; a text is another one than a number that looks like it."""
    return repr(read_as(value)), isinstance(value, str) and not isinstance(value, Plain)


def _name_of_old(value: Any, known: set[tuple[str, bool]]) -> tuple[str, bool]:
    said = repr(value)
    if isinstance(value, Quoted) or not isinstance(value, str):
        return said, isinstance(value, str)
    return said, (said, False) not in known
