"""The plan as a tree, with how far everything is and how it goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from alignplan.analysis.tree import Branch
from alignplan.model.kinds import Kind
from alignplan.model.plan import Plan
from alignplan.output.document import Align, Block, Cell, Column, Prose, Row, Table, Tone
from alignplan.output.readable import day, percent, state
from alignplan.records import record

__all__ = ["LUXURY", "SPARE", "TreeNode", "answer", "document", "listed", "sheet"]

LUXURY = ("kind",)
"""Columns that go where titles would be cut short."""
SPARE = ("due",)
"""Columns that go where nothing else helps."""

_COLUMNS = (
    Column("title", "title", shrink=True),
    Column("id", "id"),
    Column("kind", "kind"),
    Column("progress", "progress", Align.RIGHT),
    Column("health", "health"),
    Column("due", "due"),
)
_SHEET = (Column("depth", "depth"), Column("parent", "parent"), *_COLUMNS)


@record
class TreeNode:
    """A row of the tree with its figures: progress in percent, health as the JSON answers call it."""

    branch: Branch
    progress: float | None = None
    health: str | None = None
    due: date | None = None
    planned: float | None = None
    """How much was to be done by today, in percent."""
    finish: date | None = None
    """When it was or will be finished, by the schedule."""
    status: str = ""
    """What is said in place of a health: `dropped`, `standing by`, of a step its status."""


def answer(nodes: Iterable[TreeNode]) -> Mapping[str, object]:
    """`tree/1`: each item once."""
    return {"nodes": [_plain(node) for node in nodes if not node.branch.reference]}


def _plain(node: TreeNode) -> dict[str, object]:
    branch = node.branch
    return {
        "id": branch.id,
        "kind": branch.kind,
        "title": branch.title,
        "depth": branch.depth,
        "parent": branch.parent,
        "progress": node.progress,
        "health": node.health,
        "due": node.due,
        "planned": node.planned,
        "finish": node.finish,
    }


def document(nodes: Iterable[TreeNode], plan: Plan) -> tuple[Block, ...]:
    """The vision, and the tree below it."""
    heads = [
        Cell(text, tone=tone) for text, tone in ((plan.title, Tone.STRONG), (plan.vision, Tone.PLAIN)) if text
    ]
    rows = tuple(Row(_cells(node), node.branch.depth) for node in nodes)
    table = Table(_COLUMNS, rows, tree=True)
    return (Prose(tuple(heads)), table) if heads else (table,)


def sheet(nodes: Iterable[TreeNode]) -> tuple[Block, ...]:
    """The same for machines: each item once, with its depth and what it hangs below."""
    once = (node for node in nodes if not node.branch.reference)
    rows = tuple(Row((_depth(node), Cell(node.branch.parent or ""), *_cells(node))) for node in once)
    return (Table(_SHEET, rows),)


def listed(nodes: Iterable[TreeNode]) -> Table:
    """Each item once, its id first and with its own figures: what can be laid beside another plan."""
    once = (node for node in nodes if not node.branch.reference)
    rows = []
    for node in once:
        title, id, kind, *figures = _cells(node)
        rows.append(Row((id, title, kind, *figures), node.branch.depth))
    columns = (_COLUMNS[1], _COLUMNS[0], *_COLUMNS[2:])
    return Table(columns, tuple(rows), tree=True)


def _depth(node: TreeNode) -> Cell:
    return Cell(str(node.branch.depth), node.branch.depth)


def _cells(node: TreeNode) -> tuple[Cell, ...]:
    branch = node.branch
    if branch.reference:
        see = (f"→ {branch.title}", branch.id, "see there", "", "", "")
        return tuple(Cell(text, tone=Tone.MUTED) for text in see)
    if branch.node is None:
        muted = (Cell(text, tone=Tone.MUTED) for text in (branch.id, branch.kind))
        return (Cell(branch.title, tone=Tone.STRONG), *muted, *[Cell("")] * 3)
    title = Cell(branch.title, tone=Tone.STRONG if branch.kind == Kind.OBJECTIVE else Tone.PLAIN)
    health = state(node.health)
    if node.health is None and node.status:
        health = Cell(node.status, None, Tone.MUTED)
    return (title, Cell(branch.id), Cell(branch.kind), percent(node.progress), health, day(node.due))
