"""Values that look wrong beside the others of their KPI, as M210 defines it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from alignplan.analysis.outliers import FACTOR, LEAST, Jump, jump_text, jumps
from alignplan.editing.recording.interface import Entry
from alignplan.model.values import Point

__all__ = ["doubts"]


def doubts(
    entries: Iterable[Entry], thresholds: Mapping[str, float], today: date
) -> tuple[tuple[str, str], ...]:
    """KPI and what is odd, for each new jump in which one of the entries takes part; the last one of each KPI."""
    factor, least = thresholds.get("M210.factor", FACTOR), int(thresholds.get("M210.actuals", LEAST))
    found: list[tuple[str, str]] = []
    by_kpi: dict[str, list[Entry]] = {}
    for entry in entries:
        by_kpi.setdefault(entry.kpi.id, []).append(entry)
    for id, some in by_kpi.items():
        model = some[0].kpi.model
        old = model.actuals if isinstance(model.actuals, tuple) else ()
        points = {point.day: point for point in old if point.day <= today}
        before = jumps(list(points.values()), factor, least)
        points |= {entry.day: Point(entry.day, entry.number) for entry in some}
        after = jumps([points[day] for day in sorted(points)], factor, least)
        days = {entry.day for entry in some}
        new = [
            jump
            for jump in after
            if _steps(jump) not in map(_steps, before) and not days.isdisjoint(_days(jump))
        ]
        if new:
            found.append((id, jump_text(id, new[-1], model.unit)))
    return tuple(found)


def _days(jump: Jump) -> tuple[date, date]:
    return jump.before.day, jump.after.day


def _steps(jump: Jump) -> tuple[date, float, date, float]:
    return jump.before.day, jump.before.value, jump.after.day, jump.after.value
