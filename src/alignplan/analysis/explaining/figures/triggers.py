"""Contingencies: whether their triggers hold, since when, and whether they are armed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Leaf, Measure
from alignplan.analysis.explaining.operations.arithmetic import STATED
from alignplan.analysis.explaining.operations.hazards import (
    ALL_OF,
    ANY_OF,
    BUDGET_OVER,
    CALL,
    FIRST_HELD,
    IS_ARMED,
    KPI_BEYOND,
    LATE,
    OCCURRED,
    SINCE,
)
from alignplan.analysis.triggers import Reading, Truth, conditions, course_of
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Weekday
from alignplan.output.figures import exact_number

__all__ = ["FIGURES", "ORDER"]

ORDER = 75
_CONTINGENCIES = frozenset((Kind.CONTINGENCY,))
_HOLDS = {Truth.NO: False, Truth.UNKNOWN: None, Truth.HOLDS: True}
Steps = tuple[str | int, ...]


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


def _reading(grounds: Grounds, node: Node, path: str) -> tuple[Reading, Steps] | None:
    """The part of a trigger at a path of numbers, and where it stands."""
    reading, steps = grounds.plan.contingencies[node.id].reading, Steps(("when",))
    for at in filter(None, path.split(".")):
        assert reading is not None
        steps = (*steps, reading.kind, int(at))
        reading = reading.parts[int(at)]
    return None if reading is None else (reading, steps)


def _trigger(grounds: Grounds, node: Node, path: str) -> Explained:
    found = _reading(grounds, node, path)
    if found is None:
        return unknown("it has no `when`", Measure.TRUTH)
    reading, steps = found
    value, words = _HOLDS[reading.truth], reading.words.replace("`", "")
    if reading.parts:
        prefix = f"{path}." if path else ""
        asks = tuple(Ask("value", node, f"trigger/{prefix}{at}") for at in range(len(reading.parts)))
        return Explained(value, Measure.TRUTH, ANY_OF if reading.kind == "any" else ALL_OF, asks, words)
    if reading.subject is None:
        return unknown(words, Measure.TRUTH)
    return _LEAVES[reading.kind](grounds, node, reading, steps)


def _kpi(grounds: Grounds, node: Node, reading: Reading, steps: Steps) -> Explained:
    trigger, subject = reading.trigger, reading.subject
    assert subject is not None
    kpi, needed = grounds.plan.kpis[subject.id], reading.trigger.for_ or 1
    words = reading.words.replace("`", "")
    if kpi.actual is None or kpi.gap or kpi.id in grounds.plan.untrusted_kpis:
        return unknown(words, Measure.TRUTH)
    figure = "actual" if trigger.of is None else "against_plan"
    asks = [Ask("measured", subject, f"{figure}/{point.day}") for point in kpi.actuals[-needed:]]
    side = "below" if trigger.below is not None else "above"
    unit = Measure.PERCENT if trigger.of is not None else kpi.unit or Measure.NUMBER
    bound = grounds.stated(node, side, getattr(trigger, side), unit, *steps, side)
    often = grounds.stated(node, "for", trigger.for_, Measure.COUNT, *steps, "for")
    how_often = often if trigger.for_ is not None else grounds.fact("for", 1, note="default")
    return Explained(_HOLDS[reading.truth], Measure.TRUTH, KPI_BEYOND, (*asks, bound, how_often), words)


def _lateness(grounds: Grounds, node: Node, reading: Reading, steps: Steps) -> Explained:
    plan, subject = grounds.plan, reading.subject
    assert subject is not None
    limit = reading.trigger.late_by
    text = f"{exact_number(limit.amount)}{limit.unit}"
    names = ", ".join(day.value for at, day in enumerate(Weekday) if at in plan.work_days.days)
    inputs: list[Input] = [
        Ask("status", one, "status") for one in (subject, subject.parent) if one is not None
    ]
    inputs += [Ask("due", subject, "due"), grounds.today]
    inputs.append(grounds.stated(node, "late_by", text, Measure.WORD, *steps, "late_by"))
    inputs.append(grounds.fact("workdays", names, Measure.WORD, "of the plan's calendar"))
    words = reading.words.replace("`", "")
    return Explained(_HOLDS[reading.truth], Measure.TRUTH, LATE, (*inputs, *grounds.week), words)


def _budget(grounds: Grounds, node: Node, reading: Reading, steps: Steps) -> Explained:
    subject = reading.subject
    assert subject is not None
    leaves = [
        grounds.stated(
            subject, name, getattr(subject.model.budget, name, None), Measure.MONEY, "budget", name
        )
        for name in ("spent", "planned")
    ]
    bound = grounds.stated(node, "above", reading.trigger.above, Measure.PERCENT, *steps, "above")
    words = reading.words.replace("`", "")
    return Explained(_HOLDS[reading.truth], Measure.TRUTH, BUDGET_OVER, (*leaves, bound), words)


def _risk(grounds: Grounds, node: Node, reading: Reading, steps: Steps) -> Explained:
    assert reading.subject is not None
    wanted = grounds.stated(node, "wanted", reading.trigger.occurred, Measure.TRUTH, *steps, "occurred")
    inputs = (Ask("occurred", reading.subject, "occurred"), grounds.today, wanted)
    return Explained(_HOLDS[reading.truth], Measure.TRUTH, OCCURRED, inputs, reading.words.replace("`", ""))


_LEAVES: dict[str, Callable[[Grounds, Node, Reading, Steps], Explained]] = {
    "kpi": _kpi, "action": _lateness, "tactic": _lateness, "milestone": _lateness, "budget": _budget, "risk": _risk,
}  # fmt: skip


def _holds(grounds: Grounds, node: Node, _detail: str) -> Explained:
    return _trigger(grounds, node, "")


def _turn(since: bool) -> Callable[[Grounds, Node, str], Explained]:
    def explain(grounds: Grounds, node: Node, path: str) -> Explained:
        found = _reading(grounds, node, path)
        if found is None:
            return unknown("it has no `when`", Measure.DATE)
        course = course_of(found[0], grounds.plan)
        leaves = tuple(
            Leaf(f"turn/{day}", truth.name.lower(), Measure.WORD, "from the first day" if day.year == 1 else str(day),
                 None, "what the trigger says from then on")
            for day, truth in course.turns
        )  # fmt: skip
        value = course.since if since else course.first
        reason = (
            ""
            if value is not None
            else "it does not hold"
            if since
            else "it never held, as far as the files tell"
        )
        if since and course.last is Truth.HOLDS and value is None:
            reason = "it held on every day: nothing says when it began"
        return Explained(value, Measure.DATE, SINCE if since else FIRST_HELD, leaves, reason)

    return explain


def _conditions(grounds: Grounds, node: Node, detail: str) -> Explained:
    at, _, name = detail.partition("/")
    path = list(_paths(grounds, node))[int(at)]
    return {"holds": _trigger, "since": _turn(True), "first_held": _turn(False)}[name](grounds, node, path)


def _paths(grounds: Grounds, node: Node) -> Iterator[str]:
    """The paths of the single conditions of a trigger, in the order written."""
    reading = grounds.plan.contingencies[node.id].reading
    pending = [] if reading is None else [("", reading)]
    while pending:
        path, at = pending.pop()
        if not at.parts:
            yield path
        inner = [(f"{path}.{number}" if path else str(number), part) for number, part in enumerate(at.parts)]
        pending.extend(reversed(inner))


def _condition_names(grounds: Grounds, node: Node) -> Iterator[str]:
    reading = grounds.plan.contingencies[node.id].reading
    for at in range(len(list(conditions(reading))) if reading is not None else 0):
        yield from (f"{at}/{name}" for name in ("holds", "since", "first_held"))


FIGURES = (
    Explainable("state", "where it stands", _CONTINGENCIES, _state),
    Explainable("armed", "whether it is time, and nobody has acted", _CONTINGENCIES, _armed),
    Explainable("holds", "whether its trigger holds", _CONTINGENCIES, _holds),
    Explainable("since", "since when it holds", _CONTINGENCIES, _turn(True)),
    Explainable("first_held", "when it held first", _CONTINGENCIES, _turn(False)),
    Explainable("activated", "when it was put into effect", _CONTINGENCIES, _activated),
    Explainable(
        "conditions",
        "a single condition of its trigger",
        _CONTINGENCIES,
        _conditions,
        _condition_names,
        inner=True,
    ),
    Explainable("trigger", "a part of its trigger", _CONTINGENCIES, _trigger, _paths, inner=True),
)
