"""What is known of a KPI up to a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from alignplan.analysis.kpis.combine import Timeline
from alignplan.analysis.kpis.decimals import exact, finite
from alignplan.analysis.kpis.goal import Mark
from alignplan.model.values import Point
from alignplan.records import record

__all__ = ["Measured"]


@record
class Measured:
    """Unit, baseline and values of a KPI; values are in the order of their days."""

    unit: str | None = None
    baseline: Mark | None = None
    actuals: tuple[Point, ...] = ()
    holes: tuple[date, ...] = ()
    """Days on which it is known that there is no value, as where a ratio divides by 0."""
    last: date | None = None
    """When it, or what it is made of, was last measured: of an aggregate that may be later than its last value."""
    gap: str = ""
    """Why the values are not known though they should be, in words; empty where they are."""
    lack: str = ""
    """Why there is no value yet, in words; empty where there is one, or where simply nothing was measured."""

    @property
    def timeline(self) -> Timeline:
        """All days, with the exact values."""
        known = [(point.day, exact(point.value)) for point in self.actuals]
        if not self.holes:
            return known
        return sorted([*known, *((day, None) for day in self.holes)], key=lambda entry: entry[0])

    def having(self, timeline: Timeline, last: date | None, lack: str) -> Measured:
        """The same with other values; `lack` is why there is none, where there is none."""
        actuals = tuple([Point(day, finite(value)) for day, value in timeline if value is not None])
        holes = tuple([day for day, value in timeline if value is None])
        return replace(self, actuals=actuals, holes=holes, last=last, lack="" if actuals else lack)

    def without(self, gap: str) -> Measured:
        """The same without values, and why."""
        return replace(self, actuals=(), holes=(), last=None, gap=gap, lack="")
