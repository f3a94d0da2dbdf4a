"""An objective or tactic that nobody answers for.

What belongs to everyone is done by no one. An owner is the person or team to ask how it goes, who raises the
alarm when it does not go, and who may decide within it.

Live objectives and tactics need an `owner` of their own, however far off they are; nothing is inherited from
above. Actions, milestones and contingencies have their tactic's owner, KPIs their objective's. What stands by
is not asked yet.

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
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2027-06}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.needs import Need, owned
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Rule, Severity, Tier, at


def find(plan: Assessment) -> Iterator[Finding]:
    """Objectives and tactics without an owner."""
    for kind in (Kind.OBJECTIVE, Kind.TACTIC):
        for node in plan.judged(kind):
            if owned(plan, node) is Need.MISSING:
                yield at(
                    "T302",
                    node,
                    f"nobody owns `{node.id}`",
                    field="owner",
                    label="no `owner`",
                    help="add `owner: ID` of a person or a team; `alignplan ls kind:person kind:team` lists them",
                )


RULE = Rule("T302", "unowned", Tier.BASIC, Severity.WARNING, find)
