"""Units that do not match: EUR cannot be added to people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from alignplan.analysis.kpis.sources import Part, Source, needed
from alignplan.graph.circles import components
from alignplan.graph.nodes import Node
from alignplan.records import record

__all__ = ["Clash", "clashes"]


@record
class Clash:
    """Two units of which a KPI cannot be made: `unit` of what `beside` says, `other` of the part.

    `beside` is the KPI itself, or another part of it: the numerator, or the first one of a sum without a unit.
    """

    beside: str
    unit: str
    part: Part
    other: str


def clashes(kpis: Mapping[str, Node], of: Mapping[str, Source]) -> dict[str, Clash]:
    """KPI → the first two units in it that do not match, as far as units are known.

    A sum, a mean and a series have the unit of their parts. The parts of a ratio may have any, but one in % is a share
    of a whole: both have the same. Units are the same when they are written the same (mW is not MW).
    """
    found: dict[str, Clash] = {}
    units: dict[str, str | None] = {}
    for group in components(needed(of)):
        for id in group:
            source = of.get(id)
            units[id] = kpis[id].model.unit
            if source is None:
                continue
            if source.series is not None and source.series.id is not None and not units[id]:
                units[id] = units.get(source.series.id)
            clash = next(_clashes(kpis[id], source, units), None)
            if clash is not None:
                found[id] = clash
    return found


def _clashes(node: Node, source: Source, units: Mapping[str, str | None]) -> Iterator[Clash]:
    """Of one KPI, in the order of its parts."""
    beside, unit = node.id, units[node.id]
    for part in _compared(node, source, unit):
        other = units.get(part.id) if part.id is not None else None
        if unit and other and unit != other and part.field != "numerator":
            yield Clash(beside, unit, part, other)
        elif part.field == "numerator" or (other and not unit):
            beside, unit = part.id or part.ref, other


def _compared(node: Node, source: Source, unit: str | None) -> Iterator[Part]:
    """The parts whose units have to match; a series only where its values are taken."""
    if not node.model.numerator or unit == "%":
        yield from source.parts
    if source.series is not None and not source.parts and not node.model.actuals:
        yield source.series
