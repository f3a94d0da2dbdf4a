"""A stated date that breaks a link, or its lag.

The plan says that one work waits for another, and gives both of them dates that say otherwise: what waits would
begin, or end, too early. One of the two is wrong, and nobody who reads only a part of the plan can see which.
Compared are the `start` and `due` that the two state themselves, for all four kinds of links, with their lag
and the most that it may be.

Both may share a day: what one hands over at noon the other takes up after it. A lag is counted in working days
from the one day to the other, in calendar days where the link says `elapsed`. Live work is judged. A start or an
end that has come already is not compared: what began too early is S407. Where several links break on one date,
the first is told.

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
    actions:
      interviews: {title: Interview 40 buyers, due: 2027-03-12}
      prototypes: {title: Build three prototypes, start: 2027-03-15, due: 2027-06-30, after: [{interviews: + 5d}]}
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
    actions:
      interviews: {title: Interview 40 buyers, due: 2027-03-12}
      prototypes: {title: Build three prototypes, start: 2027-03-22, due: 2027-06-30, after: [{interviews: + 5d}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.dependencies import circles
from alignplan.analysis.stated import Broken, Stated, broken_links
from alignplan.model.kinds import Kind
from alignplan.rules.interface import Finding, Part, Reach, Rule, Severity, Tier, at, related


def find(plan: Assessment) -> Iterator[Finding]:
    """Links that stated dates break."""
    found = list(broken_links(plan))
    if not found:
        return
    told = {
        wait.item.id: circle[0].item.id for circle in circles(plan.graph, plan.statuses) for wait in circle
    }
    for broken in found:
        circle = told.get(broken.waiting.item.id)
        yield replace(_finding(broken), after=() if circle is None else (("S403", circle),))


def _finding(broken: Broken) -> Finding:
    first, then, waiting = broken.first, broken.then, broken.waiting
    return at(
        "S402",
        then.node,
        f"`{then.node.id}` {_does(then)}, {_how(broken)} `{first.node.id}` {_does(first)}",
        field=then.field,
        label=f"waits for `{first.node.id}`",
        help="move one of the two dates, or change the link if it need not be like that",
        related=(
            related(waiting.item, "the link", *waiting.reference.steps, part=Part.KEY),
            related(first.node, f"`{first.node.id}` {_does(first)}", first.field, part=Part.VALUE),
        ),
    )


def _does(stated: Stated) -> str:
    point = stated.node.kind is Kind.MILESTONE
    word = "is to begin" if stated.field == "start" else "is to be reached" if point else "is due"
    return f"{word} on {stated.day}"


def _how(broken: Broken) -> str:
    link = broken.waiting.link
    kind = " calendar time" if link.elapsed else ""
    if broken.too_long:
        return f"more than {link.at_most}{kind} after"
    if link.lag is None or link.lag.amount == 0:
        return "before"
    if link.lag.amount < 0:
        return f"more than {str(link.lag).removeprefix('-')}{kind} before"
    return f"less than {link.lag}{kind} after"


RULE = Rule(
    "S402", "broken-link", Tier.BASIC, Severity.ERROR, find, quiet_after=("S403", "S407"), reach=Reach.LINKED
)
