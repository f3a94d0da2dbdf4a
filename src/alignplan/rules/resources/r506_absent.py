"""All of an action lies in days on which someone who is to do it is away.

It will not be done, or by somebody else who does not know it yet. Vacations are known long before, and people who
leave say when: the plan is the place where the two meet.

It looks at the people who are `assigned`, and at the one who does it alone: the `owner`, else the tactic's. Of
`any_of` all have to be away. The days are those from today, or its start, to its due, as stated, inherited, or as
they are in `schedule.lock.yaml`; away is who has `leave` on all working days of them, or is not there yet
(`from`) or no more (`until`). Leave of some hours is no fault. What is overdue is [S404](S404.md).

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people:
  mia: Mia Lund
  leo: {name: Leo Berg, leave: {from: 2026-12-14, until: 2027-01-08}}
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
      interviews: {title: Interview 40 buyers, assigned: leo, start: 2026-12-14, due: 2026-12-23}
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people:
  mia: Mia Lund
  leo: {name: Leo Berg, leave: {from: 2026-12-14, until: 2027-01-08}}
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
      interviews: {title: Interview 40 buyers, assigned: leo, start: 2027-01-11, due: 2027-01-22}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignplan.analysis.assessment import Assessment
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Reach, Related, Rule, Severity, Tier, at, related
from alignplan.rules.phrases import enumerated

if TYPE_CHECKING:
    from alignplan.analysis.load.absent import Absence, Away


def find(plan: Assessment) -> Iterator[Finding]:
    """Open actions that someone cannot do because they are away."""
    if any(_is_ever_away(person) for person in plan.graph.kinds[Kind.PERSON]):
        from alignplan.analysis.load.absent import absences

        for found in absences(plan):
            yield _finding(found)


def _is_ever_away(person: Node) -> bool:
    model = person.model
    return bool(model.leave) or model.from_ is not None or model.until is not None


def _finding(found: Absence) -> Finding:
    action = found.action
    names = enumerated([f"`{away.person.id}`" for away in found.away])
    are = "is" if len(found.away) == 1 else "are"
    days = f"on {found.first}" if found.first == found.last else f"from {found.first} to {found.last}"
    return at(
        "R506",
        action,
        f"{names} {are} away on every day of `{action.id}`, {days}",
        field=found.field,
        label="away all the time",
        help="move the action, or let somebody else do it (`assigned`)",
        related=tuple(map(_away, found.away)),
    )


def _away(away: Away) -> Related:
    return related(away.person, f"`{away.person.id}` is away", away.key)


RULE = Rule("R506", "absent", Tier.BASIC, Severity.WARNING, find, from_whole=True, reach=Reach.STEPS)
