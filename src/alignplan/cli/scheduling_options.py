"""The options of `schedule` that go together: how it is looked for, and where it is written."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

import typer

from alignplan.cli.changing import DryRun, Force
from alignplan.errors import Misuse
from alignplan.records import record

__all__ = ["NOTHING_WRITTEN", "USUAL_SEARCH", "Searching", "Written"]

Effort = Annotated[
    str, typer.Option("--effort", metavar="EFFORT", help="How much to try: quick, default, thorough, solver.")
]
Limit = Annotated[str | None, typer.Option("--limit", metavar="TIME", help="Of the solver: 10s, 2m.")]
Seed = Annotated[int, typer.Option("--seed", metavar="N", help="Of the search; the same gives the same.")]
Tolerance = Annotated[
    float,
    typer.Option(
        "--tolerance",
        metavar="DAYS",
        min=0,
        help="Keep what is locked unless that gains more than these days.",
    ),
]
Lock = Annotated[bool, typer.Option("--lock", help="Write it into schedule.lock.yaml: it is promised.")]
Write = Annotated[bool, typer.Option("--write", help="Write its days into the plan files.")]


@record
class Searching:
    """How a schedule is looked for, as it was typed. A parameter of this type stands for all of these options."""

    OPTIONS: ClassVar[dict[str, Any]] = {
        "effort": Effort,
        "limit": Limit,
        "seed": Seed,
        "tolerance": Tolerance,
    }

    effort: str = "default"
    limit: str | None = None
    seed: int = 0
    tolerance: float = 1.0


@record
class Written:
    """Where a schedule is to be written. A parameter of this type stands for all of these options."""

    OPTIONS: ClassVar[dict[str, Any]] = {"lock": Lock, "write": Write, "dry_run": DryRun, "force": Force}

    lock: bool = False
    write: bool = False
    dry_run: bool = False
    force: bool = False

    def is_asked(self) -> bool:
        """Whether anything is to be written. Raises Misuse where only the way of writing was typed."""
        if not self.lock and not self.write and (self.dry_run or self.force):
            raise Misuse("nothing is to be written", "--dry-run and --force go with --lock or --write")
        return self.lock or self.write


USUAL_SEARCH = Searching()
NOTHING_WRITTEN = Written()
