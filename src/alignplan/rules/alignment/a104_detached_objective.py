"""An objective that belongs to no larger ambition and is none itself.

Once a plan says with `strategic: true` which objectives stand for themselves, every other one should say with
`parent` which of them it realizes. One that does neither is work that drifted in: nobody can tell what it is
for, and it takes its share of attention from the ambitions that were agreed.

Live objectives are judged, and only where some other objective is marked `strategic: true`.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  market-share:
    title: Capture 25 % of the regional market
    strategic: true
    owner: mia
    due: 2030
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 25}}
  new-range:
    title: Bring three new spreads to the shelf
    owner: mia
    due: 2027-06
    kpis: {spreads: {title: New spreads on the shelf, unit: spreads, baseline: 0, target: 3}}
tactics:
  product-line:
    title: Enhance the product line
    supports: [new-range, market-share]
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
    strategic: true
    owner: mia
    due: 2030
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 25}}
  new-range:
    title: Bring three new spreads to the shelf
    parent: market-share
    owner: mia
    due: 2027-06
    kpis: {spreads: {title: New spreads on the shelf, unit: spreads, baseline: 0, target: 3}}
tactics:
  product-line:
    title: Enhance the product line
    supports: [new-range, market-share]
    owner: mia
    due: 2027-06
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2027-06}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Part, Rule, Severity, Tier, at, related


def find(plan: Assessment) -> Iterator[Finding]:
    """Live objectives with neither `parent` nor `strategic: true`."""
    strategic = next((node for node in plan.graph.kinds[Kind.OBJECTIVE] if node.model.strategic), None)
    if strategic is None:
        return
    for objective in plan.judged(Kind.OBJECTIVE):
        if not objective.model.parent and not objective.model.strategic:
            yield at(
                "A104",
                objective,
                f"`{objective.id}` realizes no other objective and is not marked as strategic",
                field="parent",
                label="neither `parent` nor `strategic: true`",
                help="add `parent: ID` of the ambition that it realizes, or `strategic: true` if it is one",
                related=(related(strategic, f"`{strategic.id}` is strategic", "strategic", part=Part.VALUE),),
            )


RULE = Rule("A104", "detached-objective", Tier.STRICT, Severity.WARNING, find)
