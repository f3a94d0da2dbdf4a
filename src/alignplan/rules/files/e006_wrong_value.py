"""A value of the wrong type, or none of those that are allowed.

The finding lists what is allowed there. It is told of a word that is not one of a field's words, of a text
where a number belongs, of a list where one value belongs, of two things that exclude each other (a KPI with a
target and a range), and of an id that cannot be one: an id begins with a-z or 0-9 and goes on with those,
`.`, `_` and `-`.

What does not fit is left out, the rest of the entry is kept, and nothing is concluded from what is missing
then. Dates, periods, durations, percentages and money have their own rule, E007.

## Example

```yaml
alignplan: 1
plan: {title: Northwind 2030}
stakeholders:
  retailers: {title: Retail partners, influence: huge}
```

## Mended

```yaml
alignplan: 1
plan: {title: Northwind 2030}
stakeholders:
  retailers: {title: Retail partners, influence: high}
```
"""

from __future__ import annotations

from alignplan.rules.interface import Rule, Severity, Tier, from_loading

RULE = Rule("E006", "wrong-value", Tier.BASIC, Severity.ERROR, from_loading("E006"))
