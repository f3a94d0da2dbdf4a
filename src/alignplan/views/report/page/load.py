"""Who has how much to do, and when."""

from __future__ import annotations

from dataclasses import replace

from alignplan.output.diagrams.charts import load_charts
from alignplan.output.document import Cell, Prose, Tone
from alignplan.output.pictures.load import LoadHeat, load_heat
from alignplan.output.reports.interface import Answer, Charts, Drawing, Fold, Part, Section
from alignplan.views.load import answer, idle, overbooked, skill_table, summary
from alignplan.views.pictures.load import drawn
from alignplan.views.report.interface import Seen

__all__ = ["ORDER", "section"]

ORDER = 70
_MOST = 30
"""Overbooked periods in the table."""
_MOST_ROWS = 30


def section(seen: Seen) -> Section | None:
    """A heat map, and who is overbooked; none where nobody has anything to do."""
    whole = drawn(seen.plan, seen.all, seen.load)
    if whole is None:
        return None
    found = _fitting(whole)

    def charts() -> Charts:
        return load_charts(found)

    parts: list[Part] = [Drawing("load", lambda: [load_heat(found)], charts)]
    table, amount = overbooked(seen.load.loads, _MOST)
    if table is not None:
        left = amount - _MOST
        more = [Prose((Cell(f"{left} more.", tone=Tone.MUTED),))] if left > 0 else []
        parts.append(Fold("Who is overbooked, when, and by what", (table, *more)))
    if seen.load.skills:
        parts.append(Fold("Skills", (skill_table(seen.load.skills),)))
    lines = idle(seen.load)
    if lines:
        parts.append(Prose(tuple(map(Cell, lines))))
    size = 900 * len(seen.load.loads) * len(seen.load.periods)
    answers = {"load": Answer(lambda: answer(seen.load), size)}
    return Section("load", "Load", summary(seen.load), tuple(parts), answers)


def _fitting(found: LoadHeat) -> LoadHeat:
    """No more rows than there is room for: those that are overbooked before the others, in their order."""
    if len(found.rows) <= _MOST_ROWS:
        return found
    over = [at for at, row in enumerate(found.rows) if any(spot.over for spot in row.spots)]
    rest = [at for at in range(len(found.rows)) if at not in set(over)]
    kept = sorted([*over, *rest][:_MOST_ROWS])
    left = len(found.rows) - len(kept)
    missing = (
        f"Not shown for want of room: {left} more rows, those that are overbooked last.",
        *found.missing,
    )
    return replace(found, rows=tuple(found.rows[at] for at in kept), missing=missing)
