"""Targets that are not likely to be met: of which KPIs, and what speaks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from alignplan.analysis.kpis.state import KpiState
from alignplan.analysis.pace import pace
from alignplan.analysis.recalibrating.coming import Coming, coming
from alignplan.analysis.recalibrating.interface import Evidence, Proposal, distinct, mark_of, steps_of
from alignplan.analysis.recalibrating.stake import Weights
from alignplan.analysis.recalibrating.targets import easier, later, lower, missing_part
from alignplan.analysis.triggers import conditions
from alignplan.analysis.wording import amount_text, change_text, percent_text
from alignplan.model.words import ProposalKind
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment
    from alignplan.analysis.kpis.goal import Mark
    from alignplan.analysis.kpis.standing import KpiStanding
    from alignplan.graph.nodes import Node

__all__ = ["LEAST_ACTUALS", "LEAST_CHANCE", "OffPlan", "in_doubt", "off_plan", "rephasings"]

LEAST_ACTUALS = 3
"""Fewer values have no pace."""
LEAST_CHANCE = 20.0
"""A target with a smaller chance, in percent, is not likely to be met."""
_OFF = (KpiState.BEHIND, KpiState.OFF_TRACK)
_BANDS = (1.0, 5.0, 10.0, LEAST_CHANCE)


@record
class OffPlan:
    """A KPI that is off its plan, and what is likely to come of it.

    `helped` is the contingency that was put into effect for it after it was last measured.
    """

    kpi: KpiStanding
    likely: Coming | None
    helped: Node | None


def off_plan(plan: Assessment) -> list[OffPlan]:
    """What is judged, off its plan, and whose values are known and new enough."""
    helped = _activated(plan)
    found: list[OffPlan] = []
    for kpi in plan.judged_kpis():
        doubtful = kpi.id in plan.untrusted_kpis or plan.is_stale(kpi)
        if kpi.state in _OFF and kpi.target is not None and kpi.target.day is not None and not doubtful:
            found.append(OffPlan(kpi, coming(kpi, plan), _helped(kpi, helped, plan)))
    return found


def rephasings(off: Iterable[OffPlan], plan: Assessment, weights: Weights) -> Iterator[Proposal]:
    """A proposal for each KPI that has less than one chance in five to hit its target.

    Not where the work that is still to come is likely to bring it there, or where a contingency for it was put into
    effect after it was last measured: then nobody can know yet.
    """
    for one in off:
        kpi, likely = one.kpi, one.likely
        if likely is None or likely.chance >= LEAST_CHANCE or kpi.target is None or one.helped is not None:
            continue
        if kpi.passed or not kpi.goal.at_least(likely.value, kpi.target.value):
            yield _rephasing(kpi, kpi.target, likely, plan, weights)


def in_doubt(off: Iterable[OffPlan], plan: Assessment) -> Iterator[tuple[KpiStanding, str]]:
    """Those of which nothing can be foretold, with the reason."""
    from alignplan.analysis.forecast.target import foretold

    for one in off:
        if one.likely is None:
            yield one.kpi, foretold(one.kpi, plan.today).gap or "nothing can be foretold"
        elif one.helped is not None:
            yield one.kpi, f"`{one.helped.id}` was put into effect after it was last measured"


def _activated(plan: Assessment) -> dict[str, tuple[date, Node]]:
    """KPI → the contingency whose trigger speaks of it, and the day on which it was put into effect: the last one."""
    found: dict[str, tuple[date, Node]] = {}
    for one in plan.contingencies.values():
        if one.activated is None or one.reading is None:
            continue
        for condition in conditions(one.reading):
            subject = condition.subject
            if subject is not None and (subject.id not in found or found[subject.id][0] < one.activated):
                found[subject.id] = (one.activated, one.node)
    return found


def _helped(kpi: KpiStanding, activated: Mapping[str, tuple[date, Node]], plan: Assessment) -> Node | None:
    """The contingency for a KPI, or for its series, that was put into effect after its last actual."""
    for id in (kpi.id, plan.base_of(kpi.id)):
        day, node = activated.get(id or "", (date.min, None))
        if node is not None and kpi.actual is not None and day > kpi.actual.day:
            return node
    return None


def _rephasing(
    kpi: KpiStanding, target: Mark, likely: Coming, plan: Assessment, weights: Weights
) -> Proposal:
    assert target.day is not None
    way = later(target, likely, plan) or lower(target, likely, plan.today)
    missing = missing_part(target, likely)
    goal = amount_text(target.value, kpi.unit)
    return Proposal(
        kind=ProposalKind.RE_PHASE,
        about=(kpi.node,),
        title=f"{'Re-phase' if way.edits else 'Rethink'} `{kpi.id}`: {way.words}",
        why=_why(kpi, goal, target.day, likely),
        evidence=(*_evidence(kpi, goal, target.day, likely, plan), *way.evidence),
        edits=way.edits,
        command="" if way.edits else f"alignplan set {kpi.id} target.value=VALUE",
        weight=weights.of(kpi.node),
        gap=missing,
        confidence=100.0 - likely.chance,
        mark=mark_of(target.value, target.day, _band(likely.chance), steps_of(missing, 10.0)),
        notes=way.notes,
        touches=distinct(kpi.objectives),
    )


def _band(chance: float) -> float:
    return next(bound for bound in _BANDS if chance < bound)


# ------------------------------------------------------------ in words


def _why(kpi: KpiStanding, goal: str, day: date, likely: Coming) -> str:
    if kpi.passed:
        return f"`{kpi.id}` was to be at {goal} by {day} and is at {amount_text(likely.value, kpi.unit)}"
    value = amount_text(easier(likely.value, likely), kpi.unit)
    return f"`{kpi.id}` is likely to come to {value} by {day}; by its series the chance of {goal} is {_chance(likely)}"


def _chance(likely: Coming) -> str:
    return "under 1 %" if likely.chance < 1 else percent_text(likely.chance)


def _evidence(kpi: KpiStanding, goal: str, day: date, likely: Coming, plan: Assessment) -> Iterator[Evidence]:
    actual = kpi.actual
    assert actual is not None
    source = plan.graph.find(plan.base_of(kpi.id) or kpi.id) or kpi.node
    measured = next((name for name in _SOURCES if getattr(source.model, name)), "actuals")
    standing = f", {percent_text(kpi.against_plan)} of plan" if kpi.against_plan is not None else ""
    text = f"{amount_text(actual.value, kpi.unit)} on {actual.day}{standing}"
    yield Evidence("now", text, actual.value, source, (measured,), kpi.unit)
    yield Evidence("target", f"{goal} by {day}", kpi.goal.target.value if kpi.goal.target else None, kpi.node,
                   ("target",), kpi.unit)  # fmt: skip
    if not kpi.passed:
        low, high = amount_text(likely.low, None), amount_text(likely.high, kpi.unit)
        text = f"{amount_text(likely.forecast, kpi.unit)} (80 %: {low} to {high})"
        yield Evidence("forecast", text, likely.forecast, source, (measured,), kpi.unit)
        yield Evidence("chance", _chance(likely), likely.chance, source, (measured,), "percent")
        yield from _work(likely)


_SOURCES = ("actuals", "numerator", "sum", "mean")


def _work(likely: Coming) -> Iterator[Evidence]:
    """What is still promised, and how fast it would have to go."""
    kpi, needed, owed = likely.kpi, pace(likely.kpi, LEAST_ACTUALS), likely.owed
    if owed is not None:
        text = f"{change_text(owed.amount, kpi.unit)} by then, {percent_text(owed.part)} of what was to come is seen"
        yield Evidence("still promised", text, owed.amount, kpi.node, (), kpi.unit)
    if needed is not None:
        text = f"{change_text(needed.needed, kpi.unit)} in {needed.days} days"
        nearer = f"at its best {change_text(needed.best, kpi.unit)}"
        best = nearer if needed.ratio is not None else "it never came nearer"
        yield Evidence("needed", f"{text}, {best}", needed.needed, kpi.node, ("target",), kpi.unit)
