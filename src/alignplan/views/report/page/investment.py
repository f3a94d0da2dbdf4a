"""Whether money and work go where the weights say."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.output.document import Block, Cell, Prose, Table, Tone
from alignplan.output.reports.interface import Fold, Part, Section
from alignplan.views.load import alignment_blocks, alignment_table, money_table, uncosted
from alignplan.views.report.interface import Seen

__all__ = ["ORDER", "section"]

ORDER = 80
_MOST = 150
"""Rows of the table of money; with more than these those of tactics are left out."""


def section(seen: Seen) -> Section | None:
    """Shares of weight, money and work, and the money; none where neither money nor work is stated."""
    found = seen.load
    stated = any(one.amounts[means] for one in found.alignment.investments for means in one.amounts)
    money = found.all_money
    has_money = any(getattr(money, name) for name in ("planned", "spent", "committed"))
    if not stated and not has_money:
        return None
    parts: list[Part] = []
    if stated and alignment_table(found).rows:
        parts += alignment_blocks(found)
    if has_money:
        parts.append(Fold("Money: planned, spent, spoken for, likely", (*_money(seen), *uncosted(found))))
    return Section(
        "investment",
        "Investment",
        "Where money and work go, beside what the plan says matters.",
        tuple(parts),
    )


def _money(seen: Seen) -> Iterator[Block]:
    table = money_table(seen.load)
    if len(table.rows) <= _MOST:
        yield table
        return
    rows = tuple(row for row in table.rows if row.cells[0].tone is Tone.STRONG)
    yield Table(table.columns, rows, table.title, table.tree)
    yield Prose(
        (Cell("Tactics are left out for want of room: `alignplan load --money` has them.", tone=Tone.MUTED),)
    )
