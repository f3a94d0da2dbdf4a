"""What it costs."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.load.money import Money
from alignplan.analysis.wording import money_text
from alignplan.model.kinds import Kind
from alignplan.output.document import Align, Cell, Column, Row, Table, Tone
from alignplan.output.readable import UNKNOWN
from alignplan.output.reports.interface import Answer, Section
from alignplan.views.load import answer
from alignplan.views.report.interface import Seen

__all__ = ["ORDER", "section"]

ORDER = 60
_AMOUNTS = ("planned", "spent", "forecast")
_COLUMNS = (
    Column("objective or tactic", "title"),
    Column("planned", "planned", Align.RIGHT),
    Column("spent", "spent", Align.RIGHT),
    Column("likely in all", "forecast", Align.RIGHT),
)


def section(seen: Seen) -> Section | None:
    """None where the plan states no money."""
    found = seen.load
    whole = found.all_money
    if whole.planned is None and whole.spent is None:
        return None
    rows = [
        Row(
            (
                Cell(row.title, tone=Tone.STRONG if row.kind == Kind.OBJECTIVE else Tone.PLAIN),
                *_amounts(found.money[row.id]),
            ),
            row.depth,
        )
        for row in found.rows
        if row.kind == Kind.OBJECTIVE or found.money[row.id].planned is not None
    ]
    total = Row((Cell("The plan", tone=Tone.STRONG), *_amounts(whole)))
    currency = seen.plan.graph.plan.model.currency
    lead = "" if whole.planned is None else f"All in all {money_text(whole.planned, currency)} are planned."
    answers = {"load": Answer(lambda: answer(found), 900 * len(found.loads) * len(found.periods))}
    return Section("budget", "Budget", lead, (Table(_COLUMNS, (*rows, total), tree=True),), answers)


def _amounts(money: Money) -> Iterator[Cell]:
    for name in _AMOUNTS:
        value = getattr(money, name)
        yield Cell(UNKNOWN, None, Tone.MUTED) if value is None else Cell(f"{value:,.0f}", value)
