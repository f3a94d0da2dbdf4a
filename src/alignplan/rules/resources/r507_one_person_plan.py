"""A plan whose whole critical path hangs on one person.

Each day on which that person is ill, on leave or called away is a day by which the plan ends later; and who is
needed everywhere is where nobody else can help out. The critical path is that of a quick schedule of the whole plan:
the works that put its end where it is, one behind the other. Told is the person who does all of them, where there
are two works at least that people do.

A milestone, and what nobody's work drives (`duration`, `elapsed`, planned dates), says nothing about people and is
passed over. In a plan of more than `S405.most` open steps nothing is told.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund, jonas: Jonas Berger}
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
      interviews: {title: Interview 40 buyers, effort: 15d}
      prototypes: {title: Build three prototypes, effort: 20d, after: [interviews]}
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
people: {mia: Mia Lund, jonas: Jonas Berger}
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
      interviews: {title: Interview 40 buyers, effort: 15d}
      prototypes: {title: Build three prototypes, owner: jonas, effort: 20d, after: [interviews]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.schedule.alone import alone_on_path
from alignplan.analysis.schedule.coming import is_computed, moving
from alignplan.graph.nodes import Node
from alignplan.rules.interface import Finding, Reach, Rule, Severity, Tier, at, related
from alignplan.rules.phrases import MOST_RELATED


def find(plan: Assessment) -> Iterator[Finding]:
    """The person who does everything on the critical path."""
    if not is_computed(plan):
        return
    found = alone_on_path(plan)
    if found is not None:
        person, works = found
        yield at(
            "R507",
            person,
            f"everything on the critical path hangs on `{person.id}`: {_listed(works)}",
            label="alone on the critical path",
            help="give one of these works to someone else, or someone who can stand in",
            related=tuple(related(work, f"done by `{person.id}`") for work in works[:MOST_RELATED]),
        )


def _listed(works: tuple[Node, ...]) -> str:
    names = [f"`{work.id}`" for work in works[:MOST_RELATED]]
    more = len(works) - len(names)
    return " → ".join(names) + (f" and {more} more" if more else "")


RULE = Rule(
    "R507", "one-person-plan", Tier.ON_DEMAND, Severity.INFO, find, reach=Reach.FIGURES, watches=moving
)
