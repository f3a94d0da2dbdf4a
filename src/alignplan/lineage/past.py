"""The past of a plan as links ask for it: read from git, kept in the cache, ended by what is not committed yet."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from alignplan.analysis.suspects.interface import Then, Touch
from alignplan.cache.lineage import keep, kept
from alignplan.graph.nodes import Node
from alignplan.history.commits import Commit
from alignplan.history.repository import Repository
from alignplan.lineage.table import Table, from_data, to_data
from alignplan.lineage.versions import Reader
from alignplan.loading.bind import bind
from alignplan.storage.folders import Folder

__all__ = ["MOST", "KnownPast", "known_past"]

MOST = 5_000
"""Commits of the plan's folder that are looked through; what was before is not known."""

_MOST_KEPT = 4
"""Tables that are kept: of a branch, of the one that it is compared with …"""


class KnownPast:
    """The past of a plan up to how it stands now."""

    def __init__(self, table: Table, year_starts: int, *, complete: bool = True) -> None:
        self._table = table
        self.complete = complete
        """Whether all of it could be read that git has."""
        self._now = len(table.commits)
        self._year_starts = year_starts

    @property
    def begins(self) -> date | None:
        """The day of the first commit that is known, where there were others before; else none."""
        return date.fromisoformat(self._table.commits[0][1]) if self._table.cut else None

    def touch(self, child: Node) -> Touch | None:
        """When an item was last touched; none where it could not be found in the files."""
        known = self._table.touched.get(child.id)
        if known is None:
            return None
        at = known[1]
        if at >= self._now:
            return Touch()
        commit, day = self._table.commits[at]
        return Touch(date.fromisoformat(day), commit, whole=at > 0 or not self._table.cut)

    def then(self, child: Node, parent: Node) -> Then | None:
        """What the parent was when the child was last touched; none where it says the same, or was not there."""
        at = self._table.touched[child.id][1]
        before, now = self._words(parent.id, at), self._words(parent.id, self._now)
        if before is None or now is None or before == now:
            return None
        shared = before.pop("shared", {})
        said = {**before, "kpis": list(shared)} if shared else before
        bound = bind(
            {"objectives": {parent.id: said}, "kpis": shared}, "", root=False, year_starts=self._year_starts
        )
        objective = bound.file.objectives.get(parent.id)
        if objective is None:
            return None
        return Then(
            objective, bound.file.kpis, _in_words(before, shared), _in_words(now, now.pop("shared", {}))
        )

    def _words(self, id: str, at: int) -> dict[str, Any] | None:
        """What an objective said at a commit, with the shared KPIs that it named apart."""
        said = self._table.meaning(f"o/{id}", at)
        if said is None:
            return None
        kpis = said.get("kpis")
        if not isinstance(kpis, list):
            return dict(said)
        shared = {kpi: self._table.meaning(f"k/{kpi}", at) for kpi in kpis}
        return {**said, "shared": {kpi: entry for kpi, entry in shared.items() if entry is not None}}


def _in_words(said: Mapping[str, Any], shared: Mapping[str, Any]) -> dict[str, Any]:
    kpis = said.get("kpis")
    named = {kpi: shared.get(kpi) or {} for kpi in kpis} if isinstance(kpis, list) else kpis
    return {**said, "kpis": named or {}}


# ------------------------------------------------------------ from git


def known_past(
    root: str,
    source: Folder,
    commit: str,
    year_starts: int,
    watch: Callable[[int, int], object] | None = None,
) -> KnownPast:
    """The past of the plan with a root file, whose files come from `source`.

    `commit` is the one that `source` stands on: its own, or that of HEAD where that is left empty. Raises Misuse where
    git cannot tell: there is no repository, or no commit.
    """
    repository = Repository(os.path.dirname(root))
    try:
        last = repository.commit(commit or "HEAD")
        reader = Reader(os.path.basename(root))
        table = _table(root, repository, last, reader, watch)
        if not commit:
            table = table.copy()
            reader.take(table, len(table.commits), source, [repository.at(last)])
        return KnownPast(table, year_starts, complete=reader.complete)
    finally:
        repository.close()


def _table(
    root: str,
    repository: Repository,
    last: Commit,
    reader: Reader,
    watch: Callable[[int, int], object] | None,
) -> Table:
    """The table up to a commit: what is kept of it, and what came since."""
    ids = repository.ids(last, MOST)
    numbers = {id: number for number, id in enumerate(ids)}
    known = [table for data in kept(root) if (table := from_data(data)) is not None]
    fitting = [one for one in known if one.head in numbers and one.shallow == repository.shallow]
    if fitting:
        table = min(fitting, key=lambda one: numbers[one.head])
        new = ids[: numbers[table.head]]
    else:
        table = Table(repository.shallow, repository.shallow or len(ids) == MOST)
        new = ids
    if new:
        _grow(table, repository, list(repository.named(new[::-1])), reader, watch)
    if new and reader.complete:
        others = [one for one in known if one is not table]
        keep(root, [to_data(one) for one in (table, *others[: _MOST_KEPT - 1])])
    return table


def _grow(
    table: Table,
    repository: Repository,
    commits: list[Commit],
    reader: Reader,
    watch: Callable[[int, int], object] | None,
) -> None:
    """Take a table further, commit by commit, the oldest first."""
    before: list[Folder] = [repository.at(repository.commit(table.head))] if table.head else []
    for done, commit in enumerate(commits, start=1):
        folder = repository.at(commit)
        reader.take(table, len(table.commits), folder, before)
        table.commits.append((commit.id, commit.day.isoformat()))
        before = [folder]
        if watch is not None:
            watch(done, len(commits))
