"""A tactic that supports no objective.

A live tactic costs people and money. If it serves no objective, either the work is not needed or an ambition is
missing from the plan; in both cases nobody can say what would be lost if it stopped. What stands by for a
contingency must say what it would serve, too.

The tactic is not judged when it is done or dropped.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
objectives:
  market-share: {title: Capture 25 % of the regional market}
tactics:
  trade-newsletter: {title: Start a trade newsletter}
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
objectives:
  market-share: {title: Capture 25 % of the regional market}
tactics:
  trade-newsletter: {title: Start a trade newsletter, supports: market-share}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Rule, Severity, Tier, at


def find(plan: Assessment) -> Iterator[Finding]:
    """Live tactics without `supports`."""
    objectives = len(plan.graph.kinds[Kind.OBJECTIVE])
    there = f"`alignplan ls kind:objective` lists the {objectives} there are" if objectives else "the plan has no objectives yet"
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


RULE = Rule("A101", "orphan-tactic", Tier.BASIC, Severity.ERROR, find)
