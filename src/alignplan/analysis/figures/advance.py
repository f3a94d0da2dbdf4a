"""How far it is: done, planned by the day, and how it goes.

Of a plan as a whole both are the weighted mean over its root objectives; of a chosen part, over what stands highest in
it: objectives with none above them chosen, or, where no objective is, tactics, all alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from alignplan.analysis.figures.interface import Figure, Picture, Unit, Value
from alignplan.analysis.rollup import weighted_mean
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["FIGURES", "ORDER"]

ORDER = 30
_WORK = frozenset((Kind.OBJECTIVE, Kind.TACTIC, Kind.ACTION, Kind.MILESTONE))
_GOES = frozenset((Kind.OBJECTIVE, Kind.TACTIC))
_STATES = {"off_track": 0, "at_risk": 1, "on_track": 2}


def _progress(picture: Picture) -> float | None:
    return _mean(picture, picture.plan.progress_of)


def _planned(picture: Picture) -> float | None:
    return _mean(picture, picture.plan.planned_of)


def _mean(picture: Picture, figure: Callable[[Node], float | None]) -> float | None:
    plan, choice = picture.plan, picture.choice
    if choice.everything:
        roots = plan.shares.groups[""]
        return weighted_mean((share, figure(plan.graph.top[id])) for id, share in roots.items())
    return weighted_mean((1.0, figure(node)) for node in _highest(picture))


def _highest(picture: Picture) -> Iterator[Node]:
    plan, choice = picture.plan, picture.choice
    objectives = [node for node in choice.of(Kind.OBJECTIVE) if plan.counts(node)]
    if not objectives:
        yield from (node for node in choice.of(Kind.TACTIC) if plan.counts(node))
        return
    chosen = {node.id for node in objectives}
    for node in objectives:
        if not any(parent in chosen for parent, _ in plan.graph.parents[node.id]):
            yield node


def _health(picture: Picture, node: Node) -> str | None:
    state = picture.plan.health_of(node).state
    return None if state is None else state.value


def _told_health(picture: Picture, node: Node, before: Value, after: Value) -> str:
    if before is None or after is None:
        return ""
    one, other = (str(state).replace("_", " ") for state in (before, after))
    return f"from {one} to {other}: {picture.plan.health_of(node).reason}"


FIGURES = (
    Figure("progress", "how much is done", Unit.PERCENT, True, of_plan=_progress,
           of_item=lambda picture, node: picture.plan.progress_of(node), kinds=_WORK),
    Figure("planned", "how much was to be done by the day", Unit.PERCENT, of_plan=_planned,
           of_item=lambda picture, node: picture.plan.planned_of(node), kinds=_WORK),
    Figure("health", "how it goes", Unit.WORD, True, of_item=_health, kinds=_GOES, told=_told_health, grades=_STATES),
)  # fmt: skip
