"""iCalendar (RFC 5545): the schedule as a calendar that phones and mail programs show.

Tactics and milestones are events of whole days, actions to-dos; in the view `events` actions are events, too, for
programs without to-dos. The same plan gives the same bytes: the stamp of each entry is the day of the schedule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from alignplan.formats.interface import Exported, Exporter, Source
from alignplan.model.kinds import Kind
from alignplan.model.words import Status
from alignplan.output.escape import terminal

if TYPE_CHECKING:
    from alignplan.analysis.schedule.answer import Scheduled

__all__ = ["EXPORTER"]

_OCTETS = 75
"""The longest line, its end not counted (3.1)."""
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,"})
_TODO_STATUS = {
    Status.PLANNED: "NEEDS-ACTION",
    Status.PAUSED: "NEEDS-ACTION",
    Status.ACTIVE: "IN-PROCESS",
    Status.DONE: "COMPLETED",
}


def _convert(source: Source) -> Exported:
    """The chosen items of the schedule in their days."""
    from alignplan.analysis.schedule.computing import Search, scheduled
    from alignplan.views.handover import nothing
    from alignplan.views.schedule import notes

    found = scheduled(source.plan, Search("default"))
    items = [item for item in found.items.values() if item.node in source.choice]
    if not items:
        raise nothing(source.choice.asked)
    lock = source.plan.lock
    stamp = lock.as_of if lock is not None and found.kept else source.plan.today
    calendar = _Calendar(source, stamp)
    lines = [line for part in calendar.parts(items) for line in _folded(part)]
    return Exported("".join(f"{line}\r\n" for line in lines), (*calendar.lost(items), *notes(found)))


EXPORTER = Exporter(
    "ics",
    "plan.ics",
    "the schedule as a calendar",
    _convert,
    views=("calendar", "events"),
)


class _Calendar:
    def __init__(self, source: Source, stamp: date) -> None:
        self._plan = source.plan
        self._all_events = source.view == "events"
        self._title = source.plan.graph.plan.model.title or "Plan"
        self._domain = re.sub(r"[\W_]+", "-", self._title.casefold()).strip("-") or "plan"
        self._stamp = stamp

    def parts(self, items: Sequence[Scheduled]) -> Iterator[str]:
        """The lines of the calendar, not folded."""
        yield from (
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//alignplan//alignplan//EN",
            "CALSCALE:GREGORIAN",
        )
        yield f"NAME:{_text(self._title)}"
        yield f"X-WR-CALNAME:{_text(self._title)}"
        chosen = {item.node.id for item in items}
        for item in items:
            if self._is_todo(item):
                yield from self._todo(item, chosen)
            elif days := _days(item):
                yield from self._event(item, days, chosen)
        yield "END:VCALENDAR"

    def lost(self, items: Sequence[Scheduled]) -> Iterator[str]:
        """What has no place in a calendar."""
        undated = sum(not _days(item) for item in items if not self._is_todo(item))
        if undated:
            yield f"{_counted(undated, 'item')} left out: nobody knows the days"
        open_ = sum(not _days(item) for item in items if self._is_todo(item))
        if open_:
            yield f"{_counted(open_, 'to-do')} without days: nobody knows them"
        links = sum(len(item.node.model.after) for item in items)
        if links:
            yield f"no place for {_counted(links, 'dependency', 'dependencies')}"

    def _is_todo(self, item: Scheduled) -> bool:
        return item.node.kind is Kind.ACTION and not self._all_events

    # ------------------------------------------------------------ entries

    def _event(self, item: Scheduled, days: tuple[date, date], chosen: set[str]) -> Iterator[str]:
        """An event of whole days: the end is the day after the last one (3.6.1)."""
        first, last = days
        yield "BEGIN:VEVENT"
        yield from self._known(item, chosen)
        yield f"DTSTART;VALUE=DATE:{_day(first)}"
        yield f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1) if last < date.max else last)}"
        yield "TRANSP:TRANSPARENT"
        yield "END:VEVENT"

    def _todo(self, item: Scheduled, chosen: set[str]) -> Iterator[str]:
        """A to-do: where it takes one day only the day on which it is due, since that has to lie after its start."""
        yield "BEGIN:VTODO"
        yield from self._known(item, chosen)
        days = _days(item)
        if days and days[0] < days[1]:
            yield f"DTSTART;VALUE=DATE:{_day(days[0])}"
        if days:
            yield f"DUE;VALUE=DATE:{_day(days[1])}"
        yield f"PERCENT-COMPLETE:{_percent(self._plan.progress_of(item.node))}"
        if item.status in _TODO_STATUS:
            yield f"STATUS:{_TODO_STATUS[item.status]}"
        if item.status is Status.DONE and item.finish is not None:
            yield f"COMPLETED:{_day(item.finish)}T000000Z"
        yield "END:VTODO"

    def _known(self, item: Scheduled, chosen: set[str]) -> Iterator[str]:
        """What every entry says."""
        node = item.node
        yield f"UID:{self._uid(node.id)}"
        yield f"DTSTAMP:{_day(self._stamp)}T000000Z"
        yield f"SUMMARY:{_text(node.title)}"
        told = list(self._told(item))
        if told:
            yield f"DESCRIPTION:{_text(chr(10).join(told))}"
        if node.model.tags:
            yield f"CATEGORIES:{','.join(map(_text, node.model.tags))}"
        if node.parent is not None and node.parent.id in chosen:
            yield f"RELATED-TO:{self._uid(node.parent.id)}"

    def _uid(self, id: str) -> str:
        return f"{id}@{self._domain}"

    def _told(self, item: Scheduled) -> Iterator[str]:
        """What is good to know of an item and has no place of its own."""
        if item.node.model.description:
            yield item.node.model.description
        top = self._plan.graph.top
        who = [(top[one.who].title if one.who in top else one.who, one.share) for one in item.assigned]
        if who:
            yield "Who: " + ", ".join(name if share == 100 else f"{name} {share:g} %" for name, share in who)
        if item.node.model.due is not None:
            late = f", {item.late_days} working days late" if item.late_days else ""
            yield f"Due: {item.due}{' (must)' if item.must else ''}{late}"
        if item.node.kind is Kind.MILESTONE and item.node.model.criterion:
            yield f"Reached when: {item.node.model.criterion}"


def _days(item: Scheduled) -> tuple[date, date] | None:
    """Its first and last day: of a milestone the same, where only the last is known that; none where it is not."""
    first, last = item.start or item.finish, item.finish
    if first is None or last is None:
        return None
    return (min(first, last), last) if item.node.kind is not Kind.MILESTONE else (last, last)


# ------------------------------------------------------------ lines


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _percent(progress: float | None) -> int:
    """A whole number of percent, never up to 100 or down to 0."""
    if progress is None or progress <= 0:
        return 0
    return 100 if progress >= 100 else min(max(round(progress), 1), 99)


def _text(text: str) -> str:
    """A text value (3.3.11): signs of the format are escaped, what is hidden is shown."""
    return "\\n".join(terminal(line).translate(_ESCAPES) for line in text.splitlines())


def _folded(line: str) -> Iterable[str]:
    """A line in pieces of at most 75 octets, none of which cuts a character; all but the first begin with a blank."""
    if len(line) * 4 <= _OCTETS or len(line.encode("utf-8", "surrogatepass")) <= _OCTETS:
        return (line,)
    pieces: list[str] = []
    piece, size = "", 0
    for sign in line:
        width = len(sign.encode("utf-8", "surrogatepass"))
        if size + width > _OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + sign, size + width
    return (*pieces, piece)


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
