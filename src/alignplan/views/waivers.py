"""Accepted exceptions: what is waived, why, since when, until when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from alignplan.diagnostics.report import Spot
from alignplan.output.document import Align, Cell, Column, Row, Table, Tone
from alignplan.output.readable import UNKNOWN, day, word
from alignplan.records import record

__all__ = ["SPARE", "Ignored", "Listed", "answer", "summary", "table"]

SPARE = ("age_days", "until", "place")
"""Columns that go first where there is no room."""
_SOON = 30
"""Days before its end from which a waiver is shown as ending soon."""
_COLUMNS = (
    Column("left", "days_left", Align.RIGHT),
    Column("until", "until"),
    Column("rules", "rules"),
    Column("item", "item"),
    Column("reason", "reason", shrink=True),
    Column("age", "age_days", Align.RIGHT),
    Column("waives", "findings", Align.RIGHT),
    Column("place", "place"),
)


class Waived(Protocol):
    """A waiver as it is shown."""

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules as they are written."""

    @property
    def item(self) -> str:
        """The item that it stands at; empty where it stands at none."""

    @property
    def field(self) -> str:
        """The field of it; empty where it stands at the item itself."""

    @property
    def reason(self) -> str:
        """Why."""

    @property
    def until(self) -> date | None:
        """Its last day."""

    @property
    def ended(self) -> bool:
        """Whether that has passed."""

    @property
    def findings(self) -> int:
        """How many findings it waives, or waived."""


@record
class Listed:
    """A waiver with its place; `since` is the day on which it came into the plan, none where that is not known."""

    waived: Waived
    spot: Spot
    since: date | None
    today: date

    @property
    def age(self) -> int | None:
        """Days since then."""
        return None if self.since is None else max((self.today - self.since).days, 0)

    @property
    def left(self) -> int | None:
        """Days to its last day: 0 on that day, less after it; none where it has no end."""
        return None if self.waived.until is None else (self.waived.until - self.today).days


@record
class Ignored:
    """Rules that the settings ignore, in files that a glob names (empty: everywhere)."""

    rules: tuple[str, ...]
    files: str = ""


def answer(listed: Sequence[Listed], ignored: Sequence[Ignored]) -> Mapping[str, object]:
    """`waivers/1`."""
    return {
        "waivers": [_entry(one) for one in listed],
        "ignored": [{"rules": list(one.rules), "files": one.files or None} for one in ignored],
    }


def _entry(one: Listed) -> dict[str, object]:
    waived = one.waived
    return {
        "rules": list(waived.rules),
        "item": waived.item or None,
        "field": waived.field or None,
        "reason": waived.reason,
        "since": one.since,
        "age_days": one.age,
        "until": waived.until,
        "days_left": one.left,
        "expired": waived.ended,
        "findings": waived.findings,
        "path": one.spot.path,
        "line": one.spot.line,
    }


def table(listed: Sequence[Listed]) -> Table:
    """One row a waiver."""
    return Table(_COLUMNS, tuple(_row(one) for one in listed))


def _row(one: Listed) -> Row:
    waived = one.waived
    return Row(
        (
            _left(one),
            day(waived.until),
            Cell(", ".join(waived.rules), tone=Tone.STRONG),
            word(waived.item or None),
            Cell(waived.reason),
            Cell(UNKNOWN, None, Tone.MUTED) if one.age is None else Cell(f"{one.age} d", one.age),
            Cell(str(waived.findings), waived.findings, Tone.PLAIN if waived.findings else Tone.MUTED),
            Cell(f"{one.spot.path}:{one.spot.line}", tone=Tone.MUTED),
        )
    )


def _left(one: Listed) -> Cell:
    if one.left is None:
        return Cell("no end", None, Tone.MUTED)
    if one.waived.ended:
        return Cell("expired", one.left, Tone.BAD)
    return Cell(
        f"{one.left} d" if one.left else "today", one.left, Tone.WARN if one.left <= _SOON else Tone.PLAIN
    )


def summary(listed: Sequence[Listed], ignored: Sequence[Ignored]) -> str:
    """How many there are and what ends next; what the settings ignore besides."""
    ended = sum(one.waived.ended for one in listed)
    lefts = [one.left for one in listed if one.left is not None and not one.waived.ended]
    told = [_counted(len(listed), "waiver")]
    told += [f"{ended} expired: `alignplan check` finds again what {'it' if ended == 1 else 'they'} waived"]
    told = told if ended else told[:1]
    if lefts:
        told.append(f"the next ends {'in ' + _counted(min(lefts), 'day') if min(lefts) else 'today'}")
    words = f"{'; '.join(told)}." if listed else "Nothing is waived."
    return f"{words} {_besides(ignored)}".strip()


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _besides(ignored: Sequence[Ignored]) -> str:
    if not ignored:
        return ""
    said = [f"{', '.join(one.rules)}{f' in {one.files}' if one.files else ''}" for one in ignored]
    return f"The settings ignore {'; '.join(said)}."
