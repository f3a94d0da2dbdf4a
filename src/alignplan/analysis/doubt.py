"""What may well be served or moved, by something that could not be understood: one fault is told once."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence

from alignplan.analysis.status import Statuses
from alignplan.diagnostics.finding import Finding
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind

__all__ = ["in_doubt", "moves_in_doubt"]

_UPWARD = {Kind.TACTIC: "supports", Kind.OBJECTIVE: "parent"}
_MOVING = {Kind.TACTIC: "moves"}
_SECTIONS = ("objectives", "tactics")
_MOST_UNKNOWN = 50


def in_doubt(graph: PlanGraph, statuses: Statuses, faults: Sequence[Finding]) -> frozenset[str]:
    """The objectives of which nobody can say that nothing serves them.

    These are all of them where a link upward could not be read; else those that a mistyped id most likely means, and
    those that the second of two items of one id would serve.
    """
    if any(_hides_a_link(graph, fault) for fault in faults):
        return frozenset(graph.parents)
    names = list(graph.parents)
    near = [
        name
        for ref in _unknown(graph, statuses)
        for name in difflib.get_close_matches(ref, names, n=1, cutoff=0.6)
    ]
    twice = [ref for duplicate in graph.duplicates for ref in _links(duplicate.second)]
    return frozenset([*near, *twice])


def moves_in_doubt(graph: PlanGraph, statuses: Statuses, faults: Sequence[Finding]) -> frozenset[str]:
    """The KPIs of which nobody can say what the plan moves.

    These are all of them where `moves` could not be read; else those that a mistyped address most likely means.
    """
    if any(_hides_a_link(graph, fault, _MOVING) for fault in faults):
        return frozenset(kpi.id for kpi in graph.of(Kind.KPI))
    refs = {
        move.kpi: None
        for node in graph.kinds[Kind.TACTIC]
        for move in node.model.moves
        if statuses.counts(node) and not _is_kpi(graph, move.kpi)
    }
    unknown = list(refs)[:_MOST_UNKNOWN]
    names = [kpi.id for kpi in graph.of(Kind.KPI)] if unknown else []
    return frozenset(name for ref in unknown for name in _meant(ref, names))


def _meant(ref: str, names: Sequence[str]) -> list[str]:
    """The KPIs that are called so inside their objectives, else the one that is called nearly so."""
    called = [name for name in names if name.rpartition("/")[2] == ref]
    return called or difflib.get_close_matches(ref, names, n=1, cutoff=0.6)


def _is_kpi(graph: PlanGraph, ref: str) -> bool:
    node = graph.find(ref, frozenset((Kind.KPI,)))
    return node is not None and node.kind is Kind.KPI


def _hides_a_link(graph: PlanGraph, fault: Finding, fields: Mapping[Kind, str] = _UPWARD) -> bool:
    """Whether a fault of reading took away an objective, a tactic, or what one serves (moves)."""
    route = fault.place.route
    if not route or "/" in fault.item:
        return False
    if len(route) == 1:
        return _is_like(str(route[0]), _SECTIONS)
    node = graph.top.get(fault.item)
    if route[0] not in _SECTIONS or (node is not None and node.kind not in fields):
        return False
    return node is None or _is_like(fault.field.partition("/")[0], (fields[node.kind],))


def _is_like(written: str, names: Sequence[str]) -> bool:
    return bool(difflib.get_close_matches(written, names, n=1, cutoff=0.6))


def _unknown(graph: PlanGraph, statuses: Statuses) -> list[str]:
    """The ids that links upward name and no objective of the plan has; of very many the first ones."""
    found: dict[str, None] = {}
    for kind in _UPWARD:
        for node in graph.kinds[kind]:
            unknown = [ref for ref in _links(node) if not _is_objective(graph, ref)]
            if unknown and statuses.counts(node):
                found.update(dict.fromkeys(unknown))
    return list(found)[:_MOST_UNKNOWN]


def _is_objective(graph: PlanGraph, ref: str) -> bool:
    node = graph.top.get(ref)
    return node is not None and node.kind is Kind.OBJECTIVE


def _links(node: Node) -> Iterator[str]:
    field = _UPWARD.get(node.kind)
    return (ref for ref, _ in getattr(node.model, field)) if field else iter(())
