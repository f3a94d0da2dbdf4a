"""Working time: the calendars of a plan, and whose is which."""

from __future__ import annotations

from datetime import date
from typing import Any

from alignplan.analysis.calendars.days_off import NONE_OFF, DaysOff, days_off
from alignplan.analysis.effort import DAYS, HOURS
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Weekday
from alignplan.records import record

__all__ = ["Calendars", "WorkCalendar"]

_WEEK = tuple(Weekday)


@record
class WorkCalendar:
    """The days of the week that are worked (0 is Monday), the hours of each of them, and the days off."""

    week: frozenset[int] = frozenset(range(DAYS))
    hours: float = HOURS
    off: DaysOff = NONE_OFF

    def works(self, day: date) -> bool:
        """Whether a day is worked.

        >>> WorkCalendar().works(date(2026, 11, 21))  # a Saturday
        False
        """
        return day.weekday() in self.week and day not in self.off

    def hours_on(self, day: date) -> float:
        """How many hours of a day are worked."""
        return self.hours if self.works(day) else 0.0


class Calendars:
    """The calendars of a plan: its default one, those of its people and teams."""

    def __init__(self, graph: PlanGraph) -> None:
        self._graph = graph
        self._known: dict[str, WorkCalendar] = {"": WorkCalendar()}

    @property
    def default(self) -> WorkCalendar:
        """The plan's; Monday to Friday, eight hours a day, where it has none."""
        return self._of(self._graph.plan.model.calendar) or self._known[""]

    def of(self, node: Node) -> WorkCalendar:
        """Whose calendar someone works by: their own, of a person then their team's, then the plan's."""
        own = self._of(node.model.calendar)
        if own is None and node.kind is Kind.PERSON and node.model.team:
            team = self._graph.top.get(node.model.team)
            own = self._of(team.model.calendar) if team is not None and team.kind is Kind.TEAM else None
        return own or self.default

    def _of(self, id: str | None) -> WorkCalendar | None:
        """The calendar of an id; none where there is none."""
        node = self._graph.calendars.get(id) if id else None
        if node is None:
            return None
        if node.id not in self._known:
            self._known[node.id] = self._made(node.model)
        return self._known[node.id]

    def _made(self, model: Any) -> WorkCalendar:
        week = frozenset(map(_WEEK.index, model.workdays))
        usual = WorkCalendar()
        off = days_off(model.holidays, self._graph.plan.model.year_starts or 0)
        return WorkCalendar(week or usual.week, model.hours or usual.hours, off)
