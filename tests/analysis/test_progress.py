"""Progress, sentence by sentence of the page on figures."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.analysis.plans import assess, item, tactic

from alignplan.analysis.effort import WorkWeek
from alignplan.analysis.rollup import weighted_mean

THIRD = 100 / 3


def progress(text: str, id: str = "t", as_of: str = "2026-11-22") -> float | None:
    plan = assess(text, as_of)
    return plan.progress_of(item(plan, id))


# ---------------------------------------------------------------- actions


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("status: done", 100),
        ("status: done, progress: 40%", 100),
        ("finished: 2026-11-22", 100),
        ("finished: 2026-11-23", 0),
        ("finished: 2026-11-22, status: active, progress: 40%", 100),
        ("progress: 100%, status: active", 100),
        ("progress: 40%", 40),
        ("progress: 0.5%", 0.5),
        ("status: paused, progress: 40%", 40),
        ("status: active", 0),
        ("started: 2026-02-01", 0),
        ("title: nothing said", 0),
    ],
)
def test_an_action_is_100_when_done_else_its_progress_else_0(fields: str, expected: float) -> None:
    assert progress(tactic(f"actions:\n  a: {{{fields}}}"), "t/a") == expected


# ---------------------------------------------------------------- tactics


def test_a_tactic_is_the_mean_of_its_actions_by_person_days() -> None:
    # 10 d done, 4 w = 20 d at 25 %, no weight: the mean of the others, 15 d, at 0 %
    text = tactic("""
        actions:
          a: {effort: 10d, status: done}
          b: {effort: 4w, progress: 25%}
          c: {title: c}
    """)
    assert progress(text) == (10 * 100 + 20 * 25 + 15 * 0) / 45


def test_of_three_points_the_likely_one_weighs() -> None:
    text = tactic("""
        actions:
          a: {effort: {low: 1d, likely: 30d, high: 99d}, progress: 50%}
          b: {effort: 10d}
    """)
    assert progress(text) == 30 * 50 / 40


def test_without_effort_working_days_of_duration_weigh() -> None:
    text = tactic("""
        actions:
          a: {effort: 6d, status: done}
          b: {duration: 2w}
          c: {elapsed: 90d}
    """)
    # 6 d by effort, 2 w = 10 d by duration; elapsed gives no weight: the mean, 8 d
    assert progress(text) == 6 * 100 / 24


def test_actions_without_any_weight_weigh_the_same() -> None:
    assert (
        progress(tactic("actions: {a: {status: done}, b: {elapsed: 90d}, c: {title: c}, d: {progress: 20%}}"))
        == 30
    )


def test_hours_and_weeks_are_those_of_the_default_calendar() -> None:
    text = """
        alignplan: 1
        plan: {title: P, calendar: short, horizon: {start: 2026-01-01, due: 2026-12-31}}
        calendars: {short: {workdays: [mon, tue, wed, thu], hours: 6}}
        tactics:
          t: {actions: {a: {effort: 12h, status: done}, b: {effort: 1w}, c: {duration: 2d}}}
    """
    # 12 h ÷ 6 = 2 d, 1 w = 4 d, 2 d
    assert progress(text) == 25
    assert assess(text).week == WorkWeek(6, 4)


def test_a_calendar_that_says_nothing_has_8_hours_and_5_days() -> None:
    text = """
        alignplan: 1
        plan: {title: P, calendar: office}
        calendars: {office: {holidays: [2026-12-24]}}
        tactics: {t: {actions: {a: {effort: 16h, status: done}, b: {effort: 1w}, c: {effort: 1d}}}}
    """
    assert progress(text) == 25


def test_all_weights_0_is_unknown() -> None:
    assert progress(tactic("actions: {a: {effort: 0d, progress: 50%}, b: {effort: 0d}}")) is None


def test_an_action_of_no_effort_does_not_weigh() -> None:
    assert progress(tactic("actions: {a: {effort: 0d, progress: 50%}, b: {effort: 5d, progress: 20%}}")) == 20


def test_dropped_actions_are_no_actions() -> None:
    assert (
        progress(
            tactic(
                "actions: {a: {effort: 1d, status: done}, b: {effort: 1d}, c: {effort: 98d, status: dropped}}"
            )
        )
        == 50
    )


def test_without_actions_the_milestones_count_done_or_not() -> None:
    text = tactic("""
        progress: 90%
        actions: {a: {status: dropped, progress: 60%}}
        milestones:
          m: {finished: 2026-11-01}
          n: {progress: 99%}
          o: {status: done}
          p: {status: dropped}
    """)
    assert progress(text) == 200 / 3
    assert [progress(text, f"t/{id}") for id in "mno"] == [100, 0, 100]


def test_with_actions_milestones_do_not_count() -> None:
    assert progress(tactic("actions: {a: {progress: 30%}}\nmilestones: {m: {status: done}}")) == 30


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("progress: 35%", 35),
        ("progress: 0%", 0),
        ("status: active, progress: 35%", 35),
        ("status: planned, progress: 35%", 35),
        ("status: planned", 0),
        ("owner: x", 0),
        ("status: active", None),
        ("started: 2026-02-01", None),
        ("status: paused", None),
        ("status: done", 100),
        ("status: done, progress: 35%", 100),
        ("status: dropped", None),
    ],
)
def test_without_steps_its_own_progress_else_0_when_planned_else_unknown(
    fields: str, expected: float | None
) -> None:
    text = f"people: {{x: {{name: X}}}}\ntactics:\n  t: {{title: T, {fields}}}\n"
    assert progress(text) == expected


def test_a_tactic_is_done_when_all_its_steps_are() -> None:
    text = tactic("actions: {a: {status: done}, b: {status: dropped}}\nmilestones: {m: {status: done}}")
    assert progress(text) == 100
    assert assess(text).status(item(assess(text), "t")) == "done"


def test_a_tactic_said_to_be_done_is_100_whatever_its_actions_say() -> None:
    assert progress(tactic("status: done\nactions: {a: {progress: 10%}}")) == 100


# ---------------------------------------------------------------- objectives


def test_an_objective_is_the_mean_of_what_serves_it_by_n_g_s() -> None:
    text = """
        objectives:
          o: {title: O}
          c1: {title: C1, parent: o, weight: 75}
          c2: {title: C2, parent: o, weight: 25}
        tactics:
          t1: {title: T1, supports: c1, progress: 50%}
          t2: {title: T2, supports: c2, progress: 20%}
          t: {title: T, supports: [o, c1], status: done}
    """
    # c1: t1 with s = 1, t with s = ½: (50 + 50) ÷ 1.5; c2: 20
    assert progress(text, "c1") == pytest.approx(200 / 3)
    assert progress(text, "c2") == 20
    # o: c1 2 · 0.75 · 1, c2 2 · 0.25 · 1, t 1 · 1 · ½: (1.5 · 66.67 + 0.5 · 20 + 0.5 · 100) ÷ 2.5
    assert progress(text, "o") == pytest.approx(64)


def test_with_no_weights_only_link_shares_weigh() -> None:
    text = """
        objectives: {a: {title: A}, b: {title: B}}
        tactics:
          t: {title: T, supports: {a: 30, b: 70}, progress: 10%}
          u: {title: U, supports: a, progress: 60%}
    """
    assert progress(text, "a") == pytest.approx((0.3 * 10 + 60) / 1.3)
    assert progress(text, "b") == 10


def test_tactics_weigh_by_weight_within_their_objective() -> None:
    text = """
        objectives: {o: {title: O}}
        tactics:
          t: {title: T, supports: o, weight: 60, progress: 10%}
          u: {title: U, supports: o, progress: 40%}
          v: {title: V, supports: o, progress: 90%}
    """
    # 60 stated, the two others divide 40: 3 · 0.6, 3 · 0.2, 3 · 0.2
    assert progress(text, "o") == pytest.approx(0.6 * 10 + 0.2 * 40 + 0.2 * 90)


def test_what_is_unknown_is_left_out_and_nothing_known_is_unknown() -> None:
    text = """
        objectives: {o: {title: O}, p: {title: P}, q: {title: Q}}
        tactics:
          t: {title: T, supports: [o, p], status: active}
          u: {title: U, supports: o, progress: 30%}
    """
    assert [progress(text, id) for id in "opq"] == [30, None, None]


def test_weights_of_0_leave_nothing_known() -> None:
    text = """
        objectives: {o: {title: O}}
        tactics:
          t: {title: T, supports: o, weight: 0, progress: 30%}
          u: {title: U, supports: o, weight: 100, status: active}
    """
    assert progress(text, "o") is None


def test_only_what_counts_is_in_the_roll_up() -> None:
    text = """
        objectives:
          o: {title: O}
          a: {title: A, parent: o, weight: 50}
          b: {title: B, parent: o, weight: 30, status: paused}
          c: {title: C, parent: o, weight: 20, status: dropped}
        tactics:
          ta: {title: TA, supports: a, status: done}
          tb: {title: TB, supports: b, progress: 20%}
          tc: {title: TC, supports: c, status: done}
          waits: {title: W, supports: b, status: planned}
          gone: {title: G, supports: b, status: dropped, progress: 100%}
          calls: {title: X, supports: b, status: paused, progress: 60%, contingencies: {k: {activates: waits}}}
    """
    assert progress(text, "b") == 40
    assert progress(text, "o") == pytest.approx((50 * 100 + 30 * 40) / 80)
    assert progress(text, "c") == 100
    assert progress(text, "waits") == 0


def test_link_shares_are_among_all_links_stated_dropped_ends_too() -> None:
    text = """
        objectives: {o: {title: O}, gone: {title: G, status: dropped}}
        tactics:
          t: {title: T, supports: {o: 25, gone: 75}, progress: 100%}
          u: {title: U, supports: o, progress: 0%}
    """
    assert progress(text, "o") == pytest.approx(25 / 1.25)


def test_a_done_objective_is_100() -> None:
    text = """
        objectives: {o: {title: O, status: done}, p: {title: P, parent: o}}
        tactics: {t: {title: T, supports: p, progress: 10%}}
    """
    assert [progress(text, id) for id in "op"] == [100, 10]


def test_what_runs_in_a_circle_is_unknown_and_what_is_above_and_below_is_not() -> None:
    text = """
        objectives:
          top: {title: T}
          a: {title: A, parent: [b, top]}
          b: {title: B, parent: a}
          self: {title: S, parent: [self, top]}
          fine: {title: F, parent: [a, top]}
          done: {title: D, parent: [done, top], status: done}
        tactics:
          t: {title: T, supports: a, progress: 80%}
          u: {title: U, supports: fine, progress: 30%}
    """
    assert [progress(text, id) for id in ("a", "b", "self", "fine", "done")] == [None, None, None, 30, 100]
    # top: only fine (s = ½) and done (s = ½) are known
    assert progress(text, "top") == 65


# ---------------------------------------------------------------- arithmetic

VALUES = st.floats(0, 100)
WEIGHTS = st.floats(0.001, 1e6)
PARTS = st.lists(st.tuples(WEIGHTS, VALUES), min_size=1, max_size=20)


@given(PARTS)
def test_a_mean_lies_between_its_parts(parts: list[tuple[float, float]]) -> None:
    mean = weighted_mean(parts)
    assert mean is not None
    assert min(value for _, value in parts) <= mean <= max(value for _, value in parts)


@given(st.lists(WEIGHTS, min_size=1, max_size=30), VALUES)
def test_a_mean_of_equals_is_exactly_that(weights: list[float], value: float) -> None:
    assert weighted_mean([(weight, value) for weight in weights]) == value


@given(PARTS, st.floats(0.01, 100))
def test_weights_only_matter_in_relation(parts: list[tuple[float, float]], scale: float) -> None:
    assert weighted_mean([(weight * scale, value) for weight, value in parts]) == pytest.approx(
        weighted_mean(parts)
    )


@given(PARTS)
def test_unknown_parts_change_nothing(parts: list[tuple[float, float]]) -> None:
    assert weighted_mean([*parts, (5.0, None)]) == weighted_mean(parts)


def test_parts_of_weight_0_do_not_pull() -> None:
    assert weighted_mean([(0.0, 100.0), (2.0, 30.0), (0.0, 0.0)]) == 30
    assert weighted_mean([(0.0, 100.0)]) is None
    assert weighted_mean([]) is None


def test_progress_of_other_kinds_is_none() -> None:
    plan = assess("values: {v: V}\npeople: {p: {name: P}}\n")
    assert [plan.progress_of(item(plan, id)) for id in "vp"] == [None, None]
    assert plan.planned_of(item(plan, "v")) is None
    assert plan.today == date(2026, 11, 22)
