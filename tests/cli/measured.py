"""A small plan whose KPIs keep their values in every way there is: what `record` is tried on."""

from __future__ import annotations

from pathlib import Path

from tests.plans import written

__all__ = ["CSV", "ROOT", "measured"]

ROOT = """\
alignplan: 1
plan:
  title: The dairy
  year_starts: 7
  horizon: {start: 2026-01-01, due: 2027-12-31}
people: {mia: Mia Lund}
objectives:
  quality:
    title: Deliver clean milk
    owner: mia
    due: 2027-12-31
    kpis:
      germs:
        title: Germs
        unit: count
        direction: decrease
        baseline: 100
        target: 10
        actuals:
          2026-03-31: 90  # the first
          2026-Q2: {value: 80, note: Two farms}

          # after the heat
          2026-09-30: 82
        notes: Every quarter
      fat: {title: Fat, unit: "%", baseline: 3.5, target: 4.2, actuals: {2026-08-31: 3.6%, 2026-10-31: 3.7%}}
      tanks: {series: milk, target: 900}
      old:
        title: Latest first
        baseline: 0
        target: 10
        actuals:
          '2026-09-30': 3
          '2026-06-30': 2
      fresh: Never measured
      clean: {title: The plant is approved, unit: yes/no, baseline: false, target: true}
      empty:
        title: Nothing yet
        baseline: 0
        target: 5
        actuals:  # soon
kpis:
  milk: {title: Milk, unit: t, baseline: 500, target: 900, actuals: data/milk.csv}
  share: {title: Share, unit: "%", numerator: milk, denominator: all}
  all: {title: All the milk, unit: t, actuals: data/all.csv}
  both: {title: Both, unit: t, sum: [milk, all]}
  cream: {title: Fat of all, unit: "%", mean: {quality/fat: 60, milk-fat: 40}}
  milk-fat: {title: Fat of ours, unit: "%", aggregate: mean, period: month, actuals: {2026-09-10: 4, 2026-09-20: 4.1}}
"""
CSV = {
    "data/milk.csv": "date,value,truck,note\n2026-08-31,610,7,\n2026-09-30,640,7,Dry\n",
    "data/all.csv": "date;value\r\n2026-09-30;1200\r\n2026-08-31;1150",
}


def measured(folder: Path, root: str = ROOT, **csv: str) -> Path:
    """The plan in a folder, with other texts where they are given (`milk`, `all`)."""
    files = {path: csv.get(path[5:-4], text) for path, text in CSV.items()}
    return written(folder, {"alignplan.yaml": root, **files})
