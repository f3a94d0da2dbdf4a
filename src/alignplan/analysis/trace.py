"""Every way from an item up to the root objectives and down to the work, or between two items."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.ladder import Ladder, Step
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.records import record

__all__ = ["MOST_WAYS", "Step", "Trace", "trace", "trace_between"]

MOST_WAYS = 1_000
"""So many ways are followed; a plan can have more than anyone could count."""
_MOST_STEPS = 400_000

Way = tuple[Step, ...]
NextSteps = Callable[[Node], Iterator[Step]]


@record
class Trace:
    """Ways from an item: `up` to what it serves, `down` to what serves it. `complete`: there are no others."""

    start: Node
    up: tuple[Way, ...]
    down: tuple[Way, ...] = ()
    complete: bool = True


def trace(plan: Assessment, node: Node) -> Trace:
    """Every way from an item up and down. A value or a person, no part of the work, begins with what links to it."""
    ladder = Ladder(plan)
    up, all_up = _ways(node, ladder.above, None)
    down, all_down = _ways(node, ladder.below, None)
    return Trace(node, up, down, all_up and all_down)


def trace_between(plan: Assessment, start: Node, end: Node) -> Trace:
    """Every way from one item up to the other or, where there is none, from the other up to this one, turned round."""
    ladder = Ladder(plan, through_moves=Kind.KPI in (start.kind, end.kind))
    up, complete = _ways(start, ladder.above, _leading_to(end, ladder.below))
    if up or start == end:
        return Trace(start, up, (), complete)
    down, complete = _ways(end, ladder.above, _leading_to(start, ladder.below))
    return Trace(start, (), tuple(map(_turned, down)), complete)


def _turned(way: Way) -> Way:
    """The same way from its other end: each link is told at the item that is now behind it."""
    links = [(step.via, step.weight, step.share) for step in way]
    nodes = [step.node for step in reversed(way)]
    return (
        Step(nodes[0]),
        *(Step(node, *link) for node, link in zip(nodes[1:], reversed(links), strict=False)),
    )


@record
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
    """The ways from an item as far as they lead, or to a goal; and whether these are all. No way meets itself."""
    found: list[Way] = []
    way = [Step(start)]
    on_way = {start}
    taken = 0
    known: dict[Node, list[Step]] = {}

    def following(node: Node) -> list[Step]:
        if (steps := known.get(node)) is None:
            steps = [step for step in onward(node) if goal is None or step.node in goal.near][::-1]
            known[node] = steps
        return [step for step in steps if step.node not in on_way]

    pending = [following(start)]
    while pending:
        if not pending[-1]:
            pending.pop()
            on_way.discard(way.pop().node)
            continue
        step = pending[-1].pop()
        way.append(step)
        on_way.add(step.node)
        pending.append(following(step.node))
        if step.node == goal.end if goal is not None else not pending[-1]:
            found.append(tuple(way))
            pending[-1] = []
            taken += len(way)
        taken += 1
        if len(found) >= MOST_WAYS or taken > _MOST_STEPS:
            return tuple(found), not any(pending)
    return tuple(found), True
