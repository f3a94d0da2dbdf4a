"""A reference to an id that the plan does not have.

A link that leads nowhere says nothing: a tactic with a mistyped `supports` serves no objective, a KPI with a
mistyped `series` has no values. A reference is looked up in its own parent first, then among the top-level
ids; the child of another item needs its full address, `parent/child`.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  market-share:
    title: Capture 25 % of the regional market
    owner: mia
    due: 2030-12-31
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 25}}
tactics:
  product-line:
    title: Enhance the product line
    supports: market-shar
    owner: mia
    due: 2027-09-30
    actions: {interviews: Interview 40 buyers}
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  market-share:
    title: Capture 25 % of the regional market
    owner: mia
    due: 2030-12-31
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 25}}
tactics:
  product-line:
    title: Enhance the product line
    supports: market-share
    owner: mia
    due: 2027-09-30
    actions: {interviews: Interview 40 buyers}
```
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.graph.graph import PlanGraph
from alignplan.graph.references import Reference
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Related, Rule, Severity, Tier, at, part_of, related


def find(plan: Assessment) -> Iterator[Finding]:
    """References that resolve to nothing."""
    graph = plan.graph
    names: list[str] | None = None
    for reference, target in plan.loose_ends:
        if target is None:
            names = _names(graph) if names is None else names
            yield _unknown(graph, reference, names)


def _names(graph: PlanGraph) -> list[str]:
    return sorted([*graph.top, *graph.calendars])


def _unknown(graph: PlanGraph, reference: Reference, names: list[str]) -> Finding:
    near, others = _nearest(graph, reference, names)
    kinds = " or ".join(sorted(kind.value for kind in reference.kinds))
    help = (
        f"did you mean `{near}`?"
        if near
        else f"`alignplan ls kind:{kinds.split(' ')[0]}` lists what there is"
    )
    return at(
        "E009",
        reference.source,
        f"`{reference.ref}` is not in the plan",
        field=reference.field,
        steps=reference.steps,
        part=part_of(reference),
        label=f"no such {kinds}",
        help=help,
        related=others,
    )


def _nearest(graph: PlanGraph, reference: Reference, names: list[str]) -> tuple[str, tuple[Related, ...]]:
    """The id that was probably meant, and where it stands."""
    parent, slash, child = reference.ref.partition("/")
    if slash and parent in graph.top:
        candidates = [node.name for node in graph.children(graph.top[parent])]
        found = [f"{parent}/{name}" for name in difflib.get_close_matches(child, candidates, n=1, cutoff=0.6)]
    else:
        own = reference.source.parent
        siblings = [node.name for node in graph.children(own)] if own is not None else []
        found = difflib.get_close_matches(reference.ref, siblings + names, n=3, cutoff=0.6)
    for name in found:
        node = graph.find(name) or (graph.calendars.get(name) if Kind.CALENDAR in reference.kinds else None)
        if node is None and reference.source.parent is not None:
            node = graph.find(f"{reference.source.parent.id}/{name}", reference.kinds)
        if node is not None and node.kind in reference.kinds:
            return name, (related(node, f"`{name}` stands here"),)
    return "", ()


RULE = Rule("E009", "unknown-reference", Tier.BASIC, Severity.ERROR, find, from_whole=True)
