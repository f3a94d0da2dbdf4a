"""Small plans, each with one thing that should change."""

from __future__ import annotations

HEAD = """\
alignplan: 1
plan: {title: Northwind, horizon: {start: 2026-01-01, due: 2028-12-31}, currency: EUR}
people: {mia: {name: Mia, team: sales}, ben: {name: Ben, team: sales}, kit: {name: Kit, team: sales}}
teams: {sales: Sales}
"""
ARMED = (
    HEAD
    + """\
objectives:
  share:
    title: Win the region
    weight: 60
    due: 2027-12-31
    kpis:
      points:
        title: Share of the region
        unit: "%"
        baseline: {date: 2026-01-01, value: 18}
        target: 20
        actuals: {2026-06-30: 18.1, 2026-09-30: 18.2}
    contingencies:
      slips:
        title: The share slips
        when: {kpi: points, below: 60%, of: plan, for: 2}
        then: Bring the price offer forward
        activates: price-offer
  loyal: {title: Keep them, weight: 40, due: 2027-12-31}
tactics:
  range: {title: Bring a new range, supports: share, status: active, progress: 40%}
  price-offer: {title: Offer a low price, supports: share, status: planned}
  card: {title: Hand out cards, supports: loyal, status: active, progress: 40%}
"""
)
LATE = (
    HEAD
    + """\
objectives:
  share:
    title: Win the region by 2026
    start: 2026-01-01
    due: 2026-12-31
    kpis:
      points:
        title: Share of the region
        unit: "%"
        baseline: {date: 2025-12-31, value: 10}
        target: 20
        checkpoints: {2026-06: 15, 2026-11: 19}
        actuals: {2026-01-31: 10.7, 2026-02-28: 11.4, 2026-03-31: 12.1, 2026-04-30: 12.8, 2026-05-31: 13.5,
                  2026-06-30: 14.2, 2026-07-31: 14.9, 2026-08-31: 15.6, 2026-09-30: 16.3, 2026-10-31: 17}
tactics:
  range: {title: Bring a new range, supports: share, status: active, progress: 40%}
"""
)
FAR = LATE.replace("target: 20", "target: 40").replace("by 2026", "with 40 %").replace("2026-06: 15, ", "")
IDLE = (
    HEAD
    + """\
objectives:
  share:
    title: Win the region
    start: 2026-01-01
    due: 2026-12-31
    kpis:
      points:
        title: Share of the region
        unit: "%"
        baseline: {date: 2025-12-31, value: 10}
        target: 20
        actuals: {2026-01-31: 10, 2026-09-30: 10.2}
tactics:
  flyers:
    title: Hand out flyers
    supports: share
    weight: 60
    due: 2026-12-15
    moves: {share/points: +6}
    actions:
      print: {title: Print, start: 2026-02-01, due: 2026-03-31, started: 2026-02-02, finished: 2026-03-30}
      hand: {title: Hand out, start: 2026-04-01, due: 2026-12-15, started: 2026-04-01, progress: 90%}
  posters: {title: Hang posters, supports: share, weight: 30, status: active, progress: 80%}
  radio: {title: Speak on the radio, supports: share, weight: 10, status: active, progress: 80%}
"""
)
UNSERVED = (
    HEAD
    + """\
objectives:
  share: {title: Win the region, weight: 70, due: 2027-12-31}
  loyal:
    title: Keep them
    owner: mia
    weight: 30
    due: 2027-12-31
    kpis:
      again: {title: Buy again, unit: "%", baseline: {date: 2025-12-31, value: 50}, target: 60, actuals: {2026-09-30: 52}}
tactics:
  range: {title: Bring a new range, supports: share, status: active, progress: 40%}
"""
)
INVESTED = (
    HEAD
    + """\
objectives:
  share: {title: Win the region, weight: 70, due: 2027-12-31}
  loyal: {title: Keep them, weight: 30, due: 2027-12-31}
tactics:
  range:
    title: Bring a new range
    supports: share
    budget: {planned: 100000, spent: 20000}
    actions: {cook: {title: Cook, effort: 10d, assigned: kit}}
  card:
    title: Hand out cards
    supports: loyal
    budget: {planned: 200000, spent: 40000}
    actions:
      design: {title: Design, effort: 30d, owner: mia, assigned: [mia, ben], started: 2026-02-01}
      post: {title: Post, effort: 60d, owner: mia, assigned: [mia, ben]}
"""
)
