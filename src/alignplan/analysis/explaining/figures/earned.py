"""Earned value: the figures that are made of BAC, PV, EV and AC, and how far it is in time."""

from __future__ import annotations

from collections.abc import Callable

from alignplan.analysis.earned.earned import Earned
from alignplan.analysis.explaining.grounds import Grounds, unknown
from alignplan.analysis.explaining.interface import Ask, Explainable, Explained, Input, Measure
from alignplan.analysis.explaining.operations.arithmetic import STATED, SUM
from alignplan.analysis.explaining.operations.earned import EARNED_DAYS, MADE
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.records import record

__all__ = ["FIGURES", "ORDER"]

ORDER = 57
_EARNING = frozenset((Kind.PLAN, Kind.OBJECTIVE, Kind.TACTIC))
_MAIN = ("spi", "cpi", "eac", "spi_t")
"""Those that are listed; the others can be asked for as well."""
Explain = Callable[[Grounds, Node, str], Explained]


@record
class _Made:
    """A figure that is made of others: which of them is what to its operation."""

    name: str
    meaning: str
    unit: Measure
    roles: tuple[tuple[str, str], ...]

    @property
    def figure(self) -> Explainable:
        """It, as it is asked for."""
        return Explainable(self.name, self.meaning, _EARNING, self._explained, inner=self.name not in _MAIN)

    def _explained(self, grounds: Grounds, node: Node, _detail: str) -> Explained:
        asks = tuple(Ask(role, node, figure) for role, figure in self.roles)
        found = grounds.plan.earned.of(node)[self.name]
        if found.value is None:
            return unknown(found.reason, self.unit, *asks)
        return Explained(found.value, self.unit, MADE.get(self.name, SUM), asks)


_MADE = (
    _Made("sv", "schedule variance: EV − PV", Measure.MONEY, (("to", "ev"), ("from", "pv"))),
    _Made("cv", "cost variance: EV − AC", Measure.MONEY, (("to", "ev"), ("from", "ac"))),
    _Made("spi", "schedule performance: EV ÷ PV", Measure.NUMBER, (("part", "ev"), ("whole", "pv"))),
    _Made("cpi", "cost performance: EV ÷ AC", Measure.NUMBER, (("part", "ev"), ("whole", "ac"))),
    _Made("eac", "what it will cost in all: BAC ÷ CPI", Measure.MONEY, (("part", "bac"), ("whole", "cpi"))),
    _Made("eac_atypical", "the same, if the rest costs what was planned", Measure.MONEY,
          (("ac", "ac"), ("bac", "bac"), ("ev", "ev"))),
    _Made("eac_both", "the same, if it goes on as dear and as slow as until now", Measure.MONEY,
          (("ac", "ac"), ("bac", "bac"), ("ev", "ev"), ("cpi", "cpi"), ("spi", "spi"))),
    _Made("eac_bottom_up", "the same, by the effort that is still to come", Measure.MONEY,
          (("value", "ac"), ("value", "remaining_cost"))),
    _Made("etc", "what it will still cost: EAC − AC", Measure.MONEY, (("to", "eac"), ("from", "ac"))),
    _Made("vac", "variance at completion: BAC − EAC", Measure.MONEY, (("to", "bac"), ("from", "eac"))),
    _Made("tcpi", "the CPI that the rest needs to end within the BAC", Measure.NUMBER,
          (("bac", "bac"), ("ev", "ev"), ("goal", "bac"), ("ac", "ac"))),
    _Made("tcpi_eac", "the CPI that the rest needs to end within the EAC", Measure.NUMBER,
          (("bac", "bac"), ("ev", "ev"), ("goal", "eac"), ("ac", "ac"))),
    _Made("sv_t", "schedule variance in working days: ES − AT", Measure.DAYS,
          (("to", "earned_days"), ("from", "actual_days"))),
    _Made("spi_t", "schedule performance in time: ES ÷ AT", Measure.NUMBER,
          (("part", "earned_days"), ("whole", "actual_days"))),
    _Made("ieac_t", "how long it will take in all: PD ÷ SPI(t)", Measure.DAYS,
          (("part", "planned_days"), ("whole", "spi_t"))),
    _Made("tspi", "how fast the rest must go to end in time", Measure.NUMBER,
          (("planned", "planned_days"), ("earned", "earned_days"), ("actual", "actual_days"))),
)  # fmt: skip


# ------------------------------------------------------------ in time


def _counted(name: str, note: str) -> Explain:
    """A number of working days: the calendar of the plan counts them."""

    def explain(grounds: Grounds, node: Node, _detail: str) -> Explained:
        found = grounds.plan.earned.of(node)[name]
        if found.value is None:
            return unknown(found.reason, Measure.DAYS)
        return Explained(
            found.value,
            Measure.DAYS,
            STATED,
            (grounds.fact("value", found.value, Measure.DAYS, note, "days"),),
        )

    return explain


def _earned_days(grounds: Grounds, node: Node, _detail: str) -> Explained:
    earned: Earned = grounds.plan.earned.of(node)
    time, value = earned.timing, earned["earned_days"]
    if value.value is None:
        return unknown(value.reason, Measure.DAYS)
    if time.after is None:
        figure = "actual_days" if value == time.actual else "planned_days"
        reason = "all of it is earned" if figure == "planned_days" else "what was planned by now is earned"
        return Explained(value.value, Measure.DAYS, STATED, (Ask("value", node, figure),), reason)
    inputs: tuple[Input, ...] = (
        Ask("ev", node, "ev"),
        grounds.fact(
            "whole", time.whole, Measure.COUNT, "by their end no more was planned", "whole working days"
        ),
        grounds.fact("before", time.before, Measure.MONEY, "at their end", "PV"),
        grounds.fact("after", time.after, Measure.MONEY, "a working day later", "PV"),
    )
    return Explained(value.value, Measure.DAYS, EARNED_DAYS, inputs)


_PLANNED = "working days from its start through its due date, by the plan's calendar"
_GONE = "working days from its start through today, or the day on which all was finished"

FIGURES = (
    *(made.figure for made in _MADE),
    Explainable("planned_days", "how long it was to take", _EARNING, _counted("planned_days", _PLANNED),
                inner=True),
    Explainable("actual_days", "how long it has been going on", _EARNING, _counted("actual_days", _GONE),
                inner=True),
    Explainable("earned_days", "earned schedule: by when that was planned which is earned", _EARNING, _earned_days,
                inner=True),
)  # fmt: skip
