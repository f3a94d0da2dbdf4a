"""An item serves an objective that came to mean something else since.

Somebody changes what an objective is, how one can tell that it is reached, or until when, and what was planned for it
goes on as if nothing had happened. Perhaps all still fits; but nobody has looked. Such a link is *suspect* until
somebody does: until the item itself is changed, or confirmed with `alignplan confirm ID`.

Judged are the links `parent` and `supports` of live items to live objectives. What an objective means is said by its
title, its description, its KPIs (what they are, baselines, targets, ranges, paths and how they are computed; not what
was measured) and its own dates; `lint: {suspect: [kpis, dates]}` says which of these four count. How it is written is
no matter: comments, order, the file, `2026-Q4` or `2026-12-31`.

When an item was last touched is known from git: with the last commit, along first parents, that changed what its entry
says, or since then. Keeping records is no touch: progress, status and dates of steps, measurements, spending. A
confirmation is kept in the plan (`confirmed: {ID: SIGN}`) and needs no git: it holds until the objective means
something else. Where git cannot tell (no repository, a clone that is cut short) a link without a confirmation is not
judged, and a note says so.

## Before

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
    owner: mia
    due: 2027-06
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2027-06}}
```

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund}
objectives:
  market-share:
    title: Capture 30 % of the regional market
    owner: mia
    due: 2030
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 30}}
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
objectives:
  market-share:
    title: Capture 30 % of the regional market
    owner: mia
    due: 2030
    kpis: {share: {title: Regional market share, unit: "%", baseline: 18, target: 30}}
tactics:
  product-line:
    title: Enhance the product line
    supports: market-share
    confirmed: {market-share: 930a64-12ae32-7eca6e-16e370}
    owner: mia
    due: 2027-06
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2027-06}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.rules.interface import Finding, Part, Reach, Rule, Severity, Tier, at, related
from alignplan.rules.phrases import MOST_RELATED


def find(plan: Assessment) -> Iterator[Finding]:
    """Links to objectives that changed since the item was touched or confirmed."""
    from alignplan.analysis.suspects.telling import places, told

    for suspect in plan.suspects.found:
        link = suspect.link
        child, parent = link.child.id, link.parent.id
        yield at(
            "A112",
            link.child,
            f"`{parent}` {told(suspect)}",
            field=f"{link.field}/{parent}",
            steps=(link.field, parent),
            part=Part.KEY,
            label="does it still fit?",
            help=f"see whether `{child}` still serves it as it should, then `alignplan confirm {child} --against "
            f"{parent}`, or change it",
            related=tuple(related(link.parent, words, *steps) for words, steps in places(suspect))[
                :MOST_RELATED
            ],
        )


RULE = Rule(
    "A112", "suspect-link", Tier.STRICT, Severity.WARNING, find, quiet_after=("A103",), reach=Reach.PAST
)
