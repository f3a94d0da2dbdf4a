"""Who moves what, sentence by sentence: what is needed, promised, to come by now, seen and to go."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.plans import assess, assess_loosely, item

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.effects import KpiMoves
from alignplan.analysis.effects.timing import began, finished_by, shows_on
from alignplan.model.values import Duration

DAY = date(2026, 11, 22)


def moves(plan: Assessment, kpi: str = "o/k") -> KpiMoves:
    return plan.effects.moves_of(kpi)


def of_tactic(fields: str, kpi: str = "baseline: 0, target: 100, actuals: {2026-10-31: 30}") -> KpiMoves:
    return moves(
        assess(f"""
        objectives: {{o: {{title: O, kpis: {{k: {{{kpi}}}}}}}}}
        tactics: {{t: {{title: T, {fields}}}}}
    """)
    )


def test_all_figures_of_a_kpi() -> None:
    plan = assess("""
        objectives: {o: {title: O, kpis: {k: {baseline: 18, target: 25, actuals: {2026-03-31: 18.4, 2026-06-30: 18.9, 2026-10-31: 19.9}}}}}
        tactics:
          a: {title: A, status: done, started: 2026-04-01, finished: 2026-06-30, moves: {o/k: +0.6}}
          b: {title: B, started: 2026-05-01, progress: 50%, moves: {o/k: {by: 2.1}}}
          c: {title: C, status: paused, started: 2026-05-01, progress: 10%, moves: {o/k: 10}}
          d: {title: D, status: dropped, started: 2026-01-01, progress: 100%, moves: {o/k: 10}}
          e: {title: E, status: planned, moves: {o/k: 10}}
          f: {title: F, status: active, moves: {o/k: -0.2}, contingencies: {x: {activates: e}}}
    """)
    found = moves(plan)
    assert [share.tactic.id for share in found.shares] == ["a", "b", "c", "f"]
    assert (found.needed, found.promised, found.live) == (7, 2.5, 1.9)
    assert [share.delivered for share in found.shares] == [0.6, 1.05, 1, None]  # the progress of f is unknown
    assert found.delivered == 2.65
    assert found.first is not None
    assert (found.first.tactic.id, found.first.began) == ("f", date(2026, 1, 1))
    assert (found.before, found.seen, found.gap) == (18, 1.9, 5.1)
    assert found.sufficiency == plan.sufficiency_of_kpi("o/k") == pytest.approx(2.5 / 7 * 100)


@pytest.mark.parametrize(
    ("began", "before"),
    [("2026-02-28", 10), ("2026-03-30", 10), ("2026-03-31", 12), ("2026-07-01", 14)],
)
def test_seen_is_counted_from_the_actual_last_before_the_work_began_else_from_the_baseline(
    began: str, before: float
) -> None:
    found = of_tactic(
        f"status: done, started: {began}, finished: 2026-08-01, moves: {{o/k: 5}}",
        "baseline: 10, target: 20, actuals: {2026-03-31: 12, 2026-06-30: 14, 2026-10-31: 15}",
    )
    assert (found.before, found.seen) == (before, 15 - before)


def test_nothing_is_seen_without_a_baseline_and_without_an_actual() -> None:
    done = "status: done, started: 2026-02-01, moves: {o/k: 5}"
    assert of_tactic(done, "target: 20, actuals: {2026-10-31: 15}").seen is None
    assert of_tactic(done, "baseline: 10, target: 20").seen is None
    assert of_tactic("status: planned, moves: {o/k: 5}").seen is None  # nobody has begun


def test_without_moves_in_the_plan_nothing_is_known_to_be_promised() -> None:
    plan = assess("objectives: {o: {title: O, kpis: {k: {baseline: 0, target: 10}}}}")
    found = moves(plan)
    assert (found.needed, found.promised, found.live, found.delivered, found.sufficiency) == (
        10, None, None, None, None,
    )  # fmt: skip


def test_what_nothing_moves_gets_nothing() -> None:
    plan = assess("""
        objectives: {o: {title: O, kpis: {k: {baseline: 0, target: 10}, other: {baseline: 0, target: 10}}}}
        tactics: {t: {title: T, moves: {o/other: 5}}}
    """)
    found = moves(plan)
    assert (found.promised, found.live, found.delivered, found.seen, found.sufficiency) == (0, 0, 0, None, 0)


@pytest.mark.parametrize(
    ("kpi", "gap"),
    [
        ("baseline: 0, target: 10, actuals: {2026-10-31: 4}", 6),
        ("baseline: 9, target: 0, actuals: {2026-10-31: 4}", -4),
        ("baseline: 0, target: 10, actuals: {2026-10-31: 11}", -1),
        ("baseline: 0, target: 10", None),
        ("baseline: 0, actuals: {2026-10-31: 11}", None),
        ("baseline: 0, range: {low: 5, high: 7}, actuals: {2026-10-31: 4}", 1),
        ("baseline: 0, range: {low: 5, high: 7}, actuals: {2026-10-31: 5}", 0),
        ("baseline: 0, range: {low: 5, high: 7}, actuals: {2026-10-31: 9}", -2),
        ("range: {high: 7}, actuals: {2026-10-31: 9}", -2),
    ],
)
def test_what_is_to_go(kpi: str, gap: float | None) -> None:
    assert of_tactic("moves: {o/k: 1}", kpi).gap == gap


def test_a_move_counts_along_its_series_not_between_siblings() -> None:
    plan = assess("""
        objectives:
          o:
            title: O
            kpis:
              base: {baseline: 0, target: 100, actuals: {2026-10-31: 5}}
              one: {series: base, target: 10}
              two: {series: base, target: 20}
              deep: {series: one, target: 5}
        tactics:
          a: {title: A, progress: 50%, moves: {o/base: 4}}
          b: {title: B, progress: 50%, moves: {o/one: 2}}
          c: {title: C, progress: 50%, moves: {o/two: 3}}
          d: {title: D, progress: 50%, moves: {o/deep: 1}}
    """)
    for id in ("base", "one", "two", "deep"):
        found = moves(plan, f"o/{id}")
        assert found.promised == sum(share.by for share in found.shares) == 2 * (found.delivered or 0), id
    assert [share.tactic.id for share in moves(plan, "o/two").shares] == ["c", "a"]
    assert {share.kpi for share in moves(plan, "o/deep").shares} == {"o/deep", "o/one", "o/base"}


def test_a_series_in_a_circle_does_no_harm() -> None:
    plan = assess_loosely("""
        objectives: {o: {title: O, kpis: {a: {series: b, target: 1}, b: {series: a, baseline: 0, target: 4}, c: {series: c, baseline: 0, target: 4}, d: {series: a, target: 3}}}}
        tactics: {t: {title: T, moves: {o/b: 1, o/c: 1, nowhere: 5, t: 1}}}
    """)
    for id in ("a", "b", "c", "d"):
        found = moves(plan, f"o/{id}")
        assert found.promised == sum(share.by for share in found.shares)


# ------------------------------------------------------------ when work began


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ("started: 2026-03-01", "2026-03-01"),
        ("started: 2026-03-01, actions: {a: {started: 2026-02-01}}", "2026-02-01"),
        ("start: 2026-01-15, actions: {a: {started: 2026-02-01}, b: {finished: 2026-01-20}}", "2026-01-20"),
        ("start: 2026-01-15, actions: {a: {finished: 2026-02-20}}", "2026-01-15"),
        ("start: 2026-05-01, actions: {a: {finished: 2026-02-20}}", "2026-02-20"),
        ("status: active, start: 2026-05-01", "2026-05-01"),
        ("status: active", "2026-01-01"),
        ("status: active, start: 2026-12-01", "2026-11-22"),
        ("status: active, start: 2026-05-01, started: 2026-12-01", "2026-05-01"),
        ("status: planned, start: 2026-05-01", None),
        ("start: 2026-05-01, actions: {a: {progress: 0%}}", None),
        ("start: 2026-05-01, actions: {a: {progress: 1%}}", "2026-05-01"),
        ("start: 2026-05-01, milestones: {m: {finished: 2026-04-01}}", "2026-04-01"),
    ],
)
def test_when_work_began(fields: str, day: str | None) -> None:
    plan = assess(f"tactics: {{t: {{title: T, {fields}}}}}")
    found = began(item(plan, "t"), plan)
    assert (found.isoformat() if found else None) == day


# ------------------------------------------------------------ lag


@pytest.mark.parametrize(
    ("lag", "day"),
    [
        (Duration(3, "m"), "2026-11-30"),
        (Duration(1, "m"), "2026-09-30"),
        (Duration(5, "d"), "2026-09-07"),
        (Duration(2, "w"), "2026-09-14"),
        (Duration(12, "h"), "2026-09-02"),
        (Duration(0, "d"), "2026-08-31"),
    ],
)
def test_the_day_on_which_it_shows(lag: Duration, day: str) -> None:
    plan = assess("tactics: {t: {title: T}}")
    assert shows_on(date(2026, 8, 31), lag, plan).isoformat() == day  # a Monday


@pytest.mark.parametrize(
    ("fields", "part"),
    [
        ("actions: {a: {finished: 2026-07-31}, b: {finished: 2026-08-01}}", 50),
        ("actions: {a: {finished: 2026-07-31}, b: {progress: 99%}}", 50),
        ("actions: {a: {finished: 2026-07-31, effort: 3d}, b: {effort: 1d}}", 75),
        ("actions: {a: {finished: 2026-07-31}, b: {status: dropped}}", 100),
        ("actions: {a: {status: done, due: 2026-07-31}, b: {status: done, due: 2026-12-01}}", 50),
        ("status: done, finished: 2026-07-31, actions: {a: {}, b: {}}", 100),
        ("status: done, finished: 2026-08-01, actions: {a: {finished: 2026-07-01}, b: {}}", 50),
        ("status: done, finished: 2026-07-31", 100),
        ("status: done, finished: 2026-08-01", 0),
        ("status: done, due: 2026-07-31", 100),
        ("status: done", 0),  # nothing says when: on its due, at the latest today
        ("progress: 90%", 0),
        ("milestones: {m: {finished: 2026-07-01}, n: {due: 2026-07-01}}", 50),
        ("actions: {a: {finished: 2026-07-31, effort: 0d}}", 100),
        ("status: done, finished: 2026-07-31, actions: {a: {effort: 0d}}", 100),
    ],
)
def test_with_a_lag_what_was_finished_so_long_ago(fields: str, part: float) -> None:
    plan = assess(f"tactics: {{t: {{title: T, {fields}}}}}")
    found = finished_by(item(plan, "t"), Duration(3, "m"), date(2026, 10, 31), plan)
    assert found == part


def test_a_lag_runs_to_the_last_actual_without_one_to_today() -> None:
    work = "finished: 2026-08-10, status: done, moves: {o/k: {by: 8, lag: 3m}}"
    assert of_tactic(work).delivered == 0
    assert of_tactic(work, "baseline: 0, target: 9, actuals: {2026-11-10: 3}").delivered == 8
    assert of_tactic(work, "baseline: 0, target: 9").delivered == 8


def test_no_lag_is_no_lag() -> None:
    assert of_tactic("progress: 50%, moves: {o/k: {by: 8, lag: 0d}}").delivered == 4


# ------------------------------------------------------------ properties

AMOUNTS = st.integers(-4000, 4000).map(lambda number: number / 4)
PARTS = st.sampled_from([0, 12.5, 25, 50, 75, 100])
TACTICS = st.lists(
    st.tuples(AMOUNTS, PARTS, st.dates(date(2026, 1, 1), date(2026, 11, 22))), min_size=1, max_size=4
)
SERIES = st.lists(AMOUNTS, min_size=1, max_size=5)


def planned(tactics: list[tuple[float, float, date]], series: list[float], scale: float = 1) -> Assessment:
    points = ", ".join(f"2026-{month:02}-15: {value * scale}" for month, value in enumerate(series, start=3))
    lines = "".join(
        f"\n          t{at}: {{title: T, started: {day}, progress: {part}%, moves: {{o/k: {by * scale}}}}}"
        for at, (by, part, day) in enumerate(tactics)
    )
    return assess(f"""
        objectives: {{o: {{title: O, kpis: {{k: {{baseline: 0, target: {100 * scale}, actuals: {{{points}}}}}}}}}}}
        tactics:{lines}
    """)


@settings(max_examples=40, deadline=None)
@given(TACTICS, SERIES)
def test_the_whole_is_the_sum_of_its_shares(
    tactics: list[tuple[float, float, date]], series: list[float]
) -> None:
    found = moves(planned(tactics, series))
    assert found.promised == sum(by for by, _, _ in tactics)
    assert found.delivered == sum(Decimal(by) * Decimal(part) / 100 for by, part, _ in tactics)
    assert found.first is not None
    assert found.first.began == min(day for _, _, day in tactics)
    assert found.before is not None
    assert found.seen == series[-1] - found.before
    assert found.gap == 100 - series[-1]


@settings(max_examples=40, deadline=None)
@given(TACTICS, SERIES, st.sampled_from([-1, 4, 1000, 0.25]))
def test_the_unit_does_not_matter(
    tactics: list[tuple[float, float, date]], series: list[float], scale: float
) -> None:
    one, other = planned(tactics, series), planned(tactics, series, scale)
    for name in ("needed", "promised", "live", "delivered", "before", "seen", "gap"):
        value = getattr(moves(one), name)
        assert getattr(moves(other), name) == (None if value is None else value * scale), name
    places = [[effect.place for effect in plan.effects.all()] for plan in (one, other)]
    assert places[0] == places[1]
    ratios = [[effect.ratio for effect in plan.effects.all()] for plan in (one, other)]
    assert ratios[0] == ratios[1]


@settings(max_examples=40, deadline=None)
@given(TACTICS, SERIES, st.permutations(range(4)))
def test_the_order_of_the_tactics_does_not_matter(
    tactics: list[tuple[float, float, date]], series: list[float], order: list[int]
) -> None:
    shuffled = [tactics[at] for at in order if at < len(tactics)]
    one, other = moves(planned(tactics, series)), moves(planned(shuffled, series))
    for name in ("promised", "live", "delivered", "before", "seen"):
        assert getattr(one, name) == getattr(other, name), name
