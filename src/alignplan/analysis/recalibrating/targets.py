"""How a target changes: to a later day, or to a value that is likely, and a path that leads there."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from alignplan.analysis.recalibrating.coming import Coming, reached
from alignplan.analysis.recalibrating.interface import Edit, Evidence, part
from alignplan.analysis.wording import amount_text
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment
    from alignplan.analysis.kpis.goal import Mark
    from alignplan.analysis.kpis.standing import KpiStanding
    from alignplan.graph.nodes import Node

__all__ = ["LEAST_WAY", "Way", "easier", "later", "latest", "lower", "missing_part"]

LEAST_WAY = 25.0
"""A lower target is proposed where so much of the whole way, in percent, is likely."""


@record
class Way:
    """How a target is to change: its edits, in words, and what else to think of."""

    words: str
    edits: tuple[Edit, ...]
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[str, ...] = ()


def missing_part(target: Mark, likely: Coming) -> float:
    """How much of the whole way is likely to be missing on the day of the target, in percent."""
    kpi = likely.kpi
    start = kpi.baseline.value if kpi.baseline is not None else None
    if start is None or start == target.value:
        return 100.0
    return part((target.value - likely.value) / (target.value - start) * 100)


# ------------------------------------------------------------ a later day


def later(target: Mark, likely: Coming, plan: Assessment) -> Way | None:
    """The same target on the first day on which it is likely, where that is at most half as long again.

    None where that is after all that it measures.
    """
    kpi = likely.kpi
    assert target.day is not None
    day = reached(likely, latest(target.day, kpi, plan))
    if day is None or day <= plan.today:
        return None
    dues = _dues(kpi, day, plan)
    if dues is None:
        return None
    edits = [*dues, *_checkpoints(likely, target.day, plan.today)]
    if kpi.node.model.target.date is not None or not dues:
        edits.insert(0, Edit(kpi.node, "target.date", day.isoformat()))
    words = f"{amount_text(target.value, kpi.unit)} by {day} instead of {target.day}"
    evidence = Evidence("reached", f"{amount_text(target.value, kpi.unit)} by {day}, as likely as not",
                        day, kpi.node, ("target",))  # fmt: skip
    return Way(words, tuple(edits), (evidence,), tuple(_named(kpi, target.day)))


def latest(due: date, kpi: KpiStanding, plan: Assessment) -> date:
    """How late a target may come to be: half as long again as from the baseline; at most the end of the horizon."""
    start = (
        kpi.baseline.day if kpi.baseline is not None and kpi.baseline.day is not None else kpi.actuals[0].day
    )
    days = max((due - start).days, 60) // 2
    longer = due + timedelta(days=min(days, (date.max - due).days))
    return min(longer, plan.dates.horizon.due or longer)


def _dues(kpi: KpiStanding, day: date, plan: Assessment) -> list[Edit] | None:
    """The objectives that have to last longer; none at all where one of them cannot."""
    edits: list[Edit] = []
    for objective in kpi.objectives:
        due = plan.span(objective).due
        if due is None or day <= due:
            continue
        if objective.model.due is None or not _lasts(objective, day, plan):
            return None
        edits.append(Edit(objective, "due", day.isoformat()))
    return edits


def _lasts(objective: Node, day: date, plan: Assessment) -> bool:
    """Whether what an objective realizes lasts until a day."""
    above = [plan.graph.top[id] for id, _ in plan.graph.parents[objective.id]]
    ends = [plan.span(parent).due for parent in above] or [plan.dates.horizon.due]
    return any(end is None or end >= day for end in ends)


def _named(kpi: KpiStanding, day: date) -> Iterator[str]:
    """Titles that say when: they have to be mended, too."""
    for node in (kpi.node, *kpi.objectives):
        if str(day.year) in node.title:
            yield f"the title of `{node.id}` says {day.year}"


# ------------------------------------------------------------ a likely value


def lower(target: Mark, likely: Coming, today: date) -> Way:
    """What is likely on the day of the target in its place; no edit where that is hardly worth the work.

    Then less than a quarter of the whole way is likely, or nothing more than there is now.
    """
    kpi = likely.kpi
    assert target.day is not None
    assert kpi.actual is not None
    value = easier(likely.value, likely)
    ahead = (value - kpi.actual.value) * kpi.goal.sense > 0
    if kpi.passed or not ahead or missing_part(target, likely) > 100 - LEAST_WAY:
        return Way("at this pace it does not get there", (), notes=("other work for it, or another target",))
    words = f"{amount_text(value, kpi.unit)} by {target.day} instead of {amount_text(target.value, kpi.unit)}"
    edits = [Edit(kpi.node, "target.value", _number(value)), *_checkpoints(likely, target.day, today)]
    late = "more work for it would be the other way: its target takes more than half as long again"
    return Way(words, tuple(edits), notes=(late, *_valued(kpi, target)))


def _valued(kpi: KpiStanding, target: Mark) -> Iterator[str]:
    """Titles that say how much."""
    number = re.compile(rf"(?<![\d.]){re.escape(f'{target.value:g}')}(?![\d.]*\d)")
    for node in (kpi.node, *kpi.objectives):
        if number.search(node.title):
            yield f"the title of `{node.id}` says {target.value:g}"


def _checkpoints(likely: Coming, due: date, today: date) -> list[Edit]:
    """Later points of the path that are not likely either: those on the way to what is likely take their place."""
    kpi = likely.kpi
    return [
        Edit(kpi.node, f"checkpoints.{point.day}", _number(value))
        for point in kpi.goal.checkpoints
        if today < point.day < due
        and not kpi.goal.at_least(value := _on_the_way(likely, point.day, due), point.value)
    ]


def _on_the_way(likely: Coming, day: date, due: date) -> float:
    """The straight line from the last actual to what is likely by the day of the target."""
    actual = likely.kpi.actual
    assert actual is not None
    gone = (day - actual.day).days / (due - actual.day).days
    return easier(actual.value + (likely.value - actual.value) * gone, likely)


def easier(value: float, likely: Coming) -> float:
    """To a place that the values of the series have, or to three digits; to the side that is easier to reach."""
    fine = max(likely.series.resolution, 10.0 ** (math.floor(math.log10(abs(value))) - 2) if value else 0.0)
    place = Decimal(repr(fine))
    steps, noise = Decimal(repr(value)) / place, Decimal("1e-6")
    whole = math.floor(steps + noise) if likely.kpi.goal.sense >= 0 else math.ceil(steps - noise)
    return float(whole * place)


def _number(value: float) -> str:
    return f"{value:.15g}"
