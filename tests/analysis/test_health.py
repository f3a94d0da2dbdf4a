"""Health, sentence by sentence: the worst of the parts, and the reason that names it."""

from __future__ import annotations

import pytest
from tests.analysis.plans import assess, item

from alignplan.analysis.bands import Band, band
from alignplan.analysis.health import Health, HealthState
from alignplan.model.plan import Bands

ON, RISK, OFF, NONE = HealthState.ON_TRACK, HealthState.AT_RISK, HealthState.OFF_TRACK, HealthState.NO_DATA
HALF = "start: 2026-11-13, due: 2026-12-02"  # on 22 November 50 % is planned


def health(text: str, id: str = "t") -> Health:
    plan = assess(text)
    return plan.health_of(item(plan, id))


def of_tactic(fields: str) -> Health:
    return health(f"tactics: {{t: {{title: T, {fields}}}}}\n")


def of_kpis(*kpis: str, fields: str = "") -> Health:
    listed = "".join(f"      k{at}: {{{kpi}}}\n" for at, kpi in enumerate(kpis))
    return health(f"objectives:\n  o:\n    title: O\n{fields}    kpis:\n{listed}", "o")


MET = "baseline: 0, target: 10, actuals: {2026-11-01: 10}"
ON_WAY = "baseline: 0, target: 10, actuals: {2026-11-01: 9}"
BEHIND = "baseline: 0, target: 10, actuals: {2026-11-01: 7}"
OFF_WAY = "baseline: 0, target: 10, actuals: {2026-11-01: 1}"
EMPTY = "baseline: 0, target: 10"


# ---------------------------------------------------------------- progress beside planned


@pytest.mark.parametrize(
    ("progress", "state"),
    [(50, ON), (60, ON), (47, ON), (45, ON), (44.9, RISK), (44, RISK), (35, RISK), (34.9, OFF), (0, OFF)],
)
def test_progress_beside_planned_by_the_bands(progress: float, state: HealthState) -> None:
    found = of_tactic(f"{HALF}, progress: {progress}%")
    assert found.state is state
    assert found.reason.endswith(", planned 50 %")


def test_a_few_points_are_tolerated() -> None:
    # on 22 November 8 of 100 days are over: 5 of 8 is 62.5 %, but 3 points; 2 of 8 is 25 %, but 6 points
    found = [
        of_tactic(f"start: 2026-11-15, due: 2027-02-22, progress: {value}%") for value in (5, 4.9, 2, 1.9)
    ]
    assert [one.state for one in found] == [ON, RISK, RISK, OFF]
    assert found[3].reason == "progress 2 %, planned 8 %"


def test_planned_0_is_on_track() -> None:
    assert of_tactic("start: 2026-12-01, due: 2026-12-24, progress: 0%") == Health(
        ON, "progress 0 %, planned 0 %"
    )


def test_planned_0_with_progress_unknown_is_no_data() -> None:
    found = of_tactic("start: 2026-12-01, due: 2026-12-24, status: active")
    assert found == Health(NONE, "neither progress nor a KPI with data")


def test_progress_with_planned_unknown_is_no_data() -> None:
    text = "alignplan: 1\nplan: {title: No horizon}\ntactics: {t: {title: T, progress: 40%}}\n"
    assert health(text).state is NONE


def test_figures_in_reasons_never_round_up_to_100_or_down_to_0() -> None:
    text = "tactics: {t: {title: T, due: 2026-11-22, progress: 99.9%}, u: {title: U, due: 2026-11-22, progress: 0.1%}}\n"
    assert health(text, "t").reason == "progress 99 %, planned 100 %"
    assert health(text, "u").reason == "progress 1 %, planned 100 %"


