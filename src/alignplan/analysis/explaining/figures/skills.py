"""The work that asks for a skill, beside what those who have it can do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.explaining.grounds import Grounds
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Measure
from alignplan.analysis.explaining.loading import is_period
from alignplan.analysis.explaining.operations.arithmetic import PERCENT, SUM
from alignplan.analysis.explaining.operations.load import OVER
from alignplan.analysis.load.load import Loaded, all_periods
from alignplan.analysis.load.periods import By
from alignplan.analysis.load.skills import SkillLoad, skill_loads
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["FIGURES", "ORDER"]

ORDER = 61
_PLAN = frozenset((Kind.PLAN,))
_NAMES = ("percent", "demand_days", "capacity_days", "over_days")
_Found = Mapping[tuple[str, str], tuple[SkillLoad, Loaded]]


@lru_cache(maxsize=2)
def _skills(plan: Assessment) -> _Found:
    """By skill and period."""
    return {
        (load.skill, one.period.name): (load, one)
        for by in By
        for load in skill_loads(plan, plan.demand, all_periods(plan, plan.demand, by))
        for one in load.periods
    }


def _skill(grounds: Grounds, node: Node, detail: str) -> Explained:
    """`percent/SKILL/PERIOD`, and its days."""
    name, _, rest = detail.partition("/")
    skill, _, period = rest.rpartition("/")
    load, one = _skills(grounds.plan)[skill, period]
    demand, there = (f"skills/{which}/{skill}/{period}" for which in ("demand_days", "capacity_days"))
    if name == "percent":
        asks = (Ask("part", node, demand), Ask("whole", node, there))
        return Explained(
            one.percent, Measure.PERCENT, PERCENT, asks, "" if one.capacity else "nobody is there"
        )
    if name == "over_days":
        leeway = grounds.fact("leeway", one.leeway, Measure.DAYS, "binary fractions")
        asks_over = (Ask("demand", node, demand), Ask("capacity", node, there), leeway)
        return Explained(one.over, Measure.DAYS, OVER, asks_over)
    if name == "capacity_days":
        holders = tuple(Ask("value", who, f"capacity_days/{period}") for who in load.holders)
        return Explained(one.capacity, Measure.DAYS, SUM, holders, "" if holders else "nobody has it")
    actions = ((part, grounds.plan.graph.find(part.id)) for part in one.parts)
    works = tuple(
        Ask("value", action, f"asks_for/{skill}/{period}") for _, action in actions if action is not None
    )
    return Explained(one.demand, Measure.DAYS, SUM, works, "" if works else "nothing asks for it then")


def _months(grounds: Grounds, _node: Node) -> Iterator[str]:
    """Those in which something asks for it."""
    months = {one.name for one in all_periods(grounds.plan, grounds.plan.demand, By.MONTH)}
    for (skill, period), (_, one) in _skills(grounds.plan).items():
        if one.demand and period in months:
            yield from (f"{name}/{skill}/{period}" for name in _NAMES)


def _is_any(grounds: Grounds, _node: Node, detail: str) -> bool:
    name, _, rest = detail.partition("/")
    skill, _, period = rest.rpartition("/")
    found = is_period(grounds.plan, period) and (skill, period) in _skills(grounds.plan)
    return name in _NAMES and found


FIGURES = (
    Explainable(
        "skills", "the work that asks for a skill in a period", _PLAN, _skill, _months, accepts=_is_any
    ),
)
