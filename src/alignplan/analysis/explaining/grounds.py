"""What figures are explained on: the plan on a day, and what stands in its files."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.effort import action_weights
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Leaf, Measure, explainables
from alignplan.analysis.explaining.operations.arithmetic import UNKNOWN
from alignplan.analysis.explaining.operations.interface import Value
from alignplan.analysis.figures.interface import Picture
from alignplan.analysis.gaps import Gaps, ObjectiveGaps
from alignplan.analysis.movers import Line, Mover, movers
from alignplan.analysis.progress import steps
from alignplan.analysis.sufficiency import promises
from alignplan.diagnostics.finding import Part, Place
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

if TYPE_CHECKING:
    from alignplan.analysis.explaining.foretelling import Foretelling
    from alignplan.analysis.explaining.proposing import Proposing

__all__ = ["Grounds", "unknown"]


def unknown(reason: str, unit: str = Measure.NUMBER, *inputs: Leaf | Ask) -> Explained:
    """A figure that is not known, and why."""
    return Explained(None, unit, UNKNOWN, inputs, reason)


class Grounds:
    """A plan that figures are explained of. What several explanations need is computed once, and only when asked."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        self._weights: dict[str, dict[str, float]] = {}
        self._foretold: dict[str, Foretelling] = {}

    @property
    def plan(self) -> Assessment:
        """The plan on its day."""
        return self.picture.plan

    def figure(self, node: Node, name: str) -> tuple[Explainable, str] | None:
        """The figure of that name (`name` or `name/detail`) for an item, and its detail; none where it has none."""
        head, _, detail = name.partition("/")
        for found in explainables().get(head, ()):
            if node.kind in found.kinds:
                return found, detail or found.main
        return None

    def explain(self, node: Node, name: str) -> Explained:
        """A figure of an item, one level deep."""
        found = self.figure(node, name)
        if found is None:
            raise LookupError(f"{node.kind} has no figure {name}")
        return found[0].explain(self, node, found[1])

    # ------------------------------------------------------------ leaves

    def stated(
        self, node: Node, role: str, value: Value, unit: str, *steps: str | int, name: str = ""
    ) -> Leaf:
        """What an item states below its own place; where it states nothing, that is said of the item."""
        if value is None:
            return Leaf(role, None, unit, name, Place(node.file, node.route), "not stated")
        return Leaf(role, value, unit, name, Place(node.file, (*node.route, *steps), Part.VALUE))

    @property
    def today(self) -> Leaf:
        """The day."""
        return Leaf("today", self.plan.today, Measure.DATE, note="as of")

    def fact(
        self, role: str, value: Value, unit: str = Measure.COUNT, note: str = "", name: str = ""
    ) -> Leaf:
        """What holds without being stated."""
        return Leaf(role, value, unit, name, note=note)

    @property
    def bands(self) -> tuple[Leaf, ...]:
        """The bands of health, the plan's own or the usual ones."""
        plan, bands = self.plan.graph.plan, self.plan.bands
        return tuple(
            self.stated(plan, name, value, Measure.PERCENT, "health", name)
            if plan.model.health is not None
            else self.fact(name, value, Measure.PERCENT, "default")
            for name, value in (
                ("on_track", bands.on_track), ("at_risk", bands.at_risk), ("tolerance", bands.tolerance),
            )
        )  # fmt: skip

    @property
    def week(self) -> tuple[Leaf, Leaf]:
        """Hours to a day and days to a week."""
        week, graph = self.plan.week, self.plan.graph
        calendar = graph.calendars.get(graph.plan.model.calendar or "")
        hours = self.fact("hours", week.hours, Measure.NUMBER, "default")
        days = self.fact("days", week.days, note="default")
        if calendar is not None and calendar.model.hours:
            hours = self.stated(calendar, "hours", week.hours, Measure.NUMBER, "hours")
        if calendar is not None and calendar.model.workdays:
            days = self.stated(calendar, "days", week.days, Measure.COUNT, "workdays")
        return hours, days

    # ------------------------------------------------------------ what several need

    def step_nodes(self, tactic: Node) -> list[Node]:
        """The steps whose progress makes that of a tactic: its actions, else its milestones."""
        actions, _ = steps(tactic.model)
        section, kind = ("actions", Kind.ACTION) if actions else ("milestones", Kind.MILESTONE)
        chosen = {id(step) for step in (actions or steps(tactic.model)[1])}
        return [
            Node(kind, f"{tactic.id}/{name}", step, tactic.file, tactic)
            for name, step in getattr(tactic.model, section).items()
            if id(step) in chosen
        ]

    def action_weight(self, action: Node) -> float | None:
        """How much an action weighs in its tactic, in days; none of a dropped one."""
        tactic = action.parent
        assert tactic is not None
        if tactic.id not in self._weights:
            nodes = self.step_nodes(tactic)
            models = [node.model for node in nodes]
            self._weights[tactic.id] = {
                node.id: weight
                for node, weight in zip(nodes, action_weights(models, self.plan.week), strict=True)
            }
        return self._weights[tactic.id].get(action.id)

    def foretelling(self, kpi: Node) -> Foretelling:
        """The forecast of a KPI, with what it was made of."""
        from alignplan.analysis.explaining.foretelling import Foretelling

        if kpi.id not in self._foretold:
            self._foretold[kpi.id] = Foretelling(self.plan.kpis[kpi.id], self.plan.today)
        return self._foretold[kpi.id]

    @cached_property
    def proposing(self) -> Proposing:
        """What `recalibrate` proposes, and what that rests on."""
        from alignplan.analysis.explaining.proposing import Proposing

        return Proposing(self.plan)

    @cached_property
    def movers(self) -> dict[str, list[Mover]]:
        """KPI → the moves on it that are promised."""
        found: dict[str, list[Mover]] = {}
        for mover in movers(self.plan.graph):
            if promises(mover.tactic, self.plan.statuses):
                found.setdefault(mover.kpi, []).append(mover)
        return found

    @cached_property
    def line(self) -> Line:
        """The KPIs of one series."""
        return Line({id: self.plan.base_of(id) for id in self.plan.kpis})

    @property
    def gaps(self) -> Gaps:
        """What is missing in the whole plan."""
        return self.picture.gaps

    @cached_property
    def gaps_of(self) -> dict[str, ObjectiveGaps]:
        """The same, objective by objective."""
        return {found.id: found for found in self.gaps.objectives}

    @cached_property
    def circular(self) -> frozenset[str]:
        """Objectives that run in a circle."""
        from alignplan.analysis.rollup import bottom_up

        return bottom_up(self.plan.graph)[1]
