"""The options of `load` that say of which days it tells."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

import typer

from alignplan.records import record

__all__ = ["USUAL_PERIODS", "Periods"]

By = Annotated[str, typer.Option("--by", metavar="PERIOD", help="week, month or quarter.")]
First = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help="From this day on (default: today).")
]
Last = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="Until this day (default: until all is done).")
]


@record
class Periods:
    """Of which days it tells, as it was typed. A parameter of this type stands for all of these options."""

    OPTIONS: ClassVar[dict[str, Any]] = {"by": By, "first": First, "last": Last}

    by: str = "month"
    first: str | None = None
    last: str | None = None


USUAL_PERIODS = Periods()
