"""`schedule --risk`: how many samples, and how they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import typer

from alignplan.errors import Misuse
from alignplan.records import record

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from alignplan.analysis.schedule.answer import PlanSchedule
    from alignplan.analysis.selectors.choice import Choice
    from alignplan.cli.looking import Look
    from alignplan.cli.settings import Settings
    from alignplan.cli.viewing import Viewing
    from alignplan.scheduling.sampling import Drawing

__all__ = ["NOTHING_ASKED", "AskedOf", "drawing_for", "look_at_risk"]

_USUAL, _MOST = 1_000, 100_000
Check = Annotated[bool, typer.Option("--check", help="Exit with 1 where something ends after its due.")]
Why = Annotated[str | None, typer.Option("--why", metavar="ID", help="What puts this item where it is.")]
Risk = Annotated[
    str | None, typer.Option("--risk", metavar="[N]", help="How sure it is, by N samples (1000 if left out).")
]
Common = Annotated[
    float | None,
    typer.Option("--common", metavar="S", help="With --risk: how far lengths go together (0.1: ±10 %)."),
]
Against = Annotated[
    str | None,
    typer.Option(
        "--against",
        metavar="[NAME]",
        help="What slipped against `baseline schedule`, and why; of a name: --against=NAME.",
    ),
]


@record
class AskedOf:
    """What is asked of a schedule beside its days. A parameter of this type stands for all of these options."""

    OPTIONS: ClassVar[dict[str, Any]] = {
        "check": Check,
        "why": Why,
        "risk": Risk,
        "common": Common,
        "against": Against,
    }

    check: bool = False
    why: str | None = None
    risk: str | None = None
    common: float | None = None
    against: str | None = None


NOTHING_ASKED = AskedOf()


def drawing_for(asked: AskedOf, seed: int, *, writes: bool) -> Drawing | None:
    """How samples are drawn, none where nobody asked. Raises Misuse."""
    if asked.risk is None:
        if asked.common is not None:
            raise Misuse("--common is for samples", "write it with --risk")
        return None
    from alignplan.scheduling.sampling import COMMON, Drawing

    other = "--why" if asked.why is not None else "--lock and --write" if writes else ""
    if other:
        raise Misuse(f"--risk does not go with {other}", "ask for one after the other")
    common = COMMON if asked.common is None else asked.common
    if not 0 <= common <= 1:
        raise Misuse(f"--common {common:g}: it lies between 0 and 1", "0.1: most samples lie within 10 %")
    return Drawing(_samples(asked.risk), seed, common)


def _samples(text: str) -> int:
    if not text:
        return _USUAL
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= _MOST:
        raise Misuse(
            f"--risk {text}: no number of samples", f"write a number from 1 to {_MOST:,}, or nothing"
        )
    return int(text)


def look_at_risk(
    viewing: Viewing,
    found: PlanSchedule,
    chosen: Choice,
    drawing: Drawing,
    whole: Callable[[], Mapping[str, object]],
) -> Look:
    """How sure the schedule is; in JSON beside what it says anyway (`whole`)."""
    from alignplan.analysis.risk_in_time.weighing import risk_in_time
    from alignplan.cli.looking import Look
    from alignplan.views import risk_in_time as view

    with _waiting(viewing.settings, drawing) as told:
        risk = risk_in_time(viewing.assessment, found, drawing, chosen, told)
    odds = [one for one in (*risk.objectives, *risk.items) if one.node is not None and one.node in chosen]
    drivers = view.drivers(risk)
    return Look(
        lambda: {**whole(), "risk": view.answer(risk, odds)},
        lambda: view.sheet(risk, odds) if viewing.is_sheet else view.table(risk, odds),
        lambda: [
            view.sheet(risk, odds) if viewing.is_sheet else view.table(risk, odds),
            *([] if drivers is None else [drivers]),
        ],
        spare=view.SPARE,
        summary=view.summary(risk),
        nothing="nothing is still to be done" if risk.whole is None else "",
    )


@contextmanager
def _waiting(settings: Settings, drawing: Drawing) -> Iterator[Callable[[int], None] | None]:
    """Who waits at a terminal is told how far it is."""
    import sys

    from alignplan.output.ink import is_terminal

    if settings.quiet or not is_terminal(sys.stderr):
        yield None
        return
    from alignplan.output.progress import Progress

    with Progress("Sampling", drawing.samples) as bar:
        yield lambda _count: bar.advance()
