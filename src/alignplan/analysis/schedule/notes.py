"""What is to be told of how a schedule came about."""

from __future__ import annotations

from enum import Enum

from alignplan.records import record

__all__ = ["Note", "NoteKind"]


class NoteKind(Enum):
    """What is to be told of how the problem came about."""

    CIRCLE = "they wait for themselves and are left out"
    OVERLAP = "a link between works that wait for each other's ends is not kept"
    STANDING_BY = "it waits for what stands by"
    UNESTIMATED = "nobody knows how long it takes"
    NOBODY = "who is to do it leaves before"
    UNABLE = "nobody has the skills that it asks for"


@record
class Note:
    """Something about an item, and the other items that it is about."""

    kind: NoteKind
    item: str
    others: tuple[str, ...] = ()
