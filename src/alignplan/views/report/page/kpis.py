"""KPIs over time: planned path, what was measured, what is likely, the target."""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.analysis.forecast.kpis import KpiOutlook
from alignplan.analysis.kpis.state import KpiState
from alignplan.output.diagrams.charts import kpi_charts
from alignplan.output.document import Cell, Prose, Tone
from alignplan.output.pictures.kpis import kpi_panel
from alignplan.output.reports.interface import Answer, Drawing, Fold, Part, Section
from alignplan.views.kpis import answer, summary, table
from alignplan.views.pictures.kpis import course_of
from alignplan.views.report.interface import Seen

__all__ = ["ORDER", "section"]

ORDER = 30
_MOST = 24
"""With more than twice as many pictures only so many are drawn."""


def section(seen: Seen) -> Section | None:
    """A small picture for each KPI that has an objective, a target or a range; none where there is none."""
    judged = [
        one
        for one in seen.outlooks
        if one.kpi.objectives or one.kpi.target is not None or one.kpi.goal.is_range
    ]
    if not judged:
        return None
    shown = judged if len(judged) <= 2 * _MOST else _urgent(judged)
    courses = [course_of(one, seen.plan.today) for one in shown]
    drawing = Drawing(
        "kpis", lambda: [kpi_panel(course) for course in courses], lambda: kpi_charts(courses), small=True
    )
    parts: list[Part] = [drawing]
    if len(shown) < len(judged):
        left = f"{len(judged) - len(shown)} more have no picture for want of room; the table has all."
        parts.append(Prose((Cell(left, tone=Tone.MUTED),)))
    parts.append(Fold("The figures behind the pictures", (table(seen.outlooks, seen.plan.today),)))
    answers = {"kpis": Answer(lambda: answer(seen.outlooks, seen.plan), 600 * len(seen.outlooks))}
    return Section("kpis", "KPIs", summary(seen.outlooks), tuple(parts), answers)


def _urgent(judged: Sequence[KpiOutlook]) -> list[KpiOutlook]:
    """As many as there is room for, those that are off track or behind before the others, in the order of the plan."""
    worst = sorted(range(len(judged)), key=lambda at: (_URGENT.get(judged[at].kpi.state, 2), at))
    return [judged[at] for at in sorted(worst[:_MOST])]


_URGENT = {KpiState.OFF_TRACK: 0, KpiState.BEHIND: 1}
