"""A tactic that supports no objective.

A live tactic costs people and money. If it serves no objective, either the work is not needed or an ambition is
missing from the plan; in both cases nobody can say what would be lost if it stopped. What stands by for a
contingency must say what it would serve, too.

Tactics that are done or dropped are not judged. A `supports` that names something unknown is E009, and nothing
more.

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
  trade-newsletter:
    title: Start a trade newsletter
    owner: mia
    due: 2027-03
    milestones: {first-issue: {title: The first issue is out, due: 2027-03}}
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
  trade-newsletter:
    title: Start a trade newsletter
    supports: market-share
    owner: mia
    due: 2027-03
    milestones: {first-issue: {title: The first issue is out, due: 2027-03}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Rule, Severity, Tier, at


def find(plan: Assessment) -> Iterator[Finding]:
    """Live tactics without `supports`."""
    there = _there(len(plan.graph.kinds[Kind.OBJECTIVE]))
    for tactic in plan.judged(Kind.TACTIC, standing_by=True):
        if not tactic.model.supports:
            yield at(
                "A101",
                tactic,
                f"`{tactic.id}` serves no objective",
                field="supports",
                label="no `supports`",
                help=f"add `supports: ID`; {there}",
            )


def _there(objectives: int) -> str:
    if not objectives:
        return "the plan has no objectives yet"
    which = "the one there is" if objectives == 1 else f"the {objectives} there are"
    return f"`alignplan ls kind:objective` lists {which}"


RULE = Rule("A101", "orphan-tactic", Tier.BASIC, Severity.ERROR, find)
