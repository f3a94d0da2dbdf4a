"""A file of measurements that is missing, or has rows that cannot be read.

The `actuals` of a KPI may be the path of a CSV file, relative to the file that names it and inside the plan's
folder. Its first row names the columns, between commas, semicolons or tabs; `date` and `value` are read,
others ignored, rows without a value skipped. A row with a date that is none, a value that is no number, or a
date that stood before is told with its row and column. As a series with holes would show a KPI where it is
not, nothing is concluded from that KPI until the rows are right.

## Example

```yaml
# file: alignplan.yaml
alignplan: 1
plan: {title: Northwind 2030}
kpis:
  share:
    title: Regional market share
    actuals: data/share.csv
```

```yaml
# file: data/share.csv
date,value
2026-03-31,18.2
2026-06-31,18.4
```

## Mended

```yaml
# file: alignplan.yaml
alignplan: 1
plan: {title: Northwind 2030}
kpis:
  share:
    title: Regional market share
    actuals: data/share.csv
```

```yaml
# file: data/share.csv
date,value
2026-03-31,18.2
2026-06-30,18.4
```
"""

from __future__ import annotations

from alignplan.rules.interface import Rule, Severity, Tier, from_loading

RULE = Rule("E014", "bad-series", Tier.BASIC, Severity.ERROR, from_loading("E014"))
