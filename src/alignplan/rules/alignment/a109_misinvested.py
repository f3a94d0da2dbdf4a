"""Money or work goes elsewhere than the weights say.

Weights say what matters, budgets and effort say what is done about it. Where an objective that weighs a fifth has half
of the money, either the weights are wrong or the money is; both are worth saying aloud before the year is over.

In each group of siblings (the root objectives, or the children of one objective) the group share of an objective is
compared with its part of all that is invested in the group: Σ `budget.planned` of the tactics below it that count, and
Σ effort of their actions, in person-days; what a tactic or objective gives to several is divided by its links. The rule
speaks where the two lie more than 15 points apart (threshold `A109`). A group in which nobody states a weight has no
intention, and one in which nothing is stated of money or of effort is not judged by it. What begins more than `lead`
days after today (90) is not yet asked for its part.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030, currency: EUR}
people: {mia: Mia Lund}
objectives:
  market-share:
    title: Capture 25 % of the regional market
    owner: mia
    due: 2030
    weight: 70
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 25}}
  known-brand:
    title: Be the brand that shoppers name first
    owner: mia
    due: 2030
    weight: 30
    kpis: {first-named: {title: Shoppers who name us first, unit: "%", baseline: 11, target: 30}}
tactics:
  product-line:
    title: Enhance the product line
    supports: market-share
    owner: mia
    due: 2027-06
    budget: {planned: 100000}
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2027-06}}
  campaign:
    title: Advertise in autumn
    supports: known-brand
    owner: mia
    due: 2027-06
    budget: {planned: 150000}
    milestones: {on-air: {title: The first spot is on air, due: 2027-06}}
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030, currency: EUR}
people: {mia: Mia Lund}
objectives:
  market-share:
    title: Capture 25 % of the regional market
    owner: mia
    due: 2030
    weight: 70
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 25}}
  known-brand:
    title: Be the brand that shoppers name first
    owner: mia
    due: 2030
    weight: 30
    kpis: {first-named: {title: Shoppers who name us first, unit: "%", baseline: 11, target: 30}}
tactics:
  product-line:
    title: Enhance the product line
    supports: market-share
    owner: mia
    due: 2027-06
    budget: {planned: 180000}
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2027-06}}
  campaign:
    title: Advertise in autumn
    supports: known-brand
    owner: mia
    due: 2027-06
    budget: {planned: 70000}
    milestones: {on-air: {title: The first spot is on air, due: 2027-06}}
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.investment import Investment, Means, investments, misinvested
from alignplan.analysis.wording import percent_text
from alignplan.rules.interface import Finding, Reach, Rule, Severity, Tier, at
from alignplan.rules.phrases import enumerated

_OF = {Means.MONEY: "the money", Means.EFFORT: "the work"}


def find(plan: Assessment) -> Iterator[Finding]:
    """Objectives with more or less than their weight says, group by group."""
    points = RULE.threshold(plan)
    for one in investments(plan):
        off = [means for means in Means if misinvested(one, means, plan, points)]
        if off:
            yield _finding(one, off)


def _finding(one: Investment, off: Sequence[Means]) -> Finding:
    objective = one.objective
    parts = enumerated([f"{percent_text(one.share(means) or 0.0)} of {_OF[means]}" for means in off])
    more = all((one.apart(means) or 0.0) > 0 for means in off)
    less = all((one.apart(means) or 0.0) < 0 for means in off)
    verb = (
        "move some of it to its siblings" if more else "move some here" if less else "move what is too much"
    )
    return at(
        "A109",
        objective,
        f"`{objective.id}` weighs {percent_text(one.group_share)} {_where(one)} and has {parts}",
        field="weight",
        steps=("weight",) if objective.model.weight is not None else (),
        label=f"{percent_text(one.group_share)} of what is above",
        help=f"{verb}, or change the weights",
    )


def _where(one: Investment) -> str:
    return f"in `{one.above}`" if one.above else "among the root objectives"


RULE = Rule(
    "A109",
    "misinvested",
    Tier.ON_DEMAND,
    Severity.WARNING,
    find,
    thresholds={"": 15.0},
    from_whole=True,
    reach=Reach.ALL,
)
