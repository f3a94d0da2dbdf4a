"""Windows: the days between which the dates of an item should lie, who sets them, and the dates that leave them.

The window of an item is the span of what it serves: of a tactic its objectives, of an objective its parents, of
a step its tactic; with several the earliest start and the latest due. Objectives and tactics lie in the horizon
as well. The target of a KPI ends with the objectives that it measures. A bound that is known from nowhere
bounds nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from alignplan.analysis.dates import Span, span_of_several
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment

__all__ = ["Outside", "Setters", "Window", "outside"]


@record
class Window:
    """First and last day, and the items whose span that is: what is served, or the plan for the horizon."""

    span: Span
    of: tuple[Node, ...]


@record
class Outside:
    """A stated date outside a window: `day` stands at `steps` of the item's `field`."""

    node: Node
    field: str
    steps: tuple[str, ...]
    day: date
    window: Window
    limit: date
    """The first or last day of the window, which the date leaves."""

    @property
    def late(self) -> bool:
        """After the last day; else before the first."""
        return self.day > self.limit


def outside(plan: Assessment) -> Iterator[Outside]:
    """Every stated date of what is live that leaves its window, item by item."""
    horizon = Window(plan.dates.horizon, (plan.graph.plan,))
    for objective in plan.judged(Kind.OBJECTIVE):
        looped = objective.id in plan.loops.members
        served = None if looped else _served(plan, objective.model.parent, plan.graph.parents[objective.id])
        yield from _of_item(objective, served, horizon)
    for tactic in plan.judged(Kind.TACTIC, standing_by=True):
        stated = tactic.model.supports
        served_one = plan.dates.objectives.get(stated[0][0]) if len(stated) == 1 else None
        if served_one is None or not _within(tactic.model, served_one, horizon.span):
            yield from _of_item(tactic, _served(plan, stated, plan.graph.supported[tactic.id]), horizon)
        yield from _of_steps(plan, tactic)
    yield from _of_kpis(plan)


def _within(model: Any, *spans: Span) -> bool:
    """Whether both days of an item are stated and in all spans: so it is for most, and nothing more is to be asked."""
    start, due = model.start, model.due
    if start is None or due is None:
        return False
    return all(
        (span.start is None or span.start <= start <= due) and (span.due is None or start <= due <= span.due)
        for span in spans
    )


def _served(
    plan: Assessment, stated: Sequence[tuple[str, Any]], found: Sequence[tuple[str, Any]]
) -> Window | None:
    """The span of the objectives that are served; none where one of them, or its bound, is not known."""
    if not found or len({ref for ref, _ in stated}) != len(found):
        return None
    if len(found) == 1:
        id = found[0][0]
        return Window(plan.dates.objectives[id], (plan.graph.top[id],))
    return _joined(plan, [plan.graph.top[id] for id, _ in found])


def _joined(plan: Assessment, objectives: Sequence[Node]) -> Window:
    """The span of several; a bound that one of them does not have bounds none."""
    spans = [plan.dates.objectives[node.id] for node in objectives]
    span = span_of_several(spans)
    start = None if any(each.start is None for each in spans) else span.start
    due = None if any(each.due is None for each in spans) else span.due
    return Window(Span(start, due), tuple(objectives))


def _of_item(node: Node, served: Window | None, horizon: Window) -> Iterator[Outside]:
    for field in ("start", "due"):
        day = getattr(node.model, field, None)
        if day is None:
            continue
        for window in (served, horizon):
            limit = _left(day, window.span) if window is not None else None
            if window is not None and limit is not None:
                yield Outside(node, field, (field,), day, window, limit)
                break


def _left(day: date, span: Span) -> date | None:
    """The bound that a day leaves. A window that ends before it begins (S401) is none."""
    start, due = span.start, span.due
    if start is not None and due is not None and start > due:
        return None
    if due is not None and day > due:
        return due
    return start if start is not None and day < start else None


def _of_steps(plan: Assessment, tactic: Node) -> Iterator[Outside]:
    first, last = tactic.model.start, tactic.model.due
    if first is None or last is None:
        span = plan.dates.of_tactic(tactic)
        first, last = span.start or date.min, span.due or date.max
    for section, kind in (("actions", Kind.ACTION), ("milestones", Kind.MILESTONE)):
        for name, step in getattr(tactic.model, section).items():
            due, start = step.due, getattr(step, "start", None)
            if (due is None or first <= due <= last) and (start is None or first <= start <= last):
                continue
            node = Node(kind, f"{tactic.id}/{name}", step, tactic.file, tactic)
            if plan.live(node):
                window = Window(plan.dates.of_tactic(tactic), (tactic,))
                yield from _of_item(node, window, window)


def _of_kpis(plan: Assessment) -> Iterator[Outside]:
    measured: dict[str, list[Node]] = {}
    for objective in plan.graph.kinds[Kind.OBJECTIVE]:
        kpis = objective.model.kpis
        for ref in kpis if isinstance(kpis, tuple) else (f"{objective.id}/{name}" for name in kpis):
            measured.setdefault(ref, []).append(objective)
    for kpi in plan.graph.of(Kind.KPI):
        objectives = measured.get(kpi.id, [])
        day, steps = _aim(kpi.model)
        if day is None or not any(plan.live(objective) for objective in objectives):
            continue
        window = _joined(plan, objectives)
        if window.span.due is not None and day > window.span.due:
            yield Outside(kpi, steps[0], steps, day, window, window.span.due)


def _aim(kpi: Any) -> tuple[date | None, tuple[str, ...]]:
    """The stated day of a target or a range, and where it stands."""
    if kpi.target is not None:
        return kpi.target.date, ("target", "date")
    if kpi.range is not None:
        return kpi.range.by, ("range", "by")
    return None, ()


class Setters:
    """Finds the item that states a bound. What was walked is remembered, so that deep plans are walked once."""

    def __init__(self, plan: Assessment) -> None:
        self.plan = plan
        self.known: dict[tuple[str, str], Node] = {}

    def of(self, found: Outside) -> Node:
        """The item that states the bound which a date leaves; the plan where it is the horizon's."""
        field = "due" if found.late else "start"
        walked: set[str] = set()
        end: Node | None = None
        pending = list(reversed(found.window.of))
        while pending and end is None:
            node = pending.pop()
            if node.id in walked or getattr(self.plan.span(node), field) != found.limit:
                continue
            walked.add(node.id)
            end = self._stated(node, field)
            if end is None:
                pending.extend(self.plan.graph.top[id] for id, _ in reversed(self._above(node)))
        end = end or self.plan.graph.plan
        if not self.plan.loops.members:  # in a circle some of the ways that were walked led nowhere
            self.known.update(((id, field), end) for id in walked)
        return end

    def _stated(self, node: Node, field: str) -> Node | None:
        """The item itself where it states the bound, or what was found for it before."""
        if node.kind is Kind.PLAN or getattr(node.model, field) is not None:
            return node
        return self.known.get((node.id, field))

    def _above(self, node: Node) -> Sequence[tuple[str, float | None]]:
        graph = self.plan.graph
        return graph.supported[node.id] if node.kind is Kind.TACTIC else graph.parents[node.id]
