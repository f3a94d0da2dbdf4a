"""The door of `record`: what was typed, or stands in a file, as measurements; a question where one looks wrong."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignplan import storage
from alignplan.cli.asking import as_text, asker, can_ask
from alignplan.cli.changing import Way, change_plan, look
from alignplan.cli.settings import Settings
from alignplan.cli.viewing import note
from alignplan.errors import Misuse

if TYPE_CHECKING:
    from alignplan.editing.interface import Edition
    from alignplan.editing.manuscript import Manuscript
    from alignplan.editing.recording.interface import Measurement
    from alignplan.linting.selection import Selection

__all__ = ["Typed", "record_in_plan"]

_STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed behind `record`."""

    kpi: str | None
    value: str | None
    day: str | None
    note: str | None
    source: str | None
    instead: bool


def record_in_plan(settings: Settings, way: Way, typed: Typed) -> int:
    """Record what was typed, or what stands in a file; the exit code. Raises Misuse: then nothing is written."""
    from dataclasses import replace

    from alignplan.editing.recording.record import record

    said = _one(settings, typed) if typed.source is None else _of_file(settings, typed, typed.source)
    agreed = _agreed(settings, way, said, instead=typed.instead)

    def edit(manuscript: Manuscript) -> Edition:
        rules = _rules(manuscript)
        edition = record(manuscript, said, settings.today, rules.thresholds, instead=typed.instead)
        return replace(edition, doubts=()) if agreed or not _looks_for_jumps(rules) else edition

    return change_plan(settings, way, edit)


def _one(settings: Settings, typed: Typed) -> list[Measurement]:
    from alignplan.editing.recording.interface import Measurement

    if typed.kpi is None or typed.value is None:
        what = "a value" if typed.kpi is not None else "a KPI and a value"
        raise Misuse(f"there is {what} missing", "write `alignplan record KPI VALUE`, or --from FILE.csv")
    day = settings.today.isoformat() if typed.day is None else typed.day
    said = " ".join(as_text(typed.note or "").split())
    return [Measurement(as_text(typed.kpi), as_text(day), as_text(typed.value), said)]


def _of_file(settings: Settings, typed: Typed, source: str) -> list[Measurement]:
    from alignplan.editing.recording.sheets import sheet

    if typed.value is not None or typed.note is not None:
        what = "the value" if typed.value is not None else "--note"
        raise Misuse(f"the file has the values and notes: {what} does not go with --from", "leave it out")
    name = "standard input" if source == _STANDARD_INPUT else source
    found = sheet(_content(source), name, kpi=typed.kpi, day=typed.day)
    if found.unread:
        note(settings, f"columns that are not read: {', '.join(found.unread)}")
    if found.empty:
        note(settings, f"{found.empty} {'row has' if found.empty == 1 else 'rows have'} no value")
    if not found.measurements:
        note(settings, f"{name} holds no measurements")
    return list(found.measurements)


def _content(source: str) -> bytes:
    if source == _STANDARD_INPUT:
        if sys.stdin is None:
            raise Misuse("standard input cannot be read: it is closed")
        content = sys.stdin.buffer.read(storage.LARGEST + 1)
        if len(content) > storage.LARGEST:
            raise Misuse(f"standard input has more than the {storage.LARGEST:,} bytes that are read")
        return content
    try:
        return storage.read(source)
    except storage.Unreadable as reason:
        raise Misuse(f"{source} cannot be read: {reason}") from None


def _agreed(settings: Settings, way: Way, said: list[Measurement], *, instead: bool) -> bool:
    """Whether someone was asked about what looks wrong, and wants it all the same. Raises Misuse where not.

    It is asked before anything is locked: nobody is to wait for an answer.
    """
    if way.dry_run or not can_ask(no_input=way.no_input):
        return False
    from alignplan.editing.interface import Refusal
    from alignplan.editing.recording.record import doubtful

    manuscript = look(settings)
    rules = _rules(manuscript)
    if not _looks_for_jumps(rules):
        return False
    try:
        odd = doubtful(manuscript, said, settings.today, rules.thresholds, instead=instead)
    except Refusal:
        return False  # the change itself tells all its reasons
    if not odd:
        return False
    person = asker(no_input=way.no_input)
    person.tell(*odd)
    if not person.agrees(
        "Record it all the same?" if len(odd) == 1 else "Record them all the same?", default=False
    ):
        raise Misuse("nothing is recorded", "type the value that was measured; --no-input asks nothing")
    return True


def _rules(manuscript: Manuscript) -> Selection:
    """The rules in force, with the numbers that the project set."""
    from alignplan.linting.selection import Asked, select

    return select(manuscript.loaded.lint, manuscript.root, Asked())


def _looks_for_jumps(rules: Selection) -> bool:
    """Whether the project wants to hear of values that jump."""
    return any(rule.code == "M210" for rule in rules.rules)
