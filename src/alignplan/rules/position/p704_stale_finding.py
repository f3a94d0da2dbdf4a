"""A finding about the organization's position that is old.

Where one stands changes: the competitor has left, the law was passed, the strength was copied. A plan that
answers the world of two years ago may be well kept and beside the point.

A finding is stale when its `as_of` is more than `P704` months ago (12). One without `as_of` is not judged:
nobody knows.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
position:
  loved-recipes: {title: Our recipes win every blind tasting, kind: strength, as_of: 2025-03-01}
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
  loved-recipes: {title: Our recipes win every blind tasting, kind: strength, as_of: 2026-03-01}
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
from alignplan.model.kinds import Kind
from alignplan.model.values import Duration
from alignplan.rules.interface import Finding, Part, Rule, Severity, Tier, at


def find(plan: Assessment) -> Iterator[Finding]:
    """Findings that were true so many months ago."""
    months = RULE.threshold(plan)
    fresh_until = Duration(months, "m")
    for node in plan.graph.kinds[Kind.FINDING]:
        as_of = node.model.as_of
        if as_of is not None and fresh_until.after(as_of) < plan.today:
            yield at(
                "P704",
                node,
                f"`{node.id}` is as of {as_of}, more than {months:g} months ago",
                field="as_of",
                part=Part.VALUE,
                label="is it still so?",
                help="look again and give it a new `as_of`, or remove it",
            )


RULE = Rule("P704", "stale-finding", Tier.STRICT, Severity.INFO, find, thresholds={"": 12})
