"""How far a long task is: one line on standard error, on a terminal only, and only when it takes a while."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self, TextIO

from alignplan.output.escape import Shown
from alignplan.output.ink import Ink, Pen, ink_for, is_terminal
from alignplan.output.measure import cut, width

__all__ = ["Progress"]

_PATIENCE, _PAUSE = 0.5, 0.1
_BAR = 24


class Progress:
    """A line such as `Reading ━━━━━━━━━━━━        50 %  250 of 500`, gone when the task ends.

    >>> with Progress("Reading", total=2) as progress:
    ...     progress.advance()
    ...     progress.advance()
    """

    def __init__(
        self,
        label: str,
        total: int | None = None,
        *,
        stream: TextIO | None = None,
        ink: Ink | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        import os

        self._stream = stream or sys.stderr
        self._ink = ink or ink_for(self._stream, os.environ)
        self._wanted = is_terminal(self._stream) and os.environ.get("TERM") != "dumb"
        self._label, self._total, self._clock = self._ink.show(label), total, clock
        self._done, self._drawn = 0, False
        self._next = clock() + _PATIENCE

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._drawn:
            self._put("\r\x1b[K")
            self._drawn = False

    def advance(self, steps: int = 1) -> None:
        """Say that `steps` more are done."""
        self._done += steps
        if self._wanted and self._clock() >= self._next:
            self._next = self._clock() + _PAUSE
            self._put(f"\r{self._line()}\x1b[K")
            self._drawn = True

    def _line(self) -> str:
        room = (self._ink.width or 80) - 1
        if not self._total:
            return cut(Shown(f"{self._label}  {self._done}"), room, self._ink.sign("…"))
        share = min(self._done / self._total, 1.0)
        label = cut(self._label, max(room - _BAR - 30, 8), self._ink.sign("…"))
        rest = f"{share:5.0%}  {self._done} of {self._total}".replace("%", " %")
        if width(label) + _BAR + len(rest) + 2 > room:
            return cut(Shown(f"{label} {rest.strip()}"), room, self._ink.sign("…"))
        return f"{label} {self._bar(share)} {rest}"

    def _bar(self, share: float) -> str:
        full = round(share * _BAR)
        filled = self._ink.stroke(self._ink.sign("━" * full), Pen.CYAN)
        return filled + " " * (_BAR - full)

    def _put(self, text: str) -> None:
        try:
            self._stream.write(text)
            self._stream.flush()
        except (OSError, ValueError):
            self._wanted = False  # nobody reads there
