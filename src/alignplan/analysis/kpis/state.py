"""What a measurement means: the five states of a KPI."""

from __future__ import annotations

from enum import StrEnum

from alignplan.analysis.bands import Band, band
from alignplan.analysis.kpis.attainment import against_plan, attainment
from alignplan.analysis.kpis.goal import Goal, path
from alignplan.model.plan import Bands
from alignplan.model.values import Point
from alignplan.records import record

__all__ = ["Judgement", "KpiState", "judge", "state_of"]


class KpiState(StrEnum):
    """Where a KPI stands, in the words of the JSON answers."""

    MET = "met"
    ON_TRACK = "on_track"
    BEHIND = "behind"
    OFF_TRACK = "off_track"
    NO_DATA = "no_data"


_OF_BAND = {
    Band.ON_TRACK: KpiState.ON_TRACK,
    Band.BEHIND: KpiState.BEHIND,
    Band.OFF_TRACK: KpiState.OFF_TRACK,
}


@record
class Judgement:
    """What a measurement means: percentages with 100 = all, `expected` in the KPI's unit; `None` is unknown."""

    attainment: float | None = None
    expected: float | None = None
    against_plan: float | None = None
    state: KpiState = KpiState.NO_DATA


def judge(goal: Goal, actual: Point, passed: bool, bands: Bands) -> Judgement:
    """What a measurement means; `passed` says that the day of the target is over.

    No data: attainment unknown (or, short of the target, what is expected). Met: attainment ≥ 100. Off track: the
    target's date has passed. Else by the bands of against plan and of expected attainment − attainment.
    """
    reached = attainment(goal, actual.value)
    planned = path(goal, actual.day)
    against = against_plan(goal, actual.value, planned)
    wanted = float(planned) if planned is not None else None
    wanted_reach = attainment(goal, wanted) if wanted is not None else None
    return Judgement(reached, wanted, against, state_of(reached, wanted_reach, against, passed, bands))


def state_of(
    reached: float | None, wanted_reach: float | None, against: float | None, passed: bool, bands: Bands
) -> KpiState:
    """The state of a KPI whose attainment is `reached` where `wanted_reach` was expected, both in percent."""
    if reached is None:
        return KpiState.NO_DATA
    if reached >= 100:
        return KpiState.MET
    if passed:
        return KpiState.OFF_TRACK
    if against is None or wanted_reach is None:
        return KpiState.NO_DATA
    return _OF_BAND[band(against, wanted_reach - reached, bands)]
