"""A person who has nothing to do for any objective.

They may be free for what is short of people, or what they do is not in the plan: then nobody sees what it costs,
nor what would be lost if they left. To be looked at now and then, and where people are to be found for new work.

Work is to own something live (an objective, a tactic, an open action or milestone), or to be one of those who do
an open action: who is `assigned`, in `any_of`, has the skills that are asked for, or is in a team that does. Of
tactics only those count that serve an objective. Nothing is told of people who have left (`until`), or who come
later than `lead` days from today (90).

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
    actions: {interviews: Interview 40 buyers}
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
    actions: {interviews: {title: Interview 40 buyers, owner: leo}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.standpoint import LEAD_DAYS
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Reach, Rule, Severity, Tier, at


def find(plan: Assessment) -> Iterator[Finding]:
    """People who are there, and whom nothing live and aligned names."""
    from alignplan.analysis.load.busy import busy

    named = busy(plan)
    for person in plan.graph.kinds[Kind.PERSON]:
        if _is_there(plan, person) and not {person.id, person.model.team} & named:
            yield at(
                "R502",
                person,
                f"`{person.id}` has nothing to do for any objective",
                label="no live work names them",
                help="say what they work on (`assigned`), or see where people are short: `alignplan load`",
            )


def _is_there(plan: Assessment, person: Node) -> bool:
    begins, ends = person.model.from_, person.model.until
    lead = plan.thresholds.get("lead", LEAD_DAYS)
    return not (ends is not None and ends < plan.today) and not (
        begins is not None and (begins - plan.today).days > lead
    )


RULE = Rule("R502", "idle", Tier.ON_DEMAND, Severity.INFO, find, from_whole=True, reach=Reach.ALL)
