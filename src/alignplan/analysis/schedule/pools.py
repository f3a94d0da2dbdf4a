"""What work shares: people, teams and things as resources of the problem, in whole units of their own.

A person is there with their capacity, a team with what its people who are there make together, a thing with its units.
Work of a person is work of their team, too, wherever the team itself is given work. Shares are exact to a hundredth of
a percent; the units of each resource are as large as its shares allow.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import gcd

from alignplan.analysis.calendars.grid import Grid
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.scheduling.axis import Axis
from alignplan.scheduling.problem import Resource

__all__ = ["FULL", "Pools", "Taken"]

FULL = 10_000
"""A whole person for a whole day, and one unit of a thing."""

Taken = tuple[tuple[int, int], ...]
"""Pairs of a resource's number and of what is taken of it, in ten-thousandths."""


class Pools:
    """The resources of a plan, each numbered when it is first asked for.

    `teams` are the ids of the teams that are given work themselves.
    """

    def __init__(self, graph: PlanGraph, grid: Grid, teams: Iterable[str]) -> None:
        self._graph, self._grid = graph, grid
        self._teams = frozenset(teams)
        self._numbers: dict[str, int] = {}
        self._capacity: list[tuple[str, int, tuple[int, ...]]] = []
        self._axes: dict[tuple[str, int], Axis] = {}
        self._known: dict[str, tuple[int, ...]] = {}

    def capacity(self, node: Node) -> int:
        """How much there is of someone or something at most; of a team of whose people nothing is known, 0."""
        if node.kind is Kind.PERSON:
            return _share(100.0 if node.model.capacity is None else node.model.capacity)
        if node.kind is Kind.TEAM:
            return max(self._of_team(node), default=0)
        return _units(1.0 if node.model.capacity is None else node.model.capacity)

    def taken(self, node: Node, amount: int) -> Taken:
        """What work takes that takes so much of someone or something; nothing of a team of which nothing is known."""
        if node.kind is Kind.TEAM and not self.capacity(node):
            return ()
        found = [(self._number(node), min(amount, self.capacity(node)))]
        team = self._team_of(node)
        if team is not None and self.capacity(team):
            found.append((self._number(team), min(amount, self.capacity(team))))
        return tuple(pair for pair in found if pair[1])

    def axis(self, node: Node, amount: int) -> Axis:
        """When someone works; a team, on the days on which enough of its people are there."""
        axis = self._grid.axis_of(node)
        if node.kind is not Kind.TEAM or not (days := self._of_team(node)) or min(days) >= amount:
            return axis
        key = (node.id, amount)
        if key not in self._axes:
            worked = [slots if there >= amount else 0 for slots, there in zip(axis.worked, days, strict=True)]
            self._axes[key] = Axis(axis.per_day, worked, axis.beyond)
        return self._axes[key]

    def resources(self, taken: Sequence[Taken]) -> tuple[tuple[Resource, ...], list[int]]:
        """All resources by number, and how many ten-thousandths make a unit of each: all that is `taken` fits."""
        units = [capacity for _, capacity, _ in self._capacity]
        for number, (_, _, days) in enumerate(self._capacity):
            units[number] = gcd(units[number], *days)
        for pairs in taken:
            for number, amount in pairs:
                units[number] = gcd(units[number], amount)
        units = [max(unit, 1) for unit in units]
        found = (
            Resource(name, capacity // unit, tuple(day // unit for day in days))
            for (name, capacity, days), unit in zip(self._capacity, units, strict=True)
        )
        return tuple(found), units

    def _number(self, node: Node) -> int:
        if node.id not in self._numbers:
            self._numbers[node.id] = len(self._numbers)
            days = self._of_team(node) if node.kind is Kind.TEAM else ()
            capacity = self.capacity(node)
            changing = days if any(day != capacity for day in days) else ()
            self._capacity.append((node.id, capacity, changing))
        return self._numbers[node.id]

    def _team_of(self, person: Node) -> Node | None:
        """The team of a person, where it is given work itself."""
        id = person.model.team if person.kind is Kind.PERSON else None
        return self._graph.top.get(id) if id in self._teams else None

    def _of_team(self, team: Node) -> tuple[int, ...]:
        """How much of a team is there on each day of the grid; empty where nothing is known of its people."""
        if team.id not in self._known:
            self._known[team.id] = self._days_of(team)
        return self._known[team.id]

    def _days_of(self, team: Node) -> tuple[int, ...]:
        days = self._grid.days
        if team.model.capacity is not None:
            return (_share(team.model.capacity),) * days
        there = [0] * days
        for person in self._grid.members(team):
            capacity = self.capacity(person)
            for day, slots in enumerate(self._grid.axis_of(person).worked):
                if slots:
                    there[day] += capacity
        return tuple(there) if any(there) else ()


def _share(percent: float) -> int:
    return round(percent * FULL / 100)


def _units(amount: float) -> int:
    return round(amount * FULL)
