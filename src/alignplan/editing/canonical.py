"""The canonical form of a plan file: the order of its sections and fields, and what is set off by a blank line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from alignplan.diagnostics.finding import Route
from alignplan.editing.order import keys_of
from alignplan.model.fields import field_names, known_fields
from alignplan.model.kinds import CHILDREN, SECTIONS, Kind
from alignplan.model.plan import PlanFile
from alignplan.text.formatting import OWN_KEYS, Shape

__all__ = ["PLAN_FILE"]

_TOP = (*field_names(PlanFile), OWN_KEYS)
"""The sections of a file in the order of the format: `lint` last, then one's own."""


def _order(route: Route) -> Sequence[str] | None:
    """The order of the keys at a route; None where they are ids or days, or the user's own."""
    if not route:
        return _TOP
    head, *rest = route
    if head in ("plan", "lint"):
        return _of_fields(Kind.PLAN if head == "plan" else None, (head,), tuple(rest))
    kind = SECTIONS.get(str(head))
    if kind is None or not rest:
        return None
    return _of_item(kind, (head, rest[0]), tuple(rest[1:]))


def _of_item(kind: Kind, item: Route, rest: Route) -> Sequence[str] | None:
    inner = dict(CHILDREN.get(kind, ()))
    if rest and rest[0] in inner:
        if len(rest) == 1:
            return None
        return _of_fields(inner[str(rest[0])], (*item, *rest[:2]), rest[2:])
    return _of_fields(kind, item, rest)


def _of_fields(kind: Kind | None, item: Route, rest: Route) -> Sequence[str] | None:
    """Of an item itself, or of what a field of it holds."""
    if not rest:
        return keys_of(kind) if kind is not None else _known(item)
    return None if str(rest[0]).startswith(OWN_KEYS) else _known((*item, *rest))


@cache
def _known(route: Route) -> Sequence[str] | None:
    known = known_fields(route)
    return tuple(sorted(known, key=lambda key: key != "date")) or None  # the day, then the value


PLAN_FILE = Shape(_order, frozenset(SECTIONS))
"""The form of the files of a plan."""
