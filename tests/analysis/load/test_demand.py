"""For whom and when work is open: who shares it, over which days it is spread, what is in no period."""

from __future__ import annotations

import pytest
from tests.analysis.load.plans import december, load_of, months, plan_of

from alignplan.analysis.load.periods import By


def test_effort_is_spread_evenly_over_the_working_days_to_its_due() -> None:
    plan = plan_of(
        "people: {mia: {}}\nobjectives: {o: O}\ntactics:\n  t: {supports: o, owner: mia, start: 2026-11-01, due: 2026-12-04,"
        " actions: {a: {effort: 10d}}}\n"
    )
    # six working days are left of November, four are in December
    assert months(plan, "mia") == {"2026-11": (6, 6), "2026-12": (4, 23)}


def test_it_begins_with_its_start() -> None:
    plan = plan_of(december("a: {effort: 10d, start: 2026-12-21}\nb: {effort: 1d, not_before: 2026-12-31}"))
    weeks = months(plan, "mia", By.WEEK)
    assert weeks == {"2026-W52": (5.555556, 5), "2026-W53": (5.444444, 5)}


@pytest.mark.parametrize(
    ("action", "days"),
    [
        ("effort: 10d", 10),
        ("effort: {low: 5d, likely: 10d, high: 30d}", 10),
        ("effort: 2w", 10),
        ("effort: 80h", 10),
        ("effort: 10d, progress: 40%", 6),
        ("effort: 10d, progress: 40%, remaining: 9d", 9),
        ("effort: 10d, remaining: 9d", 10),  # it has not begun
        ("started: 2026-11-20, remaining: 9d", 9),
        ("effort: 10d, status: paused", 10),
        ("effort: 10d, status: done", 0),
        ("effort: 10d, status: dropped", 0),
        ("effort: 10d, finished: 2026-11-20", 0),
        ("effort: 10d, assigned: {mia: 50%, leo: 50%}", 5),
        ("effort: 10d, assigned: {mia: 75%, leo: 25%}", 7.5),
        ("effort: 10d, assigned: [mia, leo]", 5),
        ("effort: 10d, assigned: leo", 0),
        ("effort: 10d, any_of: [mia, leo]", 5),
        ("effort: 10d, assigned: leo, any_of: [mia, kim]", 2.5),
        ("effort: 10d, skills: baking", 5),
        ("effort: 10d, skills: [baking, tasting]", 10),
        ("effort: 10d, skills: flying", 10),  # nobody can: it stays the owner's
        ("effort: 10d, owner: leo", 0),
        ("effort: 10d, owner: mia, skills: tasting", 10),
        ("duration: 10d", 0),
        ("duration: 10d, assigned: {mia: 50%}", 5),
        ("duration: 10d, assigned: mia", 10),
        ("duration: 10d, assigned: {mia: 50%}, progress: 60%", 2),
        ("elapsed: 7d, assigned: {mia: 50%}", 2.5),
        ("start: 2026-12-01, due: 2026-12-04, assigned: {mia: 50%}", 2),
        ("start: 2026-12-01, due: 2026-12-04, assigned: mia", 0),
        ("due: 2026-12-04", 0),
    ],
)
def test_days_that_fall_to_someone(action: str, days: float) -> None:
    people = "mia: {skills: [baking, tasting]}, leo: {skills: baking}, kim: {}"
    plan = plan_of(december(f"a: {{{action}}}", people))
    assert load_of(plan, "mia").demand == pytest.approx(days)


def test_work_that_serves_two_objectives_is_one_work() -> None:
    plan = plan_of(
        december("a: {effort: 10d}")
        .replace("supports: o", "supports: [o, p]")
        .replace("{o: O}", "{o: O, p: P}")
    )
    assert load_of(plan, "mia").demand == pytest.approx(10)


