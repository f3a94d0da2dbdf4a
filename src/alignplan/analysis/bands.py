"""The bands of health: how far behind is still on track, behind, or off track."""

from __future__ import annotations

from enum import IntEnum

from alignplan.model.plan import Bands

__all__ = ["Band", "band"]

_ROUNDING = 1e-9
"""Points that are no difference: what binary fractions make of decimal ones."""


class Band(IntEnum):
    """Where a figure lies beside what was planned; the larger the worse."""

    ON_TRACK = 0
    BEHIND = 1
    OFF_TRACK = 2


def band(done: float, short: float, bands: Bands) -> Band:
    """The band of a figure.

    On track: `done` ≥ `on_track` or `short` ≤ `tolerance`. Behind: `done` ≥ `at_risk` or `short` ≤ 2 × `tolerance`.
    Else off track. `done` is in percent of what was planned by now, `short` in percentage points behind it.
    """
    if done >= bands.on_track - _ROUNDING or short <= bands.tolerance + _ROUNDING:
        return Band.ON_TRACK
    if done >= bands.at_risk - _ROUNDING or short <= 2 * bands.tolerance + _ROUNDING:
        return Band.BEHIND
    return Band.OFF_TRACK
