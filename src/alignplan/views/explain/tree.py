"""A figure taken apart, for people: what it is, and the tree of its inputs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from alignplan.analysis.explaining.growing import Cut, Twig
from alignplan.diagnostics.report import Spot
from alignplan.graph.nodes import Node
from alignplan.output.document import Align, Block, Cell, Column, Facts, Prose, Row, Table, Tone
from alignplan.views.explain.cells import exactly, operation_word, source_text, value_cell

__all__ = ["LUXURY", "document"]

LUXURY = ("exact",)
"""Columns that go where a place would be cut short."""

_TREE = (
    Column("figure", "figure"),
    Column("value", "value", Align.RIGHT),
    Column("exact", "exact", Align.RIGHT),
    Column("from", "from", shrink=True),
)


def document(node: Node, twigs: Sequence[Twig], spots: Sequence[Spot | None]) -> tuple[Block, ...]:
    """What the figure is and how it is worked out, the tree of its inputs, and what is done in it."""
    first = twigs[0]
    value, exact = value_cell(first), exactly(first)
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
    pairs = tuple(
        (operation_word(name), Cell(formula)) for name, formula in used.items() if name not in _PLAIN
    )
    tree = Table(_TREE, tuple(_rows(kept, folder)), tree=True)
    return (Prose(tuple(lines)), tree, *([Facts(pairs, "What is done")] if pairs else []))


_PLAIN = ("unknown", "stated", "sum", "count", "product")
"""Operations whose name says it."""


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
        source = Cell(source_text(twig, spot, folder), tone=Tone.MUTED)
        yield Row((name, value_cell(twig), Cell(exactly(twig), tone=Tone.MUTED), source), twig.depth)
