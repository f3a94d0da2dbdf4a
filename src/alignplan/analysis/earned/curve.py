"""The planned path of the money: what was to be earned by each day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from alignplan.analysis.dates import Span
from alignplan.analysis.effort import action_weights
from alignplan.analysis.planned import locked_span
from alignplan.analysis.progress import steps
from alignplan.graph.nodes import Node
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["Curve", "Ramp", "curve_of", "together"]


@record
class Ramp:
    """An amount that is to be earned evenly from one day to another, both included; ordinals of days."""

    start: int
    due: int
    amount: float

    def by(self, day: int) -> float:
        """What of it is planned by the end of a day: amount × (day − start + 1) ÷ (due − start + 1)."""
        if day >= self.due:
            return self.amount
        if day < self.start:
            return 0.0
        return self.amount * (day - self.start + 1) / (self.due - self.start + 1)


@record
class Curve:
    """Ramps together; where the days of a step are not known, none and the reason."""

    ramps: tuple[Ramp, ...]
    reason: str = ""

    def by(self, day: int) -> float:
        """The planned value at the end of a day, in money."""
        return sum(ramp.by(day) for ramp in self.ramps)

    @property
    def start(self) -> int:
        """The first day on which anything is planned."""
        return min(ramp.start for ramp in self.ramps)

    @property
    def due(self) -> int:
        """The day by the end of which all is planned."""
        return max(ramp.due for ramp in self.ramps)


def together(parts: Iterable[tuple[Curve, float]]) -> Curve:
    """The sum of shares of several, ramps between the same days made one; unknown as soon as one is."""
    amounts: dict[tuple[int, int], float] = {}
    for curve, share in parts:
        if not curve.ramps:
            return curve
        for ramp in curve.ramps:
            days = (ramp.start, ramp.due)
            amounts[days] = amounts.get(days, 0.0) + ramp.amount * share
    ramps = tuple(Ramp(start, due, amount) for (start, due), amount in amounts.items())
    return Curve(ramps, "" if ramps else "nothing is planned")


def curve_of(plan: Assessment, tactic: Node, bac: float) -> Curve:
    """The planned path of a tactic: each step earns its part of the BAC from its start to its due.

    On each day it is BAC × planned progress as of that day: with the same days, locked ones before stated ones, and
    the same weights.
    """
    actions, milestones = steps(tactic.model)
    span = plan.span(tactic)
    if not actions and not milestones:
        return _curve(bac, [locked_span(plan.lock, tactic.id) or span], [1.0], [tactic.id])
    names = _names(tactic, [*actions, *milestones])
    weights = action_weights(actions, plan.week) if actions else [1.0] * len(milestones)
    days = [
        locked_span(plan.lock, name) or Span(getattr(step, "start", None) or span.start, step.due or span.due)
        for name, step in zip(names, [*actions, *milestones], strict=True)
    ]
    if milestones:
        days = [Span(one.due, one.due) for one in days]
    return _curve(bac, days, weights, names)


def _names(tactic: Node, shown: Sequence[Any]) -> list[str]:
    known = {
        id(step): f"{tactic.id}/{name}"
        for section in (tactic.model.actions, tactic.model.milestones)
        for name, step in section.items()
    }
    return [known[id(step)] for step in shown]


def _curve(bac: float, days: Sequence[Span], weights: Sequence[float], names: Sequence[str]) -> Curve:
    total = sum(weights)
    if total <= 0:
        return Curve((), f"all steps of `{names[0].partition('/')[0]}` weigh 0")
    ramps = []
    for span, weight, name in zip(days, weights, names, strict=True):
        fault = _fault(span)
        if fault:
            return Curve((), f"`{name}` {fault}")
        assert span.start is not None
        assert span.due is not None
        ramps.append(Ramp(span.start.toordinal(), span.due.toordinal(), bac * weight / total))
    return Curve(tuple(ramps))


def _fault(span: Span) -> str:
    """Why nothing can be spread over some days."""
    if span.due is None or span.start is None:
        return "has no due date" if span.due is None else "has no start"
    return "is due before it starts" if span.due < span.start else ""
