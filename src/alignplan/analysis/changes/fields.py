"""What changed in an item, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from alignplan.analysis.changes.statements import Fields, renamed
from alignplan.graph.nodes import Node
from alignplan.graph.references import reference_fields
from alignplan.model.values import Point, is_must
from alignplan.records import record

__all__ = ["FieldChange", "changed_fields", "parts"]

_MISSING = object()


@record
class FieldChange:
    """A field, its parts with dots, and what is written there before and after; `None`: nothing."""

    field: str
    old: Any
    new: Any


def changed_fields(
    before: tuple[Node, Fields], after: tuple[Node, Fields], names: Mapping[str, str]
) -> tuple[FieldChange, ...]:
    """The fields that mean something else than before. `names`: what ids of before are called after.

    What is only written in another way, `18%` or `18 %`, one id or a list of it, is no change.
    """
    (old_node, old), (new_node, new) = before, after
    links = {name.partition(".")[0] for name in reference_fields(new_node.kind)} if names else set()
    found: list[FieldChange] = []
    for key in dict.fromkeys((*old, *new)):
        one, other = old.get(key), new.get(key)
        if key in links:
            one = renamed(one, names)
        if one != other and ((key in links and names) or not _means_the_same(old_node, new_node, key)):
            found += parts(key, one, other)
        elif one == other and isinstance(other, str) and key == "actuals":
            found += _series(old_node, new_node)
    return tuple(found)


def _means_the_same(one: Node, other: Node, key: str) -> bool:
    """Whether two ways of writing come to the same; of what could not be understood nobody knows."""
    mine, theirs = getattr(one.model, key, _MISSING), getattr(other.model, key, _MISSING)
    if is_must(mine) is not is_must(theirs):
        return False
    return mine is not _MISSING and mine == theirs and mine not in (None, (), {})


def parts(key: str, old: Any, new: Any) -> Iterator[FieldChange]:
    """A mapping changes in its parts, anything else as a whole."""
    waiting = [(key, old, new)]
    while waiting:
        way, one, other = waiting.pop()
        if one == other:
            continue
        if isinstance(one, Mapping) and isinstance(other, Mapping):
            keys = list(dict.fromkeys((*one, *other)))
            waiting += [(f"{way}.{name}", one.get(name), other.get(name)) for name in reversed(keys)]
        else:
            yield FieldChange(way, one, other)


def _series(one: Node, other: Node) -> Iterator[FieldChange]:
    """A KPI whose values stand in a file of their own, which says something else now."""
    if one.model.actuals != other.model.actuals:
        yield FieldChange("actuals", _described(one.model.actuals), _described(other.model.actuals))


def _described(points: tuple[Point, ...]) -> str:
    if not points:
        return "no values"
    amount = "1 value" if len(points) == 1 else f"{len(points)} values"
    return f"{amount}, the last {points[-1].value:g} on {points[-1].day}"
