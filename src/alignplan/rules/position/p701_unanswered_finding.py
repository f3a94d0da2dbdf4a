"""A grave threat or weakness that nothing in the plan answers.

An analysis of where the organization stands is of use only as far as the plan draws a conclusion from it. A
threat of high impact that no objective and no tactic responds to was seen, written down and left alone.

Judged are findings of `position` of the kind threat or weakness with `impact: high`. They are answered by
`responds_to` of an objective or tactic that counts: neither dropped nor standing by; done and paused work
answers.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
position:
  price-pressure: {title: Discounters undercut us by 12 %, kind: threat, impact: high}
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
    owner: mia
    due: 2027-06
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2027-06}}
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
position:
  price-pressure: {title: Discounters undercut us by 12 %, kind: threat, impact: high}
objectives:
  market-share:
    title: Capture 25 % of the regional market
    owner: mia
    due: 2030
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 25}}
    responds_to: price-pressure
tactics:
  product-line:
    title: Enhance the product line
    supports: market-share
    owner: mia
    due: 2027-06
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2027-06}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.model.kinds import Kind
from alignplan.model.words import FindingKind, Level
from alignplan.rules.interface import Finding, Rule, Severity, Tier, at

_BAD = (FindingKind.THREAT, FindingKind.WEAKNESS)


def find(plan: Assessment) -> Iterator[Finding]:
    """Threats and weaknesses of high impact that nothing responds to."""
    for node in plan.graph.kinds[Kind.FINDING]:
        if (
            node.model.kind in _BAD
            and node.model.impact is Level.HIGH
            and node.id not in plan.answers.findings
        ):
            yield at(
                "P701",
                node,
                f"nothing responds to the {node.model.kind} `{node.id}`, whose impact is high",
                label="no answer",
                help=f"add `responds_to: {node.id}` to the objective or tactic that answers it, or plan one",
            )


RULE = Rule("P701", "unanswered-finding", Tier.BASIC, Severity.WARNING, find, from_whole=True)
