"""Someone has more work in a month than there is of them.

Work that nobody has the time for is not done, or not well, and the plan learns of it last. Sooner or later
something has to give way: better it is decided than left to whoever is asked.

Open effort is spread evenly over the working days of who does it, from today, or the start of the action, to its
due; with a schedule in `schedule.lock.yaml` over the days that it gives (a day too much at the ends of a month is
no fault then: days do not tell hours). What several do is shared as they are assigned, and of `any_of` one is as
likely as another. Where no one's work drives an action (`duration`, `elapsed`), those who are `assigned` work on
it with their share each day. That is compared with the working days of a month × `capacity`, leave, public
holidays, first and last days left out; of this month, with what is left of it. The rule speaks where there is
more than 100 % (threshold `R501`). Days are person-days by the plan's calendar.

A team is judged where it has work of its own: with that of its people, against what they make together. What
falls wholly into someone's leave is R506. [`alignplan load`](../commands/load.md) shows the months.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: {name: Mia Lund, capacity: 80%}}
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
    start: 2026-12-01
    due: 2027-02-26
    actions:
      prototypes: {title: Build three prototypes, effort: 14d, due: 2026-12-31}
      shelf-test: {title: Test them on the shelf, effort: 20d}
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: {name: Mia Lund, capacity: 80%}}
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
    start: 2026-12-01
    due: 2027-02-26
    actions:
      prototypes: {title: Build three prototypes, effort: 14d, due: 2026-12-31}
      shelf-test: {title: Test them on the shelf, effort: 20d, start: 2027-01-04}
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from alignplan.analysis.assessment import Assessment
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Reach, Related, Rule, Severity, Tier, at, related
from alignplan.rules.phrases import MOST_RELATED, tenths

if TYPE_CHECKING:
    from alignplan.analysis.load.load import Loaded


def find(plan: Assessment) -> Iterator[Finding]:
    """People and teams with too much to do in a month."""
    from alignplan.analysis.load.open_work import has_work

    if has_work(plan.graph):
        from alignplan.analysis.load.overload import overloads

        for node, months in overloads(plan, (Kind.PERSON, Kind.TEAM), RULE.threshold(plan)):
            yield _finding(plan, node, months)


def _finding(plan: Assessment, node: Node, months: Sequence[Loaded]) -> Finding:
    first = months[0]
    rest = len(months) - 1
    more = f", and too much in {rest} more month{'s' if rest > 1 else ''}" if rest else ""
    return at(
        "R501",
        node,
        f"`{node.id}` has {tenths(first.demand)} days of work in {first.period.name}, "
        f"and {tenths(first.capacity or 0.0)} days to do it{more}",
        field="capacity",
        steps=(),
        label=f"{tenths(first.over)} days too much" if first.over else "nearly all of it",
        help=f"give some of it to others, move its dates or drop it; `alignplan load {node.id}` shows the months",
        related=tuple(_related(plan, first)),
    )


def _related(plan: Assessment, month: Loaded) -> Iterator[Related]:
    for part in month.parts[:MOST_RELATED]:
        action = plan.graph.find(part.id)
        if action is not None:
            yield related(action, f"{tenths(part.days)} days of it")


RULE = Rule(
    "R501",
    "overbooked",
    Tier.BASIC,
    Severity.WARNING,
    find,
    thresholds={"": 100.0},
    from_whole=True,
    reach=Reach.LOAD,
)
