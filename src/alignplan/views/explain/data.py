"""An explanation for machines, and as a table that can be laid beside that of another plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from alignplan.analysis.explaining.growing import Twig
from alignplan.diagnostics.report import Spot
from alignplan.output.document import Align, Block, Cell, Column, Row, Table, Tone
from alignplan.views.explain.cells import exact_cell, source_text, value_with_exact

__all__ = ["answer", "listed", "sheet"]

_SHEET = (
    "depth", "role", "item", "figure", "value", "unit", "operation", "formula", "reason", "path", "line", "cut",
)  # fmt: skip


def answer(twigs: Sequence[Twig], spots: Sequence[Spot | None]) -> Mapping[str, object]:
    """`explain/1`: the figure with its inputs, each the same again."""
    entries = [_entry(twig, spot) for twig, spot in zip(twigs, spots, strict=True)]
    way: list[list[object]] = []
    for twig, entry in zip(twigs, entries, strict=True):
        del way[twig.depth :]
        if way:
            way[-1].append(entry)
        inputs: list[object] = []
        entry["inputs"] = inputs
        way.append(inputs)
    return entries[0]


def _entry(twig: Twig, spot: Spot | None) -> dict[str, object]:
    return {
        "id": twig.item or None,
        "figure": twig.figure,
        "role": twig.role or None,
        "value": twig.value,
        "unit": twig.unit,
        "operation": twig.operation or None,
        "formula": twig.formula or None,
        "reason": twig.reason or None,
        "path": None if spot is None else spot.path,
        "line": None if spot is None else spot.line,
        "cut": twig.cut,
    }


def sheet(twigs: Sequence[Twig], spots: Sequence[Spot | None]) -> tuple[Block, ...]:
    """The same as rows: each with its depth, what it is to the one above, and its place."""
    rows = []
    for twig, spot in zip(twigs, spots, strict=True):
        entry = {**_entry(twig, spot), "depth": twig.depth, "item": twig.item}
        rows.append(Row(tuple(exact_cell(entry[name]) for name in _SHEET)))
    return (Table(tuple(Column(name, name) for name in _SHEET), tuple(rows)),)


def listed(twigs: Sequence[Twig], spots: Sequence[Spot | None]) -> Table:
    """Every figure once, with its item: what can be laid beside another plan."""
    columns = (
        Column("figure", "figure"),
        Column("value", "value", Align.RIGHT),
        Column("from", "from", shrink=True),
    )
    rows = []
    for twig, spot, label in zip(twigs, spots, _labels(twigs), strict=True):
        source = Cell(source_text(twig, spot, ""), None, Tone.MUTED)
        rows.append(Row((Cell(label), value_with_exact(twig), source), twig.depth))
    return Table(columns, tuple(rows), tree=True)


def _labels(twigs: Sequence[Twig]) -> Iterator[str]:
    """What each is called: a leaf by that which it is an input of."""
    above: list[str] = []
    for twig in twigs:
        del above[twig.depth :]
        label = f"{twig.item} {twig.figure}" if twig.item or not above else f"{above[-1]}: {twig.figure}"
        above.append(label)
        yield label
