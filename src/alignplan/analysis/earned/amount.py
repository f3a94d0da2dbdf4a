"""Amounts that may be unknown, and say why: what is made of an unknown one is unknown for the same reason."""

from __future__ import annotations

from alignplan.records import record

__all__ = ["NOTHING", "Amount", "missing"]


@record
class Amount:
    """A number, or none with the reason for it."""

    value: float | None
    reason: str = ""

    def plus(self, other: Amount) -> Amount:
        """Both together."""
        if self.value is None or other.value is None:
            return self._unknown(other)
        return Amount(self.value + other.value)

    def minus(self, other: Amount) -> Amount:
        """What is left."""
        if self.value is None or other.value is None:
            return self._unknown(other)
        return Amount(self.value - other.value)

    def times(self, other: Amount) -> Amount:
        """The product."""
        if self.value is None or other.value is None:
            return self._unknown(other)
        return Amount(self.value * other.value)

    def over(self, other: Amount, zero: str) -> Amount:
        """The quotient; unknown where `other` is 0, for the reason `zero`."""
        if self.value is None or other.value is None:
            return self._unknown(other)
        return missing(zero) if other.value == 0 else Amount(self.value / other.value)

    def _unknown(self, other: Amount) -> Amount:
        return missing(self.reason if self.value is None else other.reason)


def missing(reason: str) -> Amount:
    """An amount that nobody knows."""
    return Amount(None, reason)


NOTHING = Amount(0.0)
