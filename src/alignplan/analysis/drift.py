"""Drift: a KPI that has left its planned path, measurement after measurement."""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.analysis.kpis.state import Judgement, KpiState, judge
from alignplan.model.plan import Bands
from alignplan.model.values import Point

__all__ = ["drift"]

_OFF_PLAN = (KpiState.BEHIND, KpiState.OFF_TRACK)


def drift(kpi: KpiStanding, bands: Bands, least: int) -> Sequence[tuple[Point, Judgement]]:
    """The last measurements that are all behind or off track, the first one first; empty where fewer than `least` are.

    The last one is judged as of today, like the state of the KPI, those before it each on their own day; always against
    the path as it is planned now, so that new checkpoints end a drift. What was measured up to the day of the baseline
    is no part of the way.
    """
    if kpi.state not in _OFF_PLAN:
        return ()
    start = kpi.baseline.day if kpi.baseline is not None else None
    found: list[tuple[Point, Judgement]] = []
    for point in reversed(kpi.actuals):
        passed = kpi.passed if not found else kpi.goal.passed(point.day)
        said = judge(kpi.goal, point, passed, bands)
        if said.state not in _OFF_PLAN or (start is not None and point.day <= start):
            break
        found.append((point, said))
    return found[::-1] if len(found) >= least else ()
