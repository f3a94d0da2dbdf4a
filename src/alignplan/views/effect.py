"""Execution × effect: a picture of four fields, and a table of every tactic with the KPIs that it moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from alignplan.analysis.effects import Effect, Place
from alignplan.analysis.wording import change_text
from alignplan.model.words import Status
from alignplan.output.document import Align, Cell, Column, Facts, Prose, Row, Table, Tone
from alignplan.output.measure import width
from alignplan.output.readable import UNKNOWN, percent, state

__all__ = ["SPARE", "answer", "fields", "picture", "sheet", "summary", "table"]

SPARE = ("reason", "delivered", "seen")
"""Columns that go first where there is little room."""

_COLUMNS = (
    Column("tactic, and what it moves", "id"),
    Column("place", "place"),
    Column("by now", "delivered", Align.RIGHT),
    Column("seen", "seen", Align.RIGHT),
    Column("effect", "ratio", Align.RIGHT),
    Column("why", "reason"),
)
_SIDES = ("behind with the work", "done, or as planned")
_ROWS = (
    ("it moves", (Place.LUCKY, Place.WORKING)),
    ("it does not", (Place.STUCK, Place.NOT_WORKING)),
)
_HEAD = max(len(name) for name, _ in _ROWS) + 2
_ROOM = 30
"""Cells for a field of the picture at least, where the terminal has them."""


def answer(found: Sequence[Effect]) -> Mapping[str, object]:
    """`effect/1`: each tactic with each KPI that it moves, in the order of the plan."""
    return {"effects": [_entry(effect) for effect in found]}


def _id(effect: Effect) -> str:
    """What a tactic and a KPI together are known by."""
    return f"{effect.share.tactic.id}>{effect.moves.kpi.id}"


def _entry(effect: Effect) -> dict[str, object]:
    share, moves = effect.share, effect.moves
    actual = moves.kpi.actual
    return {
        "id": _id(effect),
        "tactic": share.tactic.id,
        "title": share.tactic.title,
        "kpi": moves.kpi.id,
        "unit": moves.kpi.unit,
        "place": effect.place,
        "reason": effect.reason,
        "status": share.status,
        "progress": share.progress,
        "planned": effect.planned,
        "executed": effect.executed,
        "by": share.by,
        "lag": None if share.lag is None else str(share.lag),
        "began": share.began,
        "first": moves.first.tactic.id if moves.first is not None else None,
        "first_began": moves.first.began if moves.first is not None else None,
        "before": moves.before,
        "actual": actual.value if actual is not None else None,
        "date": actual.day if actual is not None else None,
        "delivered": moves.delivered,
        "seen": moves.seen,
        "ratio": effect.ratio,
    }


def summary(found: Sequence[Effect]) -> str:
    """How many are in each place."""
    places = [effect.place for effect in found]
    counted = [f"{places.count(place)} {_words(place)}" for place in Place if place in places]
    return f"{', '.join(counted)}." if counted else ""


def _words(place: Place) -> str:
    """`executed, not working`."""
    return state(place.value).text.partition(" ")[2]


# ------------------------------------------------------------ the picture


def picture(found: Sequence[Effect], room: int | None) -> Prose:
    """Four fields: across how well the work goes, up whether the KPI moves; below what is too early to tell."""
    ids = {place: _ids(found, place) for place in Place}
    longest = max(
        (width(id) for place, listed in ids.items() if place in _PLACED for id in listed), default=0
    )
    wide = max(longest, _ROOM if room is None else (room - _HEAD - 5) // 2, *map(len, _SIDES))
    rule = f"{' ' * _HEAD}{'─' * (wide + 1)}┼{'─' * (wide + 1)}"
    lines = [_line("", _SIDES[0], _SIDES[1], wide, Tone.STRONG)]
    for name, places in _ROWS:
        lines.append(Cell(rule, tone=Tone.MUTED))
        lines += _field_row(name, [_field(place, ids[place], wide) for place in places], wide)
    early = ids[Place.TOO_EARLY]
    if early:
        lines += [Cell(""), Cell(f"{state(Place.TOO_EARLY.value).text}: {', '.join(early)}", tone=Tone.MUTED)]
    return Prose(tuple(lines))


_PLACED = tuple(place for _, places in _ROWS for place in places)


def _ids(found: Sequence[Effect], place: Place) -> list[str]:
    """The tactics in a field, each once; with the number of its KPIs there, where it has several."""
    tactics = [effect.share.tactic.id for effect in found if effect.place is place]
    return [f"{id} ×{tactics.count(id)}" if tactics.count(id) > 1 else id for id in dict.fromkeys(tactics)]


def _field(place: Place, ids: Sequence[str], wide: int) -> list[str]:
    """Its name, and below it the tactics."""
    return [state(place.value).text, *(_wrapped(ids, wide) or [UNKNOWN])]


def _wrapped(ids: Sequence[str], wide: int) -> list[str]:
    """Ids with commas between them in lines of so many cells; none is broken."""
    lines: list[str] = []
    for at, id in enumerate(ids):
        text = id + ("," if at + 1 < len(ids) else "")
        if lines and width(lines[-1]) + 1 + width(text) <= wide:
            lines[-1] += f" {text}"
        else:
            lines.append(text)
    return lines


def _field_row(name: str, fields: Sequence[Sequence[str]], wide: int) -> Iterator[Cell]:
    for at in range(max(map(len, fields))):
        left, right = (field[at] if at < len(field) else "" for field in fields)
        yield _line("" if at else name, left, right, wide, Tone.PLAIN if at else Tone.STRONG)


def _line(name: str, left: str, right: str, wide: int, tone: Tone) -> Cell:
    return Cell(f"{name:{_HEAD}}{left}{' ' * (wide - width(left))} │ {right}".rstrip(), tone=tone)


def fields(found: Sequence[Effect]) -> Facts:
    """The same as a list, where nothing can be drawn."""
    pairs = ((state(place.value).text, ", ".join(_ids(found, place)) or UNKNOWN) for place in Place)
    return Facts(tuple((name, Cell(listed)) for name, listed in pairs))


# ------------------------------------------------------------ the table


def table(found: Sequence[Effect]) -> Table:
    """A row for each tactic, below it one for each KPI that it moves."""
    rows: list[Row] = []
    for _, group in groupby(found, key=lambda effect: effect.share.tactic):
        effects = list(group)
        rows += [_tactic_row(effects[0]), *map(_kpi_row, effects)]
    return Table(_COLUMNS, tuple(rows), tree=True)


def _tactic_row(effect: Effect) -> Row:
    share = effect.share
    done, planned = percent(share.progress).text, percent(effect.planned).text
    work = "done" if share.status is Status.DONE else f"{done} done, {planned} planned"
    cells = {"id": Cell(share.tactic.id, tone=Tone.STRONG), "place": Cell(work, share.progress, Tone.MUTED)}
    return Row(tuple(cells.get(column.key, Cell("")) for column in _COLUMNS))


def _kpi_row(effect: Effect) -> Row:
    moves = effect.moves
    early = effect.place is Place.TOO_EARLY
    cells = {
        "id": Cell(moves.kpi.id, _id(effect)),
        "place": state(effect.place.value),
        "delivered": _change(moves.delivered),
        "seen": _change(moves.seen),
        "ratio": percent(None if early else effect.ratio),
        "reason": Cell(effect.reason if early else "", tone=Tone.MUTED),
    }
    return Row(tuple(cells.get(column.key, Cell("")) for column in _COLUMNS), 1)


def _change(value: float | None) -> Cell:
    return Cell(UNKNOWN, None, Tone.MUTED) if value is None else Cell(change_text(value, None), value)


def sheet(found: Sequence[Effect]) -> Table:
    """For machines: a row for each tactic and KPI, every figure in a column of its own."""
    entries = [_entry(effect) for effect in found]
    columns = tuple(Column(name, name) for name in _KEYS)
    return Table(columns, tuple(Row(tuple(_exact(entry[name]) for name in _KEYS)) for entry in entries))


_KEYS = (
    "id", "tactic", "title", "kpi", "unit", "place", "reason", "status", "progress", "planned", "executed", "by", "lag",
    "began", "first", "first_began", "before", "actual", "date", "delivered", "seen", "ratio",
)  # fmt: skip


def _exact(value: object) -> Cell:
    """A value as machines read it: numbers and truth values as they are, days and words as text."""
    return Cell("", value) if value is None or isinstance(value, (int, float)) else Cell(str(value))
