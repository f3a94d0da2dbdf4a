"""What the solver tells while it works."""

from __future__ import annotations

from collections.abc import Callable

from alignplan.records import record

__all__ = ["News", "Progress"]


@record
class News:
    """Seconds since the beginning, and the instants of the best finish and of the bound so far."""

    seconds: float
    finish: int
    bound: int


Progress = Callable[[News], None]
"""Is called in the thread of the solver at each better schedule or bound."""
