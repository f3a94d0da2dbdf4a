"""What work costs: the days of people times what a day of theirs costs.

A person costs what `cost` says for a day. A day of a team costs the mean of its people. Several who work on an action
share its days as they are assigned; of `any_of` one is as likely as another.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from alignplan.analysis.earned.amount import NOTHING, Amount, missing
from alignplan.analysis.effort import person_days
from alignplan.analysis.matrix import workers_of
from alignplan.analysis.progress import action_progress
from alignplan.analysis.status import step_status
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = [
    "Days",
    "cost_of",
    "day_of",
    "effort_days",
    "of_actions",
    "rate_of",
    "remaining_days",
    "spent_days",
]

Days = Callable[["Assessment", Node], Amount]
"""So many days of an action: planned, spent, or still to come."""
_BEGUN = (Status.ACTIVE, Status.PAUSED, Status.DONE)


def day_of(plan: Assessment, who: str) -> Amount:
    """What a day of a person or a team costs, in money."""
    node = plan.graph.top.get(who)
    if node is None or node.kind not in (Kind.PERSON, Kind.TEAM):
        return missing(f"there is no person or team `{who}`")
    if node.kind is Kind.PERSON:
        cost = node.model.cost
        return missing(f"`{who}` states no `cost`") if cost is None else Amount(float(cost))
    people = members(plan, who)
    without = next((one.id for one in people if one.model.cost is None), None)
    if not people or without is not None:
        return missing(f"`{without}` states no `cost`" if people else f"nobody of team `{who}` is named")
    return Amount(sum(float(one.model.cost) for one in people) / len(people))


def members(plan: Assessment, team: str) -> list[Node]:
    """The people of a team, in order."""
    return [one for one in plan.graph.kinds[Kind.PERSON] if one.model.team == team]


def rate_of(plan: Assessment, action: Node) -> Amount:
    """What a day of work on an action costs, in money: Σ part × cost of a day, over those who work on it."""
    assert action.parent is not None
    workers = workers_of(action.model, action.parent.model.owner)
    if not workers:
        return missing(f"nobody is named for `{action.id}`")
    total = NOTHING
    for who, part in workers:
        total = total.plus(day_of(plan, who).times(Amount(part)))
    return total


def cost_of(plan: Assessment, action: Node, days: Days) -> Amount:
    """What so many days of an action cost, in money; 0 for none of them, whoever works on it."""
    found = days(plan, action)
    return NOTHING if found.value == 0 else found.times(rate_of(plan, action))


def effort_days(plan: Assessment, action: Node) -> Amount:
    """Its effort in person-days; 0 where it takes working or calendar time but no one's work."""
    if action.model.effort is None and (
        action.model.duration is not None or action.model.elapsed is not None
    ):
        return NOTHING
    days = person_days(action.model, plan.week)
    return missing(f"`{action.id}` states no `effort`") if days is None else Amount(days)


def spent_days(plan: Assessment, action: Node) -> Amount:
    """The person-days that it has taken; 0 where it has not begun, or takes no one's work."""
    if action.model.spent is not None:
        return Amount(float(action.model.spent.days(plan.week.hours, plan.week.days)))
    if step_status(action.model, plan.today) not in _BEGUN or effort_days(plan, action).value == 0:
        return NOTHING
    return missing(f"`{action.id}` does not say what it has `spent`")


def remaining_days(plan: Assessment, action: Node) -> Amount:
    """The person-days still to come: 0 when done, once begun its `remaining`, else its effort × what is not done."""
    status = step_status(action.model, plan.today)
    if status is Status.DONE:
        return NOTHING
    if action.model.remaining is not None and status in _BEGUN:
        return Amount(float(action.model.remaining.days(plan.week.hours, plan.week.days)))
    return effort_days(plan, action).times(Amount(1 - action_progress(action.model, plan.today) / 100))


def of_actions(plan: Assessment, tactic: Node) -> list[Node]:
    """The actions of a tactic that are not dropped."""
    children = plan.graph.children(tactic)
    return [node for node in children if node.kind is Kind.ACTION and not _dropped(node.model, plan)]


def _dropped(action: Any, plan: Assessment) -> bool:
    return step_status(action, plan.today) is Status.DROPPED
