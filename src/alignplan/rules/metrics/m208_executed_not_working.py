"""Work that is carried out as planned, and changes nothing.

A tactic can be finished and the figure it was meant for not move. Then more of the same is waste, and the people on
it are missing elsewhere: find out what the change hangs on, change the tactic or stop it. Only where both are
looked at together, execution and effect, does this show; each alone looks fine.

**Promised** is, of all tactics that move the KPI and count, the sum of `moves` × progress; with a `lag` only what
was finished that long before the last actual. **Seen** is the last actual less the value when the first of them
began. A tactic is *executed* when it is done or its progress is on track, and *effective* when 50 % or more of what
was promised is seen (threshold `M208.effect`, 50). Executed and not effective is told here. It is too early to tell
while progress is under 50 % (threshold `M208.progress`, 50), while nothing is promised yet, and without an actual
since it began. `alignplan effect` shows every tactic in its place.

Told are tactics that count, done ones too, for each KPI of a live objective that is not met.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  loyalty:
    title: Make households buy again
    owner: mia
    start: 2026-01-01
    due: 2027-12-31
    kpis:
      second-purchase:
        title: Households that buy again
        unit: "%"
        baseline: 54
        target: 60
        checkpoints: {2026-09-30: 54.5, 2027-06-30: 57}
        actuals: {2026-03-31: 54, 2026-09-30: 54.5}
tactics:
  welcome:
    title: Write to each new customer
    supports: loyalty
    owner: mia
    start: 2026-04-01
    due: 2026-08-31
    budget: {planned: 12000}
    moves: {loyalty/second-purchase: +4}
    actions: {letter: {title: Write the letter, status: done, finished: 2026-08-20, evidence: The letter}}
  vouchers:
    title: Send a voucher with the second order
    supports: loyalty
    owner: mia
    due: 2027-06-30
    moves: {loyalty/second-purchase: +2}
    actions: {print: Print the vouchers}
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
    start: 2026-01-01
    due: 2027-12-31
    kpis:
      second-purchase:
        title: Households that buy again
        unit: "%"
        baseline: 54
        target: 60
        checkpoints: {2026-09-30: 54.5, 2027-06-30: 57}
        actuals: {2026-03-31: 54, 2026-09-30: 54.5}
tactics:
  welcome:
    title: Write to each new customer
    supports: loyalty
    owner: mia
    start: 2026-04-01
    due: 2026-08-31
    budget: {planned: 12000}
    moves: {loyalty/second-purchase: {by: +4, lag: 6m}}  # households order twice a year
    actions: {letter: {title: Write the letter, status: done, finished: 2026-08-20, evidence: The letter}}
  vouchers:
    title: Send a voucher with the second order
    supports: loyalty
    owner: mia
    due: 2027-06-30
    moves: {loyalty/second-purchase: +2}
    actions: {print: Print the vouchers}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.effects.placing import EFFECT, PROGRESS, Effect, Place, told
from alignplan.analysis.kpis.state import KpiState
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.rules.interface import Finding, Part, Reach, Rule, Severity, Tier, at, related


def find(plan: Assessment) -> Iterator[Finding]:
    """Tactics that are executed, with the KPIs that do not move for it."""
    judged = {kpi.id for kpi in plan.judged_kpis() if kpi.state is not KpiState.MET}
    for effect in plan.effects.all():
        if effect.place is Place.NOT_WORKING and effect.moves.kpi.id in judged:
            yield _idle(effect)


def _idle(effect: Effect) -> Finding:
    share, kpi = effect.share, effect.moves.kpi
    done = "done" if share.status is Status.DONE else "carried out as planned"
    first, tactics = effect.moves.first, effect.moves.tactics
    whose = f", by {tactics} tactics" if tactics > 1 else ""
    since = f" since {first.began}" if first is not None else ""
    idle = f"`{kpi.id}` does not move as promised: {told(effect.moves)}"
    return at(
        "M208",
        share.tactic,
        f"`{share.tactic.id}` is {done}, but {idle}{whose}{since}",
        field=f"moves/{kpi.id}",
        steps=("moves", kpi.id),
        part=Part.KEY,
        label="executed, not working",
        help="find out what the change hangs on; then change the tactic or stop it, or correct what it promises "
        "(`by`, and `lag` where the effect takes longer)",
        related=(related(kpi.node, f"`{kpi.id}` was measured here", "actuals"),)
        if kpi.node.model.actuals
        else (),
    )


def _movers(plan: Assessment) -> Iterator[Node]:
    """Every tactic that moves something."""
    return (tactic for tactic in plan.graph.kinds[Kind.TACTIC] if tactic.model.moves)


RULE = Rule(
    "M208",
    "executed-not-working",
    Tier.STRICT,
    Severity.WARNING,
    find,
    thresholds={"effect": EFFECT, "progress": PROGRESS},
    reach=Reach.FIGURES,
    watches=_movers,
)
