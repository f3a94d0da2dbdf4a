"""Where the inputs of a figure stand: the line of a key or value, of a measurement also in a CSV file."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from alignplan.diagnostics.finding import Part, Place, Route
from alignplan.diagnostics.report import Spot
from alignplan.linting.locate import Locator
from alignplan.loading.files import text_of
from alignplan.loading.series import row_of
from alignplan.model.values import day_of
from alignplan.text.tree import parse
from alignplan.workspace import Plan

__all__ = ["StatedPlaces"]


class StatedPlaces:
    """Looks places up; a file is read for its places only when one in it is asked for."""

    def __init__(self, plan: Plan, shown: Callable[[str], str]) -> None:
        self._plan = plan
        self._shown = shown
        self._locator = Locator(self._text_of, shown)
        self._year_starts = plan.items.plan.model.year_starts or 1
        self._data = lru_cache(maxsize=None)(lambda path: parse(self._text_of(path)).data)

    def spot(self, place: Place) -> Spot:
        """The lines and columns of a place."""
        if (
            place.part is Part.VALUE
            and len(place.route) > 1
            and place.route[-2] in ("actuals", "checkpoints")
        ):
            return self._measurement(place)
        return self._locator.spot(place)

    def _measurement(self, place: Place) -> Spot:
        """A value by its day: the key may be a period that ends with it, or a row of a CSV file."""
        series, day = self._at(place.file, place.route[:-1]), str(place.route[-1])
        if isinstance(series, str):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(place.file), series))
            line = row_of(self._text_of(path), day, self._year_starts)
            return Spot(self._shown(path), line, 1, line, 1)
        keys = series if isinstance(series, dict) else {}
        key = next((key for key in keys if str(day_of(str(key), self._year_starts)) == day), day)
        return self._locator.spot(Place(place.file, (*place.route[:-1], key), Part.VALUE))

    def _at(self, path: str, route: Route) -> Any:
        value: Any = self._data(path)
        for step in route:
            value = value.get(step) if isinstance(value, dict) else None
        return value

    def _text_of(self, path: str) -> str:
        return text_of(self._plan.source, path)
