"""How every run ends: misuse is 2, a bug of ours 3, Ctrl-C 130."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from alignplan.errors import Misuse

__all__ = ["ended", "tell_bug"]

_REPORT = "please report it with what ALIGNPLAN_DEBUG=1 prints: https://github.com/alignplan/alignplan/issues"


def ended(act: Callable[[], int]) -> int:
    """Carry out `act` and give the exit code of the process."""
    from alignplan.output.streams import finish, prepare

    prepare()
    try:
        code = act()
        finish()
    except Misuse as misuse:
        return _refused(misuse)
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # noqa: BLE001  whatever is left is a bug, and is told as one
        tell_bug(error)
        return 3
    return code


def _refused(misuse: Misuse) -> int:
    from alignplan.output.ink import ink_for
    from alignplan.output.streams import refusal, say

    say(refusal(misuse, ink_for(sys.stderr, os.environ)))
    return 2


def tell_bug(error: Exception, where: str = "") -> None:
    """One line on standard error; with `ALIGNPLAN_DEBUG=1` the traceback before it."""
    from alignplan.output.escape import terminal
    from alignplan.output.streams import say

    if os.environ.get("ALIGNPLAN_DEBUG") == "1":
        from traceback import format_exception

        say(line for part in format_exception(error) for line in part.splitlines())
    text = terminal(f"{where}{type(error).__name__}: {error}")
    say([f"internal error: {text}; {_REPORT}"])
