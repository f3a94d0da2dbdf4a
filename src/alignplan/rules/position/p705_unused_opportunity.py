"""An opportunity that nothing in the plan takes up.

Not every opportunity must be taken, and a plan that takes all of them has no direction. The list of those left
lying is worth a look once a year.

Judged are findings of `position` of the kind opportunity, whatever their impact. They are taken up by
`responds_to` of an objective or tactic that counts: neither dropped nor standing by.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
position:
  snack-boom: {title: Fruit snacks grow by 9 % a year, kind: opportunity, impact: medium}
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
position:
  snack-boom: {title: Fruit snacks grow by 9 % a year, kind: opportunity, impact: medium}
objectives:
  market-share:
    title: Capture 25 % of the regional market
    owner: mia
    due: 2030
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 25}}
    responds_to: snack-boom
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
from alignplan.model.words import FindingKind
from alignplan.rules.interface import Finding, Rule, Severity, Tier, at


def find(plan: Assessment) -> Iterator[Finding]:
    """Opportunities that nothing responds to."""
    for node in plan.graph.kinds[Kind.FINDING]:
        if node.model.kind is FindingKind.OPPORTUNITY and node.id not in plan.answers.findings:
            yield at(
                "P705",
                node,
                f"nothing takes up the opportunity `{node.id}`",
                label="not taken up",
                help=f"add `responds_to: {node.id}` to what takes it up, or leave it on purpose",
            )


RULE = Rule("P705", "unused-opportunity", Tier.ON_DEMAND, Severity.INFO, find, from_whole=True)
