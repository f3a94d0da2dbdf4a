"""Plans as text, scheduled on a day."""

from __future__ import annotations

from datetime import date

from tests.analysis.plans import assess
from tests.scheduling.checker import check

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.schedule.answer import PlanSchedule, Scheduled
from alignplan.analysis.schedule.computing import Search, scheduled

__all__ = ["PEOPLE", "planned", "schedule", "span", "spans"]

PEOPLE = """\
people:
  mia: {name: Mia}
  ben: {name: Ben, capacity: 50%}
"""


def planned(actions: str, more: str = "", tactic: str = "", people: str = PEOPLE) -> str:
    """A plan of one tactic `t` of Mia with these actions, one a line, in flow style."""
    lines = "".join(f"      {line.strip()}\n" for line in actions.strip().splitlines())
    head = f"  t:\n    title: T\n    owner: mia\n{''.join(f'    {line}{chr(10)}' for line in tactic.splitlines())}"
    return f"{people}tactics:\n{head}    actions:\n{lines}{more}"


def schedule(text: str, as_of: str = "2026-11-22", effort: str = "quick") -> PlanSchedule:
    """The schedule of a plan, judged by the independent checker."""
    plan: Assessment = assess(text, as_of)
    found = scheduled(plan, Search(effort))
    check(found.draft.problem, found.schedule, at_most=False)
    return found


def span(found: PlanSchedule, id: str) -> tuple[str | None, str | None]:
    """The days of an item."""
    item: Scheduled = found.items[id]
    return _text(item.start), _text(item.finish)


def spans(found: PlanSchedule, *names: str) -> list[tuple[str | None, str | None]]:
    """The days of steps of the tactic `t`."""
    return [span(found, f"t/{name}") for name in names]


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
