"""An action so large that nobody sees it go wrong.

An action of half a year is at 50 % for months. Split into pieces, it shows after the first of them whether the
estimate holds, and others can begin where it ends.

A live action is a giant when its `effort` (of three points the likely one) is over `T307` person-days (40).
Hours and weeks are counted by the plan's default calendar. What stands by is not judged.

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
    actions:
      recipes: {title: Develop three recipes, effort: 60d}
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
    actions:
      recipes: {title: Develop three recipes on paper, effort: 15d}
      prototypes: {title: Cook and taste them, effort: 30d, after: recipes}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.effort import person_days
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Part, Reach, Rule, Severity, Tier, at
from alignplan.rules.phrases import number


def find(plan: Assessment) -> Iterator[Finding]:
    """Live actions with more effort than one action should have."""
    most = RULE.threshold(plan)
    for tactic in plan.judged(Kind.TACTIC):
        for name, action in tactic.model.actions.items():
            days = person_days(action, plan.week)
            if days is None or days <= most:
                continue
            node = Node(Kind.ACTION, f"{tactic.id}/{name}", action, tactic.file, tactic)
            if plan.live(node):
                yield at(
                    "T307",
                    node,
                    f"`{node.id}` takes {number(days)} person-days, more than {number(most)}",
                    field="effort",
                    part=Part.VALUE,
                    label=f"over {number(most)} d",
                    help="split it into actions that can each be seen to be done",
                )


RULE = Rule("T307", "giant-action", Tier.STRICT, Severity.INFO, find, thresholds={"": 40}, reach=Reach.OWN)
