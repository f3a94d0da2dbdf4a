"""From a plan to what is handed over of its schedule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from math import ceil
from typing import TYPE_CHECKING

from alignplan.analysis.calendars.absences import Away, away
from alignplan.analysis.calendars.grid import Grid
from alignplan.analysis.handover.clock import Clock
from alignplan.analysis.handover.project import Lost, Project, Row, Worker
from alignplan.analysis.handover.rows import Rows
from alignplan.analysis.schedule.computing import Search, scheduled
from alignplan.model.kinds import Kind

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment
    from alignplan.analysis.selectors.choice import Choice
    from alignplan.graph.nodes import Node

__all__ = ["handover"]

_LEAST = 180
"""So many days behind the last one calendars go on at least: what is put off still finds them."""


def handover(plan: Assessment, choice: Choice) -> Project:
    """What was chosen of the schedule that `alignplan schedule` shows; without rows where that is nothing."""
    found = scheduled(plan, Search("default"))
    clock = Clock(found.draft.grid)
    making = Rows(found, clock, choice)
    rows = tuple(making.rows())
    days = [time.date() for row in rows for time in (row.start, row.finish, row.ready) if time is not None]
    first, last = min([plan.today, *days]), max([plan.today, *days])
    horizon = _later(last, max((last - first).days, _LEAST))
    workers = tuple(_workers(plan, found.draft.grid, rows, (first, horizon), clock))
    lost = making.lost
    lost[Lost.TEAM] += sum(_is_changing(found.draft.grid, worker.node) for worker in workers)
    title = plan.graph.plan.model.title or "Plan"
    calendar = found.draft.grid.calendars.default
    return Project(
        title, found, clock, plan.today, first, last, horizon, calendar, rows, workers, dict(+lost)
    )


def _later(day: date, days: int) -> date:
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))


def _is_changing(grid: Grid, node: Node) -> bool:
    """Whether a team has days on which fewer of its people are there."""
    if node.kind is not Kind.TEAM:
        return False
    members = grid.members(node)
    return len({id(grid.axis_of(one)) for one in members}) > 1


def _workers(
    plan: Assessment, grid: Grid, rows: Sequence[Row], window: tuple[date, date], clock: Clock
) -> Iterator[Worker]:
    """Those that the rows need, in the order of the plan: people, teams, things."""
    units = {resource.name: resource.capacity for resource in plan.draft.problem.resources}
    needed = {need.who for row in rows for need in row.needs}
    for kind in (Kind.PERSON, Kind.TEAM, Kind.RESOURCE):
        for node in plan.graph.kinds[kind]:
            if node.id in needed:
                yield _worker(grid, node, units.get(node.id, 1), window, clock)


def _worker(grid: Grid, node: Node, units: int, window: tuple[date, date], clock: Clock) -> Worker:
    if node.kind is Kind.RESOURCE:
        there = 1.0 if node.model.capacity is None else node.model.capacity
        return Worker(node, there, units, grid.calendars.default)
    calendar = grid.calendars.of(node)
    if node.kind is Kind.TEAM:
        return Worker(node, _team_capacity(grid, node), units, calendar, _of_team(grid, node, window))
    days, hours = away(node.model, *window)
    short = tuple(
        (day, max(clock.minutes(calendar) - _part(gone, clock), 0)) for day, gone in sorted(hours.items())
    )
    capacity = 1.0 if node.model.capacity is None else node.model.capacity / 100
    return Worker(node, capacity, units, calendar, days, short)


def _part(hours: float, clock: Clock) -> int:
    """So many hours in minutes, in whole slots."""
    return ceil(hours * 60 / clock.slot) * clock.slot


def _team_capacity(grid: Grid, team: Node) -> float:
    if team.model.capacity is not None:
        return float(team.model.capacity) / 100
    people = grid.members(team)
    return sum(1.0 if one.model.capacity is None else one.model.capacity / 100 for one in people) or 1.0


def _of_team(grid: Grid, team: Node, window: tuple[date, date]) -> tuple[Away, ...]:
    """The days on which nobody of a team is there."""
    people = grid.members(team)
    if len(people) != 1:
        return ()
    return away(people[0].model, *window)[0]
