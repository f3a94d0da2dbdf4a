"""The X-matrix of a plan: goals, objectives, tactics, KPIs and people, and what belongs together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.matrix import Role, people_of
from alignplan.analysis.movers import movers_of
from alignplan.analysis.selectors.choice import Choice
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.output.pictures.picture import Picture
from alignplan.output.pictures.xmatrix import Side, Tie, XMatrix, x_matrix
from alignplan.views.pictures.naming import plan_name, title_of

__all__ = ["drawn", "picture"]

_MOST = {"goals": 10, "objectives": 16, "tactics": 24, "KPIs": 16, "people and teams": 20}
_VISION = "(vision)"


def picture(plan: Assessment, choice: Choice | None = None) -> Picture | None:
    """The X-matrix of the chosen items; none where there are no objectives with tactics."""
    found = drawn(plan, choice or Choice(plan.graph))
    return None if found is None else x_matrix(found)


def drawn(plan: Assessment, choice: Choice) -> XMatrix | None:
    """What the X-matrix shows, of what counts: at the bottom what has nothing above it, else the vision."""
    objectives = [node for node in choice.of(Kind.OBJECTIVE) if plan.counts(node)]
    tactics = [node for node in choice.of(Kind.TACTIC) if plan.counts(node)]
    if not objectives or not tactics:
        return None
    tops, beside = _levels(plan, objectives, tactics)
    goals = _entries(tops) or [(_VISION, (plan.graph.plan.model.vision or "").strip() or plan_name(plan))]
    kpis = list({kpi.id: kpi.node for node in objectives for kpi in plan.kpis_of(node)}.values())
    ties = [*_goal_ties(plan, tops, beside), *_tactic_ties(plan, tactics)]
    busy = {tie.column for tie in ties}
    people = [node for kind in (Kind.PERSON, Kind.TEAM) for node in plan.graph.of(kind) if node.id in busy]
    named = {
        "goals": goals,
        "objectives": _entries(beside),
        "tactics": _entries(tactics),
        "KPIs": _entries(kpis),
        "people and teams": _entries(people),
    }
    sides = [Side(name, tuple(entries[: _MOST[name]])) for name, entries in named.items()]
    left = [
        f"{len(entries) - _MOST[name]} {name}"
        for name, entries in named.items()
        if len(entries) > _MOST[name]
    ]
    missing = (f"Not shown for want of room: {', '.join(left)}. Choose fewer, such as one objective.",)
    one, two, three, four, five = sides
    return XMatrix(plan_name(plan), one, two, three, four, five, tuple(ties), missing if left else ())


def _entries(nodes: Sequence[Node]) -> list[tuple[str, str]]:
    return [(node.id, title_of(node)) for node in nodes]


def _levels(
    plan: Assessment, objectives: Sequence[Node], tactics: Sequence[Node]
) -> tuple[list[Node], list[Node]]:
    """The goals, and the objectives beside them: also a goal that tactics serve directly. No goals in a flat plan."""
    ids = {node.id for node in objectives}
    tops = [node for node in objectives if not any(id in ids for id, _ in plan.graph.parents[node.id])]
    if len(tops) == len(objectives):
        return [], list(objectives)
    served = {id for node in tactics for id, _ in plan.graph.supported[node.id]}
    goals = {node.id for node in tops}
    return tops, [node for node in objectives if node.id not in goals or node.id in served]


def _goal_ties(plan: Assessment, tops: Sequence[Node], beside: Sequence[Node]) -> Iterator[Tie]:
    if not tops:
        yield from (Tie(_VISION, node.id, True) for node in beside)
        yield from (Tie(_VISION, kpi.id, False) for node in beside for kpi in plan.kpis_of(node))
    goals = {node.id for node in tops}
    for node in beside:
        if node.id in goals:
            yield Tie(node.id, node.id, True)
        for id, share in plan.shares.links.get(node.id, {}).items():
            if id in goals:
                yield Tie(id, node.id, share >= 0.5)
                yield from (Tie(id, kpi.id, False) for kpi in plan.kpis_of(node))
    for node in tops:
        yield from (Tie(node.id, kpi.id, True) for kpi in plan.kpis_of(node))


def _tactic_ties(plan: Assessment, tactics: Sequence[Node]) -> Iterator[Tie]:
    for node in tactics:
        for id, share in plan.shares.links.get(node.id, {}).items():
            yield Tie(node.id, id, share >= 0.5)
        for mover in movers_of(node, plan.graph):
            yield Tie(node.id, mover.kpi, True)
        for cell in people_of(plan, node):
            yield Tie(node.id, cell.column, cell.role is Role.OWNER)
