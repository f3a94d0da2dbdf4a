"""Something that was begun or done before what it waits for.

Either the link is not true, then it makes every date behind it wrong; or the work was begun without what it
needs, and may have to be done again. Told is what has begun although the other is not done (`finish-start`) or
has not begun (`start-start`), and what is done although the other is not done (`finish-finish`) or has not begun
(`start-finish`). What has begun is active, paused or done; a milestone begins when it is reached.

With a negative lag it may begin before the other is done, once that has begun. What was dropped, and what stands
by, waits for nothing and is not waited for. What is done is judged like what is live, as long as the other is
live.

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
    actions:
      interviews: {title: Interview 40 buyers, progress: 60%}
      prototypes: {title: Build three prototypes, started: 2026-11-09, after: [interviews]}
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
    actions:
      interviews: {title: Interview 40 buyers, progress: 60%}
      prototypes: {title: Build three prototypes, started: 2026-11-09, after: [{interviews: start-start}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.linked import Waiting
from alignplan.analysis.premature import premature
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.rules.interface import Finding, Reach, Rule, Severity, Tier, at, part_of, related

_BEGUN = (Status.ACTIVE, Status.PAUSED)


def find(plan: Assessment) -> Iterator[Finding]:
    """What has begun, or is done, before what it waits for."""
    for waiting in premature(plan):
        yield _finding(plan, waiting)


def _finding(plan: Assessment, waiting: Waiting) -> Finding:
    item, other = waiting.item, waiting.other
    begun = plan.status(other) in _BEGUN
    what = "has not begun" if not begun else "is not done"
    return at(
        "S407",
        item,
        f"`{item.id}` {_came(plan, item)}, and `{other.id}`, for which it waits, {what}",
        field="after",
        steps=waiting.reference.steps,
        part=part_of(waiting.reference),
        label=what,
        help="say how far the other is, or link them as it is: `{ID: start-start}` for works that may overlap",
        related=(related(other, f"`{other.id}` {what}"),),
    )


def _came(plan: Assessment, item: Node) -> str:
    if plan.status(item) is not Status.DONE:
        return "has begun"
    return "is reached" if item.kind is Kind.MILESTONE else "is done"


RULE = Rule("S407", "out-of-turn", Tier.BASIC, Severity.WARNING, find, reach=Reach.LINKED)
