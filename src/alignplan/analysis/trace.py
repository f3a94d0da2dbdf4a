"""Every way from an item up to the root objectives and down to the work, or between two items."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.items import Items
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["MOST_WAYS", "Step", "Trace", "trace", "trace_between"]

MOST_WAYS = 1_000
"""So many ways are followed; a plan can have more than anyone could count."""
_MOST_STEPS = 400_000
_PART = "part_of"
_LADDER = frozenset((Kind.OBJECTIVE, Kind.TACTIC, Kind.ACTION, Kind.MILESTONE))


@dataclass(frozen=True, slots=True)
class Step:
    """An item on a way, and the link over which it was reached from the one before: its type, the weight that is
    stated for it, and the share (in percent) that it has among the links of its kind."""

    node: Node
    via: str | None = None
    weight: float | None = None
    share: float | None = None


Way = tuple[Step, ...]
NextSteps = Callable[[Node], Iterator[Step]]


@dataclass(frozen=True, slots=True)
class Trace:
    """Ways from an item: `up` to what it serves, `down` to what serves it. `complete`: there are no others."""

    start: Node
    up: tuple[Way, ...]
    down: tuple[Way, ...] = ()
    complete: bool = True


def trace(plan: Assessment, node: Node) -> Trace:
    """Every way from an item up and down. What is no part of the work (a value, a person) begins with what links to it."""
    ladder = _Ladder(plan)
    up, all_up = _ways(node, ladder.above, None)
    down, all_down = _ways(node, ladder.below, None)
    return Trace(node, up, down, all_up and all_down)


def trace_between(plan: Assessment, start: Node, end: Node) -> Trace:
    """Every way from one item up to the other or, where there is none, from the other up to this one, turned round."""
    ladder = _Ladder(plan)
    up, complete = _ways(start, ladder.above, _leading_to(end, ladder.below))
    if up or start == end:
        return Trace(start, up, (), complete)
    down, complete = _ways(start, ladder.below, _leading_to(end, ladder.above))
    return Trace(start, (), down, complete)


@dataclass(frozen=True, slots=True)
class _Goal:
    """Where a way is to end, and from where it can be reached."""

    end: Node
    near: frozenset[Node]


def _leading_to(end: Node, back: NextSteps) -> _Goal:
    near = {end}
    front = [end]
    while front:
        for step in back(front.pop()):
            if step.node not in near:
                near.add(step.node)
                front.append(step.node)
    return _Goal(end, frozenset(near))


def _ways(start: Node, onward: NextSteps, goal: _Goal | None) -> tuple[tuple[Way, ...], bool]:
    """The ways from an item as far as they lead, or to a goal; and whether these are all."""
    found: list[Way] = []
    way = [Step(start)]
    on_way = {start}
    pending = [_following(start, onward, on_way, goal)]
    taken = 0
    while pending:
        step = next(pending[-1], None)
        if step is None:
            pending.pop()
            on_way.discard(way.pop().node)
            continue
        way.append(step)
        on_way.add(step.node)
        following = _following(step.node, onward, on_way, goal)
        ended = step.node == goal.end if goal is not None else not following
        taken += len(way) if ended else 1
        if ended:
            found.append(tuple(way))
            following = iter(())
        pending.append(iter(following))
        if len(found) >= MOST_WAYS or taken > _MOST_STEPS:
            return tuple(found), not any(_rest(entry) for entry in pending)
    return tuple(found), True
