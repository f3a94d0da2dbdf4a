"""KPIs: where each stands, where it was to stand, and what is likely to come of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.forecast.kpis import KpiOutlook
from alignplan.analysis.kpis.age import age_days
from alignplan.analysis.kpis.figures import figures
from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.analysis.kpis.state import KpiState
from alignplan.analysis.wording import amount_text
from alignplan.output.document import Align, Block, Cell, Column, Facts, Row, Table, Tone
from alignplan.output.readable import UNKNOWN, number, percent, state
from alignplan.output.sparkline import sparkline

__all__ = ["SPARE", "answer", "layouts", "sheet", "summary", "table"]

SPARE = ("age_days", "planned", "trend", "between")
"""Columns that go first where even little room is not there."""

_COLUMNS = (
    Column("kpi", "id"),
    Column("trend", "trend"),
    Column("now", "actual", Align.RIGHT),
    Column("target", "target", Align.RIGHT),
    Column("planned", "planned", Align.RIGHT),
    Column("state", "state"),
    Column("why", "reason"),
    Column("data", "age_days", Align.RIGHT),
    Column("forecast", "forecast", Align.RIGHT),
    Column("80 % between", "between"),
    Column("chance", "chance", Align.RIGHT),
)
_STANDING = ("id", "actual", "target", "planned", "state", "age_days")
_COMING = ("id", "trend", "forecast", "between", "chance")
_FINE = (KpiState.MET, KpiState.ON_TRACK)


def answer(found: Sequence[KpiOutlook], plan: Assessment) -> Mapping[str, object]:
    """`kpis/1`: each KPI once, in the order of the plan."""
    return {"kpis": [_entry(outlook, plan) for outlook in found]}


def _entry(outlook: KpiOutlook, plan: Assessment) -> dict[str, object]:
    return {
        **figures(outlook.kpi, plan),
        "planned": outlook.planned,
        "forecast": outlook.forecast,
        "forecast_gap": outlook.gap,
    }


# ------------------------------------------------------------ for people


def table(found: Sequence[KpiOutlook], today: date) -> Table:
    """All of it in one table."""
    return _table(found, today, [column.key for column in _COLUMNS])


def layouts(found: Sequence[KpiOutlook], today: date) -> Iterator[list[Block]]:
    """The same in less and less room: one table; one, and the reasons below it; two, and the reasons between them."""
    keys = [column.key for column in _COLUMNS]
    yield [table(found, today)]
    reasons = _reasons(found)
    yield [_table(found, today, [key for key in keys if key != "reason"]), *reasons]
    yield [_table(found, today, _STANDING), *reasons, _table(found, today, _COMING)]


def _reasons(found: Sequence[KpiOutlook]) -> list[Block]:
    """Why those that are not fine are not."""
    pairs = tuple(
        (outlook.kpi.id, Cell(outlook.kpi.reason))
        for outlook in found
        if outlook.kpi.state not in _FINE and not _is_part(outlook.kpi)
    )
    return [Facts(pairs, "Behind, off track or without data")] if pairs else []


def summary(found: Sequence[KpiOutlook]) -> str:
    """How many there are in each state."""
    states = [outlook.kpi.state for outlook in found if not _is_part(outlook.kpi)]
    counted = [f"{states.count(one)} {one.value.replace('_', ' ')}" for one in KpiState if one in states]
    parts = len(found) - len(states)
    told = [f"{len(states)} {'KPI' if len(states) == 1 else 'KPIs'}: {', '.join(counted)}."] if states else []
    if parts:
        them = "has no target and measures" if parts == 1 else "have no target and measure"
        told.append(f"{parts} more {them} no objective.")
    return " ".join(told)


def _is_part(kpi: KpiStanding) -> bool:
    """Whether it only serves as a part of others: neither an objective nor a target is there to judge it by."""
    return not kpi.objectives and kpi.target is None and not kpi.goal.is_range


def _table(found: Sequence[KpiOutlook], today: date, keys: Sequence[str]) -> Table:
    columns = tuple(column for key in keys for column in _COLUMNS if column.key == key)
    return Table(columns, tuple(_rows(found, today, keys)), tree=True)


def _rows(found: Sequence[KpiOutlook], today: date, keys: Sequence[str]) -> Iterator[Row]:
    """A row for each KPI, below that of the objective whose own it is."""
    above = None
    for outlook in found:
        node = outlook.kpi.node
        if node.parent is not None and node.parent != above:
            yield Row((Cell(node.parent.id, tone=Tone.STRONG), *[Cell("")] * (len(keys) - 1)))
        above = node.parent
        cells = _cells(outlook, today)
        yield Row(tuple(cells[key] for key in keys), 0 if above is None else 1)


def _cells(outlook: KpiOutlook, today: date) -> dict[str, Cell]:
    kpi, likely, unit = outlook.kpi, outlook.forecast, outlook.kpi.unit
    part = _is_part(kpi)
    age = age_days(kpi, today)
    actual = kpi.actual.value if kpi.actual is not None else None
    return {
        "id": Cell(kpi.node.name, kpi.id),
        "trend": Cell(sparkline([point.value for point in kpi.actuals])),
        "actual": _amount(actual, unit),
        "target": Cell(_target(kpi), kpi.target.value if kpi.target is not None else None),
        "planned": _amount(outlook.planned, unit),
        "state": state(None if part else kpi.state.value),
        "reason": Cell(UNKNOWN if part else kpi.reason, tone=Tone.MUTED),
        "age_days": Cell(UNKNOWN if age is None else f"{age} d", age, Tone.MUTED),
        "forecast": number(likely.value if likely is not None else None),
        "between": Cell(outlook.gap, None, Tone.MUTED)
        if likely is None
        else _between(likely.low, likely.high),
        "chance": percent(likely.chance if likely is not None else None),
    }


def _amount(value: float | None, unit: str | None) -> Cell:
    """A value without its unit, which stands beside the target; yes and no as words."""
    if unit == "yes/no" and value in (0, 1):
        return Cell(amount_text(value, unit), value)
    return number(value)


def _target(kpi: KpiStanding) -> str:
    if kpi.target is not None:
        return amount_text(kpi.target.value, kpi.unit)
    if kpi.low is not None and kpi.high is not None:
        return f"{amount_text(kpi.low, None)} to {amount_text(kpi.high, kpi.unit)}"
    if kpi.low is not None:
        return f"≥ {amount_text(kpi.low, kpi.unit)}"
    return f"≤ {amount_text(kpi.high, kpi.unit)}" if kpi.high is not None else UNKNOWN


def _between(low: float, high: float) -> Cell:
    return Cell(f"{number(low).text} and {number(high).text}")


# ------------------------------------------------------------ for machines

_SHEET = (
    "id", "of", "title", "unit", "baseline", "target", "low", "high", "actual", "date", "attainment", "expected",
    "against_plan", "planned", "state", "reason", "age_days", "stale", "forecast", "forecast_low", "forecast_high",
    "forecast_date", "chance", "forecast_gap",
)  # fmt: skip


def sheet(found: Sequence[KpiOutlook], plan: Assessment) -> Table:
    """A row for each KPI, every figure in a column of its own."""
    rows = [Row(tuple(map(_exact, _flat(outlook, plan)))) for outlook in found]
    return Table(tuple(Column(name, name) for name in _SHEET), tuple(rows))


def _flat(outlook: KpiOutlook, plan: Assessment) -> list[object]:
    entry, likely = _entry(outlook, plan), outlook.forecast
    entry["of"] = " ".join(objective.id for objective in outlook.kpi.objectives)
    names = ("value", "low", "high", "date", "chance")
    values = [getattr(likely, name) if likely is not None else None for name in names]
    entry |= zip(
        ("forecast", "forecast_low", "forecast_high", "forecast_date", "chance"), values, strict=True
    )
    return [entry[name] for name in _SHEET]


def _exact(value: object) -> Cell:
    """A value as machines read it: numbers and truth values as they are, days and words as text."""
    if value is None or isinstance(value, (int, float)):
        return Cell("", value)
    return Cell(str(value))
