"""Who has a stake in the plan, what they expect, and what meets it."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.output.document import Cell, Column, Row, Table
from alignplan.output.readable import UNKNOWN
from alignplan.output.reports.interface import Heading, Part, Section
from alignplan.views.report.interface import Seen
from alignplan.views.report.wording import also, listing, quoted, said

__all__ = ["ORDER", "section"]

ORDER = 20
_COLUMNS = (Column("they expect", "title"), Column("what meets it", "met_by"))


def section(seen: Seen) -> Section | None:
    """None where the plan names no stakeholders."""
    found = seen.plan.graph.kinds[Kind.STAKEHOLDER]
    if not found:
        return None
    met = _met(seen)
    parts: list[Part] = []
    for node in found:
        parts.append(Heading(node.title))
        weight = _weight(node)
        if weight:
            parts.append(said(weight))
        more = also(node)
        if more is not None:
            parts.append(more)
        rows = tuple(Row((Cell(_whole(one)), Cell(_by(met, one)))) for one in seen.plan.graph.children(node))
        if rows:
            parts.append(Table(_COLUMNS, rows))
    return Section("stakeholders", "Stakeholders and their expectations", "", tuple(parts))


def _whole(node: Node) -> str:
    return "\n".join([node.title, *([node.model.description] if node.model.description else [])])


def _by(met: dict[str, list[str]], node: Node) -> str:
    return listing(met.get(node.id, ())) or UNKNOWN


def _weight(node: Node) -> str:
    influence, interest = node.model.influence, node.model.interest
    if influence is not None and interest is not None:
        return f"Their influence is {influence.value}, their interest {interest.value}."
    told = influence or interest
    return "" if told is None else f"Their {'influence' if influence else 'interest'} is {told.value}."


def _met(seen: Seen) -> dict[str, list[str]]:
    """Expectation → the titles of what satisfies it and counts."""
    plan = seen.plan
    found: dict[str, list[str]] = {}
    for node in _work(seen):
        for link in plan.graph.linked(node, "satisfies"):
            found.setdefault(link.target.id, []).append(quoted(node))
    return found


def _work(seen: Seen) -> Iterator[Node]:
    for kind in (Kind.OBJECTIVE, Kind.TACTIC):
        yield from (node for node in seen.plan.graph.kinds[kind] if seen.plan.counts(node))
