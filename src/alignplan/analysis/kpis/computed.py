"""The values of KPIs that are not their own measurements: a series, parts, an aggregate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from alignplan.analysis.kpis.aggregate import by_period, since_baseline
from alignplan.analysis.kpis.combine import Timeline, mean, ratio, total
from alignplan.analysis.kpis.decimals import exact
from alignplan.analysis.kpis.measured import Measured
from alignplan.analysis.kpis.sources import Part, Source, needed
from alignplan.analysis.kpis.units import clashes
from alignplan.analysis.shares import divide
from alignplan.graph.circles import components
from alignplan.graph.nodes import Node
from alignplan.model.measures import Kpi

__all__ = ["computed"]

_HUNDRED = Decimal(100)


def computed(
    kpis: Mapping[str, Node],
    of: Mapping[str, Source],
    own: Mapping[str, Measured],
    year_starts: int,
    today: date,
) -> dict[str, Measured]:
    """The values of all KPIs, of which `own` are their own measurements.

    A KPI with a `series` takes baseline, unit and values of that KPI where it has none of its own; one with parts
    computes them; `aggregate` comes last. What is made of itself, of what is not there, or of units that do not match
    has no values.
    """
    found: dict[str, Measured] = {}
    units = clashes(kpis, of)
    for id, circle in _in_order(kpis, of):
        if circle:
            found[id] = own[id].without(circle)
            continue
        made = _based(own[id], of[id], found) if id in of else own[id]
        if id in units and not made.gap:
            made = made.without(f"units do not match: {units[id].unit} and {units[id].other}")
        elif id in of and not made.gap:
            made = _combined(made, of[id], found)
        found[id] = _aggregated(kpis[id].model, made, year_starts, today)
    return {id: found[id] for id in kpis}


def _in_order(kpis: Mapping[str, Node], of: Mapping[str, Source]) -> Iterator[tuple[str, str]]:
    """Every KPI after those it is made of; of those in a circle also why they have no values."""
    yield from ((id, "") for id in kpis if id not in of)
    edges = needed(of)
    for group in components(edges):
        words = ""
        if len(group) > 1 or group[0] in edges.get(group[0], ()):
            members = set(group)
            links = [part for id in group for part in of[id].all if part.id in members]
            by_series = all(part.field == "series" for part in links)
            words = "its `series` runs in a circle" if by_series else "it is made of itself"
        yield from ((id, words) for id in group if id in of)


def _based(own: Measured, source: Source, found: Mapping[str, Measured]) -> Measured:
    """A KPI with a `series`: unit, baseline and values of that KPI, where it has none of its own."""
    if source.series is None:
        return own
    if source.series.id is None:
        return replace(own, gap="its `series` is not there")
    base = found[source.series.id]
    unit, baseline = own.unit or base.unit, own.baseline or base.baseline
    return replace(own if own.actuals or source.parts else base, unit=unit, baseline=baseline)


def _combined(own: Measured, source: Source, found: Mapping[str, Measured]) -> Measured:
    """A KPI with parts: their sum, weighted mean or ratio, on each day one is measured and all have been."""
    if not source.parts:
        return own
    parts = [found[part.id] for part in source.parts if part.id is not None]
    gap = _gap(source.parts, found)
    if gap:
        return own.without(gap)
    timeline = _formula(own, source.parts, [part.timeline for part in parts])
    return own.having(timeline, timeline[-1][0] if timeline else None, _lack(source.parts, found))


def _formula(own: Measured, parts: Sequence[Part], timelines: Sequence[Timeline]) -> Timeline:
    if parts[0].field == "sum":
        return total(timelines)
    if parts[0].field == "mean":
        return mean(timelines, [exact(share) for share in divide([part.weight for part in parts])])
    above, below = timelines
    return ratio(above, below, _HUNDRED if own.unit == "%" else Decimal(1))


def _gap(parts: Sequence[Part], found: Mapping[str, Measured]) -> str:
    """Why a part has no values though it should; what is known of one is told of all that are made of it."""
    for part in parts:
        if part.id is None:
            return f"`{part.ref}`, a part of it, is not there"
        gap = found[part.id].gap
        if gap:
            return gap if gap.startswith("`") else f"`{part.id}`: {gap}"
    return ""


def _lack(parts: Sequence[Part], found: Mapping[str, Measured]) -> str:
    """Why there is no value yet: the first part that has none, else a denominator that is 0."""
    last = parts[-1]
    for part in parts:
        values = found[part.id or ""]
        if not values.actuals:
            lack = values.lack or "no actual yet"
            return lack if lack.startswith("`") else f"`{part.id}`: {lack}"
    if last.field == "denominator":
        return f"`{last.id}`, its denominator, is 0"
    return "its parts are not known on one day"


def _aggregated(kpi: Kpi, raw: Measured, year_starts: int, today: date) -> Measured:
    """A KPI with `aggregate`: the sum or mean of its values in each period, or since the baseline."""
    if kpi.aggregate is None or raw.gap or raw.lack:
        return raw
    if kpi.period is not None:
        timeline = by_period(raw.timeline, kpi.aggregate, kpi.period, year_starts, today)
        lack = f"no {kpi.period} with an actual is over yet" if raw.actuals else ""
        return raw.having(timeline, raw.last, lack)
    summed = list(since_baseline(raw.timeline, kpi.aggregate, raw.baseline))
    lack = "no actual since its baseline" if raw.actuals else ""
    return raw.having(summed, raw.last if summed else None, lack)
