"""Who does what for what: objectives by tactics, objectives by KPIs, tactics by people."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.effort import person_days
from alignplan.analysis.manned import loads_of, workers_of
from alignplan.analysis.selectors.choice import Choice
from alignplan.analysis.tree import Branch, outline
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.records import record

__all__ = ["Matrix", "MatrixCell", "Of", "Role", "loads_of", "matrix", "people_of", "workers_of"]


class Of(StrEnum):
    """What stands in the columns."""

    TACTICS = "tactics"
    KPIS = "kpis"
    PEOPLE = "people"


class Role(StrEnum):
    """What someone is to a tactic."""

    OWNER = "owner"
    ASSIGNED = "assigned"


@record
class MatrixCell:
    """A row and a column that belong together.

    `value` of a tactic is its link share in percent, of a KPI its attainment in percent, of a person the days of effort
    in the steps of the tactic; unknown is `None`.
    """

    row: str
    column: str
    value: float | None
    role: Role | None = None


@record
class Matrix:
    """Rows in the order of the tree, columns in the order of the files, and what is where they meet."""

    of: Of
    rows: tuple[Branch, ...]
    columns: tuple[Node, ...]
    cells: tuple[MatrixCell, ...]


def matrix(plan: Assessment, choice: Choice, of: Of) -> Matrix:
    """The matrix of the chosen items, as far as they count."""
    tactics = tuple(node for node in choice.of(Kind.TACTIC) if plan.counts(node))
    if of is Of.PEOPLE:
        rows = tuple(Branch(node.id, node.kind, node.title, 0, None, node) for node in tactics)
        cells = tuple(cell for node in tactics for cell in people_of(plan, node))
        busy = {cell.column for cell in cells}
        who = [node for kind in (Kind.PERSON, Kind.TEAM) for node in plan.graph.of(kind) if node.id in busy]
        return Matrix(of, rows, tuple(who), cells)
    objectives = frozenset(node for node in choice.of(Kind.OBJECTIVE) if plan.counts(node))
    rows = tuple(outline(plan.graph, Choice(plan.graph, objectives), headings=False))
    if of is Of.KPIS:
        cells = tuple(_kpis(plan, choice, rows))
        measuring = {cell.column for cell in cells}
        return Matrix(of, rows, tuple(node for node in choice.of(Kind.KPI) if node.id in measuring), cells)
    served = {row.id for row in rows}
    links = (cell for node in tactics for cell in _supports(plan, node))
    return Matrix(of, rows, tactics, tuple(cell for cell in links if cell.row in served))


def _supports(plan: Assessment, tactic: Node) -> Iterator[MatrixCell]:
    for objective, _ in plan.graph.supported[tactic.id]:
        yield MatrixCell(objective, tactic.id, plan.shares.links[tactic.id][objective] * 100)


def _kpis(plan: Assessment, choice: Choice, rows: tuple[Branch, ...]) -> Iterator[MatrixCell]:
    for row in rows:
        assert row.node is not None
        for kpi in plan.kpis_of(row.node):
            if kpi.node in choice:
                yield MatrixCell(row.id, kpi.node.id, kpi.attainment)


def people_of(plan: Assessment, tactic: Node) -> Iterator[MatrixCell]:
    """Its owner and those who work on its steps, each with the days of effort that are stated for them."""
    owner = tactic.model.owner
    days: dict[str, float | None] = {} if owner is None else {owner: None}
    for action in tactic.model.actions.values():
        if action.status is Status.DROPPED:
            continue
        effort = person_days(action, plan.week)
        for who, part in workers_of(action, owner):
            known = days.setdefault(who, None)
            if effort is not None:
                days[who] = (known or 0.0) + effort * part
    for who, known in days.items():
        node = plan.graph.top.get(who)
        if node is not None and node.kind in (Kind.PERSON, Kind.TEAM):
            yield MatrixCell(tactic.id, who, known, Role.OWNER if who == owner else Role.ASSIGNED)
