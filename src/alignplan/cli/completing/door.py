"""The door for shells: `alignplan __complete SHELL …` says what may stand where the cursor is."""

from __future__ import annotations

import os
import sys

__all__ = ["CALL", "complete"]

CALL = "__complete"
"""The first argument by which the scripts call."""


def complete(arguments: list[str]) -> int:
    """Print the answer. Nothing that goes wrong is told: the next key would stand in the middle of it."""
    try:
        lines = _lines(arguments)
        text = "\n".join(lines) + "\n"
        stream = sys.stdout
        stream.reconfigure(errors="replace", newline="\n")  # type: ignore[union-attr]
        stream.write(text)
        stream.flush()
    except Exception:
        if os.environ.get("ALIGNPLAN_DEBUG") == "1":
            raise
        _quiet()
    return 0


def _lines(arguments: list[str]) -> list[str]:
    from alignplan.cli.completing.answers import answer
    from alignplan.cli.completing.asked import asked
    from alignplan.cli.completing.offers import FILES, Answer
    from alignplan.cli.completing.shells import SHELLS
    from alignplan.cli.completing.table import Table

    read, written = SHELLS[arguments[0]]
    typed = read(arguments[1:])
    if typed.file:
        return written(Answer(listed=FILES), typed)
    table = Table()
    return written(answer(table, asked(table, typed.words, typed.current)), typed)


def _quiet() -> None:
    """What could not be written is not tried again at the end of the process."""
    from contextlib import suppress

    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
