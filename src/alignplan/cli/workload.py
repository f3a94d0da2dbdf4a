"""`load` itself: whose load, in which periods, and in what room it is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from alignplan.analysis.load.periods import By
from alignplan.analysis.load.picture import Picture
from alignplan.cli.looking import Look, show_figures
from alignplan.cli.viewing import Viewing
from alignplan.errors import Misuse
from alignplan.model.kinds import Kind
from alignplan.model.values import day_of, start_of
from alignplan.output.document import Block, Cell, Prose, Table, Tone
from alignplan.output.grid import lay_out
from alignplan.output.ink import Ink
from alignplan.records import record
from alignplan.views import load as view

if TYPE_CHECKING:
    from alignplan.cli.options import WhatIf
    from alignplan.cli.settings import Settings
    from alignplan.cli.workload_options import Periods

__all__ = ["Shown", "show_load"]

_MOST_OVER = 12
"""So many overbooked periods are shown beside the heat map; `--bars` shows all."""


@record
class Shown:
    """What is to be shown of the load: bars, money or alignment, of chosen items."""

    selectors: Sequence[str] | None = None
    exclude: Sequence[str] | None = None
    bars: bool = False
    money: bool = False
    alignment: bool = False
    at: str | None = None
    output_format: str | None = None


def show_load(settings: Settings, shown: Shown, periods: Periods, what_if: WhatIf) -> int:
    """Print the load; the exit code. Raises Misuse."""
    by = _by(periods.by)
    if shown.money and shown.alignment:
        raise Misuse("--money and --alignment are two tables", "ask for one of them; -f json has both")

    def look(viewing: Viewing) -> Look:
        plan, year_starts = viewing.assessment, viewing.plan.loaded.plan.year_starts or 0
        first = _day("--from", periods.first, year_starts, start=True)
        last = _day("--until", periods.last, year_starts, start=False)
        if last is not None and last < max(first or plan.today, plan.today):
            raise Misuse(f"--until {last} lies before the first day", "load is that of what is still to do")
        chosen = viewing.choose(shown.selectors, shown.exclude)
        return _look(viewing, Picture(plan, chosen, by, first, last), shown)

    return show_figures(
        settings, "load", look, output_format=shown.output_format, at=shown.at, what_if=what_if
    )


def _look(viewing: Viewing, found: Picture, shown: Shown) -> Look:
    for note in view.notes(found):
        viewing.note(note)
    if shown.money:
        nothing = "" if found.rows or not found.chosen else "no objective or tactic that counts is chosen"
        return Look(
            lambda: view.answer(found),
            lambda: view.money_table(found, sheet=viewing.is_sheet),
            None if viewing.is_sheet else lambda: [view.money_table(found), *view.uncosted(found)],
            nothing=nothing,
        )
    if shown.alignment:
        return Look(
            lambda: view.answer(found),
            lambda: view.alignment_table(found),
            None if viewing.is_sheet else lambda: view.alignment_blocks(found),
            spare=("of",),
        )
    nothing = (
        ""
        if found.loads or not found.chosen
        else f"{found.chosen.asked or 'the plan'} has nobody to do anything"
    )
    return Look(
        lambda: view.answer(found),
        lambda: view.table(found.loads),
        lambda: [view.sheet(found.loads)] if viewing.is_sheet else list(_blocks(viewing, found, shown)),
        summary=view.summary(found),
        nothing=nothing,
    )


def _blocks(viewing: Viewing, found: Picture, shown: Shown) -> Iterator[Block]:
    if not found.loads:
        return
    if shown.bars or len(found.loads) == 1:
        yield view.bars(found.loads)
    else:
        yield from _heat(viewing, found)
        table, amount = view.overbooked(found.loads, _MOST_OVER)
        if table is not None:
            yield table
        if amount > _MOST_OVER:
            yield Prose((Cell(f"{amount - _MOST_OVER} more: --bars shows all.", tone=Tone.MUTED),))
    if found.skills and found.chosen.everything:
        yield view.skill_table(found.skills)
    idle = view.idle(found)
    if idle:
        yield Prose(tuple(map(Cell, idle)))


def _heat(viewing: Viewing, found: Picture) -> Iterator[Block]:
    """As many periods as there is room for."""
    amount = len(found.periods)
    width = viewing.width
    table = _map(found, amount)
    while width is not None and amount > 1 and lay_out(table, Ink(), None).width > width:
        amount -= 1
        table = _map(found, amount)
    yield table
    lines = [Cell(f"{view.KEY}.", tone=Tone.MUTED)]
    if amount < len(found.periods):
        rest = f"{amount} of {len(found.periods)} periods: --by, --from or --bars show the others."
        lines.append(Cell(rest, tone=Tone.MUTED))
    yield Prose(tuple(lines))


def _map(found: Picture, amount: int) -> Table:
    teams = frozenset(load.node.id for load in found.loads if load.node.kind is Kind.TEAM)
    return view.heat(found.loads, found.periods[:amount], teams)


def _by(word: str) -> By:
    if word not in list(By):
        raise Misuse(f"--by {word}: no such period", "write " + ", ".join(By))
    return By(word)


def _day(option: str, text: str | None, year_starts: int, *, start: bool) -> date | None:
    if text is None:
        return None
    day = start_of(text, year_starts) if start else day_of(text, year_starts)
    if day is None:
        raise Misuse(f"{option} {text}: no day", "write 2027-03-31, or a period such as 2027-Q1")
    return day
