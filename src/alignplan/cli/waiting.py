"""How far the reading of a large plan is, for who waits at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from alignplan.cli.settings import Settings

if TYPE_CHECKING:
    from alignplan.output.progress import Progress

__all__ = ["watcher"]


def watcher(settings: Settings) -> Callable[[int, int], None] | None:
    """What is to be told of each file that is read; nothing where nobody looks."""
    from alignplan.output.ink import is_terminal

    return None if settings.quiet or not is_terminal(sys.stderr) else _Reading()


class _Reading:
    """A bar from the first file that is read to the last."""

    def __init__(self) -> None:
        self._progress: Progress | None = None

    def __call__(self, done: int, total: int) -> None:
        if self._progress is None:
            from alignplan.output.progress import Progress

            self._progress = Progress("Reading", total).__enter__()
        self._progress.advance()
        if done >= total:
            self._progress.__exit__(None, None, None)
            self._progress = None
