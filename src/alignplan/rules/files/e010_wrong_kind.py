"""A reference to something of the wrong kind.

The id is there, but it names something that cannot stand in this field: a tactic that supports a person, an
action that is owned by a resource, a risk that threatens a value. Mostly two ids were mixed up, or the id of
the item that was meant is nearly the same. The link says nothing until it is corrected, and what follows from
that is not told as well.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
values:
  customer-first: Customers come first
objectives:
  loyalty:
    title: Keep two of three customers for a year
    owner: customer-first
    due: 2027-12-31
    kpis: {kept: {title: Kept, unit: "%", baseline: 54, target: 67, owner: mia}}
people:
  mia: Mia Lund
tactics:
  welcome:
    title: Call every new customer
    supports: loyalty
    owner: mia
    start: 2027-06-01
    due: 2027-12-31
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
values:
  customer-first: Customers come first
objectives:
  loyalty:
    title: Keep two of three customers for a year
    owner: mia
    upholds: customer-first
    due: 2027-12-31
    kpis: {kept: {title: Kept, unit: "%", baseline: 54, target: 67, owner: mia}}
people:
  mia: Mia Lund
tactics:
  welcome:
    title: Call every new customer
    supports: loyalty
    owner: mia
    start: 2027-06-01
    due: 2027-12-31
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.graph.nodes import Node
from alignplan.graph.references import Reference
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Rule, Severity, Tier, at, part_of, related


def find(plan: Assessment) -> Iterator[Finding]:
    """References that lead to an item of another kind."""
    for reference, target in plan.loose_ends:
        if target is not None:
            yield _misplaced(reference, target)


def _misplaced(reference: Reference, target: Node) -> Finding:
    wanted = " or ".join(_article(kind) for kind in Kind if kind in reference.kinds)
    return at(
        "E010",
        reference.source,
        f"`{reference.ref}` is {_article(target.kind)}, and `{reference.field}` takes {wanted}",
        field=reference.field,
        steps=reference.steps,
        part=part_of(reference),
        label=f"not {wanted}",
        help=f"name {wanted}, or move `{reference.ref}` to the field that it belongs in",
        related=(related(target, f"`{target.id}` stands here"),),
    )


def _article(kind: Kind) -> str:
    return f"{'an' if kind.value[0] in 'aeio' else 'a'} {kind.value}"


RULE = Rule("E010", "wrong-kind", Tier.BASIC, Severity.ERROR, find)
