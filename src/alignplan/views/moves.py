"""Who moves what: a row for each KPI with what it needs and what is promised, below it one for each tactic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from alignplan.analysis.effects import KpiMoves, Share
from alignplan.analysis.wording import change_text
from alignplan.model.words import Status
from alignplan.output.document import Align, Cell, Column, Row, Table, Tone
from alignplan.output.readable import UNKNOWN, percent

__all__ = ["SPARE", "answer", "sheet", "summary", "table"]

SPARE = ("lag", "live", "work", "needed", "gap", "seen")
"""Columns that go first where there is little room."""

_COLUMNS = (
    Column("KPI, and what moves it", "id"),
    Column("needed", "needed", Align.RIGHT),
    Column("promised", "promised", Align.RIGHT),
    Column("live", "live", Align.RIGHT),
    Column("work", "work", Align.RIGHT),
    Column("lag", "lag", Align.RIGHT),
    Column("by now", "delivered", Align.RIGHT),
    Column("seen", "seen", Align.RIGHT),
    Column("to go", "gap", Align.RIGHT),
    Column("enough", "sufficiency", Align.RIGHT),
)
_AMOUNTS = ("needed", "promised", "live", "delivered", "seen", "gap")


def answer(found: Sequence[KpiMoves]) -> Mapping[str, object]:
    """`moves/1`: each KPI once, in the order of the plan."""
    return {"kpis": [{**_entry(moves), "movers": list(map(_mover, moves.shares))} for moves in found]}


def _entry(moves: KpiMoves) -> dict[str, object]:
    kpi = moves.kpi
    return {
        "id": kpi.id,
        "of": [objective.id for objective in kpi.objectives],
        "title": kpi.node.title,
        "unit": kpi.unit,
        "baseline": kpi.baseline.value if kpi.baseline is not None else None,
        "target": kpi.target.value if kpi.target is not None else None,
        "actual": kpi.actual.value if kpi.actual is not None else None,
        "date": kpi.actual.day if kpi.actual is not None else None,
        **{name: getattr(moves, name) for name in _AMOUNTS},
        "sufficiency": moves.sufficiency,
    }


def _mover(share: Share) -> dict[str, object]:
    return {
        "tactic": share.tactic.id,
        "kpi": share.kpi,
        "by": share.by,
        "lag": None if share.lag is None else str(share.lag),
        "status": share.status,
        "live": share.live,
        "promised": share.promised,
        "progress": share.progress,
        "began": share.began,
        "delivered": share.delivered,
    }


def summary(found: Sequence[KpiMoves]) -> str:
    """For how many KPIs enough is promised."""
    known = [moves.sufficiency for moves in found if moves.sufficiency is not None]
    still = sum(not moves.shares for moves in found)
    told = (
        [f"Enough is promised for {sum(value >= _ENOUGH for value in known)} of {len(known)} KPIs."]
        if known
        else []
    )
    whole = "" if told else " KPI" if still == 1 else " KPIs"
    return " ".join([*told, f"Nothing moves {still}{whole}."] if still else told)


_ENOUGH = 100 - 1e-9


def table(found: Sequence[KpiMoves]) -> Table:
    """The table; the unit of a KPI stands beside what it needs, or beside what is to go where that is not defined."""
    return Table(_COLUMNS, tuple(row for moves in found for row in _rows(moves)), tree=True)


def _rows(moves: KpiMoves) -> Iterator[Row]:
    unit = moves.kpi.unit
    cells = {name: _amount(getattr(moves, name), unit if name == "needed" else None) for name in _AMOUNTS}
    if moves.needed is None:
        cells["gap"] = _amount(moves.gap, unit)
    cells |= {"id": Cell(moves.kpi.id, tone=Tone.STRONG), "sufficiency": _enough(moves.sufficiency)}
    yield _row(cells, 0)
    for share in moves.shares:
        yield _row(_of_share(share, moves), 1)


def _row(cells: Mapping[str, Cell], depth: int) -> Row:
    return Row(tuple(cells.get(column.key, Cell("")) for column in _COLUMNS), depth)


def _of_share(share: Share, moves: KpiMoves) -> dict[str, Cell]:
    elsewhere = f" (on {share.kpi})" if share.kpi != moves.kpi.id else ""
    return {
        "id": Cell(share.tactic.id + elsewhere, f"{share.tactic.id}>{moves.kpi.id}{elsewhere}"),
        "promised": _amount(share.by if share.promised else None, None),
        "live": _amount(share.by if share.promised and share.live else None, None),
        "work": _work(share),
        "lag": Cell("" if share.lag is None else str(share.lag)),
        "delivered": _amount(share.delivered, None),
    }


def _work(share: Share) -> Cell:
    if share.status is Status.DONE:
        return Cell("done", share.progress)
    done = percent(share.progress)
    return Cell(f"paused, {done.text}", done.value) if share.status is Status.PAUSED else done


def _enough(value: float | None) -> Cell:
    return percent(value, Tone.PLAIN if value is None else Tone.GOOD if value >= _ENOUGH else Tone.BAD)


def _amount(value: float | None, unit: str | None) -> Cell:
    return Cell(UNKNOWN, None, Tone.MUTED) if value is None else Cell(change_text(value, unit), value)


# ------------------------------------------------------------ for machines

_KPI_KEYS = ("id", "title", "unit", "baseline", "target", "actual", "date", *_AMOUNTS, "sufficiency")
_MOVER_KEYS = ("tactic", "kpi", "by", "lag", "status", "live", "promised", "progress", "began", "delivered")


def sheet(found: Sequence[KpiMoves]) -> Table:
    """A row for each KPI and each tactic that moves it; one for a KPI that nothing moves."""
    names = (*_KPI_KEYS, *(f"mover_{name}" for name in _MOVER_KEYS))
    rows = []
    for moves in found:
        entry = _entry(moves)
        movers = list(map(_mover, moves.shares)) or [dict.fromkeys(_MOVER_KEYS)]
        for mover in movers:
            values = [*(entry[name] for name in _KPI_KEYS), *(mover[name] for name in _MOVER_KEYS)]
            rows.append(Row(tuple(map(_exact, values))))
    return Table(tuple(Column(name, name) for name in names), tuple(rows))


def _exact(value: object) -> Cell:
    """A value as machines read it: numbers and truth values as they are, days and words as text."""
    return Cell("", value) if value is None or isinstance(value, (int, float)) else Cell(str(value))
