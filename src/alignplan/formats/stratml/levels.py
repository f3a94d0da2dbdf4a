"""Levels that a document flattened, read back from its codes (`--levels-from-codes`).

Some documents put strategies and tactics side by side as Objectives of a Goal and keep the level in the code alone:
`EX1.2` is the strategy, `EX1.2.1` its tactic. An Objective whose code extends the code of another Objective (the
longest such code, of its own Goal before others) belongs under that one:

- as a **tactic** that supports it, when nothing is below it and it has no indicator (a tactic has no KPIs);
- else as an **objective** with it as `parent`.

A tactic whose strategy is not in the document supports its Goal: an Objective without indicators that lies as deep
below its Goal's code as the tactics found in the first way. Where codes tell nothing, nothing changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from alignplan.formats.stratml.document import Document
from alignplan.records import record

__all__ = ["Place", "places"]

_Code = tuple[str, ...]
_MAX_PARTS = 32


@record
class Place:
    """Where an aim belongs. Aims are numbered in document order, goals and objectives together."""

    under: int | None
    """The number of the aim that it serves; None at the top."""
    is_tactic: bool = False


def places(document: Document, *, from_codes: bool) -> list[Place]:
    """The place of every aim, by its number: under its Goal, or as its code says."""
    outline = _Outline.of(document)
    if not from_codes:
        return [Place(goal) for goal in outline.goals]
    stated = [outline.above(number) for number in range(len(outline.goals))]
    leaves = set(range(len(stated))) - {under for under in stated if under is not None} - outline.measured
    depths = {len(outline.codes[number]) for number in leaves if stated[number] is not None}
    return [
        Place(goal if under is None else under,
              number in leaves and (under is not None or outline.is_lone(number, depths)))
        for number, (under, goal) in enumerate(zip(stated, outline.goals, strict=True))
    ]  # fmt: skip


@record
class _Outline:
    """The aims by number: the goal over each (None for a goal), its code in parts, and where each code stands."""

    goals: list[int | None]
    codes: list[_Code]
    measured: set[int]
    in_goal: dict[tuple[int | None, _Code], int]
    anywhere: dict[_Code, list[int]]

    @classmethod
    def of(cls, document: Document) -> _Outline:
        outline = cls(list(_goal_numbers(document)), [], set(), {}, {})
        for number, (aim, goal) in enumerate(document.aims()):
            code = _parts(aim.code)
            outline.codes.append(code)
            if aim.indicators:
                outline.measured.add(number)
            if goal is not None and code:
                outline.in_goal.setdefault((outline.goals[number], code), number)
                outline.anywhere.setdefault(code, []).append(number)
        return outline

    def above(self, number: int) -> int | None:
        """The objective whose code this one extends, or None. In another goal its code must be the only one."""
        goal, code = self.goals[number], self.codes[number]
        if goal is None:
            return None
        for length in range(len(code) - 1, 0, -1):
            shorter = code[:length]
            if (goal, shorter) in self.in_goal:
                return self.in_goal[goal, shorter]
            if len(self.anywhere.get(shorter, ())) == 1:
                return self.anywhere[shorter][0]
        return None

    def is_lone(self, number: int, depths: set[int]) -> bool:
        """A tactic by the depth of its code, whose strategy is not in the document."""
        goal, code = self.goals[number], self.codes[number]
        above = self.codes[goal] if goal is not None else ()
        return (
            bool(above)
            and len(code) in depths
            and len(code) >= len(above) + 2
            and code[: len(above)] == above
        )


def _goal_numbers(document: Document) -> Iterator[int | None]:
    goal_number = 0
    for number, (_, goal) in enumerate(document.aims()):
        if goal is None:
            goal_number = number
        yield None if goal is None else goal_number


def _parts(code: str) -> _Code:
    """`EX1.2.1` → EX, 1, 2, 1; `Aii` → A, ii."""
    found: list[str] = []
    for run in islice(re.finditer(r"\d+|[^\W\d_]+", code), _MAX_PARTS):
        split = re.fullmatch(r"([A-Z]+)([ivxl]+|[a-z])", run[0])
        found.extend(split.groups() if split else (run[0],))
    return tuple(part.casefold() for part in found)
