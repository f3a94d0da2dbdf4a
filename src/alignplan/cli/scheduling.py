"""`schedule` itself: what is computed, for whom it is shown, and in what room."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from alignplan.analysis.schedule.answer import Outcome, PlanSchedule, Scheduled
from alignplan.analysis.schedule.computing import EFFORT_NAMES, SOLVER, Search, Watch, scheduled
from alignplan.analysis.schedule.keeping import other_holidays
from alignplan.analysis.schedule.late import late_items
from alignplan.analysis.selectors.choice import Choice
from alignplan.analysis.selectors.find import item_named
from alignplan.cli.looking import Look, show_figures
from alignplan.cli.viewing import Viewing
from alignplan.errors import Misuse
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.output.document import Block, Cell, Prose, Table, Tone
from alignplan.output.grid import lay_out
from alignplan.output.ink import Ink
from alignplan.records import record
from alignplan.views import schedule as view

if TYPE_CHECKING:
    from datetime import date

    from alignplan.cli.options import WhatIf
    from alignplan.cli.settings import Settings
    from alignplan.scheduling.sampling import Drawing

__all__ = ["Shown", "search_for", "show_schedule", "told_of", "watched"]

_LIMIT = re.compile(r"([0-9]+(?:\.[0-9]+)?) ?(s|m|min)?\Z")


@record
class Shown:
    """What is to be shown of a schedule: of chosen items, or why one is where it is; `check`: 1 where any is late.

    With a `drawing` how sure it is; `against` a frozen schedule what slipped.
    """

    selectors: Sequence[str] = ()
    exclude: Sequence[str] = ()
    why: str | None = None
    check: bool = False
    at: str | None = None
    output_format: str | None = None
    drawing: Drawing | None = None
    against: str | None = None


def search_for(effort: str, limit: str | None, seed: int, tolerance: float, *, anew: bool = False) -> Search:
    """How the schedule is to be looked for, from what was typed. Raises Misuse."""
    if effort not in EFFORT_NAMES:
        raise Misuse(f"there is no effort `{effort}`", f"there are {', '.join(EFFORT_NAMES)}")
    if limit is not None and effort != SOLVER:
        hint = "leave --limit out: the other efforts try a number of schedules, so that results stay the same"
        raise Misuse("--limit is for `--effort solver`", hint)
    return Search(effort, seed, _seconds(limit), tolerance, anew)


def _seconds(limit: str | None) -> float:
    if limit is None:
        return Search().limit
    match = _LIMIT.match(limit)
    if match is None or float(match[1]) <= 0:
        raise Misuse(f"`{limit}` is no time", "write 10s or 2m")
    return float(match[1]) * (60 if (match[2] or "s").startswith("m") else 1)


def show_schedule(settings: Settings, shown: Shown, search: Search, what_if: WhatIf) -> int:
    """Print the schedule; the exit code."""
    late: list[Scheduled] = []

    def look(viewing: Viewing) -> Look:
        found = computed(viewing, search)
        if shown.why is not None:
            return _why(viewing, found, shown.why, search)
        name, selectors = shown.against, shown.selectors
        if name is not None:
            from alignplan.cli.slipping import meant

            name, selectors = meant(viewing, name, selectors)
        chosen = viewing.choose(selectors, shown.exclude)
        late[:] = [item for item in late_items(found) if item.node in chosen]
        seen = _look(viewing, found, chosen, search)
        if name is not None:
            from alignplan.cli.slipping import look_at_slips

            return look_at_slips(viewing, found, chosen, name, seen.answer)
        if shown.drawing is None:
            return seen
        from alignplan.cli.risking import look_at_risk

        return look_at_risk(viewing, found, chosen, shown.drawing, seen.answer)

    done = show_figures(
        settings, "schedule", look, output_format=shown.output_format, at=shown.at, what_if=what_if
    )
    return 1 if shown.check and late else done


def computed(viewing: Viewing, search: Search) -> PlanSchedule:
    """The schedule of the plan that is looked at, with notes on how it came about."""
    with watched(viewing.settings, search) as watch:
        found = scheduled(viewing.assessment, search, watch)
    for note in told_of(viewing, found):
        viewing.note(note)
    return found


def told_of(viewing: Viewing, found: PlanSchedule) -> Iterator[str]:
    """What is good to know of a schedule."""
    yield from view.notes(found)
    lock = viewing.assessment.lock
    if lock is not None:
        if found.kept:
            yield f"it is the schedule that was locked on {lock.as_of}, with today's plan"
        else:
            yield f"it is better than what was locked on {lock.as_of}: `alignplan schedule --lock` keeps it"
        for place in other_holidays(lock):
            yield f"the public holidays of {place} are not those that were known on {lock.as_of}"


def _look(viewing: Viewing, found: PlanSchedule, chosen: Choice, search: Search) -> Look:
    items = [item for item in found.items.values() if item.node in chosen]
    outcomes = [
        found.objectives[node.id] for node in chosen.of(Kind.OBJECTIVE) if node.id in found.objectives
    ]
    return Look(
        lambda: view.answer(found, items, outcomes, search),
        lambda: view.sheet(items) if viewing.is_sheet else view.table(items),
        lambda: _blocks(viewing, items, outcomes),
        luxury=("critical_path",),
        spare=("due", "finish"),
        summary=view.summary(found),
        nothing=_nothing(chosen, items, outcomes),
    )


def _nothing(chosen: Choice, items: Sequence[Scheduled], outcomes: Sequence[Outcome]) -> str:
    """What there is to note where something was chosen, and nothing of it is scheduled."""
    if not chosen or items or outcomes:
        return ""
    return f"{chosen.asked or 'the plan'} has nothing to schedule"


def _why(viewing: Viewing, found: PlanSchedule, asked: str, search: Search) -> Look:
    """The chain that puts an item where it is. Raises Misuse for what is not scheduled."""
    node = item_named(viewing.assessment.graph, asked)
    if node.id not in found.items:
        raise Misuse(f"`{node.id}` is not scheduled", "actions, milestones and tactics that count are")
    chain = view.chain(found, node.id)
    return Look(
        lambda: view.answer(found, chain, [], search),
        lambda: view.sheet(chain) if viewing.is_sheet else view.why_table(chain),
        spare=("start", "finish"),
        summary=view.summary(found),
    )


def _blocks(viewing: Viewing, items: Sequence[Scheduled], outcomes: Sequence[Outcome]) -> list[Block]:
    if viewing.is_sheet:
        return [view.sheet(items)]
    open_ = [item for item in items if item.status is not Status.DONE]
    blocks: list[Block] = []
    if open_ and viewing.output_format == "markdown":
        blocks.append(view.table(open_))
    elif open_:
        blocks += [
            _chart(open_, viewing.plan.as_of, viewing.width),
            Prose((Cell(view.KEY, tone=Tone.MUTED),)),
        ]
    if len(outcomes) == 1:
        blocks.append(Prose((Cell(view.told(outcomes[0])),)))
    elif outcomes:
        blocks.append(view.ends(outcomes))
    late = view.late(items)
    return [*blocks, *([late] if late is not None else [])]


def _chart(items: Sequence[Scheduled], today: date, width: int | None) -> Table:
    """Bars in the room that is left beside the rest."""
    if width is None:
        return view.chart(items, today, None)
    bare = lay_out(view.chart(items, today, 0), Ink(), None)
    return view.chart(items, today, width - bare.width + bare.widths[1])


@contextmanager
def watched(settings: Settings, search: Search) -> Iterator[Watch | None]:
    """Who waits at a terminal is told how far it is."""
    import sys

    from alignplan.output.ink import is_terminal

    if settings.quiet or not is_terminal(sys.stderr):
        yield None
        return
    from alignplan.output.progress import Progress
    from alignplan.scheduling.efforts import EFFORTS

    solves = search.effort == SOLVER
    total = EFFORTS["default" if solves else search.effort] or None
    with Progress("Scheduling", total) as bar:
        seen = [0]

        def tried(count: int) -> None:
            bar.advance(count - seen[0])
            seen[0] = count

        def solving(_seconds: float) -> None:
            bar.advance(0)

        yield Watch(tried, solving)
