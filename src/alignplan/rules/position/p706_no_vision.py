"""A plan without a vision, a mission or a horizon.

Vision, mission and horizon are the frame against which everything else is judged: what the world looks like
when the plan has succeeded, what the organization is there for, and the time that it has. Without them every
objective is as good as any other.

One finding for each of the three that `plan` leaves out. A horizon needs a `start` or a `due`.

## Example

```yaml
alignplan: 1
plan:
  title: Northwind 2030
  vision: Every household in the region eats one Northwind product a week.
  horizon: {start: 2026-01-01, due: 2030-12-31}
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
plan:
  title: Northwind 2030
  vision: Every household in the region eats one Northwind product a week.
  mission: Make good food easy.
  horizon: {start: 2026-01-01, due: 2030-12-31}
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
from alignplan.rules.interface import Finding, Rule, Severity, Tier, at

_HELP = {
    "vision": "add `vision:` with what the world looks like when the plan has succeeded",
    "mission": "add `mission:` with what the organization is there for",
    "horizon": "add `horizon: {start: DATE, due: DATE}`, the first and the last day that the plan is about",
}


def find(plan: Assessment) -> Iterator[Finding]:
    """What the frame of the plan leaves out."""
    node = plan.graph.plan
    horizon = node.model.horizon
    there = {
        "vision": node.model.vision is not None,
        "mission": node.model.mission is not None,
        "horizon": horizon is not None and (horizon.start is not None or horizon.due is not None),
    }
    if not node.model.title and not any(there.values()):
        return  # Nothing of `plan` is there: that it is missing, or could not be read, has been told.
    for field, is_there in there.items():
        if not is_there:
            yield at(
                "P706",
                node,
                f"the plan has no {field}",
                field=field,
                steps=(),
                label=f"no `{field}`",
                help=_HELP[field],
            )


RULE = Rule("P706", "no-vision", Tier.STRICT, Severity.WARNING, find)
