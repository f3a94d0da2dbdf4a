"""What is open, for whom, and when: the demand of a plan from today on.

Each piece of work is spread evenly over the working days of who does it, from today or its start to its due; see
`docs/load.md`. A large plan has a hundred thousand pieces, so they are kept as numbers.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from alignplan.analysis.load.amounts import Amounts, note
from alignplan.analysis.load.open_work import OpenWork, has_days, open_work
from alignplan.analysis.load.presence import Days, Presence
from alignplan.analysis.load.windows import Window, Windows
from alignplan.analysis.load.workers import Workers
from alignplan.analysis.schedule.lengths import Source
from alignplan.analysis.status import step_status
from alignplan.graph.nodes import Node
from alignplan.model.kinds import Kind
from alignplan.model.words import Status

if TYPE_CHECKING:
    from alignplan.analysis.standpoint import Standpoint

__all__ = ["Demand", "Piece", "Spread"]

_OVER = (Status.DONE, Status.DROPPED)
_ACTIONS = 1 << 20
"""More actions than any tactic has."""
_FIELDS = 5
_SPECIAL = ("status", "progress", "started", "finished", "remaining", "start", "due", "not_before")
_NAMED = ("assigned", "any_of", "skills", "uses")
_special = attrgetter(*_SPECIAL, *_NAMED)
_NOTHING = (None,) * len(_SPECIAL) + ((),) * len(_NAMED)
_WHO = (Kind.PERSON, Kind.TEAM)


class Spread:
    """Over which days a piece of work is spread."""

    OWN, WORKING, ALL = 0, 1, 2
    """The working days of who does it; where they have none there, those of the plan; where it has none, all days."""


class Piece(NamedTuple):
    """A part of an action that falls to someone: so many days from day `first` up to, without it, `last`."""

    number: int
    days: float
    first: int
    last: int
    spread: int


class Demand:
    """The open work of a plan that counts, by those who do it and by the things that it uses."""

    def __init__(self, plan: Standpoint) -> None:
        self._plan = plan
        self.presence = Presence(plan)
        self.workers = Workers(plan, self.presence)
        self._pieces: dict[str, array[float]] = {}
        self._skills: dict[str, array[float]] = {}
        self._undone = _nothing()
        self.undated: list[int] = []
        """Open actions whose effort is known, but neither when they are due."""
        self.unestimated: list[int] = []
        """Open actions that say nothing of how much work they are."""
        self.end = 0
        """The day before which all of it is to be done."""
        self._top = plan.graph.top
        self.amounts: Amounts = {}
        """What it hangs on that only its own items look at, file by file."""
        self._week = (plan.week.hours, plan.week.days)
        self._lengths: dict[int, float] = {}
        """The days of the efforts that were met, by what holds them."""
        self._windows = Windows(plan, self.presence)
        self._usual: dict[str | None, array[float] | None] = {}
        self._spans = array("l", bytes(2 * len(plan.graph.kinds[Kind.TACTIC]) * array("l").itemsize))
        """The window of each tactic whose actions say nothing of their own: two days, by its number."""
        self._collect()

    # ------------------------------------------------------------ what is asked of it

    @property
    def who(self) -> list[str]:
        """The ids of those and of the things that work waits for."""
        usual = (who for who, pieces in self._usual.items() if pieces is not None and who is not None)
        return list(dict.fromkeys((*usual, *self._pieces)))

    @property
    def skills(self) -> list[str]:
        """The skills that open work asks for."""
        return list(self._skills)

    def of(self, who: str) -> Iterator[Piece]:
        """The pieces of work that wait for someone or something."""
        yield from self._usual_of(who)
        yield from _pieces(self._pieces.get(who))

    def _usual_of(self, who: str) -> Iterator[Piece]:
        pieces = self._usual.get(who)
        for at in range(1, len(pieces or ()), 2):
            assert pieces is not None
            number = int(pieces[at])
            tactic = 2 * (number // _ACTIONS)
            first, last = self._spans[tactic], self._spans[tactic + 1]
            yield Piece(number, pieces[at + 1], first, last, Spread.OWN)

    def most_at_once(self, who: str) -> float:
        """What would be to do on one day if all that waits for someone fell on it: no day has more."""
        both = (self._usual.get(who), self._pieces.get(who))
        return sum(pieces[0] for pieces in both if pieces)

    def of_skill(self, skill: str) -> Iterator[Piece]:
        """The pieces of work that ask for a skill."""
        return _pieces(self._skills.get(skill))

    @property
    def undone(self) -> Iterator[Piece]:
        """Work with nobody to do it."""
        return _pieces(self._undone)

    def tactic(self, number: int) -> Node:
        """The tactic that a piece of work belongs to."""
        return self._plan.graph.kinds[Kind.TACTIC][number // _ACTIONS]

    def item(self, number: int) -> Node:
        """The action that a piece is of."""
        tactic = self.tactic(number)
        name, model = list(tactic.model.actions.items())[number % _ACTIONS]
        return Node(Kind.ACTION, f"{tactic.id}/{name}", model, tactic.file, tactic)

    def days_of(self, who: Node | None, spread: int) -> Days:
        """The days over which a piece of someone's work is spread."""
        if spread == Spread.OWN and who is not None:
            return self.presence.days(who)
        return self.presence.calendar if spread == Spread.ALL else self.presence.working

    # ------------------------------------------------------------ how it is found

    def _collect(self) -> None:
        plan = self._plan
        standing_by = plan.statuses.standing_by
        for number, (tactic, status) in enumerate(plan.statuses.tactics(plan.graph)):
            if tactic.model.actions and status not in _OVER and tactic.id not in standing_by:
                self._tactic(number * _ACTIONS, tactic)

    def _tactic(self, number: int, tactic: Node) -> None:
        """Most actions say nothing but who and how much: those are worth a way of their own."""
        around, owner = self._windows.of_tactic(tactic), tactic.model.owner
        plain = self._windows.plain(around)
        each = 1 / self.presence.working.count(*plain) if plain is not None else 0.0
        noted = self.amounts.get(tactic.file)
        if noted is None:
            noted = self.amounts[tactic.file] = array("d")
        known, (hours, days), lengths, any_plain = self._usual, self._week, self._lengths, False
        for at, (name, action) in enumerate(tactic.model.actions.items(), number):
            if plain is not None and action.effort is not None and _special(action) == _NOTHING:
                who = action.owner or owner
                pieces = known[who] if who in known else self._of_usual(who)
                if pieces is not None:
                    amount = lengths.get(id(action.effort))
                    if amount is None:  # efforts that are written alike are one
                        amount = lengths[id(action.effort)] = action.effort.likely.days(hours, days)
                    noted.append(amount)
                    pieces[0] += amount * each
                    pieces.append(at)
                    pieces.append(amount)
                    any_plain = True
                    continue
            self._any(at, tactic, name, action, around)
        if plain is not None and any_plain:
            tactic_at = 2 * (number // _ACTIONS)
            self._spans[tactic_at], self._spans[tactic_at + 1] = plain
            self.end = max(self.end, plain[1])

    def _of_usual(self, who: str | None) -> array[float] | None:
        """The pieces of someone who works whenever the plan does: most do, and their work needs no second look.

        Of each its number and its days; it is spread over the window of its tactic.
        """
        node = self._top.get(who) if who is not None else None
        usual = node is not None and node.kind in _WHO and self.presence.days(node) is self.presence.working
        self._usual[who] = _nothing() if usual else None
        return self._usual[who]

    def _any(self, number: int, tactic: Node, name: str, action: Any, around: tuple[int, int | None]) -> None:
        status = step_status(action, self._plan.today)
        if status in _OVER:
            return
        work = open_work(action, status, self._plan.week)
        note(self.amounts[tactic.file], work)
        if work.source is Source.UNKNOWN and not has_days(action):
            self.unestimated.append(number)
            return
        window = self._windows.of(tactic, name, action, work, around)
        if window is None:
            self.undated.append(number)
        else:
            self._action(number, tactic, name, action, work, window)

    def _action(
        self, number: int, tactic: Node, name: str, action: Any, work: OpenWork, window: Window
    ) -> None:
        """Share an action among those who do it."""
        owner = tactic.model.owner
        if work.source is Source.EFFORT:
            parts = self.workers.chosen(action, owner, self._windows.who(tactic, name))
            if window.late or window.ends:
                window = self._fitted(window, work.days / self.workers.rate(action, owner), parts)
            for who, part in parts:
                self._give(who, number, work.days * part, window)
            if not parts:
                self._add(self._undone, number, work.days, window, self.presence.working)
            for skill in action.skills:
                self._ask(skill, number, work.days, window)
        else:
            if window.late or window.ends:
                window = self._windows.lasting(window, work)
            for who, share in self.workers.daily(action, stated=work.source is Source.UNKNOWN).items():
                days = self.presence.days(self._top[who]).count(window.first, window.last)
                self._give(who, number, share * days, window)
        if action.uses and work.source is not Source.UNKNOWN:
            self._use(number, owner, action, work, window)

    def _fitted(self, window: Window, length: float, parts: Sequence[tuple[str, float]]) -> Window:
        """The window of work of which it follows from its length when it ends, or when the rest of it begins."""
        if window.late:
            return self._windows.until(window, length)
        return self._windows.ending(
            window, [(self.presence.days(self._top[who]), length) for who, _ in parts]
        )

    def _use(self, number: int, owner: str | None, action: Any, work: OpenWork, window: Window) -> None:
        """A thing is used for as long as the work takes, not for as long as it may take; never on more days."""
        room = self.presence.working.count(window.first, window.last)
        length = float(room)
        if work.source is Source.EFFORT:
            length = min(work.days / self.workers.rate(action, owner), room)
        elif work.source is Source.DURATION:
            length = min(work.days, room)
        for what, units in action.uses:
            thing = self._top.get(what)
            if thing is not None and thing.kind is Kind.RESOURCE:
                self._give(what, number, length * (1.0 if units is None else units), window)

    def _give(self, who: str, number: int, days: float, window: Window) -> None:
        if days:
            pieces = self._pieces.setdefault(who, _nothing())
            self._add(pieces, number, days, window, self.presence.days(self._top[who]))

    def _ask(self, skill: str, number: int, days: float, window: Window) -> None:
        self._add(self._skills.setdefault(skill, _nothing()), number, days, window, self.presence.working)

    def _add(self, pieces: array[float], number: int, days: float, window: Window, own: Days) -> None:
        first, last = window.first, window.last
        spread = Spread.OWN
        if not own.count(first, last):
            spread = Spread.WORKING if self.presence.working.count(first, last) else Spread.ALL
        else:
            pieces[0] += days / own.count(first, last)
        self.end = max(self.end, last)
        pieces.extend((number, days, first, last, spread))


def _nothing() -> array[float]:
    """No pieces yet: first what all of them would be on one day, then the fields of each."""
    return array("d", (0.0,))


def _pieces(numbers: array[float] | None) -> Iterator[Piece]:
    for at in range(1, len(numbers or ()), _FIELDS):
        assert numbers is not None
        number, days, first, last, spread = numbers[at : at + _FIELDS]
        yield Piece(int(number), days, int(first), int(last), int(spread))
