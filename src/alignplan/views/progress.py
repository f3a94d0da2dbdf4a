"""Progress: a row an objective, tactic or step; below an objective a row for each of its KPIs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from alignplan.analysis.advance import Advance
from alignplan.analysis.assessment import Assessment
from alignplan.analysis.kpis.age import age_days
from alignplan.analysis.kpis.attainment import attainment
from alignplan.analysis.kpis.figures import figures
from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.analysis.wording import amount_text
from alignplan.output.document import Align, Cell, Column, Row, Table, Tone
from alignplan.output.readable import UNKNOWN, day, percent, state

__all__ = ["LUXURY", "answer", "table"]

LUXURY = ("due", "data_age_days", "finish")
"""Columns that go where there is no room to say why."""
_COLUMNS = (
    Column("item", "id"),
    Column("done", "progress", Align.RIGHT),
    Column("planned", "planned", Align.RIGHT),
    Column("health", "health"),
    Column("why", "reason", shrink=True),
    Column("due", "due"),
    Column("data", "data_age_days", Align.RIGHT),
)
_FINISH = Column("finish", "finish")
_FIGURES = (
    "id",
    "kind",
    "title",
    "depth",
    "status",
    "progress",
    "planned",
    "health",
    "reason",
    "due",
    "finish",
    "days_late",
    "data_age_days",
)


def answer(found: Sequence[Advance], plan: Assessment) -> Mapping[str, object]:
    """`progress/1`, with the KPIs of the objectives beside the items."""
    kpis = {kpi.id: kpi for advance in found for kpi in advance.kpis}
    return {
        "items": [{name: getattr(advance, name) for name in _FIGURES} for advance in found],
        "kpis": [figures(kpi, plan) for kpi in kpis.values()],
    }


def table(found: Iterable[Advance], today: date, *, finish: bool = False) -> Table:
    """The table; with `finish` also when everything will be done."""
    rows = [row for advance in found for row in _rows(advance, today, finish=finish)]
    return Table((*_COLUMNS, _FINISH) if finish else _COLUMNS, tuple(rows), tree=True)


def _rows(advance: Advance, today: date, *, finish: bool) -> Iterator[Row]:
    cells = (
        Cell(advance.id, tone=Tone.STRONG if advance.kind == "objective" else Tone.PLAIN),
        percent(advance.progress),
        percent(advance.planned),
        state(advance.health),
        Cell(advance.reason, tone=Tone.MUTED),
        day(advance.due),
        _age(advance.data_age_days),
    )
    late = Tone.BAD if advance.days_late else Tone.PLAIN
    yield Row((*cells, day(advance.finish, late)) if finish else cells, advance.depth)
    for kpi in advance.kpis:
        of_kpi = _kpi_cells(kpi, today)
        yield Row((*of_kpi, Cell("", None)) if finish else of_kpi, advance.depth + 1)


def _kpi_cells(kpi: KpiStanding, today: date) -> tuple[Cell, ...]:
    name = kpi.node.name if kpi.node.parent is not None else kpi.id
    return (
        Cell(name, kpi.id, Tone.MUTED),
        percent(kpi.attainment),
        percent(_expected_share(kpi)),
        state(kpi.state.value),
        Cell(_way(kpi), kpi.reason, Tone.MUTED),
        day(kpi.target.day if kpi.target is not None else kpi.by),
        _age(age_days(kpi, today)),
    )


def _way(kpi: KpiStanding) -> str:
    """Now, the target and the planned path, in the unit; why nothing is known where that is so."""
    if kpi.actual is None:
        return kpi.reason
    now = amount_text(kpi.actual.value, kpi.unit)
    if kpi.target is not None:
        bare = now if kpi.unit == "yes/no" else amount_text(kpi.actual.value, None)
        way = f"{bare} → {amount_text(kpi.target.value, kpi.unit)}"
    else:
        bounds = [(word, bound) for word, bound in (("from", kpi.low), ("to", kpi.high)) if bound is not None]
        way = f"{now}, wanted " + " ".join(f"{word} {amount_text(bound, kpi.unit)}" for word, bound in bounds)
    planned = kpi.expected if kpi.target is not None else None
    return way if planned is None else f"{way}, planned {amount_text(planned, kpi.unit)}"


def _expected_share(kpi: KpiStanding) -> float | None:
    """The planned path as attainment: how much of the whole way was planned by the last actual."""
    return attainment(kpi.goal, kpi.expected) if kpi.expected is not None else None


def _age(days: int | None) -> Cell:
    return Cell(UNKNOWN, None, Tone.MUTED) if days is None else Cell(f"{days} d", days, Tone.MUTED)
