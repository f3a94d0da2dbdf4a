"""A value that no work in the plan lives.

Values that stand in the plan and nowhere in the work are a poster. Naming what upholds them shows which of them
cost something, and which would not be missed.

A value is lived by `upholds` of an objective or tactic that counts: neither dropped nor standing by.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
values:
  customer-first: Customers come first
objectives:
  market-share:
    title: Capture 25 % of the regional market
    owner: mia
    due: 2030
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 25}}
tactics:
  product-line:
    title: Enhance the product line
    supports: market-share
    owner: mia
    due: 2027-06
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2027-06}}
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
values:
  customer-first: Customers come first
objectives:
  market-share:
    title: Capture 25 % of the regional market
    owner: mia
    due: 2030
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 25}}
    upholds: customer-first
tactics:
  product-line:
    title: Enhance the product line
    supports: market-share
    owner: mia
    due: 2027-06
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2027-06}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Rule, Severity, Tier, at


def find(plan: Assessment) -> Iterator[Finding]:
    """Values that nothing upholds."""
    for node in plan.graph.kinds[Kind.VALUE]:
        if node.id not in plan.answers.values:
            yield at(
                "P703",
                node,
                f"nothing upholds the value `{node.id}`",
                label="not lived",
                help=f"add `upholds: {node.id}` to the objectives and tactics that live it, or remove it",
            )


RULE = Rule("P703", "unlived-value", Tier.STRICT, Severity.INFO, find, from_whole=True)
