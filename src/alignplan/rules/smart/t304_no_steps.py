"""A tactic with neither actions nor milestones.

A tactic says what is to be done for an objective; its steps say how it will be done, and whether it is being
done. Without any, its progress is what somebody feels.

Live tactics need an action or a milestone that is not dropped. A tactic that begins more than `lead` days after
today (90) is not asked yet: near work is planned finely, far work coarsely. Neither is what stands by.

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
  price-ladder:
    title: Rework the price ladder
    supports: market-share
    owner: mia
    due: 2027-03
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
  price-ladder:
    title: Rework the price ladder
    supports: market-share
    owner: mia
    due: 2027-03
    actions:
      elasticities: {title: Measure what price does to volume, effort: 12d, due: 2027-01}
      new-list: {title: Write the new price list, effort: 8d, after: elasticities}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.needs import Need, stepped
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Reach, Rule, Severity, Tier, at


def find(plan: Assessment) -> Iterator[Finding]:
    """Tactics without steps."""
    for tactic in plan.judged(Kind.TACTIC):
        if stepped(plan, tactic) is Need.MISSING:
            dropped = bool(tactic.model.actions or tactic.model.milestones)
            yield at(
                "T304",
                tactic,
                f"all steps of `{tactic.id}` are dropped" if dropped else f"`{tactic.id}` has no steps",
                field="actions",
                steps=(),
                label="neither `actions` nor `milestones`" if not dropped else "no step is left",
                help="add `actions: {ID: What is done first}`, or a milestone that tells when it is reached",
            )


RULE = Rule("T304", "no-steps", Tier.BASIC, Severity.WARNING, find, reach=Reach.OWN)
