"""Words of the language: ids, texts, times; nothing of a plan is syntax."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from alignplan.output.escape import terminal

__all__ = ["Names", "hours", "indented", "moment", "text"]

_NO_WORD = re.compile(r"[^a-z0-9_]+")
_EXPANDS = re.compile(r"\$(?=[{(])")


class Names:
    """Ids of the language for those of a plan, each once in its scope."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)

    def new(self, id: str) -> str:
        """An id for another: letters, digits and underscores, no digit first."""
        plain = _NO_WORD.sub("_", id.casefold())
        plain = f"_{plain}" if not plain or plain[0].isdigit() else plain
        found, number = plain, 1
        while found in self._taken:
            number += 1
            found = f"{plain}_{number}"
        self._taken.add(found)
        return found


def text(text: str) -> str:
    """A string: its quotes are escaped, and no macro or variable in it is expanded."""
    line = _EXPANDS.sub("$ ", terminal(" ".join(text.split()))).replace('"', '\\"')
    return f'"{line} "' if line.endswith("\\") else f'"{line}"'


def moment(time: datetime) -> str:
    """A time."""
    return time.strftime("%Y-%m-%d-%H:%M") if time.year > 999 else time.isoformat("-", "minutes")


def day(day: date) -> str:
    """A day."""
    return day.isoformat()


def hours(minutes: int) -> str:
    """A length of time."""
    return f"{minutes}min" if minutes % 60 else f"{minutes // 60}h"


def indented(lines: Iterable[str], depth: int = 1) -> list[str]:
    """Lines one level or more further in."""
    return ["  " * depth + line for line in lines]
