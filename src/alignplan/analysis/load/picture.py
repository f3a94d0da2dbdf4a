"""All that `load` tells of a plan: of whom, in which periods, money, and alignment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.load.alignment import Alignment, alignment
from alignplan.analysis.load.load import Load, all_periods, loads
from alignplan.analysis.load.money import Money, money, whole
from alignplan.analysis.load.periods import By, Stretch
from alignplan.analysis.load.skills import SkillLoad, skill_loads
from alignplan.analysis.selectors.choice import Choice
from alignplan.analysis.tree import Branch, outline
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["Picture"]

_WORK = (Kind.OBJECTIVE, Kind.TACTIC, Kind.ACTION)


class Picture:
    """What is asked of the load of a plan; each part is made when it is asked for.

    The load is always that of the whole plan. `chosen` are those that are shown: people, teams and things that are
    chosen, or that work on chosen items.
    """

    def __init__(
        self, plan: Assessment, chosen: Choice, by: By, first: date | None = None, last: date | None = None
    ) -> None:
        self.plan = plan
        self.chosen = chosen
        self.by = by
        self.demand = plan.demand
        self.periods: list[Stretch] = all_periods(plan, self.demand, by, first, last)

    @cached_property
    def loads(self) -> tuple[Load, ...]:
        """People below their teams, then people without one, then things."""
        return tuple(loads(self.plan, self.demand, self._shown(), self.periods))

    @cached_property
    def skills(self) -> tuple[SkillLoad, ...]:
        """The skills that open work asks for."""
        return tuple(skill_loads(self.plan, self.demand, self.periods))

    @cached_property
    def rows(self) -> list[Branch]:
        """The chosen objectives and tactics in the order of the tree, as far as they count."""
        rows = outline(self.plan.graph, self.chosen, headings=False)
        return [row for row in rows if row.node is not None and self.plan.counts(row.node)]

    @cached_property
    def money(self) -> dict[str, Money]:
        """Of all objectives and tactics that count."""
        return money(self.plan, self.demand)

    @cached_property
    def all_money(self) -> Money:
        """Of the plan as a whole."""
        return whole(self.plan, self.money)

    @cached_property
    def alignment(self) -> Alignment:
        """Of the whole plan."""
        return alignment(self.plan)

    def is_idle(self, load: Load) -> bool:
        """Whether a person or thing has nothing to do; work that only a team is named for is work of its people."""
        if load.node.kind is Kind.TEAM or not load.idle or not load.capacity:
            return False
        team = load.node.model.team if load.node.kind is Kind.PERSON else None
        return team is None or not any(True for _ in self.demand.of(team))

    # ------------------------------------------------------------ who is shown

    def _shown(self) -> Iterator[Node]:
        working = self._working()
        for node in self._in_order():
            if (node in self.chosen or node.id in working) and self._is_of_interest(node):
                yield node

    def _in_order(self) -> Iterator[Node]:
        kinds = self.plan.graph.kinds
        teams = {team.id for team in kinds[Kind.TEAM]}
        for team in kinds[Kind.TEAM]:
            yield team
            yield from self.demand.presence.members(team)
        yield from (one for one in kinds[Kind.PERSON] if one.model.team not in teams)
        yield from kinds[Kind.RESOURCE]

    def _is_of_interest(self, node: Node) -> bool:
        """Whether there is anyone, or any work for them."""
        if next(self.demand.of(node.id), None) is not None or not self.periods:
            return True
        first, last = self.periods[0].within(self.plan.today)[0], self.periods[-1].within(self.plan.today)[1]
        return bool(self.demand.presence.capacity(node, first, last))

    def _working(self) -> frozenset[str]:
        """Those who work on the chosen items, where items of work are chosen."""
        if self.chosen.everything:
            return frozenset()
        chosen = {node.id for node in self.chosen.items() if node.kind in _WORK}
        if not chosen:
            return frozenset()
        tactics = {id.partition("/")[0] for id in chosen}
        demand = self.demand
        return frozenset(
            who
            for who in demand.who
            if any(
                demand.tactic(piece.number).id in tactics and self._is_chosen(piece.number, chosen)
                for piece in demand.of(who)
            )
        )

    def _is_chosen(self, number: int, chosen: set[str]) -> bool:
        return self.demand.tactic(number).id in chosen or self.demand.item(number).id in chosen
