"""Gaps: what each objective needs, what of it is there, and who or what lacks something."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.gaps import ColumnGap
from alignplan.output.tone import Tone
from alignplan.output.workbooks.sheet import Sheet, State
from alignplan.views.report.interface import Seen
from alignplan.views.report.sheets.interface import Entry, sheet_of

__all__ = ["ORDER", "sheet"]

ORDER = 60


def sheet(seen: Seen) -> Sheet | None:
    """A row for each objective, a column for each question; how far it is moved in percent of what it needs."""
    found = seen.beside.gaps.objectives
    names = list(found[0].columns) if found else []
    return sheet_of("Gaps", _entries(seen), ("id", "title", "tactics", *names, "missing"))


def _entries(seen: Seen) -> Iterator[Entry]:
    for one in seen.beside.gaps.objectives:
        lacking = [f"{name}: {', '.join(gap.missing)}" for name, gap in one.columns.items() if gap.missing]
        states = {name: _state(gap) for name, gap in one.columns.items()}
        yield {
            "id": one.id, "title": one.title, "depth": one.depth, "tactics": one.tactics,
            **states, "enough": one.sufficiency, "missing": "\n".join(lacking),
        }  # fmt: skip


def _state(gap: ColumnGap) -> State | None:
    """Nothing where nothing is required."""
    if not gap.required:
        return None
    if gap.met == gap.required:
        return State("met", Tone.GOOD)
    if gap.met + gap.waived >= gap.required:
        return State("accepted", Tone.MUTED)
    return State(f"{gap.met} of {gap.required}", Tone.BAD)
