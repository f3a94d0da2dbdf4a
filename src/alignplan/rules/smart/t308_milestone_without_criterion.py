"""A milestone of which nobody can say whether it is reached.

A milestone is a yes or a no. "Concept finished" is a yes for whoever wrote it and a no for whoever has to build
on it; a criterion settles beforehand who is right.

Live milestones need a `criterion`. What stands by is not asked yet.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
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
    milestones:
      shelf-ready:
        title: On the shelf in 200 shops
        criterion: Count of the retail panel
        due: 2027-06
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.status import step_status
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.rules.interface import Finding, Reach, Rule, Severity, Tier, at


def find(plan: Assessment) -> Iterator[Finding]:
    """Live milestones without a criterion."""
    for tactic in plan.judged(Kind.TACTIC):
        for name, milestone in tactic.model.milestones.items():
            if milestone.criterion is None and step_status(milestone, plan.today) not in (
                Status.DONE,
                Status.DROPPED,
            ):
                node = Node(Kind.MILESTONE, f"{tactic.id}/{name}", milestone, tactic.file, tactic)
                yield at(
                    "T308",
                    node,
                    f"nothing says when `{node.id}` is reached",
                    field="criterion",
                    label="no `criterion`",
                    help="add `criterion:` with what will be looked at, and who decides",
                )


RULE = Rule("T308", "milestone-without-criterion", Tier.ON_DEMAND, Severity.INFO, find, reach=Reach.OWN)
