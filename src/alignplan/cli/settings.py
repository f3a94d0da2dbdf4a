"""What holds for every command, wherever it was typed: before the command or after it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from alignplan.errors import Misuse

__all__ = ["Settings", "enter"]


@dataclass(frozen=True, slots=True)
class Settings:
    """The options that all commands have. `as_of` is the day as typed."""

    directory: str | None = None
    as_of: str | None = None
    color: str = "auto"
    quiet: bool = False
    verbose: bool = False
    pager: bool = True

    @property
    def today(self) -> date:
        """The day on which plans are judged: the flag, then `ALIGNPLAN_AS_OF`, then the clock. Raises Misuse."""
        text = self.as_of or os.environ.get("ALIGNPLAN_AS_OF")
        if not text:
            return date.today()  # noqa: DTZ011  the planner's own calendar day
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise Misuse(f"`{text}` is not a day", "write --as-of 2026-11-22") from None

    def overruled(self, later: Mapping[str, object]) -> Settings:
        """These settings with what was typed later in their place."""
        typed = {name: value for name, value in later.items() if value is not None}
        return Settings(**{name: typed.get(name, getattr(self, name)) for name in self.__slots__})  # type: ignore[arg-type]


def enter(directory: str | None) -> None:
    """Go on as if started in `directory`. Raises Misuse where that cannot be."""
    if directory is None:
        return
    try:
        os.chdir(directory)
    except OSError as error:
        raise Misuse(f"-C {directory}: {(error.strerror or str(error)).lower()}") from None
