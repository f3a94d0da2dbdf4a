"""`schedule --against`: which frozen schedule is meant, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from alignplan.cli.freezing import file_of
from alignplan.cli.looking import Look
from alignplan.errors import Misuse

if TYPE_CHECKING:
    from alignplan.analysis.schedule.answer import PlanSchedule
    from alignplan.analysis.selectors.choice import Choice
    from alignplan.analysis.slipping.slip import Slip
    from alignplan.cli.risking import AskedOf
    from alignplan.cli.viewing import Viewing
    from alignplan.loading.frozen import Frozen
    from alignplan.output.document import Block
    from alignplan.storage.folders import Folder

__all__ = ["look_at_slips", "meant", "stands_alone"]


def stands_alone(asked: AskedOf, *, writes: bool, supposes: bool) -> None:
    """Raises Misuse where something else is asked that does not go with it."""
    others = {
        "--why": asked.why is not None,
        "--risk": asked.risk is not None,
        "--lock and --write": writes,
        "what-if": supposes,
    }
    other = next((name for name, there in others.items() if there), None)
    if other is not None:
        raise Misuse(f"--against does not go with {other}", "ask for one after the other")


def meant(viewing: Viewing, against: str, selectors: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The name of the frozen schedule, and the selectors.

    `--against approved` is read as a name where there is a frozen schedule of that name, and no item.
    """
    if against or not selectors:
        return against, selectors
    first, *rest = selectors
    try:
        path = file_of(first)
    except Misuse:
        return against, selectors
    if viewing.assessment.graph.find(first) is None and viewing.plan.source.exists(path):
        return first, rest
    return against, selectors


def look_at_slips(
    viewing: Viewing,
    found: PlanSchedule,
    chosen: Choice,
    name: str,
    whole: Callable[[], Mapping[str, object]],
) -> Look:
    """By how much the chosen items slip; in JSON beside what the schedule says anyway (`whole`). Raises Misuse."""
    from alignplan.analysis.slipping.slips import slips
    from alignplan.views import slips as view

    path = file_of(name)
    done = slips(viewing.assessment, found, _read(viewing, name))
    items = [
        slip
        for slip in done.items.values()
        if chosen.everything or (slip.node is not None and slip.node in chosen)
    ]
    moved = any(view.is_told(slip) for slip in items)
    return Look(
        lambda: {**whole(), "against": view.answer(done, items, viewing.shown(path))},
        lambda: view.sheet(items) if viewing.is_sheet else view.table(items),
        lambda: _blocks(viewing, items),
        spare=view.SPARE,
        summary=view.summary(done, items),
        nothing="" if moved else "nothing moved, and nothing costs otherwise",
    )


def _blocks(viewing: Viewing, items: Sequence[Slip]) -> list[Block]:
    from alignplan.views import slips as view

    if viewing.is_sheet:
        return [view.sheet(items)]
    if not any(map(view.is_told, items)):
        return []
    why = view.why(items)
    return [view.table(items), *([] if why is None else [why])]


def _read(viewing: Viewing, name: str) -> Frozen:
    from alignplan import storage
    from alignplan.loading.frozen import frozen_of
    from alignplan.text.encoding import decode

    path, source = file_of(name), viewing.plan.source
    shown = viewing.shown(path)
    if not source.exists(path) or not source.inside(path):
        words = f"alignplan baseline schedule {name}".strip()
        raise Misuse(f"there is no {shown}", f"`{words}` freezes the schedule as it is now")
    try:
        text, fault = decode(_content(source, path))
        if fault is not None:
            raise ValueError(fault.message)
        return frozen_of(text)
    except (ValueError, storage.Unreadable) as reason:
        raise Misuse(f"{shown}: {reason}", "take it from git, or freeze it anew with --force") from None


def _content(source: Folder, path: str) -> bytes:
    """The content of a file; git is let go of where it is one of the past."""
    from alignplan.history.revision import Revision

    try:
        return source.read(path)
    finally:
        if isinstance(source, Revision):
            source.close()
