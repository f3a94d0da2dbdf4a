"""The load of the people, teams and things of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.selectors.choice import Choice
from alignplan.model.kinds import Kind
from alignplan.output.pictures.counting import counted
from alignplan.output.pictures.load import HeatRow, HeatSpot, LoadHeat, load_heat
from alignplan.output.pictures.picture import Picture
from alignplan.output.readable import number
from alignplan.views.pictures.naming import plan_name, title_of

if TYPE_CHECKING:
    from alignplan.analysis.load.load import Load, Loaded
    from alignplan.analysis.load.picture import Picture as Asked

__all__ = ["drawn", "picture"]

_MOST_PERIODS, _MOST_ROWS, _MOST_PARTS = 12, 80, 4


def picture(plan: Assessment, choice: Choice | None = None, asked: Asked | None = None) -> Picture | None:
    """The load of those who are chosen or work on what is; none where nobody has anything to do.

    `asked` says of whom and in which periods; left out: all of them, by months, or by quarters where these are many.
    """
    found = drawn(plan, choice or Choice(plan.graph), asked)
    return None if found is None else load_heat(found)


def drawn(plan: Assessment, choice: Choice, asked: Asked | None = None) -> LoadHeat | None:
    """What the heat map shows: the next twelve periods at most."""
    asked = asked or _asked(plan, choice)
    loads = asked.loads
    if not asked.periods or not any(load.demand for load in loads):
        return None
    periods = asked.periods[:_MOST_PERIODS]
    left = []
    if len(loads) > _MOST_ROWS:
        left.append(counted(len(loads) - _MOST_ROWS, "person, team or thing", "people, teams and things"))
    if len(asked.periods) > len(periods):
        left.append(f"what comes after {periods[-1].last}")
    return LoadHeat(
        plan_name(plan),
        tuple(period.name for period in periods),
        tuple(_row(plan, load, len(periods)) for load in loads[:_MOST_ROWS]),
        (f"Not shown for want of room: {', '.join(left)}.",) if left else (),
    )


def _asked(plan: Assessment, choice: Choice) -> Asked:
    from alignplan.analysis.load.periods import By
    from alignplan.analysis.load.picture import Picture as Asked

    by_month = Asked(plan, choice, By.MONTH)
    return by_month if len(by_month.periods) <= _MOST_PERIODS else Asked(plan, choice, By.QUARTER)


def _row(plan: Assessment, load: Load, periods: int) -> HeatRow:
    node = load.node
    team = plan.graph.top.get(node.model.team or "") if node.kind is Kind.PERSON else None
    return HeatRow(node.id, title_of(node), tuple(map(_spot, load.periods[:periods])), team is not None)


def _spot(one: Loaded) -> HeatSpot:
    named = [f"{part.id} {number(part.days).text} d" for part in one.parts[:_MOST_PARTS]]
    if len(one.parts) > len(named):
        named.append(f"and {len(one.parts) - len(named)} more")
    return HeatSpot(one.demand, one.capacity, one.over > 0, ", ".join(named))
