"""A series as a line of bars, one for each of its last values."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["sparkline"]

_BARS = "▁▂▃▄▅▆▇█"
"""Each has a sign of its own where the encoding has no bars; see :mod:`alignplan.output.ink`."""
_ROOM = 8


def sparkline(values: Sequence[float], room: int = _ROOM) -> str:
    """The last `room` values, from the lowest to the highest of them; all in the middle where they are the same.

    >>> sparkline([1, 2, 3, 8]), sparkline([5, 5]), sparkline([])
    ('▁▂▃█', '▄▄', '')
    """
    shown = values[-room:]
    if not shown:
        return ""
    low, high = min(shown), max(shown)
    if low == high:
        return "▄" * len(shown)
    top = len(_BARS) - 1
    # Halves first: the difference of two numbers at the ends of what there is would be infinite.
    return "".join(_BARS[round((value / 2 - low / 2) / (high / 2 - low / 2) * top)] for value in shown)
