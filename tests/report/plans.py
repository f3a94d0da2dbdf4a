"""A plan in which every section of a report has something to show, with texts of any kind in it."""

from __future__ import annotations

from collections.abc import Callable

Said = Callable[[str], str]


def plain(text: str) -> str:
    """A text as it is."""
    return text


def _written(char: str) -> str:
    """A character as it may stand between the quotes of YAML."""
    return char if " " <= char <= "~" and char not in '"\\' else f"\\U{ord(char):08x}"


def filled(said: Said = plain) -> str:
    """The root file; `said` makes every text of it."""

    def text(words: str) -> str:
        return '"' + "".join(map(_written, said(words))) + '"'

    return f"""alignplan: 1
plan:
  title: {text("Northwind")}
  organization: {text("Northwind Foods")}
  vision: {text("Everybody eats it")}
  mission: {text("Make good food")}
  description: {text("About the plan")}
  horizon: {{start: 2026-01-01, due: 2027-12-31}}
  currency: EUR
values: {{honest: {text("Honest")}}}
position:
  strong: {{title: {text("Strong")}, kind: strength, area: operations, impact: high, as_of: 2026-03-01, evidence: {text("Seen")}}}
  rival: {{title: {text("Rival")}, kind: threat, area: competitor, impact: high, as_of: 2026-03-01, forecast: {text("Grows")}}}
stakeholders:
  shops: {{title: {text("Shops")}, influence: high, interest: low, expectations: {{quick: {text("Quick")}}}}}
teams: {{sales: {{title: {text("Sales")}, lead: mia}}}}
people:
  mia: {{name: {text("Mia")}, role: {text("Head")}, team: sales, skills: [{text("selling")}]}}
  tom: {{name: {text("Tom")}}}
objectives:
  share:
    title: {text("Win the market")}
    description: {text("In all shops")}
    owner: mia
    weight: 100%
    start: 2026-01-01
    due: 2027-12-31
    upholds: honest
    responds_to: rival
    satisfies: shops/quick
    kpis:
      now:
        title: {text("Share")}
        unit: "%"
        source: {text("Panel")}
        baseline: {{value: 10, date: 2026-01-01}}
        target: 20
        frequency: quarterly
        actuals: {{2026-03-31: 10.5, 2026-06-30: 11.2, 2026-09-30: 12.1}}
    contingencies:
      slips: {{title: {text("Slips")}, when: {{kpi: now, below: 11}}, then: {text("Call")}, activates: rescue}}
tactics:
  line:
    title: {text("New line")}
    supports: share
    owner: tom
    start: 2026-02-01
    due: 2026-12-31
    budget: {{planned: 1000, spent: 400}}
    moves: {{share/now: {{by: 3}}}}
    actions:
      cook: {{title: {text("Cook")}, effort: 20d, owner: tom, start: 2026-02-01, due: 2026-06-30, finished: 2026-06-12}}
      sell: {{title: {text("Sell")}, effort: 30d, owner: mia, start: 2026-07-01, due: 2026-12-20, progress: 40%, started: 2026-07-01}}
    milestones:
      shelf: {{title: {text("On the shelf")}, due: 2026-11-30, criterion: {text("In ten shops")}}}
  rescue: {{title: {text("Rescue")}, supports: share, owner: tom, status: planned, due: 2027-06-30}}
  loose: {{title: {text("Loose")}, owner: tom, due: 2026-12-31}} # alignplan: ignore[T304] small
risks:
  fails:
    {{title: {text("Fails")}, threatens: line, probability: 20%, impact: high, response: reduce, mitigated_by: rescue, owner: tom}}
decisions:
  wait: {{title: {text("Wait")}, date: 2026-05-01, owner: mia, about: line, why: {text("Too early")}}}
"""
