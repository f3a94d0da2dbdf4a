"""The views of a plan as Mermaid charts, each small enough for the hosts that draw them.

A host draws at most 50,000 letters and 500 lines of a chart, and people read about 50 rows of a schedule: a longer one
is split by objective.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.selectors.choice import Choice
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.output.diagrams.interface import Diagram

if TYPE_CHECKING:
    from alignplan.analysis.schedule.answer import PlanSchedule

__all__ = ["CHARTS", "Charts"]

Charts = tuple[list[Diagram], list[str]]
"""The charts, and lines on what they have no place for; no charts where there is nothing to show."""
_MOST_LIMBS, _MOST_ROWS = 150, 50
_MATRIX = (40, 60)


def _map(plan: Assessment, choice: Choice) -> Charts:
    from alignplan.output.diagrams.flowcharts import map_chart
    from alignplan.views.pictures.map import drawn

    found = drawn(plan, choice, _MOST_LIMBS)
    return _one(None if found is None else map_chart(found))


def _tree(plan: Assessment, choice: Choice) -> Charts:
    from alignplan.output.diagrams.flowcharts import tree_chart
    from alignplan.views.pictures.tree import drawn

    found = drawn(plan, choice, _MOST_LIMBS)
    return _one(None if found is None else tree_chart(found))


def _matrix(plan: Assessment, choice: Choice) -> Charts:
    from alignplan.output.diagrams.flowcharts import matrix_chart
    from alignplan.views.pictures.matrix import drawn

    found = drawn(plan, choice, *_MATRIX)
    return _one(None if found is None else matrix_chart(found))


def _quadrant(plan: Assessment, choice: Choice) -> Charts:
    from alignplan.output.diagrams.charts import quadrant_chart
    from alignplan.views.pictures.quadrant import drawn

    found = drawn(plan, choice)
    return _one(None if found is None else quadrant_chart(found))


def _kpis(plan: Assessment, choice: Choice) -> Charts:
    from alignplan.output.diagrams.charts import kpi_charts
    from alignplan.views.pictures.kpis import drawn

    return kpi_charts(drawn(plan, choice))


def _load(plan: Assessment, choice: Choice) -> Charts:
    from alignplan.output.diagrams.charts import load_charts
    from alignplan.views.pictures.load import drawn

    found = drawn(plan, choice)
    if found is None:
        return [], []
    charts, lost = load_charts(found)
    return charts, [*found.missing, *lost]


def _one(chart: Diagram | None) -> Charts:
    return ([], []) if chart is None else ([chart], list(chart.lost))


# ------------------------------------------------------------ schedules


def _gantt(plan: Assessment, choice: Choice) -> Charts:
    """One chart, or one for each objective where it would have more than 50 rows."""
    from alignplan.analysis.schedule.computing import scheduled

    schedule = scheduled(plan)
    rows = sum(item.node in choice for item in schedule.items.values())
    if rows <= _MOST_ROWS:
        return _charted(plan, [(None, choice)], schedule)
    return _charted(plan, _by_objective(plan, choice, schedule), schedule)


def _by_objective(
    plan: Assessment, choice: Choice, schedule: PlanSchedule
) -> list[tuple[str | None, Choice]]:
    """The chosen items below the objective that their tactic serves first; what serves none comes last."""
    groups: dict[str | None, list[Node]] = {node.id: [] for node in plan.graph.kinds[Kind.OBJECTIVE]}
    groups[None] = []
    for item in schedule.items.values():
        if item.node in choice:
            tactic = item.node.parent or item.node
            served = plan.graph.supported.get(tactic.id, ())
            groups[served[0][0] if served else None].append(item.node)
    return [
        (plan.graph.top[id].title if id is not None else "tactics without an objective", _of(plan, nodes))
        for id, nodes in groups.items()
        if nodes
    ]


def _of(plan: Assessment, nodes: Sequence[Node]) -> Choice:
    return Choice(plan.graph, frozenset(nodes))


def _charted(plan: Assessment, groups: Sequence[tuple[str | None, Choice]], schedule: PlanSchedule) -> Charts:
    from alignplan.output.diagrams.charts import gantt_chart, not_in_gantt
    from alignplan.views.pictures.gantt import drawn

    drafts = [drawn(plan, choice, schedule, name=name, most=_MOST_ROWS) for name, choice in groups]
    found = [gantt for gantt in drafts if gantt is not None]
    charts = [gantt_chart(gantt) for gantt in found]
    lost = [
        f"{gantt.name}: {line}" if len(charts) > 1 else line
        for gantt, chart in zip(found, charts, strict=True)
        for line in chart.lost
    ]
    return charts, [*lost, *not_in_gantt(found)]


CHARTS: dict[str, Callable[[Assessment, Choice], Charts]] = {
    "map": _map,
    "tree": _tree,
    "matrix": _matrix,
    "gantt": _gantt,
    "kpis": _kpis,
    "quadrant": _quadrant,
    "load": _load,
}
"""View → its charts."""
