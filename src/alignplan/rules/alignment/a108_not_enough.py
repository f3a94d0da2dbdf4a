"""What is planned does not move the KPI as far as it has to go.

With `moves` a tactic promises the change that it alone brings to a KPI. When all promises together fall short
of the way from baseline to target, the plan would miss its target even if everything in it went well; better to
know now, while a tactic can be added or the target lowered.

The sufficiency of a KPI is the sum of all `moves` of tactics that count and are not paused, done ones too,
divided by target − baseline; of an objective it is the lowest of its KPIs, ranges left out. The rule speaks
below 100 % about live objectives, not about those that begin more than `lead` days after today (90). Nothing
that moves the KPI is 0 %; in a plan in which no tactic states any `moves` the sufficiency is unknown, and the
rule is silent.

## Example

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
tactics:
  product-line:
    title: Enhance the product line
    supports: market-share
    moves: {market-share/share: +2.5}
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
tactics:
  product-line:
    title: Enhance the product line
    supports: market-share
    moves: {market-share/share: +2.5}
    owner: mia
    due: 2027-06
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2027-06}}
  new-region:
    title: Win the two chains in the south
    supports: market-share
    moves: {market-share/share: +4.5}
    owner: mia
    due: 2029-06
    milestones: {first-chain: {title: The first chain has signed, due: 2028-03}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.needs import Need, enough
from alignplan.analysis.wording import percent_text
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Part, Related, Rule, Severity, Tier, at, related
from alignplan.rules.phrases import MOST_RELATED


def find(plan: Assessment) -> Iterator[Finding]:
    """Objectives whose KPIs are moved less far than they have to go."""
    for objective in plan.judged(Kind.OBJECTIVE):
        if enough(plan, objective) is Need.MISSING:
            short = _short(plan, objective)
            value = percent_text(plan.sufficiency_of(objective).value or 0.0)
            yield at(
                "A108",
                objective,
                f"what is planned for `{objective.id}` moves `{short[0].id}` {value} of the way",
                field="kpis",
                steps=(),
                label=f"{value} of the change is planned",
                help=f"add a tactic with `moves: {{{short[0].id}: …}}`, or lower the target",
                related=tuple(_related(kpi) for kpi in short[:MOST_RELATED]),
            )


def _short(plan: Assessment, objective: Node) -> list[Node]:
    """Its KPIs that are not moved far enough, the worst first."""
    found: list[tuple[float, Node]] = []
    for standing in plan.kpis_of(objective):
        value = plan.sufficiency_of_kpi(standing.node.id)
        if value is not None and value < 100:
            found.append((value, standing.node))
    return [node for _, node in sorted(found, key=lambda entry: entry[0])]


def _related(kpi: Node) -> Related:
    return related(kpi, f"`{kpi.id}` is to get here", "target", part=Part.VALUE)


RULE = Rule("A108", "not-enough", Tier.STRICT, Severity.WARNING, find, quiet_after=("M201",), from_whole=True)
