"""Skills: the work that asks for each of them, beside what those who have it can do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from alignplan.analysis.load.demand import Demand
from alignplan.analysis.load.load import Loaded, parts
from alignplan.analysis.load.periods import Stretch
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["SkillLoad", "skill_loads"]


@record
class SkillLoad:
    """A skill: who has it, and the work that asks for it. Their capacity is all of it, whatever else they do."""

    skill: str
    holders: tuple[Node, ...]
    periods: tuple[Loaded, ...]

    @property
    def demand(self) -> float:
        """All the work that asks for it."""
        return sum(one.demand for one in self.periods)

    @property
    def capacity(self) -> float:
        """All that those who have it can do."""
        return sum(one.capacity or 0.0 for one in self.periods)


def skill_loads(plan: Standpoint, demand: Demand, periods: Sequence[Stretch]) -> Iterator[SkillLoad]:
    """The skills that open work asks for, in the order in which it does."""
    for skill in demand.skills:
        holders = tuple(_holders(plan, skill))
        pieces = [(None, piece) for piece in demand.of_skill(skill)]
        loaded: list[Loaded] = []
        for period in periods:
            first, last = period.within(plan.today)
            found = parts(demand, pieces, first, last)
            capacity = sum(demand.presence.capacity(one, first, last) or 0.0 for one in holders)
            loaded.append(Loaded(period, capacity, sum(one.days for one in found), tuple(found)))
        yield SkillLoad(skill, holders, tuple(loaded))


def _holders(plan: Standpoint, skill: str) -> Iterator[Node]:
    """People who have it; teams, where their people are not named."""
    staffed = {person.model.team for person in plan.graph.kinds[Kind.PERSON]}
    for person in plan.graph.kinds[Kind.PERSON]:
        if skill in person.model.skills:
            yield person
    for team in plan.graph.kinds[Kind.TEAM]:
        if skill in team.model.skills and team.model.capacity is not None and team.id not in staffed:
            yield team
