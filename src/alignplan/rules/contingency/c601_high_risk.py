"""A high risk that nobody answers.

A risk is high when it is not closed and would cost so much, so likely, that the plan hangs on it: impact high
with a probability of 20 % or more, or impact medium with 50 % or more. An amount of money counts as high from
10 % of the planned budget of all tactics that count, as medium from 3 %; a risk without a probability counts
as 50 %, one without an impact is not judged. Each of these numbers is a threshold: `C601.high` (20) and
`C601.medium` (50), `C601.high-cost` (10) and `C601.medium-cost` (3), `C601.unstated` (50).

Such a risk needs a `response` (avoid, reduce, transfer, accept) and an `owner`. One that is to be avoided or
reduced needs something that does so, too: a tactic in `mitigated_by` that is live or done, or a contingency,
its own or one whose `when` names the risk. One finding says all that is missing.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
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
risks:
  supplier-fails:
    title: The only pectin supplier fails
    threatens: product-line
    probability: 20%
    impact: high
    response: reduce
    owner: mia
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
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
  second-supplier:
    title: Qualify a second pectin supplier
    supports: share-2027
    owner: mia
    due: 2027-03-31
    actions: {samples: Order samples from three makers}
risks:
  supplier-fails:
    title: The only pectin supplier fails
    threatens: product-line
    probability: 20%
    impact: high
    response: reduce
    mitigated_by: second-supplier
    owner: mia
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.risks import BORDERS, Lack
from alignplan.rules.interface import Finding, Rule, Severity, Tier, at
from alignplan.rules.phrases import enumerated

_LACKS = {
    Lack.RESPONSE: "no response",
    Lack.OWNER: "no owner",
    Lack.MITIGATION: "nothing that would {response} it",
}
_HELPS = {
    Lack.RESPONSE: "`response: avoid | reduce | transfer | accept`",
    Lack.OWNER: "`owner: …`",
    Lack.MITIGATION: "`mitigated_by: [tactic]` or a contingency",
}


def find(plan: Assessment) -> Iterator[Finding]:
    """High risks that are not settled."""
    for id, risk in plan.risks.high.items():
        lacks = plan.risks.lacks[id]
        if lacks:
            words = [_LACKS[lack].format(response=risk.model.response) for lack in lacks]
            yield at(
                "C601",
                risk,
                f"the high risk `{id}` has {enumerated(words)}",
                field=lacks[0].value,
                steps=(),
                label=f"{_weight(risk.model.probability, risk.model.impact)}",
                help=f"add {enumerated([_HELPS[lack] for lack in lacks])}",
            )


def _weight(probability: float | None, impact: str | float) -> str:
    likely = "no probability" if probability is None else f"probability {probability:g} %"
    return f"impact {impact if isinstance(impact, str) else format(impact, ',.15g')}, {likely}"


RULE = Rule("C601", "high-risk", Tier.BASIC, Severity.WARNING, find, thresholds=BORDERS)
