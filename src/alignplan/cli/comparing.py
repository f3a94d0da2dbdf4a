"""Two versions of a plan: where each comes from, and what differs between them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from alignplan.analysis.changes.comparison import Comparison, Version
from alignplan.cli.past import origin_of, plan_of
from alignplan.cli.viewing import note, plan_here
from alignplan.errors import Misuse
from alignplan.records import record

if TYPE_CHECKING:
    from alignplan.analysis.changes.items import Side
    from alignplan.analysis.figures.interface import Picture
    from alignplan.cli.settings import Settings
    from alignplan.diagnostics.report import Reported
    from alignplan.history.commits import Commit
    from alignplan.history.repository import Repository
    from alignplan.history.revision import Revision
    from alignplan.linting.judged import Judged
    from alignplan.workspace import Plan

__all__ = ["Before", "before", "compared"]

_HEAD = "HEAD"


def compared(settings: Settings, typed: str | None, *, staged: bool = False) -> tuple[Comparison, Plan]:
    """What changed between the two versions that `typed` names, and the plan here. Raises Misuse."""
    from alignplan.history.repository import Repository

    here = plan_here(settings)
    repository = Repository(here.folder)
    try:
        old, new = _sides(here, repository, typed, staged=staged)
    finally:
        repository.close()
    for side in (old, new):
        for words in side.notes():
            note(settings, words)
    return _compared(old, new), here


@record
class Before:
    """The plan at a revision, as `check --since` compares with it; none where there was none.

    `typed` is the revision as typed, `name` the same with its commit; `whole` is false where not all could be read.
    `names` says what ids of then are called now, `notes` are what there is to say of how it was read.
    """

    typed: str
    name: str
    commit: Commit
    plan: Plan | None
    whole: bool
    names: Callable[[str], str]
    notes: tuple[str, ...]


def before(here: Plan, typed: str) -> Before:
    """The plan here as it was at a revision; `REV...`: where the files here parted from it. Raises Misuse."""
    from alignplan.analysis.changes.items import compare
    from alignplan.history.ranges import range_of
    from alignplan.history.repository import Repository

    if not typed.strip():
        raise Misuse("--since names no revision", "name one: --since main")
    wanted = range_of(typed)
    if wanted.new is not None and not (wanted.parted and wanted.new == _HEAD):
        raise Misuse(f"--since {typed}: that is a range", f"name one revision: --since {wanted.old}")
    repository = Repository(here.folder)
    try:
        commit = repository.commit(wanted.old)
        if wanted.parted:
            commit = repository.parting(commit, repository.commit(_HEAD))
        old, new = _at(repository, wanted.old, commit, here), _Side(Version("the files here"), here, here)
        names = compare(old.side(new), new.side(old)).name
    finally:
        repository.close()
    whole, notes = not old.lost and not old.submodules, tuple(_not_known(old))
    return Before(typed, old.version.name, commit, old.plan, whole, names, notes)


def _not_known(side: _Side) -> Iterator[str]:
    """Why findings count as new that may have been there."""
    if side.plan is None:
        yield f"there is no {os.path.basename(side.here.root)} in {side.version.name}: whatever is found is new"
    elif side.lost:
        files = ", ".join(sorted(side.lost)[:3]) + (" …" if len(side.lost) > 3 else "")
        yield f"of {side.version.name} not all can be read: {files}; what may have been found there counts as new"
    for path in side.submodules:
        yield f"{path} is a submodule: what is in it counts as missing in {side.version.name}"


class _Side:
    """A plan with its name; none where there was none yet."""

    def __init__(
        self, version: Version, plan: Plan | None, here: Plan, submodules: tuple[str, ...] = ()
    ) -> None:
        self.version = version
        self.plan = plan
        self.here = here
        self.submodules = submodules
        self._trees: dict[str, Any] = {}

    def notes(self) -> Iterator[str]:
        """What there is to say of how it was read."""
        name = self.version.name
        if self.plan is None:
            yield f"there is no {os.path.basename(self.here.root)} in {name}"
        elif self.lost:
            files = ", ".join(sorted(self.lost)[:3]) + (" …" if len(self.lost) > 3 else "")
            yield f"of {name} not all can be read: {files}; what stands there is not compared, and figures are not"
        for path in self.submodules:
            yield f"{path} is a submodule: what is in it counts as missing in {name}"

    @cached_property
    def lost(self) -> frozenset[str]:
        """Files of which something could not be read."""
        files = self.plan.loaded.files if self.plan is not None else []
        return frozenset(file.path for file in files if not file.whole or file.lost_section)

    @cached_property
    def judged(self) -> list[Judged]:
        """What `check` finds."""
        return [] if self.plan is None else self.plan.verdict(self.plan.selection()).judged

    def side(self, other: _Side) -> Side:
        """What is compared with the other."""
        from alignplan.analysis.changes.items import Side
        from alignplan.graph.graph import PlanGraph

        graph = PlanGraph(()) if self.plan is None else self.plan.items
        lost = self.lost | (_files(other) if self._root_is_lost else frozenset())
        return Side(graph, self.tree, lost, _same(self, other))

    @property
    def _root_is_lost(self) -> bool:
        return self.plan is not None and self.plan.loaded.root.path in self.lost

    def tree(self, path: str) -> Any:
        """The parsed text of a file."""
        if path not in self._trees:
            from alignplan.loading.files import text_of
            from alignplan.text.tree import parse

            assert self.plan is not None
            self._trees[path] = parse(text_of(self.plan.source, path)).data
        return self._trees[path]

    def picture(self) -> Picture:
        """What its figures are taken of."""
        if self.plan is not None:
            return self.plan.picture(judged=self.judged)
        from alignplan.analysis.assessment import Assessment
        from alignplan.analysis.figures.interface import Picture
        from alignplan.analysis.gaps import gaps
        from alignplan.graph.graph import PlanGraph

        plan = Assessment(PlanGraph(()), self.here.as_of)
        return Picture(plan, gaps=lambda choice: gaps(plan, choice, {}))

    def reported(self, judged: list[Judged], shown: Callable[[str], str]) -> tuple[Reported, ...]:
        """Findings with their lines."""
        from alignplan.linting.locate import Locator
        from alignplan.loading.files import text_of

        if self.plan is None:
            return ()
        source = self.plan.source
        locator = Locator(lambda path: text_of(source, path), shown)
        found = [locator.report(entry) for entry in judged]
        found.sort(
            key=lambda one: (one.severity.rank, one.spot.path, one.spot.line, one.spot.column, one.code)
        )
        return tuple(found)


def _files(side: _Side) -> frozenset[str]:
    return frozenset(side.plan.files) if side.plan is not None else frozenset()


def _same(one: _Side, other: _Side) -> frozenset[str]:
    """The files in which nothing differs, those with the values of KPIs included."""
    if one.plan is None or other.plan is None:
        return frozenset()
    mine, theirs = one.plan.loaded, other.plan.loaded
    if {(at.path, at.digest) for at in mine.series} != {(at.path, at.digest) for at in theirs.series}:
        return frozenset()
    there = {(file.path, file.digest) for file in theirs.files}
    return frozenset(file.path for file in mine.files if (file.path, file.digest) in there)


def _sides(here: Plan, repository: Repository, typed: str | None, *, staged: bool) -> tuple[_Side, _Side]:
    from alignplan.history.ranges import range_of

    wanted = range_of(typed or _HEAD)
    if staged and wanted.new is not None:
        raise Misuse(f"--staged compares one revision with the index, not {typed}", "name one: --staged REV")
    commit = repository.commit(wanted.old)
    if wanted.new is None:
        last = _staged(repository, here) if staged else _Side(Version("the files here"), here, here)
        return _at(repository, wanted.old, commit, here), last
    end = repository.commit(wanted.new)
    first = repository.parting(commit, end) if wanted.parted else commit
    name = first.short if wanted.parted else wanted.old
    return _at(repository, name, first, here), _at(repository, wanted.new, end, here)


def _at(repository: Repository, typed: str, commit: Commit, here: Plan) -> _Side:
    version = Version(str(origin_of(typed, commit)), commit.id, commit.day.isoformat())
    return _past(repository.at(commit), version, here)


def _staged(repository: Repository, here: Plan) -> _Side:
    return _past(repository.staged(), Version("what is staged"), here)


def _past(revision: Revision, version: Version, here: Plan) -> _Side:
    there = revision.exists(os.path.basename(here.root))
    plan = plan_of(revision, here, here.as_of) if there else None
    return _Side(version, plan, here, tuple(revision.submodules))


def _compared(old: _Side, new: _Side) -> Comparison:
    from alignplan.analysis.changes.effects import effects, figure_changes
    from alignplan.analysis.changes.items import compare
    from alignplan.cli.paths import display_base, shown_from
    from alignplan.linting.compared import new_and_solved

    changes = compare(old.side(new), new.side(old))
    before, after = old.picture(), new.picture()
    whole = not old.lost and not new.lost
    said, is_said = (side.judged if whole else _certain(side.judged) for side in (old, new))
    found, solved = new_and_solved(said, is_said, changes.name)
    shown = shown_from(display_base(new.here.root), new.here.folder)
    return Comparison(
        old.version,
        new.version,
        changes,
        effects(before, after, changes) if whole else (),
        figure_changes(before, after) if whole else (),
        new.reported(found, shown),
        old.reported(solved, shown),
    )


def _certain(judged: list[Judged]) -> list[Judged]:
    """The findings that do not depend on what could not be read."""
    return [entry for entry in judged if not entry.rule.from_whole]
