"""A contingency whose time has come, and nobody has called it.

Its trigger holds today, and what it activates still stands by, or no `activated` says that it was put into effect. That
is what was agreed in quiet times for the day on which things go wrong; every day that passes makes it worth less.

Whoever owns it decides: put it into effect, make what it activates `active`, and write the day as `activated`. Or
decide against it, and change the trigger so that it says when it really is time. `alignplan risks` tells since when
it holds. What is unknown never holds: no measurement yet, money spent that nobody has written down.

A step is late by the working days after its due, through today, by the days that the plan's default calendar
works: its weekdays without its holidays. The contingencies of what is done, dropped or stands by, and of a
risk that is closed, are not asked.

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
    actions: {interviews: Interview 40 buyers}
  second-supplier: {title: Buy pectin from a second supplier, supports: share-2027, owner: mia, status: planned}
risks:
  supplier-fails:
    title: The only pectin supplier fails
    threatens: product-line
    probability: 20%
    impact: high
    response: reduce
    owner: mia
    occurred: 2026-11-09
    contingencies:
      stand-in: {when: {risk: supplier-fails, occurred: true}, activates: second-supplier}
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
    actions: {interviews: Interview 40 buyers}
  second-supplier:
    title: Buy pectin from a second supplier
    supports: share-2027
    owner: mia
    due: 2027-01-29
    status: active
    actions: {contract: Sign a contract for one year}
risks:
  supplier-fails:
    title: The only pectin supplier fails
    threatens: product-line
    probability: 20%
    impact: high
    response: reduce
    owner: mia
    occurred: 2026-11-09
    contingencies:
      stand-in:
        when: {risk: supplier-fails, occurred: true}
        activates: second-supplier
        activated: 2026-11-10
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignplan.analysis.assessment import Assessment
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Part, Reach, Related, Rule, Severity, Tier, at, related
from alignplan.rules.phrases import MOST_RELATED, enumerated

if TYPE_CHECKING:
    from alignplan.analysis.armed import Contingency


def find(plan: Assessment) -> Iterator[Finding]:
    """Armed contingencies of what is live and does not stand by."""
    for node in plan.judged(Kind.CONTINGENCY):
        if node.model.when is not None and plan.contingencies[node.id].armed:
            yield _armed(plan.contingencies[node.id])


def _armed(found: Contingency) -> Finding:
    assert found.reading is not None
    return at(
        "C603",
        found.node,
        f"`{found.node.id}` is armed: {found.reading.words}",
        field="when",
        label="holds today",
        help=_help(found),
        related=tuple(map(_waiting, found.stand_by[:MOST_RELATED])),
    )


def _help(found: Contingency) -> str:
    """What is still to be done."""
    steps = []
    if found.stand_by:
        steps.append(f"make {enumerated([f'`{node.id}`' for node in found.stand_by])} active")
    elif found.node.model.then:
        steps.append("do what `then` says")
    else:
        steps.append("put it into effect")
    if found.activated is None:
        steps.append("say `activated: DATE`")
    return f"{' and '.join(steps)}, or change the trigger if it is not time"


def _waiting(node: Node) -> Related:
    stated = node.model.status is not None
    return related(
        node,
        f"`{node.id}` stands by",
        *(("status",) if stated else ()),
        part=Part.VALUE if stated else Part.KEY,
    )


RULE = Rule("C603", "contingency-armed", Tier.BASIC, Severity.ERROR, find, reach=Reach.CALLS)
