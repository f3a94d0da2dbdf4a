"""A title that only keeps the place of one.

TODO, TBD and `[Title]` are left behind by templates and by meetings that ran out of time. They look like a plan
from afar, and everyone who reads them thinks that someone else knows.

Judged are the titles of everything in a plan, the plan's own too; of objectives, tactics, actions, milestones
and risks while they are live and do not stand by. A title is a placeholder when it is nothing but TODO, TBD,
TBA, FIXME, *to be defined*, *n/a*, *placeholder* or their like, when it begins with `TODO` or `TBD`, when all
of it stands in `[ ]`, `< >` or `{ }`, and when it has neither a letter nor a digit.

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
    title: TBD
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
from alignplan.analysis.placeholders import is_placeholder
from alignplan.analysis.titles import titled
from alignplan.rules.interface import Finding, Reach, Rule, Severity, Tier, at


def find(plan: Assessment) -> Iterator[Finding]:
    """Titles that are placeholders."""
    for entry in titled(plan.graph, keep=is_placeholder):
        node = entry.node
        if plan.live(node) and not plan.stands_by(node):
            yield at(
                "T309",
                node,
                f"the title of `{node.id}` is a placeholder",
                field="title",
                label="nothing is said yet",
                help="write what it is, or remove it until somebody knows",
            )


RULE = Rule("T309", "placeholder", Tier.BASIC, Severity.WARNING, find, reach=Reach.OWN)
