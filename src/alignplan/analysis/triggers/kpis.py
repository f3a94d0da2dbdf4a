"""`kpi`: each of the last measurements is below, or above, a value or a percentage against plan.

With `for: n` these are the last n measurements; as long as there are fewer, it cannot be told, unless one of them is
not so. What cannot be compared, such as a measurement before the planned path begins, cannot be told either.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from alignplan.analysis.kpis.attainment import against_plan
from alignplan.analysis.kpis.goal import path
from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.analysis.triggers.course import Course, Truth, course
from alignplan.analysis.triggers.told import Told, beside
from alignplan.analysis.wording import amount_text
from alignplan.graph.nodes import Node
from alignplan.model.values import Point

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["course_of", "told"]


def told(trigger: Any, node: Node, plan: Assessment) -> Told:
    """What it says today."""
    kpi = plan.kpis[node.id]
    gap = _gap(kpi, plan)
    if gap or kpi.actual is None:
        return Told(Truth.UNKNOWN, f"`{trigger.kpi}`: {gap or kpi.lack or 'no actual yet'}")
    needed = trigger.for_ or 1
    last = [_is_so(trigger, kpi, point) for point in kpi.actuals[-needed:]]
    truth = min(last) if len(last) == needed else min(*last, Truth.UNKNOWN)
    value = _compared(trigger, kpi, kpi.actual)
    if value is None:
        return Told(truth, f"`{trigger.kpi}`: nothing was planned for {kpi.actual.day}")
    return Told(truth, f"{_now(trigger, kpi, value)}, {_so_far(trigger, kpi, truth, needed)}")


def course_of(trigger: Any, node: Node, plan: Assessment) -> Course:
    """A turn on the days of measurements."""
    kpi = plan.kpis[node.id]
    if _gap(kpi, plan):
        return course((), Truth.UNKNOWN)
    return course(_turns(trigger, kpi), Truth.UNKNOWN)


def _turns(trigger: Any, kpi: KpiStanding) -> Iterator[tuple[Any, Truth]]:
    """What it says from each measurement on: the least that one of the last ones says, missing ones unknown."""
    needed = trigger.for_ or 1
    window: deque[Truth] = deque([Truth.UNKNOWN] * min(needed, len(kpi.actuals) + 1))
    counts = dict.fromkeys(Truth, 0)
    counts[Truth.UNKNOWN] = len(window)
    for point in kpi.actuals:
        says = _is_so(trigger, kpi, point)
        window.append(says)
        counts[says] += 1
        counts[window.popleft()] -= 1
        yield point.day, next(truth for truth in Truth if counts[truth])


def _gap(kpi: KpiStanding, plan: Assessment) -> str:
    """Why its values are not known, in words."""
    return "not all of its values could be read" if kpi.id in plan.untrusted_kpis else kpi.gap


def _compared(trigger: Any, kpi: KpiStanding, point: Point) -> float | None:
    """What is compared with the bound: the value, or against plan."""
    if trigger.of is None:
        return point.value
    return against_plan(kpi.goal, point.value, path(kpi.goal, point.day))


def _is_so(trigger: Any, kpi: KpiStanding, point: Point) -> Truth:
    """What one measurement says."""
    value = _compared(trigger, kpi, point)
    if value is None:
        return Truth.UNKNOWN
    so = value < trigger.below if trigger.below is not None else value > trigger.above
    return Truth.HOLDS if so else Truth.NO


def _now(trigger: Any, kpi: KpiStanding, value: float) -> str:
    """The last value, and what it is against plan."""
    bound = _bound(trigger)
    if trigger.of is None:
        yes_no = kpi.unit == "yes/no" and value in (0, 1)
        now = amount_text(value, kpi.unit) if yes_no else _with_unit(beside(value, bound), kpi.unit)
        return f"`{trigger.kpi}` is at {now}"
    now = amount_text(kpi.actual.value, kpi.unit) if kpi.actual is not None else ""
    return f"`{trigger.kpi}` is at {now}, {beside(value, bound)} % of plan"


def _so_far(trigger: Any, kpi: KpiStanding, truth: Truth, needed: int) -> str:
    """Whether that is below (above) the bound, and how often in a row; of how many times needed."""
    so = _is_so(trigger, kpi, kpi.actuals[-1]) is Truth.HOLDS
    side = "below" if trigger.below is not None else "above"
    unit = "%" if trigger.of is not None else kpi.unit
    bound = f"{side if so else f'not {side}'} {_with_unit(f'{_bound(trigger):,.15g}', unit)}"
    if not so or needed == 1:
        return bound
    says = (_is_so(trigger, kpi, point) for point in reversed(kpi.actuals))
    times = sum(1 for _ in takewhile(lambda one: one is Truth.HOLDS, says))
    if truth is Truth.HOLDS:
        return f"{bound} for the {_ordinal(times)} time in a row"
    return f"{bound} {'once' if times == 1 else f'{times} times'}, {needed} in a row are needed"


def _bound(trigger: Any) -> float:
    bound: float = trigger.below if trigger.below is not None else trigger.above
    return bound


def _with_unit(number: str, unit: str | None) -> str:
    return f"{number} {unit}" if unit and unit != "yes/no" else number


def _ordinal(number: int) -> str:
    """`1st`, `2nd`, `3rd`, `4th`."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"
