"""Whatever a plan says: the identities of earned value hold, sums are sums, the path is the planned progress."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.analysis.earned.money import CREW, WALL
from tests.analysis.plans import assess

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.earned.amount import Amount, missing
from alignplan.analysis.earned.curve import Curve, Ramp
from alignplan.analysis.earned.earned import figures_of
from alignplan.analysis.earned.in_time import Periods, Timing, timing
from alignplan.analysis.earned.tactics import Basis
from alignplan.analysis.workdays import WorkDays
from alignplan.model.kinds import Kind

MONEY = some.integers(0, 10**9).map(lambda cents: Amount(cents / 100))
MAYBE = MONEY | some.just(missing("nobody knows"))
DAY = date(2026, 3, 2).toordinal()
RAMPS = some.lists(
    some.builds(
        lambda start, length, amount: Ramp(DAY + start, DAY + start + length, float(amount)),
        some.integers(0, 60), some.integers(0, 60), some.integers(1, 10**6),
    ),
    min_size=1, max_size=6,
).map(lambda ramps: Curve(tuple(ramps)))  # fmt: skip
WEEKS = some.sets(some.integers(0, 6), min_size=1).map(lambda days: WorkDays(frozenset(days)))
NO_TIME = Timing(missing("-"), missing("-"), missing("-"))


@given(MAYBE, MAYBE, MAYBE, MAYBE, MAYBE)
def test_the_identities_hold_wherever_both_sides_are_known(
    bac: Amount, pv: Amount, ev: Amount, ac: Amount, left: Amount
) -> None:
    found = {name: one.value for name, one in figures_of(Basis(bac, pv, ev, ac, left), NO_TIME).items()}
    figure = SimpleNamespace(**found)
    for name, one in (("sv", figure.pv), ("cv", figure.ac)):
        other = found[name]
        assert (other is None) == (figure.ev is None or one is None)
        if other is not None:
            assert one + other == pytest.approx(figure.ev, abs=1e-6)
    if figure.cpi is not None:
        assert figure.cpi * figure.ac == pytest.approx(figure.ev)
        assert (figure.eac is None) == (figure.bac is None or figure.cpi == 0)
    if figure.eac is not None:
        assert figure.etc + figure.ac == pytest.approx(figure.eac, abs=1e-9 * figure.ac)
        assert figure.vac + figure.eac == pytest.approx(figure.bac, abs=1e-9 * figure.eac)
        assert figure.eac * figure.cpi == pytest.approx(figure.bac)
        if figure.ev < figure.bac and figure.tcpi_eac is not None and figure.etc > 1e-6 * figure.eac:
            assert figure.tcpi_eac == pytest.approx(figure.cpi, rel=1e-6)
    if figure.eac_both is not None and figure.spi == 1:
        assert figure.eac_both == pytest.approx(figure.eac)


@given(some.builds(Basis, MAYBE, MAYBE, MAYBE, MAYBE, MAYBE))
def test_what_is_unknown_says_why(basis: Basis) -> None:
    for name, found in figures_of(basis, NO_TIME).items():
        assert (found.value is None) == bool(found.reason), name


@given(RAMPS, WEEKS, some.integers(-10, 140), some.floats(0, 1))
def test_earned_schedule_is_the_planned_path_read_backwards(
    curve: Curve, week: WorkDays, today: int, part: float
) -> None:
    day = date.fromordinal(DAY + today)
    bac = curve.by(curve.due)
    found = timing(curve, bac, Amount(bac * part), week, day, day)
    periods = Periods(curve, week, day)
    if periods.count == 0:
        assert found.earned.reason == "no working day lies between its start and its due date"
        return
    planned = [periods.planned_by(number) for number in range(periods.count + 1)]
    assert planned == sorted(planned)
    assert planned[-1] == pytest.approx(bac)
    assert found.planned.value == periods.count
    assert found.earned.value is not None
    if found.after is not None:
        whole, left = divmod(found.earned.value, 1)
        assert 0 <= whole <= periods.count
        assert planned[found.whole] + (found.earned.value - found.whole) * (
            planned[found.whole + 1] - planned[found.whole]
        ) == pytest.approx(bac * part, abs=1e-6 * bac)
        assert 0 <= left < 1


@given(RAMPS, WEEKS, some.integers(0, 120))
def test_on_plan_is_on_time_on_every_day(curve: Curve, week: WorkDays, today: int) -> None:
    day = date.fromordinal(DAY + today)
    bac, planned = curve.by(curve.due), curve.by(day.toordinal())
    found = timing(curve, bac, Amount(planned), week, day, day)
    if planned < bac * (1 - 1e-6) and found.planned.value:
        assert found.earned.value == found.actual.value


@given(RAMPS, WEEKS, some.integers(0, 120), some.floats(0, 1), some.floats(0, 1))
def test_who_has_earned_more_is_not_further_back(
    curve: Curve, week: WorkDays, today: int, one: float, other: float
) -> None:
    day = date.fromordinal(DAY + today)
    bac = curve.by(curve.due)
    less, more = (
        timing(curve, bac, Amount(bac * part), week, day, day).earned.value for part in sorted((one, other))
    )
    if less is not None and more is not None:
        assert less <= more + 1e-6


def days(plan: str) -> list[Assessment]:
    return [assess(plan, (date(2026, 2, 27) + timedelta(days=step)).isoformat()) for step in range(0, 40, 3)]


@pytest.mark.parametrize("text", [WALL, CREW])
def test_the_curve_is_on_each_day_what_is_planned_by_then(text: str) -> None:
    for plan in days(text):
        for tactic in plan.graph.kinds[Kind.TACTIC]:
            curve = plan.earned._curve(tactic)
            pv = plan.earned.of(tactic)["pv"].value
            if curve.ramps:
                assert curve.by(plan.today.toordinal()) == pytest.approx(pv), (tactic.id, plan.today)


@pytest.mark.parametrize("text", [WALL, CREW])
def test_the_money_of_the_plan_is_that_of_its_root_objectives(text: str) -> None:
    for plan in days(text):
        roots = [plan.graph.top[id] for id in plan.graph.roots]
        for name in ("bac", "pv", "ev", "ac"):
            whole = plan.earned.of(plan.graph.plan)[name].value
            parts = [plan.earned.of(root)[name].value for root in roots]
            if whole is not None:
                assert sum(part or 0.0 for part in parts) == pytest.approx(whole), name
