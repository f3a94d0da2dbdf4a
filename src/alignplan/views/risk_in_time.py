"""How sure a schedule is: by when half, 80 and 95 of 100 samples are finished, and whose spread hurts most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from alignplan.analysis.risk_in_time.answer import Driver, Odds, RiskInTime
from alignplan.model.kinds import Kind
from alignplan.output.document import Align, Cell, Column, Row, Table, Tone
from alignplan.output.readable import day, percent

__all__ = ["SPARE", "answer", "drivers", "sheet", "summary", "table"]

SPARE = ("free_p80", "p95", "due")
"""Columns that go first where there is little room."""
_PLAN = "plan"
_COLUMNS = (
    Column("item", "id"),
    Column("P50", "p50"),
    Column("P80", "p80"),
    Column("P95", "p95"),
    Column("P80, unlimited people", "free_p80"),
    Column("due", "due"),
    Column("chance", "chance", Align.RIGHT),
)
_DRIVERS = (
    Column("whose spread hurts most", "id"),
    Column("critical", "critical", Align.RIGHT),
    Column("± days", "deviation_days", Align.RIGHT),
    Column("SSI", "ssi", Align.RIGHT),
)
_SHEET = (
    "id", "kind", "title", "p50", "p80", "p95", "free_p50", "free_p80", "free_p95", "due", "chance", "critical",
)  # fmt: skip
_LIKELY, _UNLIKELY = 80, 50


def answer(found: RiskInTime, chosen: Sequence[Odds]) -> Mapping[str, object]:
    """`risk` in `schedule/1`."""
    return {
        "samples": found.drawing.samples,
        "seed": found.drawing.seed,
        "common": found.drawing.common,
        "unranged": found.unranged,
        "without": list(found.without),
        "deviation_days": found.deviation,
        "likely": found.likely,
        "likely_chance": found.likely_chance,
        "plan": None if found.whole is None else _entry(found.whole),
        "items": [_entry(odds) for odds in chosen],
        "drivers": [_driver(driver) for driver in found.drivers],
    }


def _entry(odds: Odds) -> dict[str, object]:
    node = odds.node
    return {
        "id": _PLAN if node is None else node.id,
        "kind": _PLAN if node is None else node.kind.value,
        "title": "" if node is None else node.title,
        **dict(zip(("p50", "p80", "p95"), odds.days, strict=True)),
        **dict(zip(("free_p50", "free_p80", "free_p95"), odds.free, strict=True)),
        "due": odds.due,
        "chance": odds.chance,
        "critical": odds.critical,
    }


def _driver(driver: Driver) -> dict[str, object]:
    return {
        "id": driver.node.id,
        "title": driver.node.title,
        "critical": driver.critical,
        "deviation_days": driver.deviation,
        "ssi": driver.ssi,
    }


def table(found: RiskInTime, chosen: Sequence[Odds]) -> Table:
    """The plan, objectives and milestones, and what is due by a day of its own."""
    whole = [] if found.whole is None else [found.whole]
    shown = [odds for odds in chosen if _is_told(odds)]
    return Table(_COLUMNS, tuple(_row(odds) for odds in (*whole, *shown)))


def _is_told(odds: Odds) -> bool:
    assert odds.node is not None
    return odds.node.kind in (Kind.OBJECTIVE, Kind.MILESTONE) or odds.node.model.due is not None


def _row(odds: Odds) -> Row:
    id = _PLAN if odds.node is None else odds.node.id
    return Row(
        (
            Cell(
                id, tone=Tone.STRONG if odds.node is None or odds.node.kind is Kind.OBJECTIVE else Tone.PLAIN
            ),
            *(day(one) for one in odds.days),
            day(odds.free[1], Tone.MUTED),
            day(odds.due),
            percent(odds.chance, _tone(odds.chance)),
        )
    )


def _tone(chance: float | None) -> Tone:
    if chance is None:
        return Tone.PLAIN
    return Tone.GOOD if chance >= _LIKELY else Tone.WARN if chance >= _UNLIKELY else Tone.BAD


def drivers(found: RiskInTime) -> Table | None:
    """Whose spread hurts most; none where nothing is unsure."""
    rows = tuple(
        Row((Cell(one.node.id), percent(one.critical), _rounded(one.deviation, 1), _rounded(one.ssi, 2)))
        for one in found.drivers
    )
    return Table(_DRIVERS, rows) if rows else None


def _rounded(value: float, digits: int) -> Cell:
    return Cell(f"{value:.{digits}f}", value)


def sheet(found: RiskInTime, chosen: Sequence[Odds]) -> Table:
    """For machines: a row for each open item, and for the plan."""
    whole = [] if found.whole is None else [found.whole]
    entries = [_entry(odds) for odds in (*whole, *chosen)]
    rows = tuple(Row(tuple(_exact(entry[name]) for name in _SHEET)) for entry in entries)
    return Table(tuple(Column(name, name) for name in _SHEET), rows)


def _exact(value: object) -> Cell:
    return Cell("", value) if value is None or isinstance(value, (int, float)) else Cell(str(value))


def summary(found: RiskInTime) -> str:
    """What it would be with unlimited people, how it was drawn, and how much of the work was left out of it."""
    if found.whole is None:
        return ""
    told = []
    if found.likely is not None and not found.certain:
        by_then = percent(found.likely_chance).text
        told.append(
            f"With likely lengths the plan ends on {found.likely}: {by_then} of the samples do by then."
        )
    if found.whole.free[1] < found.whole.days[1]:
        told.append(f"With unlimited people P80 would be {found.whole.free[1]}.")
    if found.certain:
        told.append("Nothing has a range (`{low, likely, high}`): the days are as sure as the estimates.")
        return " ".join(told)
    drawing = found.drawing
    samples = "1 sample" if drawing.samples == 1 else f"{drawing.samples:,} samples"
    told.append(f"{samples}, seed {drawing.seed}; lengths go together by ±{drawing.common * 100:g} %.")
    if found.unranged:
        told.append(f"{percent(found.unranged).text} of the work has no range, and is taken as certain.")
    return " ".join(told)
