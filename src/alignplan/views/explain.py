"""A figure taken apart: what it is, and below it what it was computed from, down to the lines of files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from alignplan.analysis.explaining.growing import Cut, Twig
from alignplan.analysis.explaining.interface import Measure
from alignplan.analysis.explaining.operations.interface import Value
from alignplan.analysis.wording import amount_text
from alignplan.diagnostics.report import Spot
from alignplan.graph.nodes import Node
from alignplan.output.document import Align, Block, Cell, Column, Facts, Prose, Row, Table, Tone
from alignplan.output.figures import exact_text
from alignplan.output.readable import UNKNOWN, number, percent, state
from alignplan.records import record

__all__ = ["LUXURY", "Told", "answer", "answer_list", "document", "list_document", "sheet"]

LUXURY = ("exact",)
"""Columns that go where a place would be cut short."""

_TREE = (
    Column("figure", "figure"),
    Column("value", "value", Align.RIGHT),
    Column("exact", "exact", Align.RIGHT),
    Column("from", "from", shrink=True),
)
_SHEET = (
    "depth", "role", "item", "figure", "value", "unit", "operation", "formula", "reason", "path", "line", "cut",
)  # fmt: skip
_LIST = (
    Column("figure", "figure"),
    Column("value", "value", Align.RIGHT),
    Column("what it says", "meaning", shrink=True),
)


@record
class Told:
    """A figure that an item has, with its value; `reason` says why it is not known where that is so."""

    figure: str
    value: Value
    unit: str
    meaning: str
    reason: str


# ------------------------------------------------------------ for machines


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
        rows.append(Row(tuple(_exact(entry[name]) for name in _SHEET)))
    return (Table(tuple(Column(name, name) for name in _SHEET), tuple(rows)),)


def _exact(value: object) -> Cell:
    if value is None or isinstance(value, (int, float)):
        return Cell("", value)
    return Cell(str(value))


# ------------------------------------------------------------ for people


def document(node: Node, twigs: Sequence[Twig], spots: Sequence[Spot | None]) -> tuple[Block, ...]:
    """What the figure is and how it is worked out, the tree of its inputs, and what is done in it."""
    first = twigs[0]
    value, exact = _value(first), _exactly(first)
    also = f" (exactly {exact})" if exact else ""
    lines = [
        Cell(f"{node.id} {first.figure}: {value.text}{also}", tone=Tone.STRONG),
        Cell(f"{_spoken(first)}."),
    ]
    if first.reason and first.value is not None:
        lines.append(Cell(f"{_capital(first.reason)}.", tone=Tone.MUTED))
    kept = list(_kept(twigs, spots))
    if len(kept) == 1:
        return (Prose(tuple(lines)),)
    folder = _folder([spot.path for twig, spot in kept if twig.is_leaf and spot is not None])
    if folder:
        lines.append(Cell(f"Files are in {folder}.", tone=Tone.MUTED))
    used = {twig.operation: twig.formula for twig, _ in kept[1:] if not twig.is_leaf and twig.cut is None}
    pairs = tuple((_short(name), Cell(formula)) for name, formula in used.items() if name not in _PLAIN)
    tree = Table(_TREE, tuple(_rows(kept, folder)), tree=True)
    return (Prose(tuple(lines)), tree, *([Facts(pairs, "What is done")] if pairs else []))


_PLAIN = ("unknown", "stated", "sum", "count", "product")
"""Operations whose name says it."""


def _short(operation: str) -> str:
    return operation.replace("_", " ")


def _spoken(first: Twig) -> str:
    if first.value is None and first.reason:
        return f"Not known: {first.reason}" if first.operation == "unknown" else _capital(first.reason)
    return _capital(first.formula)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _kept(twigs: Sequence[Twig], spots: Sequence[Spot | None]) -> Iterator[tuple[Twig, Spot | None]]:
    """Without what goes without saying: weights that are all the same, and that something is asked."""
    even, under = _even(twigs), None
    for at, (twig, spot) in enumerate(zip(twigs, spots, strict=True)):
        if under is not None and twig.depth > under:
            continue
        under = None
        if at in even or (twig.role == "asked" and twig.value is True):
            under = twig.depth
        elif _is_plain(twigs, at):
            under = twig.depth
            yield replace(twig, operation="", formula="", reason=twigs[at + 1].reason), spots[at + 1]
        else:
            yield twig, spot


def _is_plain(twigs: Sequence[Twig], at: int) -> bool:
    """Whether a figure is nothing but the one leaf below it."""
    below = twigs[at + 1 : at + 3]
    return (
        twigs[at].operation == "stated"
        and len(below) > 0
        and below[0].is_leaf
        and below[0].depth > twigs[at].depth
        and (len(below) == 1 or below[1].depth <= twigs[at].depth)
    )


def _even(twigs: Sequence[Twig]) -> frozenset[int]:
    """The weights, by their place, that are the same as all others beside them."""
    groups: dict[int, list[int]] = {}
    way: list[int] = []
    for at, twig in enumerate(twigs):
        del way[twig.depth :]
        if twig.role == "weight" and way:
            groups.setdefault(way[-1], []).append(at)
        way.append(at)
    return frozenset(
        at for group in groups.values() if len({twigs[one].value for one in group}) == 1 for at in group
    )


def _folder(paths: Sequence[str]) -> str:
    """The folder that all paths have in common, with a slash; empty where there is none."""
    parts = [path.split("/")[:-1] for path in paths]
    common: list[str] = []
    for level in zip(*parts, strict=False):
        if len(set(level)) > 1:
            break
        common.append(level[0])
    return "/".join(common) + "/" if common else ""


def _rows(kept: Sequence[tuple[Twig, Spot | None]], folder: str) -> Iterator[Row]:
    above: list[str] = []
    for twig, spot in kept:
        del above[twig.depth :]
        owner = above[-1] if above else ""
        above.append(twig.item or owner)
        is_own = twig.depth > 0 and twig.item in ("", owner)
        label = twig.figure if is_own else f"{twig.item} {twig.figure}"
        mark = " …" if twig.cut is Cut.DEPTH else ""
        name = Cell(f"{label}{mark}", twig.figure, Tone.PLAIN if twig.is_leaf else Tone.STRONG)
        source = Cell(_from(twig, spot, folder), tone=Tone.MUTED)
        yield Row((name, _value(twig), Cell(_exactly(twig), tone=Tone.MUTED), source), twig.depth)


def _from(twig: Twig, spot: Spot | None, folder: str) -> str:
    """Of a leaf where it stands, else what it is; of a figure how it is worked out, else why it is not known."""
    if twig.is_leaf:
        return twig.reason if spot is None else f"{spot.path.removeprefix(folder)}:{spot.line}"
    if twig.cut is Cut.ABOVE:
        return "see above"
    return twig.reason if twig.value is None and twig.reason else _short(twig.operation)


def _value(twig: Twig | Told) -> Cell:
    """A value as the tables of the commands have it."""
    value = twig.value
    if value is None:
        return Cell(UNKNOWN, None, Tone.MUTED)
    if isinstance(value, bool):
        return Cell("yes" if value else "no", value)
    if isinstance(value, date):
        return Cell(value.isoformat())
    if value == "":
        return Cell("none", "")
    if isinstance(value, str):
        return (
            state(value)
            if value in _STATES
            else Cell(value.replace("_", " ") if twig.unit == Measure.WORD else value)
        )
    if twig.unit == Measure.PERCENT:
        return percent(value)
    if twig.unit in list(Measure):
        return number(value)
    return Cell(amount_text(value, twig.unit), value)


_STATES = ("on_track", "met", "at_risk", "behind", "off_track", "no_data")


def _exactly(twig: Twig) -> str:
    """The exact number where the table rounds it; empty where it does not."""
    value = twig.value
    if value is None or isinstance(value, (bool, str, date)):
        return ""
    exact = exact_text(value) or ""
    shown = _value(twig).text.replace(",", "").partition(" ")[0]
    return "" if shown == exact else exact


# ------------------------------------------------------------ what there is


def answer_list(node: Node, told: Sequence[Told]) -> Mapping[str, object]:
    """`figures/1`."""
    return {"id": node.id, "kind": node.kind, "figures": list(told)}


def list_document(node: Node, told: Sequence[Told], *, exact: bool = False) -> tuple[Block, ...]:
    """The figures of an item, with their values."""
    if exact:
        names = ("figure", "value", "unit", "meaning", "reason")
        rows = tuple(Row(tuple(_exact(getattr(one, name)) for name in names)) for one in told)
        return (Table(tuple(Column(name, name) for name in names), rows),)
    rows = tuple(
        Row((Cell(one.figure, tone=Tone.STRONG), _value(one), Cell(_meaning(one), tone=Tone.MUTED)))
        for one in told
    )
    return (Table(_LIST, rows, f"{node.id}: {node.title}"),)


def _meaning(one: Told) -> str:
    return f"{one.meaning}; {one.reason}" if one.value is None and one.reason else one.meaning
