"""A commit: when it was made, what it holds, what it says of itself."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

from alignplan.records import record

__all__ = ["Commit", "commit_of"]

_WHEN = re.compile(rb"^committer .*> (-?\d{1,15}) ([-+])(\d\d)(\d\d)$", re.MULTILINE)
_SHORT = 8


@record
class Commit:
    """A commit; `day` is the calendar day on which it was made, where it was made."""

    id: str
    tree: str
    day: date
    subject: str

    @property
    def short(self) -> str:
        """The beginning of its hash."""
        return self.id[:_SHORT]


def commit_of(id: str, text: bytes) -> Commit:
    """A commit from its text. Raises ValueError where it is none."""
    head, _, message = text.partition(b"\n\n")
    first = head.partition(b"\n")[0]
    if not first.startswith(b"tree "):
        raise ValueError("no commit")
    subject = message.strip().partition(b"\n")[0].decode("utf-8", "replace")
    return Commit(id, first[5:].decode("ascii"), _day(head), subject)


def _day(head: bytes) -> date:
    """The committer's calendar day; of a time that no calendar has, the first day there is."""
    found = _WHEN.search(head)
    if found is None:
        raise ValueError("no committer")
    hours, minutes = int(found[3]), int(found[4])
    shift = timedelta(hours=hours, minutes=minutes) if hours < 24 and minutes < 60 else timedelta()
    zone = timezone(-shift if found[2] == b"-" else shift)
    try:
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(found[1]))).astimezone(zone).date()
    except OverflowError:
        return date.min
