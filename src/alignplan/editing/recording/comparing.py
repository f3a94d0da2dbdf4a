"""Measurements beside what the plan says: what is new, what is there already, what would be another value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from alignplan.editing.interface import Refusal
from alignplan.editing.manuscript import Manuscript
from alignplan.editing.recording.interface import Entry, Held, Keeper, Measurement
from alignplan.editing.recording.keepers import Keepers
from alignplan.editing.recording.spelling import with_unit
from alignplan.editing.recording.understanding import Understanding
from alignplan.errors import Misuse

__all__ = ["Compared"]

_MOST_TOLD = 20


class Compared:
    """Measurements, understood and compared. `instead`: other values take the place of those that are there.

    Raises Misuse for one that was typed and cannot be recorded, and Refusal for rows of a file, with all of them.
    """

    def __init__(
        self, manuscript: Manuscript, said: Sequence[Measurement], today: date, *, instead: bool
    ) -> None:
        self.new: dict[Keeper, list[Entry]] = {}
        """What changes the plan, by where it goes."""
        self.same: list[tuple[Entry, Held]] = []
        """What the plan says already."""
        self.replaced = 0
        """How many of the new ones take the place of another value or note."""
        self._instead = instead
        self._keepers = Keepers(manuscript)
        self._understanding = Understanding(manuscript, today)
        self._seen: dict[tuple[Keeper, date], Entry] = {}
        self._take(said)

    @property
    def entries(self) -> list[Entry]:
        """All that changes the plan."""
        return [entry for some in self.new.values() for entry in some]

    def _take(self, said: Sequence[Measurement]) -> None:
        reasons: list[str] = []
        for one in said:
            try:
                self._add(self._understanding.entry(one))
            except Misuse as refused:
                if not one.place:
                    raise
                hint = f" ({refused.hint})" if refused.hint else ""
                reasons.append(f"{one.place}: {refused.message}{hint}")
        if reasons:
            raise refusal_of(reasons, len(said))

    def _add(self, entry: Entry) -> None:
        owner = self._keepers.sharing(entry.kpi)[0]
        if owner != entry.kpi:
            entry = replace(entry, kpi=owner)
        keeper = self._keepers.of(owner)
        before = self._seen.setdefault((keeper, entry.day), entry)
        if before is not entry:
            _refuse_other(before, entry)
            return
        held = keeper.held(entry.day)
        if held is not None and self._is_there(keeper, entry, held):
            self.same.append((entry, held))
            return
        self.replaced += held is not None and bool(held.number != entry.number or held.note)
        self.new.setdefault(keeper, []).append(entry)

    def _is_there(self, keeper: Keeper, entry: Entry, held: Held) -> bool:
        """Whether nothing is new in an entry. Raises Misuse where it would take the place of something, unasked."""
        note = entry.said.note
        if held.number == entry.number:
            if not note or not keeper.keeps_notes or note == held.note:
                return True
            if not held.note or self._instead:
                return False
            raise Misuse(
                f"{_there(entry, held)} with the note `{held.note}`, not `{note}`",
                "write the other note in its place with --replace",
            )
        if self._instead:
            return False
        value = with_unit(entry.text, entry.kpi.model.unit)
        raise Misuse(
            f"{_there(entry, held)}, not {value}", "write the other value in its place with --replace"
        )


def _there(entry: Entry, held: Held) -> str:
    value = with_unit(held.text, entry.kpi.model.unit) if held.text else "something else"
    return f"`{entry.kpi.id}` has {value} on {entry.day} already ({held.spot})"


def _refuse_other(before: Entry, entry: Entry) -> None:
    """Raises Misuse for a day that stands twice in what is to be recorded, and not with the same value."""
    if before.number == entry.number and entry.said.note in ("", before.said.note):
        return
    unit = entry.kpi.model.unit
    first, second = (with_unit(one.text, unit) for one in (before, entry))
    other = f"{second} here" if before.number != entry.number else "another note here"
    words = f"`{entry.kpi.id}` has {first} on {entry.day} at {before.said.place}, and {other}"
    raise Misuse(words, "keep one of the two")


def refusal_of(reasons: Sequence[str], rows: int) -> Refusal:
    """The refusal of a file of measurements, with the first reasons."""
    more = len(reasons) - _MOST_TOLD
    told = (*reasons[:_MOST_TOLD], *([f"and {more} more"] if more > 0 else []))
    message = f"nothing is recorded: {len(reasons)} of {rows} {'row' if rows == 1 else 'rows'} cannot be"
    return Refusal(message, "mend them, then run the command again", told)
