"""From the name of a KPI to the one that keeps its values."""

from __future__ import annotations

from difflib import get_close_matches

from alignplan.analysis.kpis.sources import FORMULAS
from alignplan.editing.address import article
from alignplan.errors import Misuse
from alignplan.graph.graph import PlanGraph
from alignplan.graph.nodes import Node
from alignplan.graph.references import references
from alignplan.model.kinds import Kind

__all__ = ["kpi_named", "receiver"]

_KPIS = frozenset((Kind.KPI,))
_LISTED = 5


def kpi_named(graph: PlanGraph, name: str) -> Node:
    """The KPI with an address, or with a bare name that only one has. Raises Misuse."""
    found = graph.find(name, _KPIS)
    if found is not None and found.kind is Kind.KPI:
        return found
    same = [] if "/" in name else [node for node in graph.of(Kind.KPI) if node.name == name]
    if len(same) == 1:
        return same[0]
    if same:
        listed = _listed([node.id for node in same])
        raise Misuse(f"{len(same)} KPIs have the name `{name}`: {listed}", f"write one of them: {same[0].id}")
    if found is not None:
        raise Misuse(f"`{name}` is {article(found.kind)}; what is measured is a KPI", _own(graph, found))
    raise Misuse(f"there is no KPI `{name}` in the plan", _near(graph, name))


def _own(graph: PlanGraph, node: Node) -> str:
    """The KPIs that are probably meant by an item that has some."""
    kpis = [child.id for child in graph.children(node) if child.kind is Kind.KPI]
    return f"its own: {_listed(kpis)}" if kpis else "`alignplan ls kind:kpi` lists the KPIs"


def _near(graph: PlanGraph, name: str) -> str:
    ids = [node.id for node in graph.of(Kind.KPI)]
    names = {node.name: node.id for node in graph.of(Kind.KPI)}
    near = get_close_matches(name, [*ids, *names], n=1)
    if near:
        return f"did you mean `{names.get(near[0], near[0])}`?"
    return "`alignplan ls kind:kpi` lists the KPIs" if ids else "`alignplan new kpi OBJECTIVE/ID …` makes one"


def _listed(ids: list[str]) -> str:
    return ", ".join(f"`{id}`" for id in ids[:_LISTED]) + (" …" if len(ids) > _LISTED else "")


def receiver(graph: PlanGraph, node: Node) -> Node:
    """The KPI that keeps the values of another: itself, or the one at the end of its `series`.

    Raises Misuse for one whose values are computed, and where a series leads nowhere.
    """
    passed = {node.id}
    now = node
    while True:
        _refuse_computed(graph, now, node)
        if not now.model.series or now.model.actuals:
            return now
        named = next(reference for reference in references(now) if reference.field == "series")
        base = graph.resolve(named)
        if base is None or base.kind is not Kind.KPI:
            words = f"`{now.id}` takes its values from `{named.ref}`, which is no KPI of the plan"
            raise Misuse(words, f"correct its `series`: alignplan set {now.id} series=…")
        if base.id in passed:
            raise Misuse(
                f"the `series` of `{node.id}` runs in a circle",
                f"let one have values: alignplan show {base.id}",
            )
        passed.add(base.id)
        now = base


def _refuse_computed(graph: PlanGraph, node: Node, asked: Node) -> None:
    """Raises Misuse for a ratio, sum or mean, with its parts."""
    parts: list[str] = []
    for reference in references(node):
        if reference.field in FORMULAS:
            part = graph.resolve(reference)
            parts.append(part.id if part is not None else reference.ref)
    if not parts:
        return
    model = node.model
    how = "ratio" if model.numerator or model.denominator else "sum" if model.sum else "mean"
    listed = " and ".join(f"`{id}`" for id in parts) if len(parts) < 3 else _listed(parts)
    words = f"`{node.id}` is computed: the {how} of {listed}"
    if node != asked:
        words = f"`{asked.id}` takes its values from `{node.id}`, which is computed: the {how} of {listed}"
    raise Misuse(words, f"record those: alignplan record {parts[0]} VALUE")
