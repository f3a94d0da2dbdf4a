"""A view today beside the same view what if: in what room it is shown, and what is told of it on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from alignplan.analysis.changes.effects import figure_changes
from alignplan.errors import Misuse
from alignplan.output.document import Block, Cell, Prose, Table
from alignplan.output.grid import lay_out
from alignplan.output.ink import Ink
from alignplan.views.what_if import (
    Causes,
    Line,
    answer,
    beside,
    counted,
    figure_block,
    head,
    layouts,
    sheet,
    told,
)

if TYPE_CHECKING:
    from alignplan.analysis.supposed import Supposed
    from alignplan.cli.looking import Look
    from alignplan.cli.viewing import Viewing
    from alignplan.diagnostics.report import Reported
    from alignplan.linting.judged import Judged
    from alignplan.workspace import Plan

__all__ = ["show_both"]

_MOST_TOLD = 5
_SAYING = ("id", "kind", "name", "figure", "unit")
"""Words of an answer that are no values."""


def show_both(
    today: Viewing,
    what_if: Viewing,
    name: str,
    look: Callable[[Viewing], Look],
    supposed: Sequence[Supposed],
    *,
    everything: bool,
) -> int:
    """Print a view of two plans beside each other; the exit code."""
    both = _Both(today, what_if.plan)
    before, after = _looks(today, what_if, look)
    today.note(f"what if {'; '.join(map(told, supposed))}: nothing is written")
    _tell_new(today, both.causes.new)
    if today.is_json:
        found = answer(before.answer(), after.answer(), supposed, both.causes)
        return today.show(name, found, ())
    table = after.table()
    lines = beside(before.table(), table)
    if today.is_sheet:
        return today.show(name, {}, [sheet(lines, everything=everything)])
    blocks = [head(supposed), *_tables(today, table, lines, everything), *figure_block(both.causes.figures)]
    return today.show(name, {}, blocks, summary=_summary(lines, everything=everything))


def _looks(today: Viewing, what_if: Viewing, look: Callable[[Viewing], Look]) -> tuple[Look, Look]:
    """What is seen of both; where what was chosen is in one plan only, nothing of the other. Raises Misuse."""
    quiet = replace(what_if, settings=replace(what_if.settings, quiet=True))
    seen: list[Look | None] = []
    refused: list[Misuse] = []
    for viewing in (today, quiet):
        try:
            seen.append(look(viewing))
        except Misuse as misuse:
            seen.append(None)
            refused.append(misuse)
    before, after = seen
    if before is None and after is None:
        raise refused[0]
    before, after = before or _empty(after), after or _empty(before)
    if before.nothing and after.nothing:
        today.note(before.nothing)
    return before, after


def _empty(look: Look | None) -> Look:
    """The same with nothing in it: lists of entries become empty."""
    assert look is not None
    there, table = look.answer(), replace(look.table(), rows=())
    nothing: dict[str, object] = {key: _nothing(key, value) for key, value in there.items()}
    return replace(look, answer=lambda: nothing, table=lambda: table)


def _nothing(key: str, value: object) -> object:
    """Lists become empty, figures unknown; what says which figure or matrix it is stays."""
    if isinstance(value, (list, tuple)):
        return []
    return value if key in _SAYING else None


def _tables(today: Viewing, table: Table, lines: Sequence[Line], everything: bool) -> list[Block]:
    """In the first layout that has room."""
    shown: list[Block] = [Prose((Cell("Nothing of this changes."),))]
    for shown in layouts(table, lines, everything=everything):
        if today.width is None or _fits(shown, today.width):
            break
    return shown


def _fits(blocks: Sequence[Block], room: int) -> bool:
    """Whether there is room for the tables, with sentences cut short."""
    tables = (block for block in blocks if isinstance(block, Table))
    return all(lay_out(table, Ink(), room).width <= room for table in tables)


def _summary(lines: Sequence[Line], *, everything: bool) -> str:
    words = counted(lines)
    if not words:
        return ""
    hidden = not everything and "as today" in words
    return f"{words}{' (--all shows them)' if hidden else ''}."


# ------------------------------------------------------------ what is judged of both


class _Both:
    """What `check` finds in both plans, and the figures of each as a whole."""

    def __init__(self, today: Viewing, what_if: Plan) -> None:
        self._viewing = today
        self._plans = (today.plan, what_if)

    @cached_property
    def _judged(self) -> tuple[list[Judged], list[Judged]]:
        before, after = (plan.verdict(plan.selection()).judged for plan in self._plans)
        return before, after

    @cached_property
    def causes(self) -> Causes:
        """The figures of the plan as a whole that change, and the findings that only one of both has."""
        from alignplan.linting.compared import new_and_solved

        before, after = (
            plan.picture(judged=judged) for plan, judged in zip(self._plans, self._judged, strict=True)
        )
        new, solved = new_and_solved(*self._judged, str)
        today, what_if = self._plans
        return Causes(
            figure_changes(before, after), self._reported(what_if, new), self._reported(today, solved)
        )

    def _reported(self, plan: Plan, judged: Sequence[Judged]) -> list[Reported]:
        from alignplan.linting.locate import Locator
        from alignplan.loading.files import text_of

        locator = Locator(lambda path: text_of(plan.source, path), self._viewing.shown)
        found = [locator.report(entry) for entry in judged]
        found.sort(
            key=lambda one: (one.severity.rank, one.spot.path, one.spot.line, one.spot.column, one.code)
        )
        return found


def _tell_new(viewing: Viewing, new: Sequence[Reported]) -> None:
    """On standard error: the first findings that `check` would tell, a line each."""
    from alignplan.diagnostics.report import CheckAnswer
    from alignplan.output.findings.concise import render
    from alignplan.output.ink import ink_for
    from alignplan.output.streams import say

    if viewing.settings.quiet or not new:
        return
    ink = ink_for(sys.stderr, os.environ, viewing.settings.color)
    answer = CheckAnswer(viewing.plan.as_of.isoformat(), "", tuple(new[:_MOST_TOLD]))
    *lines, _summary = render(answer, ink)
    more = [f"and {len(new) - _MOST_TOLD} more; -f json has them all"] if len(new) > _MOST_TOLD else []
    viewing.note("`alignplan check` would find, and does not find now:")
    say(f"  {line}" for line in (*lines, *more))
