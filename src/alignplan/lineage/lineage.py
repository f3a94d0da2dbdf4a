"""A plan and its past: asked for once, when a rule needs it, with the reason where git cannot tell."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cached_property

from alignplan.analysis.suspects.suspects import Suspects
from alignplan.cache.verdicts import NOTHING
from alignplan.errors import Misuse
from alignplan.history.refusals import refusal
from alignplan.lineage.past import KnownPast, known_past
from alignplan.lineage.states import States, states_of
from alignplan.storage.folders import Folder

__all__ = ["Lineage"]

_CUT = "(`git fetch --unshallow`, or in CI check out with `fetch-depth: 0`)"


class Lineage:
    """The past of a plan whose files come from `source`; `commit` is the one that this is, empty for the files here."""

    def __init__(
        self,
        root: str,
        source: Folder,
        commit: str,
        year_starts: int,
        watch: Callable[[int, int], object] | None = None,
    ) -> None:
        self._root = root
        self._source = source
        self._commit = commit
        self._year_starts = year_starts
        self._watch = watch
        self._reason = ""
        self.states: States = {}
        """The files on which the answers depend, as they were before git was asked; nothing where it was not."""

    @cached_property
    def past(self) -> KnownPast | None:
        """What git knows of when items were touched; none where it cannot tell."""
        folder = os.path.dirname(self._root)
        self.states = states_of(folder)
        try:
            if all(digest == NOTHING for _, digest in self.states.values()):
                raise refusal("not a git repository", folder)  # git need not be asked
            return known_past(self._root, self._source, self._commit, self._year_starts, self._watch)
        except Misuse as reason:
            self._reason = f"{reason.message} ({reason.hint})" if reason.hint else reason.message
            return None

    @property
    def lasts(self) -> bool:
        """Whether the answers are the same as long as the states are: not where git could not read a repository."""
        if not self._reason and self.states:
            return self.past is None or self.past.complete
        return not self._reason or all(stamp is None for stamp, _ in self.states.values())

    def untold(self, judged: Suspects) -> str:
        """Why some of the links could not be judged; empty where all were."""
        if not judged.undecided:
            return ""
        return f"A112 needs git history: {self._reason or self._cut()}"

    def _cut(self) -> str:
        begins = self.past.begins if self.past is not None else None
        if begins is None:
            return "not every item could be found in it"
        return f"it is cut short on {begins}; what changed before is not known {_CUT}"
