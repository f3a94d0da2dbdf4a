"""Two items with the same title.

Two teams that plan the same thing under the same name do it twice, or each waits for the other. Most of the
time one of the two was copied and forgotten.

Compared are live objectives, tactics, actions and milestones with one another. Titles are the same when they
have the same words, whatever their order, case, accents, punctuation, articles and plural; and nearly the same
when one word of five letters or more is spelled otherwise in one place. Numbers are never nearly the same. The
later one is told, with the place of the first. What stands by is not compared.

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
    owner: mia
    due: 2027-06
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2027-06}}
  new-products:
    title: Enhance product lines
    supports: market-share
    owner: mia
    due: 2027-12
    milestones: {fruit-bar: {title: The fruit bar is on sale, due: 2027-10}}
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
    owner: mia
    due: 2027-06
    milestones: {shelf-ready: {title: On the shelf in 200 shops, due: 2027-06}}
  new-products:
    title: Develop a fruit bar
    supports: market-share
    owner: mia
    due: 2027-12
    milestones: {fruit-bar: {title: The fruit bar is on sale, due: 2027-10}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.titles import Titled, alike, titled
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Part, Reach, Rule, Severity, Tier, at, related

_INTENTS = frozenset((Kind.OBJECTIVE, Kind.TACTIC, Kind.ACTION, Kind.MILESTONE))


def find(plan: Assessment) -> Iterator[Finding]:
    """Live items that say what an earlier one says."""
    for later, earlier in alike(entry for entry in titled(plan.graph, _INTENTS) if _judged(plan, entry)):
        node, first = later.node, earlier.node
        same = "the same title" if later.title == earlier.title else "nearly the same title"
        yield at(
            "A111",
            node,
            f"`{node.id}` has {same} as `{first.id}`",
            field="title",
            label=same,
            help="if they are one, keep one and let it serve both ends; else say in the titles how they differ",
            related=(related(first, f"`{first.id}` says it first", "title", part=Part.VALUE),),
        )


def _judged(plan: Assessment, entry: Titled) -> bool:
    node = entry.node
    return plan.live(node) and not plan.stands_by(node)


RULE = Rule("A111", "duplicate-intent", Tier.ON_DEMAND, Severity.INFO, find, reach=Reach.ALL)
