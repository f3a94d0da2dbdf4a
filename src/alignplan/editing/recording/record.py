"""`record`: measurements into the files of a plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from alignplan.editing.interface import Edition, FileChanges
from alignplan.editing.manuscript import Manuscript
from alignplan.editing.recording.comparing import Compared
from alignplan.editing.recording.doubts import doubts
from alignplan.editing.recording.interface import Entry, Measurement, Written
from alignplan.editing.recording.spelling import with_unit

__all__ = ["doubtful", "record"]

_MOST_TOLD = 5


def record(
    manuscript: Manuscript,
    said: Sequence[Measurement],
    today: date,
    thresholds: Mapping[str, float],
    *,
    instead: bool,
) -> Edition:
    """The edition that records measurements, all or none. Raises Misuse.

    `thresholds` are the numbers that the project set; `instead`: other values take the place of those that are there.
    """
    compared = Compared(manuscript, said, today, instead=instead)
    written = [keeper.written(entries) for keeper, entries in compared.new.items()]
    asked = [id for entry in compared.entries for id in (entry.asked.id, entry.kpi.id)]
    return Edition(
        _by_file(written),
        tuple(told for one in written for told in one.told),
        _next(said, compared),
        tuple(_notes(said, compared)),
        kpis=tuple(dict.fromkeys(asked)),
        doubts=doubts(compared.entries, thresholds, today),
    )


def doubtful(
    manuscript: Manuscript,
    said: Sequence[Measurement],
    today: date,
    thresholds: Mapping[str, float],
    *,
    instead: bool,
) -> list[str]:
    """What looks wrong in measurements, before they are recorded. Raises Misuse for those that cannot be."""
    compared = Compared(manuscript, said, today, instead=instead)
    return [text for _, text in doubts(compared.entries, thresholds, today)]


def _by_file(written: Sequence[Written]) -> tuple[FileChanges, ...]:
    """The changes of each file together: first what is there, then what is new, so that few rounds are needed."""
    files: dict[str, list[Written]] = {}
    for one in written:
        files.setdefault(one.path, []).append(one)
    return tuple(
        FileChanges(
            path,
            tuple(change for one in some for change in one.changes)
            + tuple(change for one in some for change in one.additions),
            rows=tuple(edit for one in some for edit in one.rows),
        )
        for path, some in files.items()
    )


def _next(said: Sequence[Measurement], compared: Compared) -> str:
    if len(said) == 1 and compared.entries:
        return f"alignplan kpis {compared.entries[0].asked.id}"
    return "alignplan kpis"


# ------------------------------------------------------------ notes


def _notes(said: Sequence[Measurement], compared: Compared) -> list[str]:
    notes = [*_redirected(compared.entries), *_shared(compared), *_without_note(compared)]
    if any(one.place for one in said):
        return [*notes, _counted(said, compared)]
    for entry, held in compared.same:
        value = with_unit(held.text, entry.kpi.model.unit)
        notes.append(f"nothing to change: `{entry.kpi.id}` has {value} on {entry.day} already ({held.spot})")
    return notes


def _redirected(entries: Sequence[Entry]) -> list[str]:
    """Whose value went elsewhere."""
    pairs = dict.fromkeys((entry.asked.id, entry.kpi.id) for entry in entries if entry.asked != entry.kpi)
    told = [f"`{asked}` takes its values from `{kpi}`: it is recorded there" for asked, kpi in pairs]
    more = len(told) - _MOST_TOLD
    return [*told[:_MOST_TOLD], *([f"so do {more} more"] if more > 0 else [])]


def _shared(compared: Compared) -> list[str]:
    """Which KPIs have the values by an alias."""
    told: list[str] = []
    for keeper, entries in compared.new.items():
        others = [id for id in keeper.also if any(entry.asked.id != id for entry in entries)]
        told += [
            f"`{id}` has the values of `{entries[0].kpi.id}` by an alias, and this one, too" for id in others
        ]
    return told


def _without_note(compared: Compared) -> list[str]:
    return [
        f"{keeper.name} has no column `note`: the note is not kept"
        for keeper, entries in compared.new.items()
        if not keeper.keeps_notes and any(entry.said.note for entry in entries)
    ]


def _counted(said: Sequence[Measurement], compared: Compared) -> str:
    """What became of the rows of a file."""
    new = len(compared.entries)
    kpis = len({entry.kpi.id for entry in compared.entries})
    parts = [
        f"{new} {'value' if new == 1 else 'values'} of {kpis} {'KPI' if kpis == 1 else 'KPIs'} to record"
    ]
    if compared.replaced:
        parts.append(f"{compared.replaced} of them in place of others")
    if compared.same:
        parts.append(f"{len(compared.same)} there already")
    return f"{len(said)} rows: {', '.join(parts)}"