@pytest.mark.parametrize(
    ("done", "short", "expected"),
    [
        (90, 50, 0),
        (89.9, 50, 1),
        (0, 3, 0),
        (0, 3.1, 1),
        (70, 50, 1),
        (69.9, 50, 2),
        (0, 6, 1),
        (0, 6.1, 2),
        (200, -9, 0),
    ],
)
def test_the_bands(done: float, short: float, expected: int) -> None:
    assert band(done, short, Bands()) is Band(expected)


def test_binary_fractions_do_not_cross_a_band() -> None:
    assert band(89.99999999999994, 50, Bands()) is Band.ON_TRACK
    assert band(0, 10.3 - 7.3, Bands()) is Band.ON_TRACK


# ---------------------------------------------------------------- overdue


def test_overdue_is_off_track() -> None:
    assert of_tactic("due: 2026-11-21, progress: 95%") == Health(OFF, "overdue since 2026-11-21")
    assert of_tactic("due: 2026-11-22, progress: 95%").state is ON


def test_only_a_due_of_its_own_can_be_over() -> None:
    text = """
        objectives: {o: {title: O, due: 2026-11-01}}
        tactics: {t: {title: T, supports: o, progress: 95%}}
    """
    assert health(text) == Health(ON, "progress 95 %, planned 100 %")
    assert health(text, "o") == Health(OFF, "overdue since 2026-11-01")


def test_an_objective_whose_kpis_are_all_met_is_not_overdue() -> None:
    due = "    due: 2026-11-20\n"
    assert of_kpis(MET, fields=due) == Health(ON, "KPI k0 met: 10, target 10")
    assert of_kpis(MET, EMPTY, fields=due) == Health(OFF, "overdue since 2026-11-20")
    assert health("objectives: {o: {title: O, due: 2026-11-20}}\n", "o").state is OFF


# ---------------------------------------------------------------- KPIs


def test_an_objective_is_as_well_as_its_worst_kpi() -> None:
    # planned for 1 November: 304 of 364 days, 8.35
    assert of_kpis(MET, ON_WAY) == Health(ON, "KPI k0 met: 10, target 10")
    assert of_kpis(MET, BEHIND, ON_WAY) == Health(RISK, "KPI k1 behind: 7, 8.352 planned for 2026-11-01")
    assert of_kpis(BEHIND, OFF_WAY) == Health(OFF, "KPI k1 off track: 1, 8.352 planned for 2026-11-01")


def test_kpis_without_data_are_left_out_and_all_is_no_data() -> None:
    assert of_kpis(EMPTY, MET).state is ON
    assert of_kpis(EMPTY) == Health(NONE, "neither progress nor a KPI with data")
    assert health("objectives: {o: {title: O}}\n", "o").state is NONE


def test_shared_kpis_count_too() -> None:
    text = f"objectives: {{o: {{title: O, kpis: [k, l]}}}}\nkpis:\n  k: {{{MET}}}\n  l: {{{BEHIND}}}\n"
    assert health(text, "o") == Health(RISK, "KPI l behind: 7, 8.352 planned for 2026-11-01")


def test_progress_and_kpis_together_the_worst_is_named() -> None:
    text = f"""
        objectives:
          o: {{title: O, kpis: {{k: {{{BEHIND}}}}}}}
        tactics:
          t: {{title: T, supports: o, progress: 10%, {HALF}}}
    """
    assert health(text, "o") == Health(OFF, "progress 10 %, planned 50 %")
    assert health(text.replace("10%", "45%"), "o") == Health(
        RISK, "KPI k behind: 7, 8.352 planned for 2026-11-01"
    )


# ---------------------------------------------------------------- money


def test_spent_over_planned_puts_a_tactic_at_risk() -> None:
    fields = f"{HALF}, progress: 50%"
    assert of_tactic(f"{fields}, budget: {{planned: 1000, spent: 1000}}").state is ON
    assert of_tactic(f"{fields}, budget: {{planned: 1000, spent: 1000.5}}") == Health(
        RISK, "spent 1,000.50 of 1,000 planned"
    )
    assert of_tactic(f"{fields}, budget: {{planned: 0, spent: 1}}") == Health(RISK, "spent 1 of 0 planned")
    assert of_tactic(f"{fields}, budget: {{spent: 1000}}").state is ON
    assert of_tactic(f"{HALF}, progress: 1%, budget: {{planned: 1, spent: 2}}").state is OFF


