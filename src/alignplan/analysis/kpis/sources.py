"""What the values of a KPI are made of: the series of another KPI, or other KPIs as parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from alignplan.graph.circles import smallest_circles
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.graph.references import references
from alignplan.model.kinds import Kind
from alignplan.records import record

__all__ = ["FORMULAS", "Part", "Source", "bases", "circles", "needed", "sources"]

FORMULAS = ("numerator", "denominator", "sum", "mean")
"""The fields that name the parts of a KPI."""
_FIELDS = ("series", *FORMULAS)


@record
class Part:
    """A KPI that another one names in a field: `id` is its address, none where there is no such KPI."""

    field: str
    ref: str
    id: str | None
    weight: float | None = None
    steps: tuple[str | int, ...] = ()


@record
class Source:
    """Where the values of a KPI come from, if not all of them are its own actuals."""

    series: Part | None = None
    parts: tuple[Part, ...] = ()
    """Numerator and denominator, or the parts of a sum or mean, each once."""

    @property
    def all(self) -> tuple[Part, ...]:
        """Everything that it names."""
        return self.parts if self.series is None else (self.series, *self.parts)


def sources(graph: PlanGraph, kpis: Iterable[Node]) -> dict[str, Source]:
    """The sources of the KPIs that name others, by address; most name none."""
    found: dict[str, Source] = {}
    for node in kpis:
        model = node.model
        if model.series or model.sum or model.mean or model.numerator or model.denominator:
            parts = _parts(graph, node)
            series = next((part for part in parts if part.field == "series"), None)
            found[node.id] = Source(series, tuple(part for part in parts if part.field != "series"))
    return found


def _parts(graph: PlanGraph, node: Node) -> list[Part]:
    found: dict[tuple[str, str], Part] = {}
    for reference in references(node):
        if reference.field in _FIELDS:
            target = graph.resolve(reference)
            id = target.id if target is not None and target.kind is Kind.KPI else None
            part = Part(reference.field, reference.ref, id, reference.weight, reference.steps)
            found.setdefault((part.field, part.id or part.ref), part)
    return list(found.values())


def bases(kpis: Iterable[str], of: Mapping[str, Source]) -> dict[str, str | None]:
    """KPI → the KPI that its `series` names (none: it names none, or none that is there); in the order of `kpis`."""
    found: dict[str, str | None] = dict.fromkeys(kpis)
    for id, source in of.items():
        if source.series is not None:
            found[id] = source.series.id
    return found


def needed(of: Mapping[str, Source]) -> dict[str, list[str]]:
    """KPI → the KPIs that it names, as far as they are there; of those that name some."""
    return {id: [part.id for part in source.all if part.id is not None] for id, source in of.items()}


def circles(of: Mapping[str, Source]) -> list[list[tuple[str, Part]]]:
    """Where KPIs are made of themselves: each with what it names, which is the next, of the last the first.

    One circle for each knot, the smallest, in the order of the plan.
    """
    found = smallest_circles(needed(of))
    return [
        [
            (id, next(part for part in of[id].all if part.id == after))
            for id, after in zip(circle, _next(circle), strict=True)
        ]
        for circle in found
    ]


def _next(circle: list[str]) -> list[str]:
    return [*circle[1:], circle[0]]
