"""What is told of a schedule that is handed over: what has no place in the other program."""

from __future__ import annotations

from collections.abc import Iterator

from alignplan.analysis.handover.project import Lost, Project
from alignplan.errors import Misuse

__all__ = ["lost", "nothing"]

_WORDS = {
    Lost.OUTSIDE: ("{} on what is not in it left out", "dependency", "dependencies"),
    Lost.TACTIC_END: ("{} left out: what the end of a tactic waits for", "dependency", "dependencies"),
    Lost.AT_MOST: ("no place for {} of a dependency", "longest time", "longest times"),
    Lost.CHOICE: ("no place for {} of who does it: those of the schedule are written", "choice", "choices"),
    Lost.PIECES: ("{} that others interrupt in one piece", "work", "works"),
    Lost.DAYS: ("{} without days: nobody knows them", "item", "items"),
    Lost.TEAM: ("{} as if all its people were always there", "team", "teams"),
    Lost.SHARED: ("{} not taken off the team that works as such", "work", "works"),
}


def lost(project: Project) -> Iterator[str]:
    """A line for each kind of thing that was lost, with how often."""
    for kind, (words, one, many) in _WORDS.items():
        count = project.lost.get(kind, 0)
        if count:
            yield words.format(f"{count} {one if count == 1 else many}")


def nothing(asked: str) -> Misuse:
    """The refusal where nothing was chosen that could be handed over."""
    return Misuse(
        f"{asked or 'the plan'} has nothing to schedule", "actions, milestones and tactics that count are"
    )
