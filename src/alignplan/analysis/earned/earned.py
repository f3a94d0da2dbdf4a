"""All figures of earned value, made of four: the formulas of the standard.

=============  =======================================================
SV             EV − PV
CV             EV − AC
SPI            EV ÷ PV
CPI            EV ÷ AC
EAC            BAC ÷ CPI: what is still to come costs as what was done
EAC atypical   AC + (BAC − EV): it costs what was planned
EAC both       AC + (BAC − EV) ÷ (CPI × SPI)
EAC bottom up  AC + remaining effort × cost
ETC            EAC − AC
VAC            BAC − EAC
TCPI           (BAC − EV) ÷ (BAC − AC); to EAC: (BAC − EV) ÷ (EAC − AC)
SV(t)          ES − AT
SPI(t)         ES ÷ AT
IEAC(t)        PD ÷ SPI(t)
TSPI           (PD − ES) ÷ (PD − AT)
=============  =======================================================

A 0 in a denominator is unknown, never infinite.
"""

from __future__ import annotations

from alignplan.analysis.earned.amount import Amount, missing
from alignplan.analysis.earned.in_time import Timing
from alignplan.analysis.earned.tactics import Basis
from alignplan.graph.nodes import Node
from alignplan.records import record

__all__ = ["FIGURES", "Earned", "figures_of"]

_PV, _AC, _CPI = "nothing was planned by now", "nothing was spent by now", "nothing is earned yet"
_SPENT, _DONE = "nothing is left to be spent", "no time of the plan is left"
_TIME = "by the plan it has not begun"


@record
class Earned:
    """The earned value of a tactic, of an objective or of the plan.

    Money in the plan's currency, time in working days. `left_out` are the tactics of a sum that have no BAC: their
    money is in none of its figures.
    """

    node: Node
    basis: Basis
    timing: Timing
    left_out: tuple[str, ...]
    figures: dict[str, Amount]

    def __getitem__(self, name: str) -> Amount:
        return self.figures[name]

    @property
    def unknown(self) -> dict[str, str]:
        """The figures that are not known, each with the reason."""
        return {name: found.reason for name, found in self.figures.items() if found.value is None}


def figures_of(basis: Basis, time: Timing) -> dict[str, Amount]:
    """Every figure by name, in the order in which they are told."""
    bac, pv, ev, ac = basis.bac, basis.pv, basis.ev, basis.ac
    spi, cpi = ev.over(pv, _PV), ev.over(ac, _AC)
    eac, left = bac.over(cpi, _CPI), bac.minus(ev)
    spi_t = time.earned.over(time.actual, _TIME)
    return {
        "bac": bac, "pv": pv, "ev": ev, "ac": ac,
        "sv": ev.minus(pv), "cv": ev.minus(ac), "spi": spi, "cpi": cpi,
        "eac": eac,
        "eac_atypical": ac.plus(left),
        "eac_both": ac.plus(left.over(cpi.times(spi), _CPI)),
        "eac_bottom_up": ac.plus(basis.remaining),
        "etc": eac.minus(ac), "vac": bac.minus(eac),
        "tcpi": left.over(bac.minus(ac), _SPENT),
        "tcpi_eac": left.over(eac.minus(ac), _SPENT),
        "planned_days": time.planned, "actual_days": time.actual, "earned_days": time.earned,
        "sv_t": time.earned.minus(time.actual), "spi_t": spi_t,
        "ieac_t": time.planned.over(spi_t, _CPI),
        "tspi": _tspi(time),
    }  # fmt: skip


def _tspi(time: Timing) -> Amount:
    """How fast the rest must go to end on the planned day; unknown once that day is over."""
    left = time.planned.minus(time.actual)
    if left.value is not None and left.value <= 0:
        return missing(_DONE)
    return time.planned.minus(time.earned).over(left, _DONE)


_NO = missing("")
FIGURES = tuple(figures_of(Basis(_NO, _NO, _NO, _NO, _NO), Timing(_NO, _NO, _NO)))
"""The names of all figures."""
