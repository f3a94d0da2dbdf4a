"""A task whose axis has gaps that others on its resource can use: an interval for each stretch between two gaps."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from alignplan.scheduling.solver.model import Model, Way
from alignplan.scheduling.solver.timeline import Gap

__all__ = ["stretches"]


def stretches(model: Model, way: Way, first: int, shift: int, last: int, jumps: list[Gap]) -> list[Any]:
    """The intervals of a way from the own position `first`, which lies `shift` further on in common time, to `last`."""
    cuts = [first, *(position for position, _ in jumps), last]
    found = []
    for at, (low, high) in enumerate(pairwise(cuts)):
        shift += jumps[at - 1][1] if at else 0
        found.append(_stretch(model, way, low, high, shift))
    return found


def _stretch(model: Model, way: Way, low: int, high: int, shift: int) -> Any:
    """What of a task lies in the stretch of own positions from `low` to `high`."""
    cp, length = model.cp, way.mode.length
    begun = model.reached(way.begin, low)
    behind = model.reached(way.begin, high)
    into = model.reached(way.begin, low - length + 1)
    beyond = model.reached(way.begin, high - length + 1)
    hint = model.hinted(way.begin)
    there = cp.new_bool_var("")
    conditions = [~behind, into] if way.taken is None else [~behind, into, way.taken]
    cp.add_bool_and(conditions).only_enforce_if(there)
    cp.add_bool_or([there, *(~one for one in conditions)])
    taken = way.taken is None or bool(model.hinted(way.taken))
    model.hints(there, int(taken and hint < high and hint + length > low))
    start = model.whole(low, high, min(max(hint, low), high))
    end = model.whole(low, high, min(max(hint + length, low), high))
    cp.add(start == way.begin).only_enforce_if([there, begun])
    cp.add(start == low).only_enforce_if([there, ~begun])
    cp.add(end == high).only_enforce_if([there, beyond])
    cp.add(end == way.begin + length).only_enforce_if([there, ~beyond])
    size = model.whole(0, min(length, high - low), None)
    return cp.new_optional_interval_var(start + shift, size, end + shift, there, "")
