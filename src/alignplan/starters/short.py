"""A short plan with comments: what a person fills in first."""

from __future__ import annotations

from datetime import date, timedelta

__all__ = ["short_plan"]

_TEXT = """\
# A plan: what you want to reach, how you will tell, and the work that serves it.
# Replace what is here by what is yours. Then: alignplan check · alignplan gaps · alignplan progress · alignplan tree
alignplan: 1

plan:
  title: Our plan
  organization: Our organization
  vision: What the world looks like when we have succeeded.
  mission: What we are there for.
  horizon: {{start: {start}, due: {end}}}
  currency: EUR

people:
  alex: {{name: Alex Example, role: Head of the shop}}

# Objectives: what you want to reach. One with a `parent` is a step towards it.
objectives:
  loyal-customers:
    title: Win customers who come back
    owner: alex
    due: {end}
    kpis:  # how you will tell: where it stands, where it is to go, what was measured
      repeat-buyers:
        title: Customers who buy again within a year
        unit: "%"
        baseline: {{date: {start}, value: 30}}
        target: {{date: {end}, value: 40}}
        frequency: quarterly
        actuals: {{{start}: 30}}

# Tactics: the work. Each says which objective it supports, and may say what it moves.
tactics:
  welcome-back:
    title: Write to every customer three months after the first purchase
    supports: loyal-customers
    owner: alex
    start: {start}
    due: {due}
    status: planned  # planned | active | paused | done | dropped
    budget: {{planned: 5000}}
    moves: {{loyal-customers/repeat-buyers: +10}}
    actions:
      letter: {{title: Write the letter, effort: 3d}}
      send: {{title: Send it every week, effort: 10d, after: [letter]}}

# More when you need it: values, position, stakeholders, teams, resources, calendars, kpis, risks, decisions.
"""


def short_plan(today: date) -> dict[str, str]:
    """The files of the short plan, as of a day."""
    end = (
        min(date.max - timedelta(days=1), today + timedelta(days=365 * 2)) if today.year < 9990 else date.max
    )
    due = min(end, today + timedelta(days=180)) if today.year < 9990 else date.max
    return {"alignplan.yaml": _TEXT.format(start=today, end=end, due=due)}
