"""Skills: the work that asks for each, beside what those who have it can do."""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.analysis.load.skills import SkillLoad
from alignplan.output.document import Align, Cell, Column, Row, Table, Tone
from alignplan.views.load.cells import days

__all__ = ["skill_table"]

_COLUMNS = (
    Column("skill", "skill"),
    Column("days asked", "demand_days", Align.RIGHT),
    Column("they have", "capacity_days", Align.RIGHT),
    Column("too few in", "over"),
    Column("who has it", "holders", shrink=True),
)


def skill_table(found: Sequence[SkillLoad]) -> Table:
    """A row for each skill, over all periods."""
    return Table(_COLUMNS, tuple(map(_row, found)), "Skills")


def _row(one: SkillLoad) -> Row:
    names = [period.period.name for period in one.periods if period.over]
    short = names[0] + (f" and {len(names) - 1} more" if len(names) > 1 else "") if names else ""
    holders = ", ".join(node.id for node in one.holders)
    return Row(
        (
            Cell(one.skill, tone=Tone.STRONG),
            days(one.demand),
            days(one.capacity),
            Cell(short, tone=Tone.BAD),
            Cell(holders or "nobody", holders, Tone.PLAIN if holders else Tone.BAD),
        )
    )
