"""Contingencies: whether their triggers hold, since when, and whether they are armed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Measure
from alignplan.analysis.explaining.operations.arithmetic import STATED, UNKNOWN
from alignplan.analysis.explaining.operations.hazards import (
    ALL_OF,
    ANY_OF,
    BUDGET_OVER,
    CALL,
    IS_ARMED,
    KPI_BEYOND,
    LATE,
    OCCURRED,
)
from alignplan.analysis.explaining.operations.interface import Operation
from alignplan.analysis.triggers import Reading, Truth
from alignplan.analysis.triggers.lateness import late_until, over_since
from alignplan.graph.nodes import Node
from alignplan.loading.lock import LOCK
from alignplan.model.kinds import Kind
from alignplan.model.words import Weekday
from alignplan.output.figures import exact_number

__all__ = [
    "FIGURES", "ORDER", "SAID", "Made", "Steps", "condition_inputs", "reading_at", "trigger_of", "trigger_paths",
]  # fmt: skip

ORDER = 75
_CONTINGENCIES = frozenset((Kind.CONTINGENCY,))
SAID = {Truth.NO: False, Truth.UNKNOWN: None, Truth.HOLDS: True}
"""What a trigger says, as a figure."""
Steps = tuple[str | int, ...]
Made = tuple[Operation, tuple[Input, ...]]
"""What is done, and with what."""


def _state(grounds: Grounds, node: Node, _detail: str) -> Explained:
    found = grounds.plan.contingencies[node.id]
    plan, activated = grounds.plan, node.model.activated
    inputs: list[Input] = [
        grounds.fact("live", plan.live(node), Measure.TRUTH, "what it belongs to"),
        grounds.fact("standing_by", plan.stands_by(node), Measure.TRUTH, "what it belongs to"),
        grounds.fact("trigger", found.reading is not None, Measure.TRUTH, "whether it has a `when`"),
        Ask("holds", node, "holds"),
        *(Ask("waiting", target, "standing_by") for target in found.activates if target.kind is Kind.TACTIC),
        grounds.stated(node, "activated", activated, Measure.DATE, "activated"),
        grounds.today,
    ]
    return Explained(found.call.value, Measure.WORD, CALL, tuple(inputs), found.words)


def _armed(grounds: Grounds, node: Node, _detail: str) -> Explained:
    return Explained(
        grounds.plan.contingencies[node.id].armed, Measure.TRUTH, IS_ARMED, (Ask("state", node, "state"),)
    )


def _activated(grounds: Grounds, node: Node, _detail: str) -> Explained:
    day = node.model.activated
    leaf = grounds.stated(node, "value", day, Measure.DATE, "activated", name="activated")
    return Explained(
        day, Measure.DATE, STATED, (leaf,), "" if day is not None else "nobody has put it into effect"
    )


def reading_at(grounds: Grounds, node: Node, path: str) -> tuple[Reading, Steps] | None:
    """The part of a trigger at a path of numbers, and where it stands."""
    reading, steps = grounds.plan.contingencies[node.id].reading, Steps(("when",))
    for at in filter(None, path.split(".")):
        assert reading is not None
        steps = (*steps, reading.kind, int(at))
        reading = reading.parts[int(at)]
    return None if reading is None else (reading, steps)


def trigger_of(grounds: Grounds, node: Node, path: str) -> Explained:
    """What a part of a trigger says today."""
    found = reading_at(grounds, node, path)
    if found is None:
        return unknown("it has no `when`", Measure.TRUTH)
    reading, steps = found
    value, words = SAID[reading.truth], reading.words.replace("`", "")
    if reading.parts:
        prefix = f"{path}." if path else ""
        asks = tuple(Ask("value", node, f"trigger/{prefix}{at}") for at in range(len(reading.parts)))
        return Explained(value, Measure.TRUTH, ANY_OF if reading.kind == "any" else ALL_OF, asks, words)
    operation, inputs = condition_inputs(grounds, node, reading, steps, grounds.plan.today)
    return Explained(value, Measure.TRUTH, operation, inputs, words)


def condition_inputs(grounds: Grounds, node: Node, reading: Reading, steps: Steps, day: date) -> Made:
    """What makes a single condition say what it says on a day; nothing is known of what is not there."""
    if reading.subject is None:
        return UNKNOWN, ()
    return _LEAVES[reading.kind](grounds, node, reading, steps, day)


def _kpi(grounds: Grounds, node: Node, reading: Reading, steps: Steps, day: date) -> Made:
    trigger, subject = reading.trigger, reading.subject
    assert subject is not None
    kpi, needed = grounds.plan.kpis[subject.id], reading.trigger.for_ or 1
    if kpi.actual is None or kpi.gap or kpi.id in grounds.plan.untrusted_kpis:
        return UNKNOWN, ()
    figure = "actual" if trigger.of is None else "against_plan"
    known = [point for point in kpi.actuals if point.day <= day]
    asks = [Ask("measured", subject, f"{figure}/{point.day}") for point in known[-needed:]]
    side = "below" if trigger.below is not None else "above"
    unit = Measure.PERCENT if trigger.of is not None else kpi.unit or Measure.NUMBER
    bound = grounds.stated(node, side, getattr(trigger, side), unit, *steps, side)
    often = grounds.stated(node, "for", trigger.for_, Measure.COUNT, *steps, "for")
    how_often = often if trigger.for_ is not None else grounds.fact("for", 1, note="default")
    return KPI_BEYOND, (*asks, bound, how_often)


def _lateness(grounds: Grounds, node: Node, reading: Reading, steps: Steps, day: date) -> Made:
    plan, subject = grounds.plan, reading.subject
    assert subject is not None
    limit = reading.trigger.late_by
    text = f"{exact_number(limit.amount)}{limit.unit}"
    names = ", ".join(day.value for at, day in enumerate(Weekday) if at in plan.work_days.days)
    inputs: list[Input] = []
    over = over_since(subject, plan)
    if day == plan.today or (over is not None and over <= day):
        inputs += [Ask("status", one, "status") for one in (subject, subject.parent) if one is not None]
    until = late_until(subject, plan, day)
    scheduled = grounds.fact("today", until, Measure.DATE, f"its finish as locked in {LOCK}")
    inputs += [Ask("due", subject, "due"), _as_of(grounds, day) if until == day else scheduled]
    inputs.append(grounds.stated(node, "late_by", text, Measure.WORD, *steps, "late_by"))
    inputs.append(grounds.fact("workdays", names, Measure.WORD, "of the plan's calendar"))
    due = plan.span(subject).due
    off = plan.work_days.off_after(due, until) if due is not None else ()
    if off:
        listed = ", ".join(map(str, off))
        inputs.append(grounds.fact("days_off", listed, Measure.WORD, "of the plan's calendar"))
    return LATE, (*inputs, *grounds.week)


def _as_of(grounds: Grounds, day: date) -> Input:
    if day == grounds.plan.today:
        return grounds.today
    return grounds.fact("today", day, Measure.DATE, "the day that is asked for")


def _budget(grounds: Grounds, node: Node, reading: Reading, steps: Steps, _day: date) -> Made:
    """What was spent has no date: it counts as having been so always."""
    subject = reading.subject
    assert subject is not None
    leaves = [
        grounds.stated(
            subject, name, getattr(subject.model.budget, name, None), Measure.MONEY, "budget", name
        )
        for name in ("spent", "planned")
    ]
    bound = grounds.stated(node, "above", reading.trigger.above, Measure.PERCENT, *steps, "above")
    return BUDGET_OVER, (*leaves, bound)


def _risk(grounds: Grounds, node: Node, reading: Reading, steps: Steps, day: date) -> Made:
    assert reading.subject is not None
    wanted = grounds.stated(node, "wanted", reading.trigger.occurred, Measure.TRUTH, *steps, "occurred")
    return OCCURRED, (Ask("occurred", reading.subject, "occurred"), _as_of(grounds, day), wanted)


_LEAVES: dict[str, Callable[[Grounds, Node, Reading, Steps, date], Made]] = {
    "kpi": _kpi, "action": _lateness, "tactic": _lateness, "milestone": _lateness, "budget": _budget, "risk": _risk,
}  # fmt: skip


def _holds(grounds: Grounds, node: Node, _detail: str) -> Explained:
    return trigger_of(grounds, node, "")


def trigger_paths(grounds: Grounds, node: Node) -> Iterator[str]:
    """The paths of the single conditions of a trigger, in the order written."""
    reading = grounds.plan.contingencies[node.id].reading
    pending = [] if reading is None else [("", reading)]
    while pending:
        path, at = pending.pop()
        if not at.parts:
            yield path
        inner = [(f"{path}.{number}" if path else str(number), part) for number, part in enumerate(at.parts)]
        pending.extend(reversed(inner))


FIGURES = (
    Explainable("state", "where it stands", _CONTINGENCIES, _state),
    Explainable("armed", "whether it is time, and nobody has acted", _CONTINGENCIES, _armed),
    Explainable("holds", "whether its trigger holds", _CONTINGENCIES, _holds),
    Explainable("activated", "when it was put into effect", _CONTINGENCIES, _activated),
    Explainable("trigger", "a part of its trigger", _CONTINGENCIES, trigger_of, trigger_paths, inner=True),
)
