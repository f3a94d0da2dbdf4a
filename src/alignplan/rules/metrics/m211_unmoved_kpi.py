"""A KPI that is to change, and that no live tactic moves.

A target without anyone who moves towards it is a hope. With `moves` a tactic says which KPI it changes and by how
much; where no live one does so for a KPI that is not met yet, either the work is missing or only the line is.

Judged are the KPIs of live objectives that have a target and are not met; not those of objectives that begin more
than `lead` days after today (90). A range is to be kept, not reached: it is never told. A move on a KPI counts for
the one whose series it takes and for those that take its series; a KPI that is made of others is moved through them.
Tactics that stand by move nothing. In a plan in which no tactic states any `moves` the rule is silent.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  loyalty:
    title: Make households buy again
    owner: mia
    due: 2027-12-31
    kpis:
      second-purchase: {title: Households that buy again, unit: "%", baseline: 54, target: 67}
      complaints: {title: Complaints in a month, unit: complaints, baseline: 80, range: {high: 60, by: 2027-12-31}}
tactics:
  welcome:
    title: Write to each new customer
    supports: loyalty
    owner: mia
    due: 2027-06-30
    moves: {loyalty/complaints: -20}
    actions: {letter: Write the letter}
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  loyalty:
    title: Make households buy again
    owner: mia
    due: 2027-12-31
    kpis:
      second-purchase: {title: Households that buy again, unit: "%", baseline: 54, target: 67}
      complaints: {title: Complaints in a month, unit: complaints, baseline: 80, range: {high: 60, by: 2027-12-31}}
tactics:
  welcome:
    title: Write to each new customer
    supports: loyalty
    owner: mia
    due: 2027-06-30
    moves: {loyalty/complaints: -20, loyalty/second-purchase: {by: +13, lag: 3m}}
    actions: {letter: Write the letter}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.kpis.standing import KpiStanding
from alignplan.analysis.kpis.state import KpiState
from alignplan.graph.nodes import Node
from alignplan.rules.interface import Finding, Part, Rule, Severity, Tier, at, related
from alignplan.rules.phrases import MOST_RELATED, enumerated


def find(plan: Assessment) -> Iterator[Finding]:
    """KPIs of live objectives that are not met and that nothing moves any more."""
    if plan.moved.stated:
        for kpi in plan.judged_kpis():
            if _is_asked(plan, kpi) and not any(_moves(plan, tactic) for tactic in _movers(plan, kpi.id)):
                yield _unmoved(plan, kpi)


def _is_asked(plan: Assessment, kpi: KpiStanding) -> bool:
    if kpi.goal.is_range or kpi.target is None or kpi.state is KpiState.MET:
        return False
    if kpi.id in plan.moves_in_doubt or kpi.id in plan.untrusted_kpis:
        return False
    return any(plan.live(objective) and not plan.far_off(objective) for objective in kpi.objectives)


def _movers(plan: Assessment, kpi: str) -> Iterator[Node]:
    """The tactics that move a KPI, or one that it is made of."""
    parts = {kpi: None}
    found = [kpi]
    for id in found:
        yield from (mover.tactic for mover in plan.effects.movers(id))
        new = [part for part in plan.made_of(id) if part not in parts]
        parts.update(dict.fromkeys(new))
        found.extend(new)


def _moves(plan: Assessment, tactic: Node) -> bool:
    return plan.live(tactic) and not plan.stands_by(tactic)


def _unmoved(plan: Assessment, kpi: KpiStanding) -> Finding:
    movers = list(dict.fromkeys(_movers(plan, kpi.id)))
    named = enumerated([f"`{tactic.id}`" for tactic in movers])
    over = f"; {named} no longer {'does' if len(movers) == 1 else 'do'}" if movers else ""
    return at(
        "M211",
        kpi.node,
        f"no live tactic moves `{kpi.id}`, which is not met{over}",
        field="target",
        label="nothing moves it",
        help=f"add `moves: {{{kpi.id}: …}}` to the tactic that is to change it, plan one, or give the KPI up",
        related=tuple(
            related(tactic, f"`{tactic.id}` no longer moves it", "moves", part=Part.KEY)
            for tactic in movers[:MOST_RELATED]
        ),
    )


RULE = Rule(
    "M211", "unmoved-kpi", Tier.STRICT, Severity.WARNING, find, quiet_after=("M201",), from_whole=True
)
