"""A KPI that is made of itself.

`series`, `numerator` and `denominator`, `sum` and `mean` say from which other KPIs the values of one come. Where
that runs in a circle, each waits for the next and none has a value: nobody measures anything. One finding
prints the smallest circle of each part of the plan that runs in one, beginning with the KPI that stands first.

Everything that is made of a KPI in a circle has no data either; that is not told as well. A KPI that has both
actuals of its own and a `series` is in a circle too: it takes its unit and baseline from there.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  jars:
    title: Sell 500,000 jars in 2027
    owner: mia
    start: 2027-01-01
    due: 2027-12-31
    kpis:
      sold: {title: Jars sold, unit: jars, baseline: 0, target: 500000, sum: [sold-shops]}
kpis:
  sold-shops: {title: Jars sold in shops, unit: jars, sum: [jars/sold]}
tactics:
  tastings: {title: Hold 40 tastings, supports: jars, owner: mia, start: 2027-06-01, due: 2027-09-30}
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  jars:
    title: Sell 500,000 jars in 2027
    owner: mia
    start: 2027-01-01
    due: 2027-12-31
    kpis:
      sold: {title: Jars sold, unit: jars, baseline: 0, target: 500000, sum: [sold-shops, sold-online]}
kpis:
  sold-shops: {title: Jars sold in shops, unit: jars}
  sold-online: {title: Jars sold online, unit: jars}
tactics:
  tastings: {title: Hold 40 tastings, supports: jars, owner: mia, start: 2027-06-01, due: 2027-09-30}
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignplan.analysis.assessment import Assessment
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Part, Rule, Severity, Tier, at, related
from alignplan.rules.phrases import MOST_RELATED

_MOST_PRINTED = 12
_KPIS = frozenset((Kind.KPI,))


def find(plan: Assessment) -> Iterator[Finding]:
    """The smallest circle of each part of the plan in which KPIs are made of themselves."""
    for circle in plan.kpi_circles:
        (id, first), others = circle[0], circle[1 : MOST_RELATED + 1]
        yield at(
            "M213",
            _kpi(plan, id),
            f"`{id}` is made of itself: {_printed([id for id, _ in circle])}",
            field=first.field,
            steps=first.steps,
            part=Part.VALUE,
            label="its own part" if len(circle) == 1 else "the circle begins here",
            help="name a KPI that is measured",
            related=tuple(
                related(_kpi(plan, other), f"`{other}` is made of `{link.id}`", *link.steps, part=Part.VALUE)
                for other, link in others
            ),
        )


def _kpi(plan: Assessment, id: str) -> Node:
    node = plan.graph.find(id, _KPIS)
    assert node is not None
    return node


def _printed(circle: Sequence[str]) -> str:
    """`a` → `b` → `a`; the middle of a very long one is left out."""
    names = [f"`{id}`" for id in circle]
    if len(names) > _MOST_PRINTED:
        left_out = len(names) - _MOST_PRINTED
        names = [*names[: _MOST_PRINTED - 1], f"… {left_out} more …", names[-1]]
    return " → ".join([*names, f"`{circle[0]}`"])


RULE = Rule("M213", "kpi-circle", Tier.BASIC, Severity.ERROR, find)
