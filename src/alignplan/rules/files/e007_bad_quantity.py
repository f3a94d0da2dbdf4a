"""A date, period, duration, percentage or amount of money that is none.

Schedules, health and coverage are computed from these values, so none of them is guessed. A date is
`2026-11-22`, a period `2026-11`, `2026-Q4` or `2026`, with `plan.year_starts` also `FY2027` and `FY2027-Q1`;
a day that does not exist is no date. A duration is `6h`, `3d` (working days), `2w` (working weeks) or `1m`. A
percentage is `40%`, or 40: a bare number above 0 up to 1 could be either 1 % or 100 %, so it is told here,
too. Money is a number, in the plan's currency.

## Example

```yaml
alignplan: 1
plan:
  title: Northwind 2030
  horizon: {start: 2026-01-01, due: 2030-02-30}
```

## Mended

```yaml
alignplan: 1
plan:
  title: Northwind 2030
  horizon: {start: 2026-01-01, due: 2030-02-28}
```
"""

from __future__ import annotations

from alignplan.rules.interface import Rule, Severity, Tier, from_loading

RULE = Rule("E007", "bad-quantity", Tier.BASIC, Severity.ERROR, from_loading("E007"))
