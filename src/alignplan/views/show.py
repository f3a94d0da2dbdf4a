"""All about one item: what holds today, what its file says, its links both ways, what stands in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from alignplan.analysis.dossier import Dossier
from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.analysis.wording import amount_text
from alignplan.diagnostics.report import Spot
from alignplan.graph.graph import Link
from alignplan.model.kinds import Kind
from alignplan.output.document import Align, Block, Cell, Column, Facts, Row, Table, Tone
from alignplan.output.readable import UNKNOWN, day, percent, state, word

__all__ = ["answer", "document", "sheet"]

Fields = Mapping[str, Any]
Pairs = Iterator[tuple[str, Cell]]

_LINKS = (
    Column("link", "link"),
    Column("id", "id"),
    Column("weight", "weight", Align.RIGHT),
    Column("title", "title", shrink=True),
)
_INNER = (
    Column("id", "id"),
    Column("kind", "kind"),
    Column("status", "status"),
    Column("title", "title", shrink=True),
)


def answer(found: Dossier, fields: Fields) -> dict[str, object]:
    """What `show` adds to an item of `items/1`."""
    health, kpi = found.health, found.kpi
    return {
        "progress": found.progress,
        "planned": found.planned,
        "health": health.state if health is not None else None,
        "enough": found.enough,
        "reason": health.reason if health is not None else kpi.reason if kpi is not None else None,
        "standing_by": found.stands_by,
        "kpi": _kpi(kpi) if kpi is not None else None,
        "linked_from": [
            {"type": link.type, "from": link.source.id, "weight": link.weight} for link in found.back
        ],
        "parts": [item.node.id for item in found.inner],
        "fields": fields,
    }


def _kpi(kpi: KpiStanding) -> dict[str, object]:
    return {
        "of": [node.id for node in kpi.objectives],
        "unit": kpi.unit,
        "baseline": kpi.baseline.value if kpi.baseline else None,
        "target": kpi.target.value if kpi.target else None,
        "actual": kpi.actual.value if kpi.actual else None,
        "date": kpi.actual.day if kpi.actual else None,
        "attainment": kpi.attainment,
        "expected": kpi.expected,
        "against_plan": kpi.against_plan,
        "state": kpi.state,
    }


def document(found: Dossier, fields: Fields, spot: Spot, *, indents: bool = True) -> tuple[Block, ...]:
    """For people: facts, fields, links, parts. Where nothing `indents`, an inner field is named by the way to it."""
    node = found.item.node
    blocks: list[Block] = [Facts((*_head(found, spot), *_figures(found)), f"{node.id}: {node.title}")]
    if fields:
        pairs = _indented(fields, 0) if indents else _routes(fields)
        blocks.append(Facts(tuple(pairs), "As written"))
    if found.out or found.back:
        rows = (*(_link(link, True) for link in found.out), *(_link(link, False) for link in found.back))
        blocks.append(Table(_LINKS, rows, "Links"))
    if found.inner:
        rows = tuple(
            Row((Cell(item.node.id), Cell(item.node.kind.value), word(item.status), Cell(item.node.title)))
            for item in found.inner
        )
        blocks.append(Table(_INNER, rows, "Parts"))
    return tuple(blocks)


def sheet(found: Dossier, fields: Fields, spot: Spot) -> tuple[Block, ...]:
    """For machines: names and values, fields of the file under `fields/`."""
    first = ("id", Cell(found.item.node.id))
    return (Facts((first, *_head(found, spot), *_figures(found), *_routes(fields, "fields/"))),)


def _head(found: Dossier, spot: Spot) -> Pairs:
    item = found.item
    yield "kind", Cell(item.node.kind.value)
    yield "place", Cell(f"{spot.path}:{spot.line}")
    if item.parent is not None:
        yield "part of" if item.node.parent is not None else "parent", Cell(item.parent)
    if item.status is not None:
        stands_by = " (standing by)" if found.stands_by else ""
        yield "status", Cell(f"{item.status.value}{stands_by}")
    for name, value in (("start", item.start), ("due", item.due)):
        if value is not None or found.has_figures:
            yield name, day(value)
    if item.owner is not None or found.has_figures:
        yield "owner", word(item.owner)


def _figures(found: Dossier) -> Pairs:
    if found.has_figures:
        yield "progress", percent(found.progress)
        yield "planned", percent(found.planned)
    if found.health is not None:
        yield "health", _with_reason(state(found.health.state), found.health.reason)
    if found.item.node.kind is Kind.OBJECTIVE:
        yield "enough", percent(found.enough)
    kpi = found.kpi
    if kpi is None:
        return
    yield "measures", word(", ".join(node.id for node in kpi.objectives) or None)
    for name, mark in (("baseline", kpi.baseline), ("target", kpi.target), ("actual", kpi.actual)):
        yield name, _valued(mark.value if mark else None, mark.day if mark else None, kpi.unit)
    yield "expected", _valued(kpi.expected, None, kpi.unit)
    yield "attainment", percent(kpi.attainment)
    yield "against plan", percent(kpi.against_plan)
    yield "state", _with_reason(state(kpi.state), kpi.reason)


def _with_reason(cell: Cell, reason: str) -> Cell:
    """The sign and word, and why; where there is no state the reason alone."""
    if cell.value is None:
        return Cell(reason or UNKNOWN, None, Tone.MUTED)
    return Cell(f"{cell.text}: {reason}" if reason else cell.text, cell.value, cell.tone)


def _valued(value: float | None, when: Any, unit: str | None) -> Cell:
    if value is None:
        return Cell(UNKNOWN, None, Tone.MUTED)
    return Cell(amount_text(value, unit) + (f" on {when.isoformat()}" if when is not None else ""), value)


def _link(link: Link, out: bool) -> Row:
    node = link.target if out else link.source
    weight = Cell("") if link.weight is None else Cell(f"{link.weight:g}", link.weight)
    return Row((Cell(f"{'→' if out else '←'} {link.type}"), Cell(node.id), weight, Cell(node.title)))


def _indented(value: Mapping[str, Any], depth: int) -> Pairs:
    """A mapping below its name, indented; as deep as YAML may be nested, which the reader limits."""
    for name, entry in value.items():
        shown = f"{'  ' * depth}{name}"
        if isinstance(entry, Mapping) and entry:
            yield shown, Cell("")
            yield from _indented(entry, depth + 1)
            continue
        for line in _lines(entry):
            yield shown, Cell(line)
            shown = ""


def _lines(value: Any) -> list[str]:
    """A text of several lines keeps them; anything else is one line."""
    if isinstance(value, str):
        return value.rstrip("\n").split("\n")
    return [", ".join(map(_flow, value)) if isinstance(value, list) else _flow(value)]


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {_flow(entry)}" for name, entry in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _routes(value: Mapping[str, Any], before: str = "") -> Pairs:
    for name, entry in value.items():
        if isinstance(entry, Mapping) and entry:
            yield from _routes(entry, f"{before}{name}/")
        else:
            plain = entry if isinstance(entry, (str, int, float)) or entry is None else _flow(entry)
            yield f"{before}{name}", Cell(" ".join(_lines(entry)), plain)
