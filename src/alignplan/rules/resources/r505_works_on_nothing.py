"""Effort that leads to no objective.

People's days are the scarcest thing in a plan. What they spend on work that serves nothing is missing where it
would count, and it is seldom seen: each piece is small, and someone asked for it.

It speaks of live tactics that support no objective, dropped ones left out, and whose actions state an effort.
Where [A101](A101.md) or [A105](A105.md) runs, that says it already: this is for plans that ignore them since
everyday work is in them, too, and still want to see what it takes. [`alignplan load
--alignment`](../commands/load.md) shows the sum beside all the work.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people:
  mia: Mia Lund
  leo: Leo Berg
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
    actions: {interviews: {title: Interview 40 buyers, effort: 10d}}
  price-lists:
    title: Print the price lists
    owner: leo
    due: 2027-09-30
    actions: {spring: {title: Print those for spring, effort: 15d}}
lint:
  ignore: [A101]  # everyday work is in the plan, too
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people:
  mia: Mia Lund
  leo: Leo Berg
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
    actions: {interviews: {title: Interview 40 buyers, effort: 10d}}
  price-lists:
    title: Print the price lists
    supports: share-2027
    owner: leo
    due: 2027-09-30
    actions: {spring: {title: Print those for spring, effort: 15d}}
lint:
  ignore: [A101]  # everyday work is in the plan, too
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from alignplan.analysis.assessment import Assessment
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Reach, Rule, Severity, Tier, at
from alignplan.rules.phrases import number

_DEAD = "A105"
"""Says of a tactic that supports only what is dropped all that there is to say, where it runs."""


def find(plan: Assessment) -> Iterator[Finding]:
    """Live tactics with effort and without an objective."""
    from alignplan.analysis.investment import effort_of

    for tactic in _unaligned(plan):
        days = effort_of(tactic, plan)
        if days:
            found = at(
                "R505",
                tactic,
                f"{number(days)} days of work on `{tactic.id}` lead to no objective",
                field="supports",
                label="serves nothing",
                help="say what it serves (`supports: ID`), or put the people on what serves something",
            )
            yield replace(found, after=((_DEAD, tactic.id),))


def _unaligned(plan: Assessment) -> Iterator[Node]:
    from alignplan.analysis.load.alignment import serves_nothing

    return (tactic for tactic in plan.judged(Kind.TACTIC) if serves_nothing(plan, tactic))


RULE = Rule(
    "R505",
    "works-on-nothing",
    Tier.STRICT,
    Severity.WARNING,
    find,
    quiet_after=("A101",),
    from_whole=True,
    reach=Reach.FIGURES,
    watches=_unaligned,
)
