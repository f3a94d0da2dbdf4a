"""Work that waits for itself.

Each of these works may begin or end only after the next, and the last only after the first: none of them can
ever be done, and no schedule can be computed. The smallest circle is printed, with the place of each of its
links; one of them is mostly the wrong way round.

Links are taken at their word: `finish-start` (the default), `start-start`, `finish-finish` and `start-finish`
connect the starts and finishes of works, and a step lies within its tactic. Two works that start and finish
together are no circle; an action that waits for its own tactic is one. Lags play no part. What is done or
dropped waits for nothing; what stands by is judged like what is live.

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
      interviews: {title: Interview 40 buyers, after: [shelf-test]}
      prototypes: {title: Build three prototypes, after: [interviews]}
      shelf-test: {title: Test them on the shelf, after: [prototypes]}
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
      interviews: Interview 40 buyers
      prototypes: {title: Build three prototypes, after: [interviews]}
      shelf-test: {title: Test them on the shelf, after: [prototypes]}
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.dependencies import Wait, circles
from alignplan.rules.interface import Finding, Part, Reach, Rule, Severity, Tier, at, related

_MOST_SHOWN = 12


def find(plan: Assessment) -> Iterator[Finding]:
    """The smallest circle of each group of works that wait for each other."""
    for circle in circles(plan.graph, plan.statuses):
        first = circle[0]
        stated = [wait for wait in circle[1:] if wait.steps]
        yield at(
            "S403",
            first.item,
            _told(circle),
            field="after",
            steps=first.steps,
            part=Part.KEY,
            label="waits for itself" if len(circle) == 1 else f"waits for `{first.other.id}`",
            help="remove or turn round one of these links; works that may overlap are linked `{ID: start-start}`",
            related=tuple(
                related(wait.item, f"`{wait.item.id}` waits for `{wait.other.id}`", *wait.steps)
                for wait in stated
            ),
        )


def _told(circle: Sequence[Wait]) -> str:
    """The circle in words; of a very long one its ends."""
    if len(circle) == 1:
        return f"`{circle[0].item.id}` waits for itself"
    if len(circle) == 2 and all(wait.steps for wait in circle):
        return f"`{circle[0].item.id}` and `{circle[1].item.id}` wait for each other"
    links = [_link(wait) for wait in circle]
    if len(links) > _MOST_SHOWN:
        left_out = len(links) - _MOST_SHOWN + 1
        links = [*links[: _MOST_SHOWN - 2], f"and so on over {left_out} more", links[-1]]
    return f"a circle of {len(circle)}: `{circle[0].item.id}` {', which '.join(links)}"


def _link(wait: Wait) -> str:
    if wait.steps:
        return f"waits for `{wait.other.id}`"
    word = "is part of" if wait.item.parent is not None else "holds"
    return f"{word} `{wait.other.id}`"


RULE = Rule("S403", "dependency-circle", Tier.BASIC, Severity.ERROR, find, reach=Reach.STEPS)
