"""The strategy map: vision, objectives, tactics."""

from __future__ import annotations

from alignplan.output.diagrams.flowcharts import map_chart
from alignplan.output.pictures.map import strategy_map
from alignplan.output.reports.interface import Charts, Drawing, Section
from alignplan.views.pictures.map import drawn
from alignplan.views.report.interface import Seen

__all__ = ["ORDER", "section"]

ORDER = 10
_MOST_IN_CHART = 150


def section(seen: Seen) -> Section | None:
    """How tactics lead to objectives, and these to the vision; none where there are neither."""
    found = drawn(seen.plan, seen.all)
    if found is None:
        return None

    def charts() -> Charts:
        larger = drawn(seen.plan, seen.all, _MOST_IN_CHART)
        chart = map_chart(larger or found)
        return [chart], chart.lost

    lead = "What serves what: a percentage is the share in what stands above it."
    return Section("map", "Strategy map", lead, (Drawing("map", lambda: [strategy_map(found)], charts),))
