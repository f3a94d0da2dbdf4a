"""A thing that is needed for more days in a month than it has.

A room, a machine or a van that two works count on will keep one of them waiting, and nobody has decided which.

An action needs what it `uses` for as long as it takes: its `duration`, `elapsed` time, or its effort ÷ what those
who do it can do in a day. These days of use are spread evenly over the working days from today, or its start, to
its due, and compared with the working days of the month × the units that there are (`capacity`). Windows that
merely overlap are no fault: two works of a week each fit into one month. The rule speaks where two works or more
need over 100 % of them (threshold `R503`). What is not estimated is not counted.

With a schedule in `schedule.lock.yaml` the days are its own, and it also speaks where more units are taken at
once than there are. [`alignplan load`](../commands/load.md) shows the months.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people:
  mia: Mia Lund
  leo: Leo Berg
resources:
  pilot-kitchen: {title: Pilot kitchen, kind: facility}
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
      prototypes: {title: Build three prototypes, effort: 18d, due: 2026-12-31, uses: pilot-kitchen}
      tastings: {title: Taste them with 40 buyers, owner: leo, effort: 20d, uses: pilot-kitchen}
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people:
  mia: Mia Lund
  leo: Leo Berg
resources:
  pilot-kitchen: {title: Pilot kitchen, kind: facility}
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
      prototypes: {title: Build three prototypes, effort: 18d, due: 2026-12-31, uses: pilot-kitchen}
      tastings:
        title: Taste them with 40 buyers
        owner: leo
        effort: 20d
        start: 2027-01-04
        uses: pilot-kitchen
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from alignplan.analysis.assessment import Assessment
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Reach, Rule, Severity, Tier, at, related
from alignplan.rules.phrases import MOST_RELATED, enumerated, tenths

if TYPE_CHECKING:
    from alignplan.analysis.load.at_once import Clash
    from alignplan.analysis.load.load import Loaded


def find(plan: Assessment) -> Iterator[Finding]:
    """Things that are taken at once by the schedule, or too much in a month."""
    from alignplan.analysis.load.open_work import has_work

    if not plan.graph.kinds[Kind.RESOURCE] or not has_work(plan.graph):
        return
    from alignplan.analysis.load.at_once import clashes
    from alignplan.analysis.load.overload import overloads

    clashing = {clash.thing.id: clash for clash in clashes(plan)}
    months = {node.id: found for node, found in overloads(plan, (Kind.RESOURCE,), RULE.threshold(plan))}
    for thing in plan.graph.kinds[Kind.RESOURCE]:
        if thing.id in clashing:
            yield _at_once(plan, clashing[thing.id])
        elif thing.id in months:
            yield _in_month(plan, thing, months[thing.id])


def _in_month(plan: Assessment, thing: Node, months: Sequence[Loaded]) -> Finding:
    first, rest = months[0], len(months) - 1
    more = f", and for too many in {rest} more month{'s' if rest > 1 else ''}" if rest else ""
    return at(
        "R503",
        thing,
        f"`{thing.id}` is needed for {tenths(first.demand)} days in {first.period.name}, "
        f"and there are {tenths(first.capacity or 0.0)}{more}",
        field="capacity",
        steps=(),
        label=f"{tenths(first.over)} days too many" if first.over else "nearly all of them",
        help=f"move one of the works, or find another; `alignplan load {thing.id}` shows the months",
        related=tuple(
            related(action, f"{tenths(part.days)} days of it")
            for part in first.parts[:MOST_RELATED]
            if (action := plan.graph.find(part.id)) is not None
        ),
    )


def _at_once(plan: Assessment, clash: Clash) -> Finding:
    names = enumerated([f"`{id}`" for id in clash.actions])
    return at(
        "R503",
        clash.thing,
        f"`{clash.thing.id}` is taken by {names} at once on {clash.day}, by `schedule.lock.yaml`",
        field="capacity",
        steps=(),
        label=f"{clash.units:g} of {clash.capacity:g}",
        help="schedule it anew: `alignplan schedule --lock`",
        related=tuple(
            related(action, "takes it then")
            for id in clash.actions[:MOST_RELATED]
            if (action := plan.graph.find(id)) is not None
        ),
    )


RULE = Rule(
    "R503",
    "double-booked",
    Tier.BASIC,
    Severity.WARNING,
    find,
    thresholds={"": 100.0},
    from_whole=True,
    reach=Reach.LOAD,
)
