"""Execution × effect: each tactic in its place, for each KPI that it moves."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.plans import assess, assess_loosely, item

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.effects import Effect, Place

KPI = "baseline: 0, target: 100, actuals: {2026-10-31: 30}"


def one(fields: str, kpi: str = KPI, thresholds: dict[str, float] | None = None) -> Effect:
    """The only effect of a plan with one tactic."""
    plan = assess(f"""
        objectives: {{o: {{title: O, kpis: {{k: {{{kpi}}}}}}}}}
        tactics: {{t: {{title: T, {fields}}}}}
    """)
    (found,) = Assessment(plan.graph, plan.today, thresholds or {}).effects.all()
    return found


HALF = "start: 2026-01-01, due: 2026-12-31, moves: {o/k: %s}"
"""Of a tactic of which 89 % is planned by today."""


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("status: done, moves: {o/k: 60}", Place.WORKING),
        ("status: done, moves: {o/k: 60.1}", Place.NOT_WORKING),
        ("progress: 86%, " + HALF % 60, Place.WORKING),  # within the tolerance of 3 points
        ("progress: 86%, " + HALF % 90, Place.NOT_WORKING),
        ("progress: 60%, " + HALF % 60, Place.LUCKY),
        ("progress: 60%, " + HALF % 110, Place.STUCK),
        ("progress: 50%, " + HALF % 110, Place.LUCKY),
        ("progress: 49.9%, " + HALF % 110, Place.TOO_EARLY),
        ("status: done, moves: {o/k: -10}", Place.NOT_WORKING),  # the wrong way
        ("status: done, moves: {o/k: 0}", Place.TOO_EARLY),
    ],
)
def test_places(fields: str, place: Place) -> None:
    assert one(fields).place is place


def test_a_kpi_that_is_to_fall() -> None:
    kpi = "baseline: 50, target: 10, actuals: {2026-10-31: %s}"
    work = "status: done, moves: {o/k: -40}"
    assert one(work, kpi % 30).place is Place.WORKING
    assert one(work, kpi % 30.1).place is Place.NOT_WORKING
    assert one(work, kpi % 60).ratio == -25


@pytest.mark.parametrize(
    ("fields", "kpi", "reason"),
    [
        ("status: planned, moves: {o/k: 9}", KPI, "not begun"),
        ("status: active, moves: {o/k: 9}", KPI, "its progress is unknown"),
        ("progress: 20%, moves: {o/k: 9}", KPI, "less than 50 % of it is done"),
        ("progress: 49.9%, moves: {o/k: 9}", KPI, "less than 50 % of it is done"),
        (
            "progress: 60%, started: 2026-10-31, moves: {o/k: 9}",
            KPI,
            "the KPI was not measured since it began on 2026-10-31",
        ),
        ("progress: 60%, started: 2026-03-01, moves: {o/k: 9}", "baseline: 0, target: 9", "the KPI was not measured since it began on 2026-03-01"),
        (
            "progress: 60%, moves: {o/k: {by: 9, lag: 2m}}",
            KPI,
            "nothing was finished 2m before the last actual",
        ),
        ("progress: 60%, moves: {o/k: 0}", KPI, "nothing was to come yet"),
        (
            "progress: 60%, moves: {o/k: 9}",
            "target: 9, actuals: {2026-10-31: 3}",
            "nothing says where the KPI stood when the work began",
        ),
    ],
)  # fmt: skip
def test_too_early_to_tell_and_why(fields: str, kpi: str, reason: str) -> None:
    found = one(fields, kpi)
    assert (found.place, found.reason) == (Place.TOO_EARLY, reason)


def test_how_it_is_executed_is_unknown_without_dates() -> None:
    plan = assess("""
        alignplan: 1
        plan: {title: P}
        objectives: {o: {title: O, kpis: {k: {baseline: {date: 2026-01-01, value: 0}, target: {date: 2026-12-31, value: 9}, actuals: {2026-10-31: 3}}}}}
        tactics: {t: {title: T, started: 2026-02-01, progress: 60%, moves: {o/k: 4}}}
    """)
    (found,) = plan.effects.all()
    assert (found.executed, found.place) == (None, Place.TOO_EARLY)
    assert found.reason == "nothing says how much of it was planned by today"


def test_values_that_are_not_known() -> None:
    plan = assess_loosely("""
        objectives: {o: {title: O, kpis: {k: {baseline: 0, target: 9, actuals: {2026-10-31: few}}, l: {sum: [o/l], baseline: 0, target: 9}}}}
        tactics: {t: {title: T, progress: 60%, moves: {o/k: 4, o/l: 4}}}
    """)
    assert [(effect.place, effect.reason) for effect in plan.effects.all()] == [
        (Place.TOO_EARLY, "the values of the KPI are not known: not all of them could be read"),
        (Place.TOO_EARLY, "the values of the KPI are not known: it is made of itself"),
    ]


def test_reasons_say_how_far_the_work_is_and_what_is_seen() -> None:
    assert one("status: done, moves: {o/k: 60}", "unit: u, " + KPI).reason == "done; +30 seen of +60 u"
    assert one("progress: 86%, " + HALF % 90).reason == "progress 86 %, planned 89 %; +30 seen of +77.4"


def test_several_tactics_share_what_is_seen() -> None:
    """Each is measured by what all of them were to bring, from the day the first of them began."""
    plan = assess("""
        objectives: {o: {title: O, kpis: {k: {baseline: 0, target: 100, actuals: {2026-02-28: 10, 2026-06-30: 20, 2026-10-31: 40}}}}}
        tactics:
          late: {title: L, status: done, started: 2026-07-01, moves: {o/k: 30}}
          early: {title: E, progress: 86%, started: 2026-03-01, due: 2026-12-31, moves: {o/k: 50}}
          young: {title: Y, progress: 10%, started: 2026-04-01, moves: {o/k: 20}}
          gone: {title: G, status: dropped, started: 2026-01-01, moves: {o/k: 500}}
    """)
    effects = list(plan.effects.all())
    # of 30 + 43 + 2 were to come, 40 − 10 are seen
    assert [(effect.share.tactic.id, effect.ratio, effect.place) for effect in effects] == [
        ("late", 40, Place.NOT_WORKING),
        ("early", 40, Place.NOT_WORKING),
        ("young", 40, Place.TOO_EARLY),
    ]
    assert [effect.moves.first.tactic.id for effect in effects if effect.moves.first] == ["early"] * 3


def test_both_borders_are_thresholds() -> None:
    work = "progress: 30%, start: 2026-10-01, due: 2027-03-31, moves: {o/k: 200}"
    kpi = "baseline: 0, target: 100, actuals: {2026-10-31: 24}"
    assert one(work, kpi).place is Place.TOO_EARLY
    assert one(work, kpi, {"M208.progress": 30}).place is Place.NOT_WORKING
    assert one(work, kpi, {"M208.progress": 30, "M208.effect": 40}).place is Place.WORKING
    assert one(work, kpi, {"M208.progress": 30, "M208.effect": 40.1}).place is Place.NOT_WORKING


def test_what_moves_nothing_that_is_there_and_what_does_not_count_has_no_place() -> None:
    plan = assess_loosely("""
        objectives: {o: {title: O, kpis: {k: {baseline: 0, target: 9}}}}
        tactics:
          a: {title: A, moves: {nowhere: 4, a: 3}}
          b: {title: B, status: planned, moves: {o/k: 3}}
          c: {title: C, status: dropped, moves: {o/k: 3}}
          d: {title: D, moves: {o/k: 3}, contingencies: {x: {activates: b}}}
    """)
    assert [effect.share.tactic.id for effect in plan.effects.all()] == ["d"]
    assert list(plan.effects.of(item(plan, "b"))) == []


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 400).map(lambda number: number / 8),
    st.integers(-400, 400).map(lambda number: number / 8),
    st.sampled_from([50, 60, 86, 100]),
)
def test_places_are_what_the_definition_says(by: float, seen: float, part: float) -> None:
    found = one(
        f"progress: {part}%, " + HALF % by, f"baseline: 0, target: 100, actuals: {{2026-10-31: {seen}}}"
    )
    effective = seen * 100 * 2 >= by * part  # in eighths, so that nothing is rounded
    expected = {
        (True, True): Place.WORKING,
        (True, False): Place.NOT_WORKING,
        (False, True): Place.LUCKY,
        (False, False): Place.STUCK,
    }
    assert found.executed is (part >= 86)
    assert found.place is expected[part >= 86, effective]
