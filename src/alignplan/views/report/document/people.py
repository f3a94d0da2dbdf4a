"""Who does the work, and what it needs."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.output.document import Align, Cell, Column, Row, Table
from alignplan.output.readable import UNKNOWN
from alignplan.output.reports.interface import Part, Section
from alignplan.views.report.interface import Seen

__all__ = ["ORDER", "section"]

ORDER = 50
_PEOPLE = (
    Column("name", "title"),
    Column("role", "role"),
    Column("team", "team"),
    Column("for the plan", "capacity", Align.RIGHT),
    Column("skills", "skills"),
)
_TEAMS = (Column("team", "title"), Column("led by", "lead"), Column("what it does", "description"))
_THINGS = (
    Column("resource", "title"),
    Column("what it is", "kind"),
    Column("at once", "capacity", Align.RIGHT),
)


def section(seen: Seen) -> Section | None:
    """None where the plan names nobody and nothing."""
    kinds = seen.plan.graph.kinds
    tables = (
        (_TEAMS, kinds[Kind.TEAM], _team, "Teams"),
        (_PEOPLE, kinds[Kind.PERSON], _person, "People"),
        (_THINGS, kinds[Kind.RESOURCE], _thing, "Resources"),
    )
    parts: list[Part] = [
        Table(columns, tuple(Row(tuple(cells(seen, node))) for node in nodes), title)
        for columns, nodes, cells, title in tables
        if nodes
    ]
    return Section("people", "People and resources", "", tuple(parts)) if parts else None


def _team(seen: Seen, node: Node) -> Iterator[Cell]:
    yield Cell(node.title)
    yield Cell(seen.names.get(node.model.lead, node.model.lead) if node.model.lead else UNKNOWN)
    yield Cell(node.model.description or UNKNOWN)


def _person(seen: Seen, node: Node) -> Iterator[Cell]:
    model = node.model
    yield Cell(node.title)
    yield Cell(model.role or UNKNOWN)
    yield Cell(seen.names.get(model.team, model.team) if model.team else UNKNOWN)
    yield Cell("100 %" if model.capacity is None else f"{model.capacity:g} %")
    yield Cell(", ".join(model.skills) or UNKNOWN)


def _thing(_seen: Seen, node: Node) -> Iterator[Cell]:
    yield Cell(node.title)
    yield Cell(node.model.kind or UNKNOWN)
    yield Cell("1" if node.model.capacity is None else f"{node.model.capacity:g}")
