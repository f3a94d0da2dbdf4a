"""What is to be told of how a schedule came about, in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from alignplan.analysis.schedule.answer import PlanSchedule
from alignplan.analysis.schedule.notes import Note, NoteKind

__all__ = ["notes"]

_MOST = 5


def notes(found: PlanSchedule) -> list[str]:
    """One sentence for each kind of thing, with the first items that it is about."""
    told: list[str] = []
    for kind, say in _WORDS.items():
        about = [note for note in found.notes if note.kind is kind]
        if about:
            told.append(say(about))
    return told


def _circles(about: Sequence[Note]) -> str:
    names = [name for note in about for name in (note.item, *note.others)]
    return f"left out, since they wait for themselves: {_listed(names)} (S403)"


def _overlaps(about: Sequence[Note]) -> str:
    pairs = [f"{_quoted(note.item)} after {_quoted(note.others[0])}" for note in about]
    return f"not kept, since the two wait for each other: {_few(pairs)}"


def _standing_by(about: Sequence[Note]) -> str:
    pairs = [f"{_quoted(note.item)} for {_quoted(note.others[0])}" for note in about]
    return f"what stands by is not scheduled, so nothing waits for it: {_few(pairs)}"


def _unestimated(about: Sequence[Note]) -> str:
    them = "1 item has" if len(about) == 1 else f"{len(about)} items have"
    return f"{them} neither an estimate nor dates, and no time was taken for {_it(about)}: {_names(about)}"


def _nobody(about: Sequence[Note]) -> str:
    who = dict.fromkeys(name for note in about for name in note.others)
    whom = f"{_listed(list(who))} will be gone" if who else "nobody will be there"
    return f"{whom} before {_names(about)} can be done: placed as if somebody stayed"


def _unable(about: Sequence[Note]) -> str:
    return f"nobody has the skills for {_names(about)}"


_WORDS: dict[NoteKind, Callable[[Sequence[Note]], str]] = {
    NoteKind.CIRCLE: _circles,
    NoteKind.OVERLAP: _overlaps,
    NoteKind.STANDING_BY: _standing_by,
    NoteKind.UNESTIMATED: _unestimated,
    NoteKind.NOBODY: _nobody,
    NoteKind.UNABLE: _unable,
}


def _it(about: Sequence[Note]) -> str:
    return "it" if len(about) == 1 else "them"


def _names(about: Sequence[Note]) -> str:
    return _listed([note.item for note in about])


def _listed(names: Sequence[str]) -> str:
    return _few([_quoted(name) for name in names])


def _few(texts: Sequence[str]) -> str:
    more = len(texts) - _MOST
    return ", ".join(texts[:_MOST]) + (f" and {more} more" if more > 0 else "")


def _quoted(name: str) -> str:
    return f"`{name}`"
