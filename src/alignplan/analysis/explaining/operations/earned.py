"""Earned value: a part of the money, what it will cost in all, how far it is in time."""

from __future__ import annotations

from alignplan.analysis.explaining.operations.arithmetic import QUOTIENT
from alignplan.analysis.explaining.operations.effects import DIFFERENCE
from alignplan.analysis.explaining.operations.interface import Given, Operation

__all__ = ["EARNED_DAYS", "MADE", "OPERATIONS", "PART", "REST"]


def _numbers(given: Given, *roles: str) -> list[float] | None:
    """The numbers in some roles; none as soon as one is unknown."""
    found = [given.number(role) for role in roles]
    known = [number for number in found if number is not None]
    return known if len(known) == len(found) else None


def _over(part: float, whole: float) -> float | None:
    return part / whole if whole else None


def _part(given: Given) -> float | None:
    found = _numbers(given, "value", "percent")
    return None if found is None else found[0] * found[1] / 100


def _rest(given: Given) -> float | None:
    found = _numbers(given, "value", "percent")
    return None if found is None else found[0] * (1 - found[1] / 100)


def _atypical(given: Given) -> float | None:
    found = _numbers(given, "ac", "bac", "ev")
    return None if found is None else found[0] + (found[1] - found[2])


def _both(given: Given) -> float | None:
    found = _numbers(given, "ac", "bac", "ev", "cpi", "spi")
    if found is None:
        return None
    ac, bac, ev, cpi, spi = found
    rest = _over(bac - ev, cpi * spi)
    return None if rest is None else ac + rest


def _tcpi(given: Given) -> float | None:
    found = _numbers(given, "bac", "ev", "goal", "ac")
    return None if found is None else _over(found[0] - found[1], found[2] - found[3])


def _tspi(given: Given) -> float | None:
    found = _numbers(given, "planned", "earned", "actual")
    if found is None or found[0] <= found[2]:
        return None
    return (found[0] - found[1]) / (found[0] - found[2])


def _earned_days(given: Given) -> float | None:
    found = _numbers(given, "ev", "whole", "before", "after")
    if found is None:
        return None
    ev, whole, before, after = found
    part = _over(ev - before, after - before)
    return None if part is None else whole + part


PART = Operation("percent_of", "value × percent", _part)
REST = Operation("rest_of", "value × (100 % − percent)", _rest)
MADE = {
    operation.name: operation
    for operation in (
        Operation("sv", "EV − PV", DIFFERENCE.compute),
        Operation("cv", "EV − AC", DIFFERENCE.compute),
        Operation("spi", "EV ÷ PV", QUOTIENT.compute),
        Operation("cpi", "EV ÷ AC", QUOTIENT.compute),
        Operation("eac", "BAC ÷ CPI", QUOTIENT.compute),
        Operation("eac_atypical", "AC + (BAC − EV)", _atypical),
        Operation("eac_both", "AC + (BAC − EV) ÷ (CPI × SPI)", _both),
        Operation("etc", "EAC − AC", DIFFERENCE.compute),
        Operation("vac", "BAC − EAC", DIFFERENCE.compute),
        Operation("tcpi", "(BAC − EV) ÷ (BAC − AC)", _tcpi),
        Operation("tcpi_eac", "(BAC − EV) ÷ (EAC − AC)", _tcpi),
        Operation("sv_t", "ES − AT", DIFFERENCE.compute),
        Operation("spi_t", "ES ÷ AT", QUOTIENT.compute),
        Operation("ieac_t", "PD ÷ SPI(t)", QUOTIENT.compute),
        Operation("tspi", "(PD − ES) ÷ (PD − AT)", _tspi),
    )
}
"""The operation of each figure that is made of others, by its name."""
EARNED_DAYS = Operation(
    "earned_days", "C + (EV − PV of C) ÷ (PV of C + 1 − PV of C), C the last period with no more planned", _earned_days
)  # fmt: skip

OPERATIONS = (PART, REST, EARNED_DAYS, *MADE.values())
