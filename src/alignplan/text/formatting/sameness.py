"""Whether two texts say the same: order counts wherever the shape of the file does not give one."""

from __future__ import annotations

from typing import Any

from alignplan.text.formatting.shape import Shape
from alignplan.text.patching import Route

__all__ = ["difference"]


def difference(before: Any, after: Any, shape: Shape) -> Route | None:
    """Where two data differ first; None where they are the same. Quoted text is not the same as plain.

    What an alias stands for is looked at once, where it stands itself.
    """
    waiting: list[tuple[Any, Any, Route]] = [(before, after, ())]
    seen: set[tuple[int, int]] = set()
    while waiting:
        one, other, route = waiting.pop()
        if type(one) is not type(other):
            return route
        if isinstance(one, (dict, list)):
            if (id(one), id(other)) in seen:
                continue
            seen.add((id(one), id(other)))
        if isinstance(one, dict):
            if one.keys() != other.keys() or (shape.order(route) is None and list(one) != list(other)):
                return route
            waiting += [(one[key], other[key], (*route, key)) for key in reversed(one)]
        elif isinstance(one, list):
            if len(one) != len(other):
                return route
            pairs = list(enumerate(zip(one, other, strict=True)))
            waiting += [(*pair, (*route, number)) for number, pair in reversed(pairs)]
        elif one != other:
            return route
    return None
