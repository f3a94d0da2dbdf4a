"""The heat map: impact by probability, in each field the level of exposure and the risks that lie there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from alignplan.analysis.assessment import Assessment
from alignplan.analysis.exposure import Field, heat_map
from alignplan.analysis.register import Register
from alignplan.analysis.wording import money_text
from alignplan.output.document import Block, Cell, Column, Prose, Row, Table, Tone
from alignplan.views.risks.signs import LEVELS

__all__ = ["heat"]

_MOST_IDS = 6


def heat(found: Register, plan: Assessment, *, ids: bool) -> list[Block]:
    """Impact by probability: in each field the level of exposure, how many risks, and with `ids` which."""
    fields = heat_map(found.risks)
    if not any(field.risks for field in fields):
        return []
    chances = list(dict.fromkeys(field.probability for field in fields))
    columns = [Column("impact", "impact"), *(Column(_chance(one, plan), str(one)) for one in chances)]
    rows: list[Row] = []
    for at in range(0, len(fields), len(chances)):
        rows += _heat_rows(fields[at : at + len(chances)], ids)
    return [Table(tuple(columns), tuple(rows), "Heat map: impact by probability"), *_borders(found, plan)]


def _heat_rows(fields: Sequence[Field], ids: bool) -> Iterator[Row]:
    yield Row((Cell(fields[0].impact or "unknown", tone=Tone.STRONG), *map(_field, fields)))
    listed = [_listed(field) if ids else [] for field in fields]
    for at in range(max(map(len, listed))):
        yield Row((Cell(""), *(Cell(names[at] if at < len(names) else "") for names in listed)))


def _field(field: Field) -> Cell:
    count = len(field.risks)
    if field.exposure is None:
        return Cell(f"unknown: {count}" if count else "", count, Tone.MUTED)
    text, tone = LEVELS[field.exposure]
    return Cell(f"{text}: {count}", count, tone) if count else Cell(f"({field.exposure})", 0, Tone.MUTED)


def _listed(field: Field) -> list[str]:
    names = [one.node.id for one in field.risks]
    return (
        names
        if len(names) <= _MOST_IDS
        else [*names[: _MOST_IDS - 1], f"… {len(names) - _MOST_IDS + 1} more"]
    )


def _chance(level: str | None, plan: Assessment) -> str:
    medium, high = plan.risk_borders["high"], plan.risk_borders["medium"]
    return {
        None: "unknown",
        "low": f"under {medium:g} %",
        "medium": f"from {medium:g} %",
        "high": f"from {high:g} %",
    }[level]


def _borders(found: Register, plan: Assessment) -> list[Block]:
    """From where on an amount of money is a medium and a high impact."""
    if not any(one.is_open and isinstance(one.node.model.impact, (int, float)) for one in found.risks):
        return []
    budget, currency = plan.risks.budget, plan.graph.plan.model.currency
    medium, high = (
        money_text(budget * plan.risk_borders[f"{level}-cost"] / 100, currency)
        for level in ("medium", "high")
    )
    words = f"An amount of money is a medium impact from {medium} on, a high one from {high}."
    if budget <= 0:
        words = "An amount of money has no level: no budget is planned that it could be compared with."
    return [Prose((Cell(words, tone=Tone.MUTED),))]
