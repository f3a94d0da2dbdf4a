"""Gaps: a row an objective, a column a question; what to close first."""

from __future__ import annotations

from collections.abc import Mapping

from alignplan.analysis.gaps import COLUMNS, ColumnGap, Gaps, ObjectiveGaps
from alignplan.output.document import Align, Block, Cell, Column, Prose, Row, Table, Tone
from alignplan.output.readable import UNKNOWN, percent

__all__ = ["SPARE", "answer", "blocks", "table"]

SPARE = ("scheduled", "owned")
"""Columns that go first where there is no room."""

_COLUMNS = (
    Column("objective", "objective"),
    *(Column(column.name, column.name, Align.RIGHT) for column in COLUMNS),
)
_CLOSING = 3
_ACCEPTED = "*"
"""Stands beside a requirement that is not met, but accepted."""
_WORDS = {
    "served": "no tactic serves `{}`",
    "measured": "nothing measures `{}`",
    "enough": "what is planned does not move `{}` far enough",
    "hedged": "`{}` is critical and has no contingency",
    "resourced": "`{}` has neither money nor people",
    "owned": "`{}` has no owner",
    "scheduled": "`{}` has no due date",
}


def answer(found: Gaps) -> Mapping[str, object]:
    """`gaps/1`."""
    return {
        "objectives": [_entry(objective) for objective in found.objectives],
        "orphans": found.orphans,
        "coverage": found.coverage,
    }


def _entry(objective: ObjectiveGaps) -> dict[str, object]:
    return {
        "id": objective.id,
        "title": objective.title,
        "depth": objective.depth,
        "tactics": objective.tactics,
        "sufficiency": objective.sufficiency,
        **objective.columns,
    }


def blocks(found: Gaps) -> list[Block]:
    """The table, and below it the coverage and what to close first."""
    return [table(found), Prose(tuple(_lines(found)))]


def table(found: Gaps) -> Table:
    """A row for each objective."""
    return Table(_COLUMNS, tuple(map(_row, found.objectives)), tree=True)


def _row(objective: ObjectiveGaps) -> Row:
    cells = [_cell(name, gap, objective) for name, gap in objective.columns.items()]
    return Row((Cell(objective.id, tone=Tone.STRONG), *cells), objective.depth)


def _cell(name: str, gap: ColumnGap, objective: ObjectiveGaps) -> Cell:
    if name == "served":
        sign = _sign(gap)
        text = f"{objective.tactics} {sign}" if sign != UNKNOWN else str(objective.tactics)
        return Cell(text, objective.tactics, _tone(gap))
    if name == "enough":
        shown = percent(objective.sufficiency, _tone(gap))
        return Cell(f"{shown.text}{_ACCEPTED if gap.waived else ''}", shown.value, shown.tone)
    if gap.required > 1 and gap.met < gap.required:
        return Cell(
            f"{gap.met} of {gap.required}{_ACCEPTED if gap.waived else ''}",
            f"{gap.met}/{gap.required}",
            _tone(gap),
        )
    return Cell(_sign(gap), f"{gap.met}/{gap.required}" if gap.required else None, _tone(gap))


def _sign(gap: ColumnGap) -> str:
    if not gap.required:
        return UNKNOWN
    return "✔" if gap.met == gap.required else _ACCEPTED if not gap.missing else "✘"


def _tone(gap: ColumnGap) -> Tone:
    if not gap.required:
        return Tone.MUTED
    if gap.met == gap.required:
        return Tone.GOOD
    return Tone.BAD if gap.missing and not gap.met else Tone.WARN


def _lines(found: Gaps) -> list[Cell]:
    coverage = found.coverage
    waived = f", {coverage.waived} waived ({_ACCEPTED})" if coverage.waived else ""
    lines = [Cell("Coverage n/a: nothing is required.")]
    if coverage.percent is not None:
        share = percent(coverage.percent).text
        lines = [
            Cell(
                f"Coverage {share} ({coverage.met} of {coverage.required} required{waived}).",
                tone=Tone.STRONG,
            )
        ]
    if found.orphans:
        lines.append(Cell(f"Tactics that serve no objective: {', '.join(found.orphans)}.", tone=Tone.BAD))
    if found.closing:
        first = [_WORDS[column].format(item) for column, item in found.closing[:_CLOSING]]
        rest = len(found.closing) - len(first)
        lines.append(Cell("To close first:" if rest else "To close:"))
        lines += [Cell(f"  {words}") for words in first]
        lines += [Cell(f"  … and {rest} more: `alignplan gaps -f json` lists them")] if rest else []
    return lines
