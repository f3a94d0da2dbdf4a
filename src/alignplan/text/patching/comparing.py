"""Whether two data are the same, and where they are not."""

from __future__ import annotations

from typing import Any

from alignplan.text.patching.changes import Route
from alignplan.text.patching.intended import Either

__all__ = ["difference"]


def difference(read: Any, wanted: Any) -> Route | None:
    """Where two data differ first, order and quotes included; None where they are the same."""
    return None if _same(read, wanted) else _where(read, wanted)


def _same(read: Any, wanted: Any) -> bool:
    """Whether two data are the same. Every value of a file is looked at: no routes are kept here."""
    waiting: list[tuple[Any, Any]] = [([read], [wanted])]
    while waiting:
        one, other = waiting.pop()
        if one.__class__ is dict:
            if list(one) != list(other):
                return False
            one, other = one.values(), other.values()
        if len(one) != len(other):
            return False
        for mine, its in zip(one, other, strict=True):
            kind = mine.__class__
            if kind is dict or kind is list:
                if its.__class__ is not kind:
                    return False
                waiting.append((mine, its))
            elif mine != its or (kind is not its.__class__ and its.__class__ is not Either):
                return False
    return True


def _where(read: Any, wanted: Any) -> Route:
    waiting: list[tuple[Any, Any, Route]] = [(read, wanted, ())]
    while waiting:
        one, other, route = waiting.pop()
        if isinstance(one, dict) and isinstance(other, dict) and list(one) == list(other):
            waiting += [(one[key], other[key], (*route, key)) for key in reversed(one)]
        elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
            waiting += [(*pair, (*route, number)) for number, pair in enumerate(zip(one, other, strict=True))]
        elif not _same(one, other):
            return route
    return ()
