"""A plan on a day: where everything stands, when it is due, and the words in which all questions ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from alignplan.analysis.dates import Dates, Span, dates
from alignplan.analysis.effort import WorkWeek, work_week
from alignplan.analysis.planned import locked_span
from alignplan.analysis.status import Statuses, statuses, step_status
from alignplan.analysis.workdays import WorkDays, work_days
from alignplan.diagnostics.finding import Finding
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status

if TYPE_CHECKING:
    from alignplan.analysis.load.demand import Demand
    from alignplan.analysis.schedule.coming import Coming
    from alignplan.analysis.schedule.draft import Draft
    from alignplan.analysis.schedule.finishes import Finishes
    from alignplan.loading.lock import Lock

__all__ = ["LEAD_DAYS", "Standpoint"]

LEAD_DAYS = 90
"""What begins more than so many days after today is not yet asked for steps, tactics, people or moves."""


class Standpoint:
    """A plan on the day `today`: what is dated later is not used."""

    def __init__(
        self,
        graph: PlanGraph,
        today: date,
        thresholds: Mapping[str, float] | None = None,
        faults: Sequence[Finding] = (),
    ) -> None:
        self.graph = graph
        self.today = today
        self.thresholds = dict(thresholds or {})
        """Numbers that the project set: `A109`, `A110.high`, `lead`."""
        self.faults = faults
        """What was found while the files were read."""
        self.lock: Lock | None = None
        """The schedule that was promised, where one is locked."""

    @cached_property
    def statuses(self) -> Statuses:
        """Where everything stands."""
        return statuses(self.graph, self.today)

    @cached_property
    def dates(self) -> Dates:
        """All dates, stated or inherited."""
        return dates(self.graph)

    @cached_property
    def week(self) -> WorkWeek:
        """Hours to a day and days to a week, of the plan's default calendar."""
        return work_week(self.graph)

    @cached_property
    def work_days(self) -> WorkDays:
        """The days of the week that are worked, of the plan's default calendar."""
        return work_days(self.graph)

    @cached_property
    def draft(self) -> Draft:
        """What is to be scheduled of the plan."""
        from alignplan.analysis.schedule.drafting import draft

        return draft(self)

    @cached_property
    def finishes(self) -> Finishes:
        """When everything was or will be finished."""
        from alignplan.analysis.schedule.finishes import Finishes

        return Finishes(self)

    @cached_property
    def coming(self) -> dict[str, Coming]:
        """When what is open will be finished, as far as that is known without much ado, by id."""
        from alignplan.analysis.schedule.coming import coming

        return coming(self)

    @cached_property
    def demand(self) -> Demand:
        """The open work, for whom and when."""
        from alignplan.analysis.load.demand import Demand

        return Demand(self)

    def status(self, node: Node) -> Status | None:
        """Where an objective, tactic, action or milestone stands."""
        return self.statuses.of(node)

    def live(self, node: Node) -> bool:
        """Neither done nor dropped, nor inside what is."""
        return self.statuses.live(node)

    def counts(self, node: Node) -> bool:
        """Neither dropped nor standing by."""
        return self.statuses.counts(node)

    def stands_by(self, node: Node) -> bool:
        """Whether the item is, or is inside of, a planned tactic that waits to be activated."""
        top = node.parent or node
        return top.id in self.statuses.standing_by

    def span(self, node: Node) -> Span:
        """First and last day, stated or inherited."""
        return self.dates.of(node)

    def planned_span(self, node: Node) -> Span:
        """First and last day by which its planned progress is reckoned: as locked, else stated or inherited."""
        return locked_span(self.lock, node.id) or self.span(node)

    def has_more_open_steps(self, most: float) -> bool:
        """Whether more than `most` actions and milestones are neither done nor dropped."""
        steps = (
            step
            for node in self.graph.kinds[Kind.TACTIC]
            for section in (node.model.actions, node.model.milestones)
            for step in section.values()
        )
        open_ = (step for step in steps if step_status(step, self.today) not in (Status.DONE, Status.DROPPED))
        return any(number > most for number, _ in enumerate(open_, 1))

    def far_off(self, node: Node) -> bool:
        """Whether it begins more than `lead` days after today."""
        start = self.span(node).start
        return start is not None and (start - self.today).days > self.thresholds.get("lead", LEAD_DAYS)

    def judged(self, kind: Kind, *, standing_by: bool = False) -> Iterator[Node]:
        """The live items of a kind, those that stand by only when asked for."""
        if kind not in self._live:
            found = self.statuses.all_live(self.graph, kind)
            if kind not in self.graph.kinds:
                return (node for node in found if standing_by or not self.stands_by(node))
            self._live[kind] = list(found)
        live = self._live[kind]
        if standing_by or not self.statuses.standing_by:
            return iter(live)
        return (node for node in live if not self.stands_by(node))

    @cached_property
    def _live(self) -> dict[Kind, list[Node]]:
        """Live items at top level: many rules ask for them. Nested ones are too many to be kept."""
        return {}
