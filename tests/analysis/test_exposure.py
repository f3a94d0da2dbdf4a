"""What risks amount to, which are asked for, and the heat map."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.analysis.plans import assess, item

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.exposure import Exposure, RiskState, Total, exposure, heat_map, total
from alignplan.analysis.register import register
from alignplan.analysis.selectors.choice import choose
from alignplan.model.kinds import Kind
from alignplan.model.words import Level

HEAD = "tactics: {t: {title: T, budget: {planned: 1000}}}\n"


def of_risk(fields: str, head: str = HEAD) -> Exposure:
    plan = assess(f"{head}risks: {{r: {{{fields}}}}}\n")
    return exposure(item(plan, "r"), plan)


@pytest.mark.parametrize(
    ("fields", "amount", "level"),
    [
        ("probability: 20%, impact: 100", 20, "high"),
        ("probability: 19.9%, impact: 100", 19.9, "medium"),
        ("probability: 20%, impact: 99.99", 19.998, "medium"),
        ("probability: 50%, impact: 30", 15, "high"),
        ("probability: 49%, impact: 30", 14.7, "medium"),
        ("probability: 50%, impact: 29", 14.5, "medium"),
        ("probability: 49%, impact: 29", 14.21, "low"),
        ("probability: 0%, impact: 29", 0, "low"),
        ("probability: 50%, impact: 0", 0, "medium"),
        ("probability: 100%, impact: low", None, "medium"),
        ("probability: 20%, impact: high", None, "high"),
        ("impact: high", None, None),
        ("impact: 100", None, None),
        ("probability: 20%", None, None),
        ("", None, None),
        ("probability: 20%, impact: 100, occurred: 2026-11-22", 20, "high"),
        ("probability: 20%, impact: 100, closed: 2026-11-22", None, None),
        ("probability: 20%, impact: 100, closed: 2026-11-23", 20, "high"),
    ],
)
def test_exposure_in_money_and_as_a_level(fields: str, amount: float | None, level: str | None) -> None:
    found = of_risk(fields)
    assert (found.amount, found.level) == (amount, level)


def test_money_has_no_level_where_nothing_is_planned() -> None:
    found = of_risk("probability: 50%, impact: 3000", "")
    assert (found.amount, found.impact, found.level, found.high) == (1500, None, None, False)


def test_what_has_happened_is_still_open_until_it_is_closed() -> None:
    states = [of_risk(fields).state for fields in ("", "occurred: 2026-11-22", "occurred: 2026-11-23")]
    states += [
        of_risk(fields).state for fields in ("closed: 2026-11-23", "occurred: 2026-11-01, closed: 2026-11-22")
    ]
    assert states == [RiskState.OPEN, RiskState.OCCURRED, RiskState.OPEN, RiskState.OPEN, RiskState.CLOSED]


@pytest.mark.parametrize(
    ("impact", "probability"), list(product([0, 29, 30, 99, 100, 400], [0, 19, 20, 49, 50, 100]))
)
def test_a_risk_with_a_probability_is_high_exactly_when_its_exposure_is(
    impact: int, probability: int
) -> None:
    found = of_risk(f"probability: {probability}%, impact: {impact}")
    assert found.high is (found.level is Level.HIGH)


def test_the_borders_are_those_of_the_project() -> None:
    plan = assess(f"{HEAD}risks: {{r: {{probability: 10%, impact: 60}}}}\n")
    thresholds = {"C601.high": 5.0, "C601.high-cost": 5.0}
    found = exposure(item(plan, "r"), Assessment(plan.graph, plan.today, thresholds))
    assert (found.impact, found.probability, found.level, found.high) == ("high", "medium", "high", True)


CHANCES = st.one_of(st.none(), st.integers(0, 100))
IMPACTS = st.one_of(st.none(), st.sampled_from(["low", "medium", "high"]), st.integers(0, 3000))
RISKS = st.lists(st.tuples(CHANCES, IMPACTS, st.booleans()), max_size=8)


@settings(max_examples=60, deadline=None)
@given(RISKS)
def test_each_open_risk_is_once_on_the_heat_map_and_sums_do_not_hide_what_is_unknown(
    listed: list[tuple[int | None, str | int | None, bool]],
) -> None:
    lines = []
    for at, (chance, impact, closed) in enumerate(listed):
        fields = [f"probability: {chance}%"] if chance is not None else []
        fields += [f"impact: {impact}"] if impact is not None else []
        fields += ["closed: 2026-01-01"] if closed else []
        lines.append(f"  r{at}: {{{', '.join(fields)}}}\n")
    plan = assess(HEAD + "risks:\n" + "".join(lines))
    found = [exposure(node, plan) for node in plan.graph.of(Kind.RISK)]
    fields_ = heat_map(found)
    placed = [one.node.id for field in fields_ for one in field.risks]
    assert sorted(placed) == sorted(one.node.id for one in found if one.is_open)
    assert all(one.level is field.exposure for field in fields_ for one in field.risks)
    known = [(c, i) for c, i, closed in listed if c is not None and isinstance(i, int) and not closed]
    unknown = [i for c, i, closed in listed if c is None and isinstance(i, int) and not closed]
    if known or unknown:
        amount = sum(chance * impact for chance, impact in known) / 100
        assert total(found) == Total(amount, len(known), len(unknown))
    else:
        assert total(found) is None


def test_sums_of_money_are_exact() -> None:
    plan = assess("risks: {a: {probability: 10%, impact: 1}, b: {probability: 20%, impact: 1}}\n")
    whole = total(exposure(node, plan) for node in plan.graph.of(Kind.RISK))
    assert whole == Total(0.3, 2, 0)


# ---------------------------------------------------------------- what is asked for

PLAN = """
people: {mia: {}, noah: {}}
objectives:
  o: {owner: mia, contingencies: {c: {then: X}}}
  p: {}
tactics:
  t: {supports: o, contingencies: {c: {then: X}}}
  u: {supports: p, contingencies: {c: {then: X}}}
risks:
  of-o: {threatens: o}
  of-t: {threatens: [t, u], contingencies: {c: {then: X}}}
  of-u: {threatens: u, owner: noah}
  alone: {contingencies: {c: {then: X}}}
"""


@pytest.mark.parametrize(
    ("asked", "without", "risks", "contingencies"),
    [
        ("", "", "of-o of-t of-u alone", "o/c t/c u/c of-t/c alone/c"),
        ("o", "", "of-o", "o/c"),
        ("o+", "", "of-o of-t", "o/c t/c of-t/c"),
        ("t", "", "of-t", "t/c of-t/c"),
        ("u", "", "of-t of-u", "u/c of-t/c"),
        ("alone", "", "alone", "alone/c"),
        ("t/c", "", "", "t/c"),
        ("owner:noah", "", "of-u", ""),
        ("mia", "", "", ""),
        ("o+", "of-t", "of-o", "o/c t/c"),
        ("", "kind:risk", "", "o/c t/c u/c"),
        ("", "t", "of-o of-t of-u alone", "o/c u/c of-t/c alone/c"),
    ],
)
def test_risks_that_threaten_and_contingencies_that_belong(
    asked: str, without: str, risks: str, contingencies: str
) -> None:
    plan = assess(PLAN)
    found = register(
        plan, choose(plan, tuple(asked.split())), choose(plan, tuple(without.split())) if without else None
    )
    assert [one.node.id for one in found.risks] == risks.split()
    assert [one.node.id for one in found.contingencies] == contingencies.split()
    assert bool(found) is bool(risks or contingencies)
