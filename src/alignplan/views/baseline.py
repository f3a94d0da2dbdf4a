"""The baseline: the findings that are known, each with what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from alignplan.diagnostics.baseline import Standing, State
from alignplan.output.document import Align, Cell, Column, Row, Table, Tone
from alignplan.output.readable import word

__all__ = ["SPARE", "answer", "summary", "table"]

SPARE = ("name", "message")
"""Columns that go first where there is no room."""

_COLUMNS = (
    Column("rule", "code"),
    Column("name", "name"),
    Column("item", "item"),
    Column("field", "field"),
    Column("message", "message", shrink=True),
    Column("times", "count", Align.RIGHT),
    Column("today", "state"),
)
_WORDS = {
    State.FOUND: ("found", Tone.PLAIN),
    State.SOLVED: ("solved", Tone.GOOD),
    State.NOT_JUDGED: ("not judged", Tone.MUTED),
}


def answer(path: str | None, listed: Sequence[Standing], new: int) -> Mapping[str, object]:
    """`baseline/1`."""
    return {
        "baseline": path,
        "entries": [_entry(one) for one in listed],
        "summary": {**_counts(listed), "new": new},
    }


def _entry(standing: Standing) -> dict[str, object]:
    identity = standing.identity
    return {
        "code": identity.code,
        "name": standing.name or None,
        "item": identity.item or None,
        "field": (identity.where or None) if identity.item else None,
        "route": None if identity.item else identity.where,
        "message": identity.words or None,
        "count": standing.count,
        "found": standing.found,
        "state": standing.state,
    }


def table(listed: Sequence[Standing]) -> Table:
    """One row an entry."""
    some = any(one.identity.words for one in listed)
    columns = _COLUMNS if some else tuple(column for column in _COLUMNS if column.key != "message")
    return Table(columns, tuple(_row(one, told=some) for one in listed))


def _row(standing: Standing, *, told: bool) -> Row:
    identity = standing.identity
    text, tone = _WORDS[standing.state]
    if standing.state is State.FOUND and standing.found < standing.count:
        text = f"found {standing.found}"
    message = (word(identity.words or None),) if told else ()
    return Row(
        (
            Cell(identity.code),
            word(standing.name or None),
            word(identity.item or None),
            word(identity.where or None),
            *message,
            Cell(str(standing.count), standing.count),
            Cell(text, standing.state, tone),
        )
    )


def summary(listed: Sequence[Standing], new: int) -> str:
    """`14 in the baseline: 12 found, 2 solved. 3 findings are not in it.`"""
    counts = _counts(listed)
    words = {"found": "found", "solved": "solved", "not_judged": "not judged"}
    parts = ", ".join(f"{counts[key]} {text}" for key, text in words.items() if counts[key])
    new_words = f" {new} {'finding is' if new == 1 else 'findings are'} not in it." if new else ""
    return f"{counts['known']} in the baseline{f': {parts}' if parts else ''}.{new_words}"


def _counts(listed: Sequence[Standing]) -> dict[str, int]:
    """How many findings it has, and what became of them."""
    total = sum(one.count for one in listed)
    found = sum(one.found for one in listed)
    doubtful = sum(one.count for one in listed if one.state is State.NOT_JUDGED)
    return {"known": total, "found": found, "solved": total - found - doubtful, "not_judged": doubtful}
