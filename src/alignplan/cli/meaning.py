"""What new values mean: where KPIs stand with them, beside where they stood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from alignplan.analysis.kpis.state import KpiState
from alignplan.analysis.wording import amount_text, percent_text

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment
    from alignplan.analysis.kpis.standing import KpiStanding

__all__ = ["data", "lines"]

_MOST_TOLD = 10


def lines(before: Assessment, after: Assessment, kpis: Sequence[str]) -> Iterator[str]:
    """A line for each KPI with a new value, then one for each other whose state is another by it."""
    told = _told(before, after, kpis)
    if len(told) > _MOST_TOLD:
        told.sort(key=lambda id: _state(before, id) == _state(after, id))
    for id in told[:_MOST_TOLD]:
        yield _line(before.kpis.get(id), after.kpis[id])
    if len(told) > _MOST_TOLD:
        yield f"and {len(told) - _MOST_TOLD} more KPIs"


def data(before: Assessment, after: Assessment, kpis: Sequence[str]) -> list[dict[str, object]]:
    """The same for `edit/1`."""
    return [
        {"id": id, "before": _figures(before.kpis.get(id)), "after": _figures(after.kpis[id])}
        for id in _told(before, after, kpis)
    ]


def _told(before: Assessment, after: Assessment, kpis: Sequence[str]) -> list[str]:
    """The KPIs with a new value, then all others whose state is another by it."""
    known = set(kpis)
    others = [id for id in after.kpis if id not in known and _state(before, id) != _state(after, id)]
    return [*(id for id in kpis if id in after.kpis), *others]


def _state(plan: Assessment, id: str) -> KpiState | None:
    return plan.kpis[id].state if id in plan.kpis else None


def _figures(kpi: KpiStanding | None) -> dict[str, object] | None:
    if kpi is None:
        return None
    actual = kpi.actual
    return {
        "actual": actual.value if actual is not None else None,
        "date": actual.day if actual is not None else None,
        "state": kpi.state.value,
        "attainment": kpi.attainment,
        "against_plan": kpi.against_plan,
    }


def _line(before: KpiStanding | None, after: KpiStanding) -> str:
    """Now and when; the state, before and after; how much of the way, and of what was planned by then."""
    parts = [_now(before, after), _states(before, after)]
    for figure, words in (("attainment", "of the way"), ("against_plan", "against plan")):
        new = getattr(after, figure)
        old = getattr(before, figure) if before is not None else None
        if new is not None:
            now, then = percent_text(new), "" if old is None else percent_text(old)
            was = f" (was {then})" if then not in ("", now) else ""
            parts.append(f"{now} {words}{was}")
    return f"{after.id}: {', '.join(part for part in parts if part)}"


def _now(before: KpiStanding | None, after: KpiStanding) -> str:
    actual = after.actual
    if actual is None:
        return ""
    same = before is not None and before.actual == actual
    period = after.node.model.period
    waits = f" (a {period} counts when it is over)" if same and period is not None else ""
    return f"{'still ' if same else ''}{amount_text(actual.value, after.unit)} on {actual.day}{waits}"


def _states(before: KpiStanding | None, after: KpiStanding) -> str:
    new = _word(after.state)
    if after.state is KpiState.NO_DATA:
        new = f"{new} ({after.reason})"
    if before is None or before.state is after.state:
        return new
    return f"{_word(before.state)} → {new}"


def _word(state: KpiState) -> str:
    return state.value.replace("_", " ")
