"""Triggers: what each says today and in which words, and on which days it held."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.plans import assess, assess_loosely, item

from alignplan.analysis.armed import Call
from alignplan.analysis.assessment import Assessment
from alignplan.analysis.triggers import Course, Reading, Truth, conditions, course_of, read

NO, UNKNOWN, HOLDS = Truth.NO, Truth.UNKNOWN, Truth.HOLDS
FIRST, LAST = date(2026, 1, 1), date(2026, 3, 31)
KPI = "unit: '%', baseline: 0, target: 100, actuals: {2026-06-30: 40, 2026-09-30: 60}"


def plan_with(when: str, rest: str = "", kpi: str = KPI, as_of: str = "2026-11-22") -> Assessment:
    """An objective with a KPI and a contingency, and a tactic with two steps, 10 planned and 11 spent."""
    return assess(
        f"""
        objectives:
          o:
            kpis: {{k: {{{kpi}}}}}
            contingencies: {{c: {{when: {when}}}}}
        tactics:
          t:
            due: 2026-11-13
            budget: {{planned: 10, spent: 11}}
            actions: {{a: {{due: 2026-11-06}}, b: {{due: 2026-11-06, status: done}}, d: {{status: dropped}}}}
            milestones: {{m: {{due: 2026-12-01}}}}
        risks: {{r: {{occurred: 2026-10-01}}, s: {{occurred: 2026-11-23}}}}
        {rest}
        """,
        as_of,
    )


def reading(plan: Assessment, id: str = "o/c") -> Reading:
    found = read(item(plan, id), plan)
    assert found is not None
    return found


def days(plan: Assessment, id: str = "o/c") -> tuple[str | None, str | None]:
    """Since when it holds, and when it first held."""
    found = course_of(reading(plan, id), plan)
    return tuple(None if day is None else day.isoformat() for day in (found.since, found.first))  # type: ignore[return-value]  # two


# ---------------------------------------------------------------- what it says


@pytest.mark.parametrize(
    ("when", "truth", "words", "since"),
    [
        ("{kpi: k, below: 61}", HOLDS, "`k` is at 60 %, below 61 %", "2026-06-30"),
        ("{kpi: k, below: 50}", NO, "`k` is at 60 %, not below 50 %", None),
        ("{kpi: k, below: 60}", NO, "`k` is at 60 %, not below 60 %", None),
        ("{kpi: k, above: 59.5}", HOLDS, "`k` is at 60 %, above 59.5 %", "2026-09-30"),
        ("{kpi: k, above: 60}", NO, "`k` is at 60 %, not above 60 %", None),
        (
            "{kpi: k, below: 61, for: 2}",
            HOLDS,
            "`k` is at 60 %, below 61 % for the 2nd time in a row",
            "2026-09-30",
        ),
        (
            "{kpi: k, below: 61, for: 3}",
            UNKNOWN,
            "`k` is at 60 %, below 61 % 2 times, 3 in a row are needed",
            None,
        ),
        ("{kpi: k, above: 50, for: 2}", NO, "`k` is at 60 %, above 50 % once, 2 in a row are needed", None),
        (
            "{kpi: o/k, below: 90%, of: plan}",
            HOLDS,
            "`o/k` is at 60 %, 80.29 % of plan, below 90 %",
            "2026-06-30",
        ),
        (
            "{kpi: k, below: 80.29%, of: plan}",
            NO,
            "`k` is at 60 %, 80.2941 % of plan, not below 80.29 %",
            None,
        ),
        (
            "{kpi: k, above: 80.29%, of: plan}",
            HOLDS,
            "`k` is at 60 %, 80.2941 % of plan, above 80.29 %",
            "2026-06-30",
        ),
        ("{action: t/a, late_by: 10d}", HOLDS, "`t/a` is 10 working days late, at least 10d", "2026-11-20"),
        ("{action: t/a, late_by: 11d}", NO, "`t/a` is 10 working days late, less than 11d", None),
        ("{action: t/a, late_by: 80h}", HOLDS, "`t/a` is 10 working days late, at least 80h", "2026-11-20"),
        ("{action: t/b, late_by: 0d}", NO, "`t/b` is done", None),
        ("{action: t/d, late_by: 0d}", NO, "`t/d` was dropped", None),
        ("{tactic: t, late_by: 1w}", HOLDS, "`t` is 5 working days late, at least 1w", "2026-11-20"),
        ("{tactic: t, late_by: 1h}", HOLDS, "`t` is 5 working days late, at least 1h", "2026-11-16"),
        ("{tactic: t, late_by: 0d}", HOLDS, "`t` is 5 working days late, at least 0d", "2026-11-14"),
        ("{milestone: t/m, late_by: 0d}", NO, "`t/m` is due on 2026-12-01", None),
        ("{budget: t, above: 109%}", HOLDS, "`t` has spent 110 % of its budget, above 109 %", None),
        ("{budget: t, above: 110%}", NO, "`t` has spent 110 % of its budget, not above 110 %", None),
        ("{risk: r, occurred: true}", HOLDS, "`r` occurred on 2026-10-01", "2026-10-01"),
        ("{risk: s, occurred: true}", NO, "`s` has not occurred", None),
        ("{risk: s, occurred: false}", HOLDS, "`s` has not occurred", None),
        (
            "{any: [{risk: s, occurred: true}, {risk: r, occurred: true}, {kpi: k, below: 61}]}",
            HOLDS,
            "`r` occurred on 2026-10-01; `k` is at 60 %, below 61 %",
            "2026-06-30",
        ),
        (
            "{all: [{risk: s, occurred: true}, {risk: r, occurred: true}]}",
            NO,
            "`s` has not occurred",
            None,
        ),
        (
            "{all: [{any: [{risk: s, occurred: true}, {budget: t, above: 100%}]}, {kpi: k, below: 61, for: 2}]}",
            HOLDS,
            "`t` has spent 110 % of its budget, above 100 %; `k` is at 60 %, below 61 % for the 2nd time in a row",
            "2026-09-30",
        ),
        (
            "{any: [{risk: s, occurred: true}, {kpi: k, below: 61, for: 3}]}",
            UNKNOWN,
            "`k` is at 60 %, below 61 % 2 times, 3 in a row are needed",
            None,
        ),
    ],
)
def test_what_a_trigger_says(when: str, truth: Truth, words: str, since: str | None) -> None:
    plan = plan_with(when)
    found = reading(plan)
    assert (found.truth, found.words) == (truth, words)
    assert days(plan)[0] == since
    assert course_of(found, plan).last is truth


@pytest.mark.parametrize(
    ("kpi", "words"),
    [
        ("unit: u, baseline: 0, target: 10", "`k`: no actual yet"),
        ("unit: u, baseline: 0, target: 10, actuals: {2026-11-23: 3}", "`k`: no actual yet"),
        ("unit: u, target: 10, actuals: {2026-11-01: 3}", "`k`: nothing was planned for 2026-11-01"),
        ("unit: u, sum: [o/l]", "`k`: `o/l`: its `series` runs in a circle"),
        ("unit: u, sum: [o/m]", "`k`: `o/m`: no actual yet"),
    ],
)
def test_what_is_not_known_of_a_kpi_does_not_hold(kpi: str, words: str) -> None:
    plan = assess(
        f"""
        objectives:
          o:
            kpis: {{k: {{{kpi}}}, l: {{series: o/l}}, m: {{unit: u}}}}
            contingencies: {{c: {{when: {{kpi: k, below: 90%, of: plan}}}}}}
        """
    )
    assert (reading(plan).truth, reading(plan).words) == (UNKNOWN, words)
    assert days(plan) == (None, None)


def test_values_that_could_not_all_be_read_are_not_judged() -> None:
    plan = assess_loosely(
        "objectives: {o: {kpis: {k: {unit: u, actuals: {2026-02-30: 3, 2026-03-30: 2}}},"
        " contingencies: {c: {when: {kpi: k, below: 5}}}}}\n"
    )
    assert (reading(plan).truth, reading(plan).words) == (UNKNOWN, "`k`: not all of its values could be read")


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("{kpi: nothing, below: 5}", "`nothing` is not there"),
        ("{kpi: t, below: 5}", "`t` is not there"),
        ("{budget: t, above: 5%}", "`t` has no planned budget"),
        ("{budget: u, above: 5%}", "nothing says what `u` has spent"),
        ("{tactic: t, late_by: 5d}", "`t` has no due date"),
    ],
)
def test_what_is_not_there_or_not_said_does_not_hold(when: str, words: str) -> None:
    plan = assess_loosely(
        f"""
        alignplan: 1
        plan: {{title: P}}
        tactics:
          t: {{budget: {{planned: 0, spent: 3}}, contingencies: {{c: {{when: {when}}}}}}}
          u: {{budget: {{planned: 10}}}}
        """
    )
    assert (reading(plan, "t/c").truth, reading(plan, "t/c").words) == (UNKNOWN, words)
    assert course_of(reading(plan, "t/c"), plan).last is UNKNOWN


def test_a_due_that_is_inherited_counts_and_the_week_of_the_calendar() -> None:
    plan = assess(
        """
        alignplan: 1
        plan: {title: P, calendar: c}
        calendars: {c: {workdays: [mon, tue], hours: 4}}
        objectives: {o: {due: 2026-11-08}}
        tactics:
          t:
            supports: o
            actions: {a: A}
            contingencies: {c: {when: {action: a, late_by: 1w}}, d: {when: {action: a, late_by: 14h}}}
        """
    )
    assert reading(plan, "t/c").words == "`a` is 4 working days late, at least 1w"
    assert days(plan, "t/c") == ("2026-11-10", "2026-11-10")
    assert days(plan, "t/d") == ("2026-11-17", "2026-11-17")


def test_the_conditions_of_a_trigger_in_the_order_written() -> None:
    plan = plan_with(
        "{all: [{kpi: k, below: 61}, {any: [{budget: t, above: 100%}, {risk: r, occurred: true}]}]}"
    )
    assert [(part.kind, part.subject.id) for part in conditions(reading(plan)) if part.subject] == [
        ("kpi", "o/k"),
        ("budget", "t"),
        ("risk", "r"),
    ]


# ---------------------------------------------------------------- since when


def test_what_stands_in_a_tactic_that_is_over_is_over_with_it() -> None:
    text = "tactics: {t: {%s, actions: {a: {due: 2026-11-06%s}}, contingencies: {c: {when: {action: a, late_by: 5d}}}}}\n"
    assert days(assess(text % ("finished: 2026-11-20", "")), "t/c") == (None, "2026-11-13")
    assert days(assess(text % ("finished: 2026-11-12", ", finished: 2026-11-20")), "t/c") == (None, None)
    assert days(assess(text % ("status: dropped", ", finished: 2026-11-20")), "t/c") == (None, None)


def test_the_run_of_days_begins_anew_when_it_was_interrupted() -> None:
    kpi = "unit: u, actuals: {2026-01-31: 3, 2026-02-28: 9, 2026-03-31: 4, 2026-04-30: 2}"
    assert days(plan_with("{kpi: k, below: 5}", kpi=kpi)) == ("2026-03-31", "2026-01-31")
    assert days(plan_with("{kpi: k, below: 5, for: 2}", kpi=kpi)) == ("2026-04-30", "2026-04-30")
    assert days(plan_with("{kpi: k, above: 5}", kpi=kpi)) == (None, "2026-02-28")


@pytest.mark.parametrize(
    ("fields", "first"),
    [
        ("finished: 2026-11-20", "2026-11-13"),
        ("finished: 2026-11-12", None),
        ("finished: 2026-11-20, status: done", "2026-11-13"),
        ("status: done", None),
        ("progress: 100%", None),
        ("status: dropped", None),
    ],
)
def test_what_was_late_until_it_was_finished_was_late(fields: str, first: str | None) -> None:
    text = "tactics: {t: {actions: {a: {due: 2026-11-06, %s}, b: B}, contingencies: {c: {when: {action: a, late_by: 5d}}}}}\n"
    assert days(assess(text % fields), "t/c") == (None, first)


@pytest.mark.parametrize(
    ("fields", "first"),
    [
        ("finished: 2026-11-20, actions: {a: A}", "2026-11-13"),
        (
            "actions: {a: {finished: 2026-11-03}, b: {finished: 2026-11-20}, d: {status: dropped}}",
            "2026-11-13",
        ),
        ("actions: {a: {finished: 2026-11-03}}, milestones: {b: {finished: 2026-11-12}}", None),
        ("actions: {a: {finished: 2026-11-20}, b: {status: done}}", None),
        ("status: done, actions: {a: {finished: 2026-11-20}}", None),
        ("finished: 2026-11-20, actions: {a: A}, milestones: {b: {status: dropped}}", "2026-11-13"),
    ],
)
def test_a_tactic_that_its_steps_ended_was_late_until_the_last_of_them(
    fields: str, first: str | None
) -> None:
    text = "tactics: {t: {due: 2026-11-06, %s, contingencies: {c: {when: {tactic: t, late_by: 5d}}}}}\n"
    assert days(assess(text % fields), "t/c") == (None, first)


def test_the_value_of_a_period_belongs_to_its_last_day() -> None:
    kpi = "unit: u, aggregate: sum, period: month, actuals: {2026-10-05: 3, 2026-10-20: 1, 2026-11-05: 0}"
    assert days(plan_with("{kpi: k, below: 5}", kpi=kpi)) == ("2026-10-31", "2026-10-31")


# ---------------------------------------------------------------- properties

DAYS = st.integers(0, (LAST - FIRST).days).map(lambda days: FIRST + timedelta(days))
SPAN = [FIRST + timedelta(days) for days in range(-1, (LAST - FIRST).days + 1)]
SERIES = st.dictionaries(DAYS, st.integers(0, 20), max_size=8)
KPI_LEAF = st.builds(
    lambda bound, value, of, times: f"{{kpi: k, {bound}: {value}{of}, for: {times}}}",
    st.sampled_from(["below", "above"]),
    st.integers(2, 18),
    st.sampled_from(["", "%, of: plan"]),
    st.integers(1, 3),
)
LEAF = st.one_of(
    KPI_LEAF,
    st.builds(
        lambda about, late: f"{{{about}, late_by: {late}}}",
        st.sampled_from(["action: t/a", "action: t/b", "milestone: t/m", "tactic: t"]),
        st.sampled_from(["0d", "3d", "2w", "20h"]),
    ),
    st.sampled_from(["{budget: t, above: 90%}", "{budget: t, above: 120%}", "{risk: r, occurred: true}"]),
)
TRIGGER = st.recursive(
    LEAF,
    lambda inner: st.builds(
        lambda how, parts: f"{{{how}: [{', '.join(parts)}]}}",
        st.sampled_from(["any", "all"]),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=5,
)
ENDS = st.one_of(st.just(""), DAYS.map(lambda day: f", finished: {day}"))


def plan_of(whens: Mapping[str, str], series: Mapping[date, int], extra: Mapping[str, Any]) -> Assessment:
    actuals = ", ".join(f"{day}: {value}" for day, value in series.items())
    inner = "".join(f"      {name}: {{when: {when}}}\n" for name, when in whens.items())
    return assess(
        f"""alignplan: 1
