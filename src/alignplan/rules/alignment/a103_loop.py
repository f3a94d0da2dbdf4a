"""Objectives that realize each other in a circle.

`parent` says which larger ambition an objective realizes. Where it runs in a circle, each of them is only there
for the next, none is an ambition of its own, and neither progress nor dates can be handed up. One finding
prints the smallest circle of each part of the plan that runs in one, beginning with the objective that stands
first.

Done and dropped objectives close no circle. While an objective runs in one, its dates are not judged against
its parent's.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  market-share:
    title: Capture 25 % of the regional market
    parent: new-range
    owner: mia
    due: 2030
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 25}}
  new-range:
    title: Bring three new spreads to the shelf
    parent: market-share
    owner: mia
    due: 2027-06
    kpis: {spreads: {title: New spreads on the shelf, unit: spreads, baseline: 0, target: 3}}
tactics:
  product-line:
    title: Enhance the product line
    supports: new-range
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
  new-range:
    title: Bring three new spreads to the shelf
    parent: market-share
    owner: mia
    due: 2027-06
    kpis: {spreads: {title: New spreads on the shelf, unit: spreads, baseline: 0, target: 3}}
tactics:
  product-line:
    title: Enhance the product line
    supports: new-range
    owner: mia
    due: 2027-06
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2027-06}}
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignplan.analysis.assessment import Assessment
from alignplan.rules.interface import Finding, Part, Rule, Severity, Tier, at, related
from alignplan.rules.phrases import MOST_RELATED

_MOST_PRINTED = 12


def find(plan: Assessment) -> Iterator[Finding]:
    """The smallest circle of each part of the plan that runs in one."""
    for circle in plan.loops.smallest:
        first = plan.graph.top[circle[0]]
        after = circle[1] if len(circle) > 1 else circle[0]
        others = [plan.graph.top[id] for id in circle[1 : MOST_RELATED + 1]]
        turned = [*circle[1:], circle[0]]
        yield at(
            "A103",
            first,
            f"`parent` runs in a circle: {_printed(circle)}",
            field="parent",
            steps=("parent", after),
            part=Part.KEY,
            label="its own parent" if len(circle) == 1 else "the circle begins here",
            help="take out one `parent`: the largest ambition of them has none of the others above it",
            related=tuple(
                related(node, f"`{node.id}` has the parent `{above}`", "parent", above)
                for node, above in zip(others, turned[1:], strict=False)
            ),
        )


def _printed(circle: Sequence[str]) -> str:
    """`a` → `b` → `a`; the middle of a very long one is left out."""
    names = [f"`{id}`" for id in circle]
    if len(names) > _MOST_PRINTED:
        left_out = len(names) - _MOST_PRINTED
        names = [*names[: _MOST_PRINTED - 1], f"… {left_out} more …", names[-1]]
    return " → ".join([*names, f"`{circle[0]}`"])


RULE = Rule("A103", "loop", Tier.BASIC, Severity.ERROR, find)
