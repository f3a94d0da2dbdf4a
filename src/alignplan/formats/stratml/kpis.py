"""Indicators → KPIs of an objective; an indicator that names nothing to measure is kept beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alignplan.formats.stratml.document import Aim, Indicator
from alignplan.formats.stratml.leftovers import filled, kept_indicator
from alignplan.formats.stratml.measures import Figure, Series, figures, series
from alignplan.formats.stratml.report import Tally
from alignplan.formats.stratml.texts import first_words
from alignplan.text.naming import Ids, slug

__all__ = ["kpis_of"]

_PERCENT = frozenset({"%", "percent", "percents", "percentage", "percentages", "per cent", "pct", "pct."})


def kpis_of(aim: Aim, title: str, tally: Tally) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The KPIs of an aim by id, and what is kept of its indicators that are none; `title` is that of the aim."""
    ids = Ids()
    kpis: dict[str, Any] = {}
    others: list[dict[str, Any]] = []
    for indicator in aim.indicators:
        found = figures(indicator, tally)
        if _measures_something(indicator, found):
            kpi = _kpi(indicator, found, title, tally)
            kpis[_id(kpi, ids)] = kpi
        else:
            kept = kept_indicator(indicator, found, None, tally)
            others.append(filled(code=indicator.code, unit=indicator.unit) | kept)
    tally.imported("KPI{s}", len(kpis))
    tally.kept("indicator{s} with nothing to measure", len(others))
    return kpis, others


def _measures_something(indicator: Indicator, found: Sequence[Figure]) -> bool:
    """Whether there is a dimension, a number or a word on it: a code, a unit and a period alone measure nothing."""
    worded = any(one.result.text or one.result.descriptors or one.result.number for one in found)
    return bool(
        indicator.dimension
        or indicator.notes
        or indicator.relationships
        or indicator.extra.elements
        or worded
    )


def _id(kpi: dict[str, Any], ids: Ids) -> str:
    """From the title; the code joins in where the title is another's too."""
    name = str(kpi["title"])
    taken = slug(name) in ids
    return ids.give(code=str(kpi.get("code", "")) if taken else "", name=name, kind="kpi")


def _kpi(indicator: Indicator, found: Sequence[Figure], title: str, tally: Tally) -> dict[str, Any]:
    chosen = series(found)
    unit, written = _unit(indicator, found)
    if written:
        tally.repaired("unit{s} written as %")
    if unit == "%":
        small = sum(one.value is not None and 0 < abs(one.value) <= 1 for one in found)
        tally.imported("figure{s} of 1 % or less, as written (0.85 is 0.85 %, not 85 %)", small)
    kept = filled(unit=written) | kept_indicator(indicator, found, chosen, tally)
    return filled(
        title=_title(indicator, title, tally),
        code=indicator.code,
        unit=unit,
        **_series_fields(chosen, tally),
        notes=indicator.notes,
        x_stratml=kept,
    )


def _title(indicator: Indicator, title: str, tally: Tally) -> str:
    if indicator.dimension:
        return indicator.dimension
    tally.repaired("KPI title{s} taken from what else there is")
    texts = (result.text for result in indicator.results if result.text)
    said = next(texts, "") or indicator.notes
    return first_words(said) if said else indicator.code or title


def _unit(indicator: Indicator, found: Sequence[Figure]) -> tuple[str, str]:
    """The unit, and how the document wrote it where that differs."""
    written = indicator.unit
    if written.casefold() in _PERCENT:
        return "%", written if written != "%" else ""
    if not written and any(one.percent for one in found):
        return "%", ""
    return written, ""


def _series_fields(chosen: Series, tally: Tally) -> dict[str, Any]:
    tally.imported("baseline{s}", int(chosen.baseline is not None))
    tally.imported("target{s}", int(chosen.target is not None) + len(chosen.checkpoints))
    tally.imported("actual{s}", len(chosen.actuals))
    return {
        "baseline": _point(chosen.baseline),
        "target": _point(chosen.target),
        "checkpoints": {one.day: one.value for one in chosen.checkpoints},
        "frequency": chosen.frequency,
        "actuals": {one.day: one.value for one in chosen.actuals},
    }


def _point(figure: Figure | None) -> Any:
    """A value with its day, or alone where the document names none."""
    if figure is None:
        return None
    return {"date": figure.day, "value": figure.value} if figure.day else figure.value
