"""Where the organization stands: strengths, weaknesses, opportunities, threats; market and competitors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Area, FindingKind
from alignplan.output.document import Block, Cell, Column, Row, Table
from alignplan.output.readable import UNKNOWN
from alignplan.output.reports.interface import Heading, Part, Section
from alignplan.views.report.interface import Seen
from alignplan.views.report.wording import day, described, listing, quoted, said

__all__ = ["ORDER", "section"]

ORDER = 10
_TITLES = {
    FindingKind.STRENGTH: "Strengths",
    FindingKind.WEAKNESS: "Weaknesses",
    FindingKind.OPPORTUNITY: "Opportunities",
    FindingKind.THREAT: "Threats",
}
_MARKET = (Area.MARKET, Area.COMPETITOR, Area.CUSTOMER)
_COLUMNS = (
    Column("finding", "title"),
    Column("about", "area"),
    Column("impact", "impact"),
    Column("as of", "as_of"),
    Column("evidence", "evidence"),
)


def section(seen: Seen) -> Section | None:
    """None where the plan has no position."""
    found = seen.plan.graph.kinds[Kind.FINDING]
    if not found:
        return None
    parts: list[Part] = []
    for kind, title in _TITLES.items():
        some = [node for node in found if node.model.kind is kind]
        if some:
            parts += [Heading(title), _table(some)]
    others = [node for node in found if node.model.kind is None]
    if others:
        parts += [Heading("Other findings"), _table(others)]
    market = [node for node in found if node.model.area in _MARKET]
    if market:
        parts.append(Heading("Market, customers and competitors"))
        parts += _analysis(seen, market)
    return Section("position", "Position", _counted(found), tuple(parts))


def _counted(found: Sequence[Node]) -> str:
    counts = [
        f"{number} {title.lower() if number > 1 else kind.value}"
        for kind, title in _TITLES.items()
        if (number := sum(node.model.kind is kind for node in found))
    ]
    return f"The organization sees {listing(counts)}." if counts else ""


def _table(found: Sequence[Node]) -> Table:
    return Table(_COLUMNS, tuple(Row(tuple(_cells(node))) for node in found))


def _cells(node: Node) -> Iterator[Cell]:
    model = node.model
    yield Cell(node.title)
    for value in (model.area, model.impact):
        yield Cell(UNKNOWN if value is None else value.value)
    yield Cell(UNKNOWN if model.as_of is None else model.as_of.isoformat())
    yield Cell(model.evidence or UNKNOWN)


def _analysis(seen: Seen, market: Sequence[Node]) -> Iterator[Block]:
    """What is known, what is expected of it, and what answers it: a paragraph for each."""
    answered = _answers(seen)
    for area in _MARKET:
        for node in market:
            if node.model.area is area:
                yield said(" ".join(_told(node, answered.get(node.id, ()))))


def _told(node: Node, answers: Sequence[Node]) -> Iterator[str]:
    model = node.model
    about = f" ({model.area.value})" if model.area is not None else ""
    seen_on = f", as of {day(model.as_of)}" if model.as_of is not None else ""
    yield f"{_ended(f'{node.title}{about}{seen_on}')}"
    yield from map(_ended, described(node))
    if model.forecast:
        yield f"Forecast: {_ended(model.forecast)}"
    if answers:
        yield f"The plan answers with {listing(map(quoted, answers))}."


def _ended(text: str) -> str:
    words = text.strip()
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def _answers(seen: Seen) -> dict[str, list[Node]]:
    """Finding → the objectives and tactics that respond to it and count."""
    plan = seen.plan
    found: dict[str, list[Node]] = {}
    for kind in (Kind.OBJECTIVE, Kind.TACTIC):
        for node in plan.graph.kinds[kind]:
            if plan.counts(node):
                for id in node.model.responds_to:
                    found.setdefault(id, []).append(node)
    return found
