"""Earned schedule: earned value in time, in working days.

W. Lipke, *Schedule is Different* (2003), and *Earned Schedule* (2009). SPI tends to 1 at the end of every project,
however late it is, since in the end all is earned; SPI(t) does not.
"""

from __future__ import annotations

from datetime import date
from math import isclose

from alignplan.analysis.earned.amount import Amount, missing
from alignplan.analysis.earned.curve import Curve
from alignplan.analysis.workdays import WorkDays
from alignplan.records import record

__all__ = ["Periods", "Timing", "timing"]

_NOISE = 1e-9
"""Sums of parts are not the whole to the last digit."""


@record
class Timing:
    """How far it is on the planned path, in working days.

    `planned` is the planned duration PD, `actual` the time that has gone AT, `earned` the earned schedule ES. Where the
    last lies between two whole periods, `whole` is the first of them and `before` and `after` are the planned values
    at the end of both.
    """

    planned: Amount
    actual: Amount
    earned: Amount
    whole: int = 0
    before: float = 0.0
    after: float | None = None


class Periods:
    """The working days of a curve as periods: number k ends with the k-th working day from its start.

    The last one reaches to the due date; that of today to today, where today is a day off.
    """

    def __init__(self, curve: Curve, days: WorkDays, today: date) -> None:
        self._curve, self._days, self._today = curve, days, today
        self._before = date.fromordinal(max(curve.start - 1, 1))
        self.count = self.through(date.fromordinal(curve.due))
        self.gone = self.through(today)

    def through(self, day: date) -> int:
        """How many working days there are from the start through a day."""
        return self._days.after(self._before, day)

    def planned_by(self, number: int) -> float:
        """The planned value at the end of a period; 0 at the end of number 0."""
        if number <= 0:
            return 0.0
        end = self._days.reached(self._before, number) if number < self.count else None
        if end is None:
            return self._curve.by(self._curve.due)
        if number == self.gone and self._today > end:
            end = self._today
        return self._curve.by(end.toordinal())

    def last_by(self, value: float) -> int:
        """The last period by whose end no more was planned than `value`: bisection, since plans do not go down."""
        low, high = 0, self.count
        while low < high:
            middle = (low + high + 1) // 2
            planned = self.planned_by(middle)
            if planned <= value or isclose(planned, value, rel_tol=_NOISE):
                low = middle
            else:
                high = middle - 1
        return low


def timing(
    curve: Curve, bac: float, ev: Amount, days: WorkDays, today: date, finished: date | None
) -> Timing:
    """The earned schedule: ES = C + (EV − PV of C) ÷ (PV of C + 1 − PV of C), C the last period with PV ≤ EV.

    Where EV is exactly the PV of today, ES is the time that has gone, however long nothing was or is planned. Once all
    is earned, the time stands still on the day when that was `finished`.
    """
    if not curve.ramps or bac == 0:
        return _nothing(curve.reason or "its BAC is 0")
    periods = Periods(curve, days, today)
    if periods.count == 0:
        return _nothing("no working day lies between its start and its due date")
    planned, gone = Amount(float(periods.count)), Amount(float(periods.gone))
    if ev.value is None:
        return Timing(planned, gone, ev)
    if isclose(ev.value, bac, rel_tol=_NOISE):
        end = missing("when it was finished is not stated") if finished is None else None
        return Timing(planned, end or Amount(float(periods.through(finished or today))), planned)
    if isclose(ev.value, curve.by(today.toordinal()), rel_tol=_NOISE, abs_tol=_NOISE * abs(bac)):
        return Timing(planned, gone, gone)
    whole = periods.last_by(ev.value)
    if whole >= periods.count:
        return Timing(planned, gone, planned)
    before, after = periods.planned_by(whole), periods.planned_by(whole + 1)
    earned = Amount(whole + (ev.value - before) / (after - before))
    return Timing(planned, gone, earned, whole, before, after)


def _nothing(reason: str) -> Timing:
    unknown = missing(reason)
    return Timing(unknown, unknown, unknown)
