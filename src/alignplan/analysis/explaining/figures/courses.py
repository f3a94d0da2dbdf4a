"""Since when triggers hold: what they say from which day on, and why on that day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from alignplan.analysis.explaining.figures.triggers import (
    SAID,
    condition_inputs,
    reading_at,
    trigger_of,
    trigger_paths,
)
from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Measure
from alignplan.analysis.explaining.operations.hazards import ALL_OF, ANY_OF, FIRST_HELD, SINCE
from alignplan.analysis.triggers import Truth, conditions, course_of
from alignplan.analysis.triggers.course import Course
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["FIGURES", "ORDER"]

ORDER = 76
_CONTINGENCIES = frozenset((Kind.CONTINGENCY,))


def _said(grounds: Grounds, node: Node, detail: str) -> Explained:
    """What a part of a trigger said on a day, by what is dated up to it: `DAY`, `DAY/PATH`."""
    day, _, path = detail.partition("/")
    found = reading_at(grounds, node, path)
    if found is None:
        return unknown("it has no `when`", Measure.TRUTH)
    reading, steps = found
    on = date.fromisoformat(day)
    value = SAID[course_of(reading, grounds.plan).on(on)]
    reason = "" if value is not None else "what it takes is not known on that day"
    if reading.parts:
        prefix = f"{path}." if path else ""
        asks = tuple(Ask("value", node, f"said/{day}/{prefix}{at}") for at in range(len(reading.parts)))
        operation = ANY_OF if reading.kind == "any" else ALL_OF
        return Explained(value, Measure.TRUTH, operation, asks, reason)
    operation, inputs = condition_inputs(grounds, node, reading, steps, on)
    return Explained(value, Measure.TRUTH, operation, inputs, reason)


def _turn(since: bool) -> Callable[[Grounds, Node, str], Explained]:
    def explain(grounds: Grounds, node: Node, path: str) -> Explained:
        found = reading_at(grounds, node, path)
        if found is None:
            return unknown("it has no `when`", Measure.DATE)
        course = course_of(found[0], grounds.plan)
        value = course.since if since else course.first
        asks = tuple(Ask(f"turn/{day}", node, f"said/{day}/{path}".rstrip("/")) for day, _ in course.turns)
        reason = "" if value is not None else _why_no_day(course, since=since)
        return Explained(value, Measure.DATE, SINCE if since else FIRST_HELD, asks, reason)

    return explain


def _why_no_day(course: Course, *, since: bool) -> str:
    if not since:
        return "it never held, as far as the files tell"
    if course.last is Truth.HOLDS:
        return "it held on every day: nothing says when it began"
    return "it does not hold"


def _conditions(grounds: Grounds, node: Node, detail: str) -> Explained:
    at, _, name = detail.partition("/")
    path = list(trigger_paths(grounds, node))[int(at)]
    return {"holds": trigger_of, "since": _turn(True), "first_held": _turn(False)}[name](grounds, node, path)


def _condition_names(grounds: Grounds, node: Node) -> Iterator[str]:
    reading = grounds.plan.contingencies[node.id].reading
    for at in range(len(list(conditions(reading))) if reading is not None else 0):
        yield from (f"{at}/{name}" for name in ("holds", "since", "first_held"))


def _turns(grounds: Grounds, node: Node) -> Iterator[str]:
    """The days on which the trigger came to say something else."""
    reading = grounds.plan.contingencies[node.id].reading
    if reading is not None:
        yield from (str(day) for day, _ in course_of(reading, grounds.plan).turns)


FIGURES = (
    Explainable("since", "since when it holds", _CONTINGENCIES, _turn(True)),
    Explainable("first_held", "when it held first", _CONTINGENCIES, _turn(False)),
    Explainable("said", "what its trigger said on a day", _CONTINGENCIES, _said, _turns, inner=True),
    Explainable("conditions", "a single condition of its trigger", _CONTINGENCIES, _conditions, _condition_names,
                inner=True),
)  # fmt: skip
