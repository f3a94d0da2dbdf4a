"""Who is there: working days, part time, leave, first and last days; and how much that is."""

from __future__ import annotations

from datetime import date

import pytest
from tests.analysis.load.plans import plan_of
from tests.analysis.plans import item

from alignplan.analysis.load.presence import FARTHEST, Presence

TEXT = """alignplan: 1
plan: {title: A plan, calendar: office}
calendars:
  office: {workdays: [mon, tue, wed, thu, fri], hours: 8, holidays: [2026-12-25]}
  short: {workdays: [mon, tue], hours: 6}
people:
  full: {}
  part: {capacity: 50%}
  short: {calendar: short}
  of-team: {team: shorts}
  away: {leave: [{from: 2026-12-07, until: 2026-12-11}, 2026-12-09]}
  hours: {leave: [{from: 2026-12-07, until: 2026-12-08, hours: 2}, {from: 2026-12-12, hours: 4}]}
  long-day: {leave: [{from: 2026-12-07, hours: 12}]}
  later: {from: 2026-12-21}
  gone: {until: 2026-12-04}
teams:
  shorts: {calendar: short}
  stated: {capacity: 250%}
  nobody: {}
resources: {oven: {capacity: 2}, van: {}}
"""
DECEMBER = (9, 40)
"""1 to 31 December, from 22 November: 22 days are worked."""


@pytest.mark.parametrize(
    ("who", "days"),
    [
        ("full", 22), ("part", 11), ("short", 9 * 6 / 8), ("of-team", 9 * 6 / 8), ("away", 17), ("hours", 21.5),
        ("long-day", 21), ("later", 8), ("gone", 4), ("shorts", 9 * 6 / 8), ("stated", 55), ("nobody", None),
        ("oven", 44), ("van", 22),
    ],
)  # fmt: skip
def test_capacity_of_a_month(who: str, days: float | None) -> None:
    plan = plan_of(TEXT)
    found = Presence(plan).capacity(item(plan, who), *DECEMBER)
    assert found == (None if days is None else pytest.approx(days))


def test_capacities_of_parts_make_that_of_the_whole() -> None:
    plan = plan_of(TEXT)
    presence = Presence(plan)
    for who in ("full", "short", "away", "hours", "later", "stated", "oven"):
        node = item(plan, who)
        parts = [presence.capacity(node, day, day + 1) or 0.0 for day in range(*DECEMBER)]
        assert sum(parts) == pytest.approx(presence.capacity(node, *DECEMBER)), who


def test_a_team_works_when_one_of_its_people_does() -> None:
    plan = plan_of(
        "people: {a: {team: t, leave: [2026-12]}, b: {team: t, leave: [{from: 2026-12-02, until: 2027-01-01}]}}\n"
        "teams: {t: {}}\n"
    )
    days = Presence(plan).days(item(plan, "t"))
    assert [day for day in range(9, 45) if days.works(day)] == [9, 40, 43, 44]


def test_days_are_reached() -> None:
    days = Presence(plan_of("people: {a: {}}\n")).working
    assert [days.reached(0, amount) for amount in (0, 0.5, 1, 1.5, 5, 6)] == [1, 2, 2, 3, 6, 9]
    assert days.reached(0, 1e9) == FARTHEST


def test_the_calendar_ends_with_its_last_day() -> None:
    plan = plan_of("people: {a: {leave: [9999-12-31]}}\n", as_of="9999-12-20")
    presence = Presence(plan)
    assert presence.capacity(item(plan, "a"), 0, 400) == 9  # 20 December 9999 is a Monday
    assert presence.working.count(0, FARTHEST) == 10
    assert date.max == date(9999, 12, 31)