def test_what_stands_by_or_is_over_waits_for_nobody() -> None:
    text = december("a: {effort: 10d}").replace("    owner: mia", "    owner: mia\n    status: planned")
    assert load_of(plan_of(text), "mia").demand == pytest.approx(10)
    plan = plan_of(text + "risks: {r: {contingencies: {c: {activates: t}}}}\n")
    assert (plan.demand.who, plan.demand.unestimated) == ([], [])
    for status in ("done", "dropped"):
        assert plan_of(text.replace("planned", status)).demand.who == []


def test_leave_and_last_days_are_no_working_days() -> None:
    people = "mia: {leave: [{from: 2026-12-14, until: 2026-12-31}], until: 2026-12-10}"
    plan = plan_of(december("a: {effort: 4d}", people))
    (one,) = [period for period in load_of(plan, "mia", By.WEEK).periods if period.period.name == "2026-W50"]
    assert (round(one.demand, 6), one.capacity) == (2, 4)  # 7 to 10 December are 4 of her 8 days
    assert months(plan, "mia") == {"2026-12": (4, 8)}


def test_work_wholly_in_a_leave_stays_where_it_is() -> None:
    plan = plan_of(december("a: {effort: 4d}", "mia: {leave: 2026-12}"))
    assert months(plan, "mia") == {"2026-12": (4, 0)}
    one = next(one for one in load_of(plan, "mia").periods if one.demand)
    assert (one.percent, one.over) == (None, 4)


def test_work_between_weekends_stays_there() -> None:
    plan = plan_of(december("a: {effort: 2d, start: 2026-12-05, due: 2026-12-06}"))
    assert months(plan, "mia", By.WEEK) == {"2026-W49": (2, 5)}


def test_what_is_late_is_done_as_fast_as_it_can_be() -> None:
    text = december("a: {effort: 10d, due: 2026-11-10, start: 2026-11-01, assigned: {mia: 50%}}")
    plan = plan_of(text.replace("start: 2026-12-01", "start: 2026-10-01"))
    # half days from Monday, 23 November: six days of November have three of them
    assert months(plan, "mia") == {"2026-11": (3, 6), "2026-12": (7, 23)}


def test_a_duration_is_its_own_days_whenever_it_is_due() -> None:
    plan = plan_of(december("a: {duration: 5d, assigned: {mia: 40%}}"))
    assert months(plan, "mia", By.WEEK) == {"2026-W49": (1.6, 5), "2026-W50": (0.4, 5)}


def test_teams_have_their_own_work_and_that_of_their_people() -> None:
    text = december(
        "own: {effort: 4d}\nteams: {owner: kitchen, effort: 6d}\nboth: {assigned: [kitchen, leo], effort: 8d}",
        "mia: {team: kitchen}, leo: {team: kitchen, capacity: 50%}",
        "teams: {kitchen: {}}\n",
    )
    plan = plan_of(text)
    assert months(plan, "kitchen") == {"2026-12": (18, 34.5)}
    assert months(plan, "mia") == {"2026-12": (4, 23)}
    assert months(plan, "leo") == {"2026-12": (4, 11.5)}
    (december_,) = [one for one in load_of(plan, "kitchen").periods if one.demand]
    assert [(part.id, round(part.days, 6)) for part in december_.parts] == [
        ("t/both", 8), ("t/teams", 6), ("t/own", 4),
    ]  # fmt: skip


def test_a_team_without_people_and_capacity_has_an_unknown_one() -> None:
    plan = plan_of(december("a: {owner: kitchen, effort: 4d}", more="teams: {kitchen: {}}\n"))
    assert months(plan, "kitchen") == {"2026-12": (4, None)}
    plan = plan_of(december("a: {owner: kitchen, effort: 4d}", more="teams: {kitchen: {capacity: 300%}}\n"))
    assert months(plan, "kitchen") == {"2026-12": (4, 69)}


