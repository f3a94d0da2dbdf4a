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

## Fix

`check --unsafe-fixes` writes the nearest id of the right kind, where one is near: the one that the finding names. It
is a guess: look at the diff.
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.nearest import Nearest
from alignplan.graph.nodes import Node
from alignplan.graph.references import Reference
from alignplan.rules.interface import Finding, Remedy, Rule, Safety, Severity, Tier, at, part_of, related
from alignplan.rules.remedies import written_instead


def find(plan: Assessment) -> Iterator[Finding]:
    """References that resolve to nothing."""
    nearest = Nearest(plan.graph)
    for reference, target in plan.loose_ends:
        if target is None:
            yield _unknown(reference, nearest.item(reference))


def _unknown(reference: Reference, near: Node | None) -> Finding:
    kinds = sorted(kind.value for kind in reference.kinds)
    return at(
        "E009",
        reference.source,
        f"`{reference.ref}` is not in the plan",
        field=reference.field,
        steps=reference.steps,
        part=part_of(reference),
        label=f"no such {' or '.join(kinds)}",
        help=_help(reference, near) or f"`alignplan ls kind:{kinds[0]}` lists what there is",
        related=(related(near, f"`{near.id}` stands here"),) if near is not None else (),
        remedy=Remedy(Safety.UNSAFE, _name(reference, near)) if near is not None else None,
    )


def _name(reference: Reference, near: Node) -> str:
    """What the item is called where the reference stands."""
    return near.name if near.parent is None or near.parent == reference.source.parent else near.id


def _help(reference: Reference, near: Node | None) -> str:
    if near is None:
        return ""
    name = _name(reference, near)
    if near.name == reference.ref != name:
        return f"did you mean `{name}`? The child of another item needs its full address"
    return f"did you mean `{name}`?"


RULE = Rule(
    "E009", "unknown-reference", Tier.BASIC, Severity.ERROR, find, from_whole=True, fix=written_instead
)