def test_money_can_worsen_but_not_say_on_track() -> None:
    assert of_tactic("status: active, budget: {planned: 1000, spent: 1000}").state is NONE
    assert of_tactic("status: active, budget: {planned: 1000, spent: 1001}").state is RISK


# ---------------------------------------------------------------- what has ended, what waits


def test_done_is_on_track_dropped_and_standing_by_have_none() -> None:
    text = """
        objectives: {o: {title: O, status: done, due: 2026-01-31}, p: {title: P, status: dropped, due: 2026-01-31}}
        tactics:
          t: {title: T, status: done, due: 2026-01-31, budget: {planned: 1, spent: 2}}
          u: {title: U, status: dropped, due: 2026-01-31}
          w: {title: W, status: planned, due: 2026-01-31}
          x: {title: X, progress: 90%, contingencies: {c: {activates: w}}}
    """
    assert [health(text, id) for id in "otpuw"] == [
        Health(ON, "done"),
        Health(ON, "done"),
        Health(None, "dropped"),
        Health(None, "dropped"),
        Health(None, "standing by"),
    ]


def test_what_was_called_is_judged_again() -> None:
    text = """
        tactics:
          w: {title: W, status: active, due: 2026-01-31}
          x: {title: X, progress: 90%, contingencies: {c: {activates: w}}}
    """
    assert health(text, "w") == Health(OFF, "overdue since 2026-01-31")


# ---------------------------------------------------------------- contingencies


def test_an_armed_contingency_puts_what_it_belongs_to_at_risk() -> None:
    text = """
        objectives:
          o: {title: O, kpis: {k: {baseline: 0, target: 10, actuals: {2026-11-01: 10}}}, contingencies: {c: CALL}}
          p: {title: P, contingencies: {c: CALL}}
        tactics:
          t: {title: T, progress: 90%, contingencies: {b: {then: Ask}, c: CALL}}
          u: {title: U, progress: 90%, contingencies: {c: {when: {tactic: u, late_by: 1d}, then: Ask for help}}}
        risks: {r: {threatens: [u], occurred: 2026-11-22, contingencies: {c: CALL}}}
    """
    armed = text.replace("CALL", "{when: {risk: r, occurred: true}}")
    reason = "contingency c is armed: r occurred on 2026-11-22"
    assert [health(armed, id) for id in "opt"] == [Health(RISK, reason)] * 3
    assert health(armed, "u") == Health(ON, "progress 90 %, planned 89 %")
    called = text.replace("CALL", "{when: {risk: r, occurred: true}, activated: 2026-11-22}")
    assert [health(called, id).state for id in "opt"] == [ON, NONE, ON]


def test_what_is_worse_than_an_armed_contingency_is_named() -> None:
    text = """
        tactics:
          t: {title: T, progress: 10%, contingencies: {c: {when: {budget: t, above: 50%}}}, budget: {planned: 10, spent: 9}}
          u: {title: U, progress: 90%, contingencies: {c: {when: {budget: u, above: 50%}}}, budget: {planned: 10, spent: 11}}
    """
    assert health(text, "t") == Health(OFF, "progress 10 %, planned 89 %")
    assert health(text, "u") == Health(RISK, "spent 11 of 10 planned")


def test_other_kinds_have_no_health() -> None:
    plan = assess("values: {v: V}\ntactics: {t: {title: T, actions: {a: A}}}\n")
    assert [plan.health_of(item(plan, id)).state for id in ("v", "t/a")] == [None, None]


def test_the_words_of_the_answers() -> None:
    assert [state.value for state in HealthState] == ["on_track", "at_risk", "off_track", "no_data"]
