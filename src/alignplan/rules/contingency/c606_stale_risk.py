"""A risk whose day of review has passed.

Risks change while nobody looks: a supplier recovers, a date comes near. The `review` is the day on which
someone wanted to look again, and it is before today. Look, correct probability and impact, and set the next
day; a risk that cannot happen any more is `closed`.

Risks that are not closed are judged, with whatever impact; one without a `review` is not asked for it.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  share-2027:
    title: Reach 21 % by the end of 2027
    owner: mia
    start: 2026-01-01
    due: 2027-12-31
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 21}}
tactics:
  product-line:
    title: Enhance the product line
    supports: share-2027
    owner: mia
    due: 2027-09-30
    budget: {planned: 400000}
    actions: {interviews: Interview 40 buyers}
    moves: {share-2027/share: +3}
risks:
  sugar-price:
    title: Sugar costs a fifth more for a season
    probability: 10%
    impact: medium
    owner: mia
    review: 2026-09-30
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  share-2027:
    title: Reach 21 % by the end of 2027
    owner: mia
    start: 2026-01-01
    due: 2027-12-31
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 21}}
tactics:
  product-line:
    title: Enhance the product line
    supports: share-2027
    owner: mia
    due: 2027-09-30
    budget: {planned: 400000}
    actions: {interviews: Interview 40 buyers}
    moves: {share-2027/share: +3}
risks:
  sugar-price:
    title: Sugar costs a fifth more for a season
    probability: 10%
    impact: medium
    owner: mia
    review: 2027-01-31
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Rule, Severity, Tier, at


def find(plan: Assessment) -> Iterator[Finding]:
    """Risks that were to be looked at before today."""
    for risk in plan.judged(Kind.RISK):
        review = risk.model.review
        if review is not None and review < plan.today:
            days = (plan.today - review).days
            yield at(
                "C606",
                risk,
                f"`{risk.id}` was to be reviewed on {review}",
                field="review",
                label="yesterday" if days == 1 else f"{days} days ago",
                help="review it and set the next day, or say `closed: DATE`",
            )


RULE = Rule("C606", "stale-risk", Tier.STRICT, Severity.INFO, find)
