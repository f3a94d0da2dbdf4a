"""What holds for every command, wherever it was typed: before the command or after it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from alignplan.errors import Misuse
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.output.ink import ColourFlag

__all__ = ["Settings", "enter"]


@record
class Settings:
    """The options that all commands have. `as_of` is the day as typed."""

    directory: str | None = None
    as_of: str | None = None
    color: ColourFlag = "auto"
    quiet: bool = False
    verbose: bool = False
    pager: bool = True

    @property
    def today(self) -> date:
        """The day on which plans are judged: the flag, then `ALIGNPLAN_AS_OF`, then the clock. Raises Misuse."""
        if self.as_of is not None:
            return _day(self.as_of, "--as-of")
        text = os.environ.get("ALIGNPLAN_AS_OF", "")
        return _day(text, "ALIGNPLAN_AS_OF") if text else date.today()  # noqa: DTZ011  the planner's own calendar day

    def overruled(self, later: Mapping[str, object]) -> Settings:
        """These settings with what was typed later in their place. Raises Misuse for a value that no setting has."""
        typed = {name: value for name, value in later.items() if value is not None}
        if typed.get("color", "auto") not in ("auto", "always", "never"):
            raise Misuse(f"--color {typed['color']}: no such choice", "write auto, always or never")
        if "as_of" in typed:
            _day(str(typed["as_of"]), "--as-of")
        return replace(self, **typed)  # type: ignore[arg-type]


def _day(text: str, said: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Misuse(f"{said} {text}: not a day", "write it as 2026-11-22") from None


def enter(directory: str | None) -> None:
    """Go on as if started in `directory`. Raises Misuse where that cannot be."""
    if directory is None:
        return
    try:
        os.chdir(directory)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Misuse(f"-C {directory}: {reason[:1].lower()}{reason[1:]}") from None
