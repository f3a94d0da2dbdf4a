"""History: how the figures moved, a row a version; each figure as a line of bars; and due dates that slipped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from alignplan.analysis.chronicle import Chronicle, Every, Point, Slip, Track, slips
from alignplan.analysis.figure_words import said
from alignplan.analysis.figures.interface import Figure, Value, figures, trend
from alignplan.output.document import Align, Block, Cell, Column, Prose, Row, Table, Tone
from alignplan.output.readable import UNKNOWN
from alignplan.output.sparkline import sparkline

__all__ = ["SPARE", "answer", "blocks", "sheet", "slip_blocks", "slip_sheet", "summary"]

SPARE = ("subject", "planned", "attainment", "warnings", "kpis-on-track", "commit")
"""Columns that go first where there is no room."""
_SHORT = 8
_BARS = 24
_TITLES = {
    "coverage": "covered",
    "progress": "done",
    "attainment": "attained",
    "kpis-on-track": "KPIs on track",
}
_TONES = {1: Tone.GOOD, 0: Tone.PLAIN, -1: Tone.BAD}


# ------------------------------------------------------------ for machines


def answer(found: Chronicle, pace: Every, *, slip: bool) -> Mapping[str, object]:
    """`history/1`."""
    return {
        "every": pace,
        "points": [_point(point, found.figures) for point in found.points],
        "items": [
            {"id": track.id, "kind": track.kind, "title": track.title, "values": track.values}
            for track in found.tracks
        ],
        "slips": [_slip(one) for one in slips(found)] if slip else [],
    }


def _point(point: Point, names: Sequence[str]) -> dict[str, object]:
    return {
        "day": point.day,
        "commit": point.commit,
        "subject": point.subject,
        "added": point.added,
        "dropped": point.dropped,
        "figures": {name: point.figures.get(name) for name in names},
    }


def _slip(slip: Slip) -> dict[str, object]:
    track = slip.track
    moves = [
        {"day": move.at.day, "commit": move.at.commit, "from": move.old, "to": move.new}
        for move in slip.moves
    ]
    return {"id": track.id, "kind": track.kind, "title": track.title, "first": slip.first, "last": slip.last,
            "days": slip.days, "moves": moves}  # fmt: skip


def sheet(found: Chronicle) -> list[Block]:
    """A row a version, or of items a row for each item and version."""
    if found.of_items:
        columns = tuple(Column(name, name) for name in ("day", "commit", "id", "kind", "value"))
        rows = [
            Row(
                (
                    Cell(point.day.isoformat()),
                    Cell(point.commit),
                    Cell(track.id),
                    Cell(track.kind),
                    _exact(value),
                )
            )
            for track in found.tracks
            for point, value in zip(found.points, track.values, strict=True)
        ]
        return [Table(columns, tuple(rows))]
    names = ("day", "commit", "subject", "added", "dropped", *found.figures)
    rows = [
        Row(
            (
                Cell(point.day.isoformat()),
                Cell(point.commit),
                Cell(point.subject),
                _exact(point.added),
                _exact(point.dropped),
                *(_exact(point.figures.get(name)) for name in found.figures),
            )
        )
        for point in found.points
    ]
    return [Table(tuple(Column(name, name) for name in names), tuple(rows))]


def _exact(value: Value) -> Cell:
    if isinstance(value, (int, float)) or value is None:
        return Cell("", value)
    return Cell(value.isoformat() if isinstance(value, date) else value)


def slip_sheet(moved: Sequence[Slip]) -> list[Block]:
    """A row for each time a due date was changed."""
    names = ("id", "kind", "day", "commit", "from", "to", "days")
    rows = [
        Row((
            Cell(slip.track.id), Cell(slip.track.kind), Cell(move.at.day.isoformat()), Cell(move.at.commit),
            Cell(move.old.isoformat()), Cell(move.new.isoformat()), _exact((move.new - move.old).days),
        ))
        for slip in moved
        for move in slip.moves
    ]  # fmt: skip
    return [Table(tuple(Column(name, name) for name in names), tuple(rows))]


# ------------------------------------------------------------ for people


def summary(found: Chronicle, pace: Every) -> str:
    """How many versions are shown, and of which."""
    number = len(found.points)
    words = "1 version" if number == 1 else f"{number} versions"
    return (
        f"{words}{'' if pace is Every.COMMIT else f', the last of each {pace}'}; each is judged on its day."
    )


def blocks(found: Chronicle) -> list[Block]:
    """The figures as lines of bars, then a row a version; of items a row each."""
    if found.of_items:
        return [_items(found)]
    return [Table(_LINE, tuple(_line(figures()[name], found) for name in found.figures)), _versions(found)]


_LINE = (
    Column("figure", "figure"),
    Column("first", "first", Align.RIGHT),
    Column("last", "last", Align.RIGHT),
    Column("trend", "trend"),
)


def _line(figure: Figure, found: Chronicle) -> Row:
    values = [point.figures.get(figure.name) for point in found.points]
    return Row((Cell(figure.name, tone=Tone.STRONG), *_ends(figure, values)))


def _ends(figure: Figure, values: Sequence[Value]) -> tuple[Cell, Cell, Cell]:
    """The first and the last known value, the latter in the tone of where it went, and the way between."""
    known = [value for value in values if value is not None]
    first, last = (known[0], known[-1]) if known else (None, None)
    tone = _TONES[trend(figure, first, last)]
    return _cell(figure, first), _cell(figure, last, tone), Cell(_bars(figure, values))


def _bars(figure: Figure, values: Sequence[Value]) -> str:
    numbers = [number for value in values if (number := _number(figure, value)) is not None]
    return sparkline(numbers, _BARS)


def _number(figure: Figure, value: Value) -> float | None:
    if isinstance(value, date):
        return float(value.toordinal())
    return (figure.grades or {}).get(value) if isinstance(value, str) else value


def _cell(figure: Figure, value: Value, tone: Tone = Tone.PLAIN) -> Cell:
    text = said(figure, value)
    return Cell(text, None if value is None else text, Tone.MUTED if value is None else tone)


def _versions(found: Chronicle) -> Table:
    known = figures()
    names = found.figures
    scope = any(point.added is not None for point in found.points)
    columns = (
        Column("day", "day"),
        Column("commit", "commit"),
        *(Column(_TITLES.get(name, name), name, Align.RIGHT) for name in names),
        *((Column("scope", "scope", Align.RIGHT),) if scope else ()),
        Column("subject", "subject", shrink=True),
    )
    rows = [
        Row(
            (
                Cell(point.day.isoformat(), tone=Tone.STRONG),
                Cell(point.commit[:_SHORT], tone=Tone.MUTED),
                *(_cell(known[name], point.figures.get(name)) for name in names),
                *((_scope(point),) if scope else ()),
                Cell(point.subject, tone=Tone.MUTED),
            )
        )
        for point in found.points
    ]
    return Table(columns, tuple(rows))


def _scope(point: Point) -> Cell:
    """Items that came and went since the point before."""
    if point.added is None or point.dropped is None:
        return Cell(UNKNOWN, tone=Tone.MUTED)
    parts = [f"+{point.added}"] * bool(point.added) + [f"−{point.dropped}"] * bool(point.dropped)
    return Cell(" ".join(parts))


_ITEM = (Column("item", "id"), *_LINE[1:], Column("title", "title", shrink=True))


def _items(found: Chronicle) -> Table:
    figure = figures()[found.figures[0]]
    return Table(_ITEM, tuple(_item(figure, track) for track in found.tracks))


def _item(figure: Figure, track: Track) -> Row:
    return Row(
        (Cell(track.id, tone=Tone.STRONG), *_ends(figure, track.values), Cell(track.title, tone=Tone.MUTED))
    )


def slip_blocks(moved: Sequence[Slip]) -> list[Block]:
    """A row for each item whose due date moved, with the days it went, and the bars of where it stood."""
    if not moved:
        return [Prose((Cell("No due date moved."),))]
    columns = (
        Column("item", "id"),
        Column("first due", "first"),
        Column("due now", "last"),
        Column("slipped", "days", Align.RIGHT),
        Column("moves", "moves", Align.RIGHT),
        Column("trend", "trend"),
        Column("title", "title", shrink=True),
    )
    return [Table(columns, tuple(_slip_rows(moved)))]


def _slip_rows(moved: Sequence[Slip]) -> Iterator[Row]:
    due = figures()["due"]
    for slip in moved:
        yield Row(
            (
                Cell(slip.track.id, tone=Tone.STRONG),
                Cell(slip.first.isoformat()),
                Cell(slip.last.isoformat()),
                Cell(
                    f"{slip.days:+d} d".replace("-", "−"), slip.days, Tone.BAD if slip.days > 0 else Tone.GOOD
                ),
                Cell(str(len(slip.moves)), len(slip.moves)),
                Cell(_bars(due, slip.track.values)),
                Cell(slip.track.title, tone=Tone.MUTED),
            )
        )
