"""Execution × effect: what is carried out, and whether it changes anything."""

from __future__ import annotations

from alignplan.output.diagrams.charts import quadrant_chart
from alignplan.output.pictures.quadrant import quadrant
from alignplan.output.reports.interface import Answer, Charts, Drawing, Fold, Section
from alignplan.views.effect import answer, summary, table
from alignplan.views.pictures.quadrant import drawn
from alignplan.views.report.interface import Seen

__all__ = ["ORDER", "section"]

ORDER = 40


def section(seen: Seen) -> Section | None:
    """Four fields and a table; none where no tactic says what it moves."""
    found = drawn(seen.plan, seen.all) if seen.effects else None
    if found is None:
        return None

    def charts() -> Charts:
        chart = quadrant_chart(found)
        return [chart], chart.lost

    lead = (
        "Each tactic by how its work goes, and by whether the KPI that it is to move does move. "
        f"{summary(seen.effects)}"
    )
    parts = (
        Drawing("quadrant", lambda: [quadrant(found)], charts),
        Fold("Tactic by tactic, with the KPIs that they move", (table(seen.effects),)),
    )
    return Section(
        "effect",
        "Execution and effect",
        lead,
        parts,
        {"effect": Answer(lambda: answer(seen.effects), 500 * len(seen.effects))},
    )
