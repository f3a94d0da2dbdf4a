"""Health of an objective or tactic: the worst of its parts, with the reason in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from alignplan.analysis.bands import Band, band
from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.analysis.kpis.state import KpiState
from alignplan.analysis.wording import money_text, percent_text
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.plan import Bands
from alignplan.model.words import Status
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.armed import Contingency

__all__ = ["Health", "HealthState", "health", "is_overdue", "state_of_progress"]


class HealthState(StrEnum):
    """How it goes, in the words of the JSON answers."""

    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    NO_DATA = "no_data"


@record
class Health:
    """How it goes and why; no state for what is dropped or stands by."""

    state: HealthState | None
    reason: str


_OF_BAND = {
    Band.ON_TRACK: HealthState.ON_TRACK,
    Band.BEHIND: HealthState.AT_RISK,
    Band.OFF_TRACK: HealthState.OFF_TRACK,
}
_OF_KPI = {
    KpiState.MET: HealthState.ON_TRACK,
    KpiState.ON_TRACK: HealthState.ON_TRACK,
    KpiState.BEHIND: HealthState.AT_RISK,
    KpiState.OFF_TRACK: HealthState.OFF_TRACK,
}
_WORST = [HealthState.OFF_TRACK, HealthState.AT_RISK, HealthState.ON_TRACK]
_ENDED = {Status.DONE: Health(HealthState.ON_TRACK, "done"), Status.DROPPED: Health(None, "dropped")}


def health(
    node: Node,
    status: Status,
    progress: float | None,
    planned: float | None,
    kpis: Sequence[KpiStanding],
    bands: Bands,
    today: date,
    armed: Sequence[Contingency] = (),
    late: tuple[date, date] | None = None,
) -> Health:
    """The worst of: progress ÷ planned by the bands (behind = at risk; planned 0: on track); overdue: off track; its
    own and shared KPIs; for a tactic, spent over planned: at risk; one of its contingencies `armed`: at risk; a finish
    by the locked schedule after its due, both in `late`: at risk.

    Parts without data are left out; none left: no data. Of equally bad ones the first in this order is named. Done: on
    track. Dropped: no health.
    """
    if status in _ENDED:
        return _ENDED[status]
    parts = [
        *_progress(progress, planned, bands),
        *_overdue(node, status, kpis, today),
        *_kpis(kpis),
        *_spent(node),
        *_armed(armed),
        *_late(late),
    ]
    for state in _WORST:
        for found, reason in parts:
            if found is state:
                return Health(state, reason)
    return Health(HealthState.NO_DATA, "neither progress nor a KPI with data")


def is_overdue(node: Node, status: Status, kpis: Sequence[KpiStanding], today: date) -> bool:
    """Whether an objective or tactic should be over by now.

    It is past its own `due` (an inherited one does not ask), neither done nor dropped, and not all of its KPIs are met
    (all: at least one).
    """
    if node.model.due is None or node.model.due >= today or status in _ENDED:
        return False
    return not kpis or any(kpi.state is not KpiState.MET for kpi in kpis)


def state_of_progress(progress: float | None, planned: float | None, bands: Bands) -> HealthState | None:
    """Progress ÷ planned by the bands (behind = at risk; planned 0: on track); none where one of them is unknown."""
    if progress is None or planned is None:
        return None
    share = progress * 100 / planned if planned > 0 else 100.0
    return _OF_BAND[band(share, planned - progress, bands)]


Parts = Iterator[tuple[HealthState, str]]


def _progress(progress: float | None, planned: float | None, bands: Bands) -> Parts:
    state = state_of_progress(progress, planned, bands)
    if state is not None and progress is not None and planned is not None:
        yield state, f"progress {percent_text(progress)}, planned {percent_text(planned)}"


def _overdue(node: Node, status: Status, kpis: Sequence[KpiStanding], today: date) -> Parts:
    if is_overdue(node, status, kpis, today):
        yield HealthState.OFF_TRACK, f"overdue since {node.model.due}"


def _kpis(kpis: Sequence[KpiStanding]) -> Parts:
    for kpi in kpis:
        if kpi.state in _OF_KPI:
            words = kpi.state.value.replace("_", " ")
            yield _OF_KPI[kpi.state], f"KPI {kpi.node.name} {words}: {kpi.reason}"


def _spent(node: Node) -> Parts:
    budget = node.model.budget if node.kind is Kind.TACTIC else None
    if (
        budget is not None
        and budget.spent is not None
        and budget.planned is not None
        and budget.spent > budget.planned
    ):
        yield (
            HealthState.AT_RISK,
            f"spent {money_text(budget.spent, None)} of {money_text(budget.planned, None)} planned",
        )


def _armed(armed: Sequence[Contingency]) -> Parts:
    for one in armed:
        yield HealthState.AT_RISK, f"contingency {one.node.name} is armed: {one.words}"


def _late(late: tuple[date, date] | None) -> Parts:
    if late is not None:
        yield HealthState.AT_RISK, f"scheduled to finish on {late[0]}, due on {late[1]}"
