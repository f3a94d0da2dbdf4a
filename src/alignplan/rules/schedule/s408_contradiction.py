"""Dates and links that cannot hold together, whatever anybody does.

What has to be done by a day (`due: {date: …, must: true}`) can only be done by then if all that comes first leaves
time for it. Here it does not, even if all people and things were free for it alone: its must, the days before which
nothing may begin (`not_before`, the first day of its tactic, today), the links with their lags, and the time that each
work takes at least, contradict each other. The smallest set of them is named; one of them has to give way.

The same is told of a link that may not take longer (`at most`) where what follows can only come later. A plan that
contradicts itself still gets a schedule, the least late one. What is only wished for contradicts nothing: a `due` that
is no must, and a planned `start`, are told of by S402 and S405. A must that has passed already is S404.

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
      prototypes: {title: Build three prototypes, effort: 30d, not_before: 2027-01-11}
      shelf-test:
        title: Test them on the shelf
        duration: 4w
        due: {date: 2027-02-26, must: true}
        after: [prototypes]
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
      prototypes: {title: Build three prototypes, effort: 30d, not_before: 2026-12-01}
      shelf-test:
        title: Test them on the shelf
        duration: 4w
        due: {date: 2027-02-26, must: true}
        after: [prototypes]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.graph.nodes import Node
from alignplan.rules.interface import Finding, Reach, Related, Rule, Severity, Tier, at, related

_MOST_SHOWN = 8


def find(plan: Assessment) -> Iterator[Finding]:
    """What cannot hold together."""
    from alignplan.analysis.schedule.contradictions import contradictions, may_contradict
    from alignplan.analysis.schedule.grounds import told

    if not may_contradict(plan):
        return
    for found in contradictions(plan.draft):
        case = told(plan, found)
        yield at(
            "S408",
            case.item,
            case.words,
            field=case.field,
            steps=case.steps,
            label=f"not before {case.finish}" if case.field == "due" else "takes longer",
            help="one of these has to give way: the must, a day before which nothing begins, a link, or an estimate",
            related=_related(case.grounds),
        )


def _related(grounds: tuple[tuple[Node, str, tuple[str | int, ...]], ...]) -> tuple[Related, ...]:
    return tuple(related(node, words, *steps) for node, words, steps in grounds[:_MOST_SHOWN])


def watches(plan: Assessment) -> Iterator[Node]:
    """All work that is scheduled, where anything may contradict."""
    from alignplan.analysis.schedule.contradictions import may_contradict
    from alignplan.model.kinds import Kind

    return iter(plan.graph.kinds[Kind.TACTIC] if may_contradict(plan) else ())


RULE = Rule(
    "S408",
    "contradiction",
    Tier.BASIC,
    Severity.ERROR,
    find,
    quiet_after=("S403",),
    reach=Reach.FIGURES,
    watches=watches,
)