plan: {{title: P, horizon: {{start: 2026-01-01, due: 2026-03-01}}}}
objectives:
  o:
    kpis: {{k: {{unit: u, baseline: 0, target: 20, actuals: {{{actuals}}}}}}}
    contingencies:
{inner}tactics:
  t:
    due: {extra["due"]}
{extra["t"]}    budget: {{planned: 10, spent: 11}}
    actions: {{a: {{title: A, due: 2026-01-20{extra["a"]}}}, b: {{title: B{extra["b"]}}}}}
    milestones: {{m: {{title: M, due: 2026-02-10{extra["m"]}}}}}
risks: {{r: {{title: R{extra["r"]}}}}}
""",
        LAST.isoformat(),
    )


EXTRA = st.fixed_dictionaries(
    {
        "due": DAYS,
        "t": st.one_of(st.just(""), DAYS.map(lambda day: f"    finished: {day}\n")),
        "a": ENDS,
        "b": ENDS,
        "m": ENDS,
        "r": st.one_of(st.just(""), DAYS.map(lambda day: f", occurred: {day}")),
    }
)


def course(plan: Assessment, name: str) -> Course:
    return course_of(reading(plan, f"o/{name}"), plan)


@settings(max_examples=60, deadline=None)
@given(TRIGGER, SERIES, EXTRA)
def test_each_day_is_as_it_was_judged_on_that_day(
    when: str, series: dict[date, int], extra: dict[str, Any]
) -> None:
    """The plan as of each earlier day says of that day what the plan as of today says of it."""
    plan = plan_of({"c": when}, series, extra)
    today = course(plan, "c")
    for day in SPAN:
        then = Assessment(plan.graph, day)
        assert reading(then).truth is today.on(day), day
    assert today.since is None or FIRST - timedelta(1) <= today.since <= LAST
    assert today.first is None or today.first <= (today.since or LAST) <= LAST


@settings(max_examples=40, deadline=None)
@given(SERIES, st.integers(1, 4), st.sampled_from(["below", "above"]), st.sampled_from(["", "%, of: plan"]))
def test_a_wider_bound_and_fewer_measurements_hold_whenever_a_narrower_one_does(
    series: dict[date, int], times: int, side: str, of: str
) -> None:
    bounds = [3, 7, 12] if side == "below" else [12, 7, 3]
    whens = {f"b{at}": f"{{kpi: k, {side}: {bound}{of}, for: {times}}}" for at, bound in enumerate(bounds)}
    whens["less"] = f"{{kpi: k, {side}: {bounds[0]}{of}, for: {max(times - 1, 1)}}}"
    plan = plan_of(whens, series, {"due": LAST, "t": "", "a": "", "b": "", "m": "", "r": ""})
    courses = {name: course(plan, name) for name in whens}
    for day in SPAN:
        for narrow, wide in (*pairwise(["b0", "b1", "b2"]), ("b0", "less")):
            assert courses[narrow].on(day) <= courses[wide].on(day)


@settings(max_examples=40, deadline=None)
@given(EXTRA, st.lists(st.integers(0, 30), min_size=2, max_size=4, unique=True))
def test_what_is_late_by_more_is_late_by_less(extra: dict[str, Any], lates: list[int]) -> None:
    ordered = sorted(lates, reverse=True)
    plan = plan_of({f"c{late}": f"{{tactic: t, late_by: {late}d}}" for late in ordered}, {}, extra)
    for more, less in pairwise(course(plan, f"c{late}") for late in ordered):
        assert all(more.on(day) <= less.on(day) for day in SPAN)


# ---------------------------------------------------------------- armed

WAITS = "u: {status: planned}\n"


@pytest.mark.parametrize(
    ("fields", "call"),
    [
        ("when: {risk: r, occurred: true}", Call.ARMED),
        ("when: {risk: r, occurred: true}, activated: 2026-11-22", Call.ACTIVATED),
        ("when: {risk: r, occurred: true}, activated: 2026-11-23", Call.ARMED),
        ("when: {risk: r, occurred: true}, activated: 2026-11-22, activates: u", Call.ARMED),
        ("when: {risk: r, occurred: true}, activated: 2026-11-22, activates: v", Call.ACTIVATED),
        ("when: {risk: r, occurred: true}, activates: v", Call.ARMED),
        ("when: {risk: s, occurred: true}, activates: u", Call.WAITING),
        ("when: {risk: s, occurred: true}, activated: 2026-11-01, activates: u", Call.ACTIVATED),
        ("when: {budget: v, above: 3%}", Call.UNKNOWN),
        ("then: Pray", Call.NO_TRIGGER),
        ("then: Pray, activated: 2026-11-01", Call.ACTIVATED),
    ],
)
def test_where_a_contingency_stands(fields: str, call: Call) -> None:
    plan = assess(
        f"""
        objectives: {{o: {{contingencies: {{c: {{{fields}}}}}}}, gone: {{status: dropped, contingencies: {{c: {{{fields}}}}}}}}}
        tactics:
          u: {{status: planned}}
          v: {{status: active}}
          w: {{status: planned, contingencies: {{c: {{{fields}}}, x: {{activates: [w, u]}}}}}}
          d: {{status: done, contingencies: {{c: {{{fields}}}}}}}
        risks: {{r: {{occurred: 2026-11-22}}, s: {{}}, e: {{closed: 2026-11-22, contingencies: {{c: {{{fields}}}}}}}}}
        """
    )
    found = {id: plan.contingencies[f"{id}/c"].call for id in ("o", "gone", "w", "d", "e")}
    assert found == {
        "o": call,
        "gone": Call.OVER,
        "w": Call.STANDING_BY,
        "d": Call.OVER,
        "e": Call.OVER,
    }
    assert [one.node.id for one in plan.armed_in(item(plan, "o"))] == (["o/c"] if call is Call.ARMED else [])
    assert plan.armed_in(item(plan, "e")) == []
