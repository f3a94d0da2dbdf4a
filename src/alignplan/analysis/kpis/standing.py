"""Where every KPI stands: all that rules and views say of it, in one value."""

from __future__ import annotations

from datetime import date

from alignplan.analysis.dates import Dates, Span, span_of_several
from alignplan.analysis.kpis.goal import Goal, Mark
from alignplan.analysis.kpis.measured import Measured
from alignplan.analysis.kpis.reason import missing, reason
from alignplan.analysis.kpis.series import measured
from alignplan.analysis.kpis.sources import Source
from alignplan.analysis.kpis.state import Judgement, KpiState, judge
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.plan import Bands
from alignplan.model.values import Point
from alignplan.model.words import PathKind
from alignplan.records import record

__all__ = ["KpiStanding", "kpis_of_objectives", "standings"]

_KPIS = frozenset((Kind.KPI,))


@record
class KpiStanding:
    """A KPI on a day. Values are in its unit, percentages have 100 = all; unknown is `None`, never 0."""

    node: Node
    objectives: tuple[Node, ...]
    """The objectives that it measures: its own, and those that list it."""
    unit: str | None
    owner: str | None
    """Its own, else that of the first objective that has one."""
    goal: Goal
    due: date | None
    """The last day of what it measures."""
    actuals: tuple[Point, ...]
    """Its values up to the day, measured or computed; by day."""
    measured: date | None
    """When it, or what it is made of, was last measured."""
    gap: str
    """Why its values are not known though they should be, in words; empty where they are."""
    lack: str
    """Why it has no value yet, in words; empty where it has one, or where simply nothing was measured."""
    passed: bool
    """Whether the day of its target is over."""
    judgement: Judgement
    """What the last actual means."""

    @property
    def attainment(self) -> float | None:
        """How much of the whole way it has gone."""
        return self.judgement.attainment

    @property
    def expected(self) -> float | None:
        """The planned path on the day of the last actual."""
        return self.judgement.expected

    @property
    def against_plan(self) -> float | None:
        """How much it has gone of the way that was planned by then."""
        return self.judgement.against_plan

    @property
    def state(self) -> KpiState:
        """Where it stands."""
        return self.judgement.state

    @property
    def reason(self) -> str:
        """Why it is in this state, in words."""
        if self.actual is None or self.state is KpiState.NO_DATA:
            return self.gap or missing(self.goal, self.actual, self.lack)
        return reason(self.goal, self.actual, self.judgement, self.passed, self.unit)

    @property
    def id(self) -> str:
        """Its address."""
        return self.node.id

    @property
    def baseline(self) -> Mark | None:
        """Where it stood; the day is unknown where nothing states it."""
        return self.goal.baseline

    @property
    def target(self) -> Mark | None:
        """Where it is to go, if it has no range."""
        return self.goal.target

    @property
    def low(self) -> float | None:
        """The lowest good value of its range."""
        return self.goal.low

    @property
    def high(self) -> float | None:
        """The highest good value of its range."""
        return self.goal.high

    @property
    def by(self) -> date | None:
        """The day from which its range holds."""
        return self.goal.by

    @property
    def actual(self) -> Point | None:
        """The last value."""
        return self.actuals[-1] if self.actuals else None


def kpis_of_objectives(graph: PlanGraph) -> dict[str, list[str]]:
    """Objective → its own KPIs, or the shared ones that it lists, each once and only such as are there."""
    found: dict[str, list[str]] = {}
    for node in graph.kinds[Kind.OBJECTIVE]:
        listed = node.model.kpis
        if isinstance(listed, dict):
            found[node.id] = [f"{node.id}/{name}" for name in listed]
        else:
            named = [graph.find(ref, _KPIS) for ref in dict.fromkeys(listed)]
            found[node.id] = [kpi.id for kpi in named if kpi is not None and kpi.kind is Kind.KPI]
    return found


def standings(
    graph: PlanGraph,
    dates: Dates,
    of_objectives: dict[str, list[str]],
    made_of: dict[str, Source],
    bands: Bands,
    today: date,
) -> dict[str, KpiStanding]:
    """Every own and shared KPI by address, in the order of the plan.

    `of_objectives`: the KPIs of each objective; `made_of`: what KPIs are made of, those that are made of others.
    """
    kpis = {node.id: node for node in graph.of(Kind.KPI)}
    measuring = _objectives(graph, kpis, of_objectives)

    def span_of(node: Node) -> Span:
        return _span(node, measuring[node.id], dates)

    values = measured(kpis, made_of, span_of, graph.plan.model.year_starts or 1, today)
    return {
        id: _standing(node, measuring[id], span_of(node), values[id], bands, today)
        for id, node in kpis.items()
    }


def _objectives(
    graph: PlanGraph, kpis: dict[str, Node], of_objectives: dict[str, list[str]]
) -> dict[str, tuple[Node, ...]]:
    found: dict[str, list[Node]] = {
        id: [node.parent] if node.parent is not None else [] for id, node in kpis.items()
    }
    for objective, listed in of_objectives.items():
        node = graph.top[objective]
        for id in listed:
            if kpis[id].parent != node:
                found[id].append(node)
    return {id: tuple(nodes) for id, nodes in found.items()}


def _span(node: Node, objectives: tuple[Node, ...], dates: Dates) -> Span:
    """The dates that it inherits: its own objective's; shared, earliest start and latest due of those that list it."""
    if node.parent is not None:
        return dates.of(node.parent)
    span = span_of_several(dates.of(objective) for objective in objectives)
    return Span(span.start or dates.horizon.start, span.due or dates.horizon.due)


def _standing(
    node: Node, objectives: tuple[Node, ...], span: Span, values: Measured, bands: Bands, today: date
) -> KpiStanding:
    goal = _goal(node, span, values)
    passed = goal.passed(today)
    owners = [node.model.owner, *(objective.model.owner for objective in objectives)]
    return KpiStanding(
        node=node,
        objectives=objectives,
        unit=values.unit,
        owner=next((owner for owner in owners if owner), None),
        goal=goal,
        due=span.due,
        actuals=values.actuals,
        measured=values.last,
        gap=values.gap,
        lack=values.lack,
        passed=passed,
        judgement=judge(goal, values.actuals[-1], passed, bands) if values.actuals else Judgement(),
    )


def _goal(node: Node, span: Span, values: Measured) -> Goal:
    kpi = node.model
    target, bounds = kpi.target, kpi.range
    return Goal(
        baseline=values.baseline,
        target=Mark(target.value, target.date or span.due) if target is not None else None,
        low=bounds.low if bounds is not None else None,
        high=bounds.high if bounds is not None else None,
        by=bounds.by if bounds is not None else None,
        checkpoints=kpi.checkpoints,
        step=kpi.path is PathKind.STEP or values.unit == "yes/no",
        direction=kpi.direction,
    )
