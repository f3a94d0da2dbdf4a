"""Earned value: a row for each objective and tactic, and the plan as a whole above them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from alignplan.analysis.earned.earned import FIGURES, Earned
from alignplan.analysis.wording import money_text
from alignplan.model.kinds import Kind
from alignplan.output.document import Align, Cell, Column, Row, Table, Tone
from alignplan.output.readable import UNKNOWN, number
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment
    from alignplan.model.plan import Bands

__all__ = ["SPARE", "EarnedRow", "answer", "sheet", "summary", "table"]

SPARE = ("reason", "pv", "ev", "spi", "bac")
"""Columns that go first where there is little room."""
_MONEY = ("bac", "pv", "ev", "ac")
_INDICES = ("cpi", "spi", "spi_t")
_SHOWN = (*_MONEY, *_INDICES, "eac")
_TITLES = {"spi_t": "SPI(t)"}
_COLUMNS = (
    Column("item", "id"),
    *(Column(_TITLES.get(name, name.upper()), name, Align.RIGHT) for name in _SHOWN),
    Column("note", "reason", shrink=True),
)


@record
class EarnedRow:
    """An objective, a tactic or the plan, where it hangs, and its earned value; `aside`: why it is in no sum."""

    earned: Earned
    depth: int
    aside: str = ""


def answer(found: Sequence[EarnedRow]) -> list[Mapping[str, object]]:
    """`earned` in `progress/1`: every figure of each; null where it is unknown, with the reason in `unknown`."""
    return [_entry(one) for one in found]


def _entry(one: EarnedRow) -> dict[str, object]:
    node, figures = one.earned.node, one.earned.figures
    return {
        "id": node.id,
        "kind": node.kind.value,
        "title": node.title,
        "depth": one.depth,
        **{name: found.value for name, found in figures.items()},
        "left_out": list(one.earned.left_out),
        "unknown": one.earned.unknown,
    }


def table(found: Sequence[EarnedRow], bands: Bands) -> Table:
    """The table: money in the plan's currency."""
    return Table(_COLUMNS, tuple(_row(one, bands) for one in found), tree=True)


def _row(one: EarnedRow, bands: Bands) -> Row:
    earned = one.earned
    strong = earned.node.kind is not Kind.TACTIC
    cells = [Cell(earned.node.id, tone=Tone.STRONG if strong else Tone.PLAIN)]
    for name in _SHOWN:
        value = earned[name].value
        cells.append(_index(value, bands) if name in _INDICES else number(value))
    cells.append(Cell(_note(one), tone=Tone.MUTED))
    return Row(tuple(cells), one.depth)


def _index(value: float | None, bands: Bands) -> Cell:
    """An index in two decimals, but never rounded to 1.00; as good as its percentage by the bands of health."""
    if value is None:
        return Cell(UNKNOWN, None, Tone.MUTED)
    text = f"{value:,.2f}"
    if text == "1.00" and value != 1:
        text = "0.99" if value < 1 else "1.01"
    tone = (
        Tone.GOOD if value >= 1
        else Tone.PLAIN if value * 100 >= bands.on_track
        else Tone.WARN if value * 100 >= bands.at_risk
        else Tone.BAD
    )  # fmt: skip
    return Cell(text, value, tone)


def _note(one: EarnedRow) -> str:
    """Why it is in no sum, the first reason for what is not shown, or what is left out."""
    if one.aside:
        return f"{one.aside}: in no sum"
    earned = one.earned
    unknown = [earned[name].reason for name in _SHOWN if earned[name].value is None]
    if unknown:
        return unknown[0]
    return f"left out: {', '.join(earned.left_out)}" if earned.left_out else ""


def sheet(found: Sequence[EarnedRow]) -> Table:
    """For machines: every figure in a column of its own."""
    columns = ("id", "kind", "title", "depth", *FIGURES)
    rows = []
    for one in found:
        entry = _entry(one)
        rows.append(Row(tuple(_exact(entry[name]) for name in columns)))
    return Table(tuple(Column(name, name) for name in columns), tuple(rows))


def _exact(value: object) -> Cell:
    return Cell("", value) if value is None or isinstance(value, (int, float)) else Cell(str(value))


def summary(whole: Earned, plan: Assessment) -> str:
    """What it will cost in all, as far as that is known, and what is in no sum."""
    currency = plan.graph.plan.model.currency
    told = []
    eac, vac = whole["eac"].value, whole["vac"].value
    if eac is not None and vac is not None:
        apart = f"{money_text(round(abs(vac)), currency)} {'over' if vac < 0 else 'under'} its budget"
        told.append(f"At this rate the plan costs {money_text(round(eac), currency)}, {apart}.")
    elif whole["bac"].value is not None:
        told.append(f"What the plan will cost is not known: {whole['eac'].reason}.")
    left = len(whole.left_out)
    if left:
        told.append(
            f"{left} {'tactic has' if left == 1 else 'tactics have'} neither a budget nor known costs."
        )
    return " ".join(told)
