"""Tasks of the language: what there is to do and what it waits for; `tj3` finds the days by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from enum import Enum

from alignplan.analysis.handover.project import Form, Project, Row, Tie
from alignplan.formats.taskjuggler.people import People
from alignplan.formats.taskjuggler.words import Names, hours, indented, moment, text
from alignplan.model.kinds import Kind

__all__ = ["Missing", "Tasks"]

_TIMES = (Form.LENGTH, Form.ELAPSED)


class Missing(Enum):
    """What the language has no words for."""

    LINK = "a kind of dependency"
    FINE = "shares that are too fine"


class Tasks:
    """The tasks; `missing` counts what could not be said."""

    def __init__(self, project: Project, people: People) -> None:
        self._project, self._people = project, people
        self._rows = {row.id: row for row in project.rows if not _is_unknown(row)}
        self._paths: dict[str, str] = {}
        self.missing: Counter[Missing] = Counter()
        names = Names()
        self._gates_id = names.new("not_before")
        self._gates: dict[datetime, str] = {}
        below: dict[str, Names] = {}
        for row in self._rows.values():
            scope = names if row.above is None else below.setdefault(row.above, Names())
            id = scope.new(row.item.node.name)
            self._paths[row.id] = id if row.above is None else f"{self._paths[row.above]}.{id}"

    def lines(self) -> list[str]:
        """All tasks: first the days before which something does not begin."""
        found = [line for row in self._rows.values() if row.above is None for line in self._task(row)]
        gates = [
            f"task {id} {text(str(time))} {{ milestone start {moment(time)} }}"
            for time, id in sorted(self._gates.items())
        ]
        if not gates:
            return found
        return [f'task {self._gates_id} "Not before" {{', *indented(gates), "}", *found]

    # ------------------------------------------------------------ one task

    def _task(self, row: Row) -> Iterator[str]:
        yield f"task {self._paths[row.id].rpartition('.')[2]} {text(row.item.node.title)} {{"
        if row.form is Form.SUMMARY:
            for step in self._rows.values():
                if step.above == row.id:
                    yield from indented(self._task(step))
        else:
            yield from indented(self._inside(row))
        yield "}"

    def _inside(self, row: Row) -> Iterator[str]:
        priority = (row.item.node.parent or row.item.node).model.priority
        if priority is not None and round(priority) != 500:
            yield f"priority {max(round(priority), 1)}"
        if row.form is Form.FIXED or (row.ready is None and row.form is Form.POINT):
            yield from self._fixed(row)
            return
        begun, now = row.start, self._project.clock.begin(self._project.today)
        if row.ready is not None or begun is None or begun >= now:
            yield from self._open(row)
            return
        yield f'task begun "until {self._project.today}" {{ start {moment(begun)} end {moment(now)} complete 100 }}'
        yield f'task rest "from {self._project.today} on" {{'
        yield from indented(self._open(row))
        yield "}"

    def _fixed(self, row: Row) -> Iterator[str]:
        """What is not to be scheduled."""
        start, finish = row.start or row.finish, row.finish or row.start
        assert start is not None
        assert finish is not None
        if row.form is Form.POINT or start >= finish:
            yield "milestone"
            yield f"start {moment(finish)}"
            return
        yield f"start {moment(start)}"
        yield f"end {moment(finish)}"

    def _open(self, row: Row) -> Iterator[str]:
        """What is still to do."""
        needs = tuple(need for need in row.needs if need.units)
        allocated = self._people.allocated(needs)
        if allocated is None:
            self.missing[Missing.FINE] += 1
        if row.form is Form.POINT:
            yield "milestone"
        elif row.form is Form.EFFORT and allocated:
            yield f"effort {hours(row.effort)}"
        else:
            yield f"{'duration' if row.form is Form.ELAPSED else 'length'} {hours(row.minutes)}"
        if allocated and row.form is not Form.POINT:
            yield f"allocate {', '.join(allocated)}"
        depends = list(self._depends(row))
        if depends:
            yield f"depends {', '.join(depends)}"

    # ------------------------------------------------------------ what it waits for

    def _depends(self, row: Row) -> Iterator[str]:
        """What must come first; where the language cannot say it, the day that the schedule gives."""
        begun = row.ready is None
        held = row.held or (row.form in _TIMES and bool(row.ties))  # else it would begin on a day off
        if not begun:
            for tie in row.ties:
                if tie.kind.endswith("start") and tie.lag >= 0:
                    if tie.before in self._rows:
                        yield f"{self._paths[tie.before]}{_gap(tie)}"
                else:
                    self.missing[Missing.LINK] += 1
                    held = True
        now = self._project.clock.begin(self._project.today)
        gates = {now if row.ready is None else row.ready}
        if held and row.start is not None:
            gates.add(row.start)
        yield self._gate(max(gates))

    def _gate(self, time: datetime) -> str:
        """The milestone before which something does not begin."""
        if time not in self._gates:
            self._gates[time] = f"d{time:%Y%m%d_%H%M}"
        return f"{self._gates_id}.{self._gates[time]}"


def _gap(tie: Tie) -> str:
    words = ["onstart"] if tie.kind.startswith("start") else []
    if tie.lag:
        words.append(f"{'gapduration' if tie.elapsed else 'gaplength'} {hours(tie.lag)}")
    return f" {{ {' '.join(words)} }}" if words else ""


def _is_unknown(row: Row) -> bool:
    """Whether it has no place at all: it is over, and nobody knows when."""
    over = row.form is Form.FIXED or (row.ready is None and row.item.node.kind is Kind.MILESTONE)
    return over and row.start is None and row.finish is None
