"""What changed since a month ago, from git: how the figures moved, and what was edited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignplan.analysis.changes.comparison import Comparison
from alignplan.analysis.figure_words import said_both
from alignplan.analysis.figures.interface import figures, trend
from alignplan.output.document import Align, Cell, Column, Facts, Row, Table, Tone
from alignplan.output.reports.interface import Answer, Fold, Part, Section
from alignplan.views.diff import answer, blocks, summary
from alignplan.views.report.interface import Before, Seen

__all__ = ["ORDER", "section"]

ORDER = 5
_MOST = 12
_TONES = {1: Tone.GOOD, 0: Tone.PLAIN, -1: Tone.BAD}
_WORDS = {1: "better", 0: "", -1: "worse"}


def section(seen: Seen) -> Section | None:
    """The figures of then and now, and what `diff` says; none without git, and where nothing changed."""
    found, before = seen.beside.comparison, seen.beside.before
    if found is None or before is None:
        return None
    parts: list[Part] = []
    table = _figures(seen, before)
    if table.rows:
        parts.append(table)
    if found.effects:
        parts.append(_effects(found))
    parts += _edits(found)
    if not parts:
        return None
    lead = f"Since {before.day}, as the plan was in {before.commit}. {summary(found)}"
    size = 300 * len(found.effects) + 500 * len(found.changes.meant) + 900 * len(found.found + found.solved)
    answers = {"diff": Answer(lambda: answer(found, full=False), size)}
    return Section("changes", "What changed in a month", lead, tuple(parts), answers)


def _figures(seen: Seen, before: Before) -> Table:
    """Each judged on its own day; what stayed as it was is left out."""
    columns = (
        Column("the plan", "meaning"),
        Column(before.day.isoformat(), "from", Align.RIGHT),
        Column(seen.plan.today.isoformat(), "to", Align.RIGHT),
        Column("", "trend"),
    )
    return Table(columns, tuple(_rows(seen, before)), "The plan as a whole")


def _rows(seen: Seen, before: Before) -> Iterator[Row]:
    for name, new in seen.figures.items():
        old, figure = before.figures.get(name), figures()[name]
        if old == new:
            continue
        then, now = said_both(figure, old, new)
        way = trend(figure, old, new)
        tone = _TONES[way]
        yield Row((Cell(figure.meaning), Cell(then), Cell(now, tone=tone), Cell(_WORDS[way], tone=tone)))


def _effects(found: Comparison) -> Facts:
    """What the edits made of the items, all of it judged today."""
    pairs: Sequence[tuple[str, Cell]] = [
        (one.node.id, Cell(one.text, tone=_TONES[one.trend])) for one in found.effects[:_MOST]
    ]
    left = len(found.effects) - _MOST
    more = [("…", Cell(f"and {left} more", tone=Tone.MUTED))] if left > 0 else []
    return Facts((*pairs, *more), "What the edits did")


def _edits(found: Comparison) -> Iterator[Part]:
    """What was edited; behind a fold where it is much."""
    for block in blocks(found, full=True):
        if isinstance(block, Facts) and block.title == "What changed":
            shown = Facts(block.pairs, "" if len(block.pairs) > _MOST else "What was edited")
            yield (
                Fold(f"All that was edited ({len(found.changes.meant)})", (shown,))
                if not shown.title
                else shown
            )
