"""What an answer says, whether it was typed at the terminal or in a flag; a Misuse says why it cannot be taken."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from alignplan.cli.asking import as_day
from alignplan.errors import Misuse
from alignplan.starters.asked import Metric

__all__ = ["Amount", "Window", "as_amount", "metric_of"]

_LONGEST = 40
# A sign such as % or € may stand close to the number; a letter there (10k) makes it none.
_AMOUNT = re.compile(
    r"([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)(?:\s+(\S.*)|([^\w\s.,'’:/+-].*))?\Z", re.ASCII | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which something can be due: from `first` to `last`, which is when `whose` ends."""

    first: date
    last: date | None = None
    whose: str = ""

    def fits(self, day: date) -> None:
        """Raises Misuse for a day that is not in it."""
        if day < self.first:
            raise Misuse(f"{day} is too early", f"write a day or period that ends on {self.first} or later")
        if self.last is not None and day > self.last:
            raise Misuse(f"{day} is later than {self.whose}, {self.last}", "write an earlier day or period")

    def see(self, text: str) -> None:
        """The same for a day or period as typed; nothing is said against none."""
        if text:
            self.fits(as_day(text))

    def until(self, due: str, whose: str) -> Window:
        """The same window, closed on a day (empty: left open as it is)."""
        return replace(self, last=as_day(due), whose=whose) if due else self


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, and the unit that was typed behind it (empty for none)."""

    value: Decimal
    unit: str = ""


def as_amount(text: str) -> Amount:
    """A number, with or without its unit: `18`, `18 %`, `0.5 kg a week`."""
    from alignplan.model.values import number_of

    match = _AMOUNT.match(text)
    number = match[1] if match else ""
    if match is None or number_of(number) is None or len(format(Decimal(number), "f")) > _LONGEST:
        raise Misuse(
            f"`{text}` is no number", "write a number such as 25 or 0.6, with its unit behind it if you like"
        )
    return Amount(Decimal(number), (match[2] or match[3] or "").strip())


def metric_of(title: str, baseline: Amount | None, target: Amount | None, unit: str) -> Metric:
    """A metric that can be judged. `unit` counts where none stands behind the numbers."""
    if target is None:
        raise Misuse("a metric needs a target", "how much is it to be?")
    units = {said for said in (baseline.unit if baseline else "", target.unit, unit) if said}
    if len(units) > 1:
        raise Misuse("a metric has one unit, not " + " and ".join(sorted(units)))
    if not units:
        raise Misuse("a metric needs a unit", "write it behind the number: 25 %, 400 households")
    if baseline is not None and baseline.value == target.value:
        raise Misuse("the target is where it stands already", "write where it is to go")
    return Metric(title, units.pop(), target.value, baseline.value if baseline else None)