@pytest.mark.parametrize(
    ("action", "days"),
    [
        ("effort: 10d", 10),
        ("effort: 10d, assigned: {mia: 50%}", 20),
        ("effort: 10d, assigned: {mia: 25%}", 23),  # never on more days than there are
        ("effort: 10d, assigned: [mia, leo]", 5),
        ("duration: 8d", 8),
        ("elapsed: 14d", 10),
        ("due: 2026-12-31", 0),
    ],
)
def test_a_thing_is_used_as_long_as_the_work_takes(action: str, days: float) -> None:
    more = "resources: {oven: {capacity: 3}}\n"
    plan = plan_of(december(f"a: {{{action}, uses: {{oven: 2}}}}", "mia: {}, leo: {}", more))
    assert load_of(plan, "oven").demand == pytest.approx(2 * days)
    assert [one.capacity for one in load_of(plan, "oven").periods if one.demand] == ([69] if days else [])


def test_what_is_in_no_period_is_told_apart() -> None:
    text = (
        "alignplan: 1\nplan: {title: A plan}\npeople: {mia: {}}\nobjectives: {o: O}\ntactics:\n"
        "  t: {supports: o, actions: {a: {effort: 3d, due: 2026-12-31}, b: {effort: 2d, owner: mia}, c: {owner: mia}}}\n"
    )
    demand = plan_of(text).demand
    assert [(demand.item(one.number).id, one.days) for one in demand.undone] == [("t/a", 3)]
    assert [demand.item(number).id for number in demand.undated] == ["t/b"]
    assert [demand.item(number).id for number in demand.unestimated] == ["t/c"]


def test_a_locked_schedule_gives_the_days() -> None:
    text = december("a: {effort: 4d}\nb: {effort: 6d, progress: 50%}", "mia: {}, leo: {}")
    locked = "  t/a: {start: 2027-01-04, finish: 2027-01-07}\n  t/b: {start: 2026-11-02, finish: 2026-11-24}"
    plan = plan_of(text, locked=locked)
    assert months(plan, "mia") == {"2026-11": (3, 6), "2027-01": (4, 21)}


def test_what_the_schedule_chose_does_it() -> None:
    text = december("a: {effort: 4d, any_of: [mia, leo]}", "mia: {}, leo: {}")
    locked = "  t/a: {start: 2026-12-01, finish: 2026-12-04, who: {leo: 100}}"
    plan = plan_of(text, locked=locked)
    assert load_of(plan, "mia").demand == 0
    assert load_of(plan, "leo").demand == pytest.approx(4)


def test_what_has_no_work_makes_no_periods() -> None:
    text = (
        december("a: {effort: 4d}")
        + "  long: {supports: o, owner: mia, due: 2027-12-31, actions: {talk: {}}}\n"
    )
    assert [one.period.name for one in load_of(plan_of(text), "mia").periods] == ["2026-11", "2026-12"]


def test_the_last_days_of_the_calendar_are_days_like_others() -> None:
    text = (
        "alignplan: 1\nplan: {title: A plan, horizon: {start: 2026-01-01, due: 9999-12-31}}\npeople: {mia: {leave: [9999-12-31]}}\n"
        "objectives: {o: O}\ntactics: {t: {supports: o, owner: mia, actions: {a: {effort: 4d}, b: {effort: 1d, due: 9999-01-01}}}}\n"
    )
    plan = plan_of(text, as_of="9999-12-29")
    assert months(plan, "mia") == {
        "9999-12": (5, 2)
    }  # Wednesday and Thursday; the rest of b has nowhere else to go


def test_what_is_due_in_thousands_of_years_is_spread_over_thirty() -> None:
    plan = plan_of(
        december("a: {effort: 30d, due: 9000-12-31}").replace("due: 2026-12-31\n", "due: 9999-12-31\n")
    )
    assert load_of(plan, "mia").demand == pytest.approx(30)
    assert load_of(plan, "mia").periods[-1].period.name == "2056-12"
