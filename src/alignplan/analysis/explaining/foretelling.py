"""The forecast of a KPI with what it was made of, worked out once."""

from __future__ import annotations

import math
from datetime import date
from functools import cached_property

from alignplan.analysis.explaining.operations.forecasts import METHOD_NAMES
from alignplan.analysis.forecast.grid import MOST_STEPS
from alignplan.analysis.forecast.outlook import Outlook, Series, series_of
from alignplan.analysis.forecast.target import Forecast, foretold
from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.model.values import Point

__all__ = ["Foretelling"]


class Foretelling:
    """A forecast, its series and its methods. What is asked of a series takes that there is a forecast."""

    def __init__(self, kpi: KpiStanding, today: date) -> None:
        found = foretold(kpi, today)
        self._points = kpi.actuals
        self.forecast: Forecast | None = found.forecast
        self.gap = found.gap

    @cached_property
    def series(self) -> Series:
        """The series that was looked at."""
        found = series_of(self._points)
        assert found is not None
        return found

    @cached_property
    def outlook(self) -> Outlook:
        """What may come on the day of the target, without the bounds of 0 and 100."""
        assert self.forecast is not None
        return self.series.on(self.forecast.date)

    def free(self, field: str) -> float:
        """`value`, `low` or `high` without those bounds."""
        low, high = self.outlook.interval
        return {"value": self.outlook.value, "low": low, "high": high}[field]

    @property
    def steps(self) -> float:
        """The steps from the last value to the day."""
        assert self.forecast is not None
        return max(self.series.grid.ahead(self.forecast.date), 0.0)

    @property
    def whole_steps(self) -> list[str]:
        """The steps ahead that are asked of the methods: that of the day, or the two that it lies between."""
        if self.forecast is None:
            return []
        before = math.floor(self.steps)
        return [str(step) for step in range(before, before + (2 if self.steps % 1 else 1))]

    @property
    def distances(self) -> list[str]:
        """The steps ahead at which errors were measured."""
        return [] if self.forecast is None else [str(one) for one in self.series.spread.scales]

    @property
    def methods(self) -> tuple[str, ...]:
        """The names of those that were combined."""
        if self.forecast is None:
            return ()
        return METHOD_NAMES[: len(self.series.combination.methods)]

    def season_at(self, ahead: int) -> int:
        """The season so many steps ahead, counted from that of the first value."""
        assert self.series.seasons is not None
        return (len(self.series.grid.values) - 1 + ahead) % len(self.series.seasons.effects)

    @cached_property
    def evened(self) -> list[float]:
        """The values at even steps, without their seasons."""
        series = self.series
        values = series.grid.values
        return list(values) if series.seasons is None else series.seasons.without(values)

    @cached_property
    def measured(self) -> dict[int, Point]:
        """The measurements by the step at which they stand, the first step of the series being 0."""
        grid = self.series.grid
        at = {round(grid.steps.between(grid.end, point.day)): point for point in self._points}
        kept = [step for step in sorted(at) if step > -MOST_STEPS]
        return {step - kept[0]: at[step] for step in kept}
