"""Alignment: what each objective weighs beside its part of money and work, and what serves nothing."""

from __future__ import annotations

from collections.abc import Sequence

from alignplan.analysis.investment import Investment, Means, misinvested
from alignplan.analysis.load.picture import Picture
from alignplan.analysis.wording import money_text
from alignplan.output.document import Align, Block, Cell, Column, Prose, Row, Table, Tone
from alignplan.output.figures import whole_percent
from alignplan.output.readable import UNKNOWN, percent
from alignplan.views.load.cells import days

__all__ = ["alignment_blocks", "alignment_table"]

_COLUMNS = (
    Column("objective", "objective"),
    Column("of", "of"),
    Column("weight", "weight", Align.RIGHT),
    Column("money", "money_share", Align.RIGHT),
    Column("±", "money_apart", Align.RIGHT),
    Column("work", "effort_share", Align.RIGHT),
    Column("±", "effort_apart", Align.RIGHT),
    Column("", "misinvested"),
)


def alignment_table(found: Picture) -> Table:
    """A row for each chosen objective beside its siblings."""
    shown = [one for one in found.alignment.investments if one.objective in found.chosen]
    return Table(_COLUMNS, tuple(_row(found, one) for one in shown))


def alignment_blocks(found: Picture) -> Sequence[Block]:
    """The table, what it means, and the work and money that lead to no objective."""
    table = alignment_table(found)
    if not table.rows:
        return (Prose(tuple(_nothing(found))),)
    note = (
        "Each beside its siblings: parts of the planned money and of all stated work, done or not; "
        "±: points above or below its weight."
    )
    return (table, Prose((Cell(note, tone=Tone.MUTED), *_nothing(found))))


def _row(found: Picture, one: Investment) -> Row:
    off = [means for means in Means if misinvested(one, means, found.plan)]
    return Row(
        (
            Cell(one.objective.id, tone=Tone.STRONG),
            Cell(one.above),
            percent(one.group_share),
            percent(one.share(Means.MONEY)),
            _apart(one.apart(Means.MONEY), Means.MONEY in off),
            percent(one.share(Means.EFFORT)),
            _apart(one.apart(Means.EFFORT), Means.EFFORT in off),
            Cell("A109" if off else "", bool(off), Tone.BAD),
        )
    )


def _apart(points: float | None, off: bool) -> Cell:
    if points is None:
        return Cell(UNKNOWN, None, Tone.MUTED)
    text = f"{whole_percent(points):+d}" if round(points, 6) else "0"
    return Cell(text.replace("-", "−"), points, Tone.BAD if off else Tone.PLAIN)


def _nothing(found: Picture) -> list[Cell]:
    """What serves nothing, in words."""
    aligned = found.alignment
    if not (aligned.days or aligned.money):
        return [Cell("Nothing says how much work or money goes where.")]
    if not aligned.unaligned:
        return [Cell("All stated work and money leads to an objective.")]
    work, money = (sum(getattr(one, name) for one in aligned.unaligned) for name in ("days", "money"))
    parts: list[str] = []
    if work:
        parts.append(f"{days(work).text} of {days(aligned.days).text} days of work")
    if money:
        currency = found.plan.graph.plan.model.currency
        parts.append(f"{money_text(money, None)} of {money_text(aligned.money, currency)}")
    names = ", ".join(one.tactic.id for one in aligned.unaligned)
    verb = "serve" if work or len(parts) > 1 else "serves"
    return [Cell(f"{' and '.join(parts)} {verb} nothing (R505): {names}.", tone=Tone.BAD)]
