"""An expectation of someone powerful that nothing in the plan meets.

Stakeholders of high influence can stop a plan. What they expect and do not find in it comes back later, as a
surprise and mostly as a veto.

Judged are the expectations of stakeholders with `influence: high`. They are met by `satisfies` of an objective
or tactic that counts: neither dropped nor standing by; done and paused work meets them.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
stakeholders:
  retailers:
    title: Retail partners
    influence: high
    expectations: {reliable-delivery: 98 % of orders arrive on the promised day}
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
stakeholders:
  retailers:
    title: Retail partners
    influence: high
    expectations: {reliable-delivery: 98 % of orders arrive on the promised day}
objectives:
  market-share:
    title: Capture 25 % of the regional market
    owner: mia
    due: 2030
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 25}}
    satisfies: retailers/reliable-delivery
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
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Level
from alignplan.rules.interface import Finding, Part, Rule, Severity, Tier, at, related


def find(plan: Assessment) -> Iterator[Finding]:
    """Expectations of influential stakeholders that nothing satisfies."""
    for stakeholder in plan.graph.kinds[Kind.STAKEHOLDER]:
        if stakeholder.model.influence is not Level.HIGH:
            continue
        for name, expectation in stakeholder.model.expectations.items():
            address = f"{stakeholder.id}/{name}"
            if address not in plan.answers.expectations:
                node = Node(Kind.EXPECTATION, address, expectation, stakeholder.file, stakeholder)
                yield at(
                    "P702",
                    node,
                    f"nothing meets the expectation `{address}`, and `{stakeholder.id}` has high influence",
                    label="not met",
                    help=f"add `satisfies: {address}` to the objective or tactic that meets it, or plan one",
                    related=(related(stakeholder, "the influence is high", "influence", part=Part.VALUE),),
                )


RULE = Rule("P702", "unmet-expectation", Tier.BASIC, Severity.WARNING, find, from_whole=True)
