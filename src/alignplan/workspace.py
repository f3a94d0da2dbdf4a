"""The whole trip of a plan, each stage computed once and only when asked for.

file text → tree with places → model → graph → answer
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alignplan.analysis.assessment import Assessment
    from alignplan.analysis.figures.interface import Found, Picture
    from alignplan.analysis.gaps import Gaps
    from alignplan.analysis.selectors.choice import Choice
    from alignplan.diagnostics.report import CheckAnswer
    from alignplan.graph.graph import PlanGraph
    from alignplan.graph.networks import Network
    from alignplan.lineage.lineage import Lineage
    from alignplan.linting.engine import Verdict
    from alignplan.linting.judged import Judged
    from alignplan.linting.known import KeptBaseline
    from alignplan.linting.report import Report
    from alignplan.linting.selection import Asked, Selection
    from alignplan.loading.kept import KeptFiles
    from alignplan.loading.load import Loaded
    from alignplan.loading.lock import KeptLock
    from alignplan.model.plan import Lint
    from alignplan.storage.folders import Folder

__all__ = ["Plan", "open_plan"]


class Plan:
    """A plan in a folder, as of a day."""

    def __init__(
        self,
        root: str,
        as_of: date,
        watch: Callable[[int, int], object] | None = None,
        *,
        drafts: Mapping[str, bytes | None] | None = None,
        past: Folder | None = None,
        kept: KeptFiles | None = None,
        remembered: bool = False,
    ) -> None:
        self.root = root
        """The absolute path of the root file."""
        self.as_of = as_of
        self.opened = time.time_ns()
        """When reading began: what changed shortly before may have changed again since."""
        self._watch = watch
        self._drafts = drafts
        self._past = past
        self._kept = kept
        self._remembered = remembered
        self._baseline: KeptBaseline | None = None
        self.crashed: list[tuple[str, Exception]] = []
        """Rules that crashed while they judged this plan, by code: bugs of ours."""

    @property
    def folder(self) -> str:
        """The plan's folder."""
        return os.path.dirname(self.root)

    @cached_property
    def source(self) -> Folder:
        """Where the files are read from: the plan's folder as it stands, with drafts over it, or as it was."""
        from alignplan.storage.folders import Drafts, Folder

        if self._past is not None:
            return self._past
        return Folder(self.folder) if self._drafts is None else Drafts(self.folder, self._drafts)

    @cached_property
    def loaded(self) -> Loaded:
        """All files as models, with what was found while reading."""
        if self._past is not None:  # nobody changes that while it is read
            from alignplan.loading.files import load_file
            from alignplan.loading.load import load

            read = load_file if self._kept is None else self._kept.load
            return load(self._past, os.path.basename(self.root), self._watch, read=read)
        from alignplan.loading.steady import load_steady

        return load_steady(self.source, os.path.basename(self.root), self._watch, faces=self._remembered)

    @property
    def files(self) -> list[str]:
        """The plan's files, the root first, relative to its folder."""
        return [file.path for file in self.loaded.files]

    @cached_property
    def items(self) -> PlanGraph:
        """The typed graph in the program's own form."""
        from alignplan.graph.graph import PlanGraph

        return PlanGraph((file.path, file.model) for file in self.loaded.files)

    @cached_property
    def graph(self) -> Network:
        """The typed graph as a networkx multigraph, with the plan's own ids."""
        from alignplan.graph.networks import to_networkx

        return to_networkx(self.items)

    def selection(self, asked: Asked | None = None) -> Selection:
        """The rules in force."""
        from alignplan.linting.selection import Asked, select

        return select(self.loaded.lint, self.loaded.root.path, asked or Asked())

    @cached_property
    def assessment(self) -> Assessment:
        """The plan as of the day, with the project's own thresholds."""
        return self._assessed(self.selection().thresholds, self.loaded.lint)

    def _assessed(self, thresholds: Mapping[str, float], lint: Lint) -> Assessment:
        from alignplan.analysis.assessment import Assessment

        found = Assessment(self.items, self.as_of, thresholds, self.loaded.findings)
        found.asks_past(lambda: self.lineage.past, lint.suspect)
        lock = self.lock.lock
        found.lock = lock if lock is not None and lock.as_of <= self.as_of else None
        return found

    @cached_property
    def lock(self) -> KeptLock:
        """The locked schedule beside the root file, with the state of its file before it was read."""
        from alignplan.loading.lock import kept_lock

        return kept_lock(self.source)

    @property
    def unlocked(self) -> str:
        """Why the file of the locked schedule is of no use; empty where it is, and where there is none."""
        if not self.lock.fault:
            return ""
        from alignplan.loading.lock import LOCK

        return f"`{LOCK}` is left aside: {self.lock.fault}; `alignplan schedule --lock` writes it anew"

    @cached_property
    def lineage(self) -> Lineage:
        """What git knows of when items were touched; it is asked where a rule needs it."""
        from alignplan.lineage.lineage import Lineage

        commit, year_starts = getattr(self._past, "commit", ""), self.loaded.plan.year_starts or 0
        return Lineage(self.root, self.source, commit, year_starts, self._watch)

    @property
    def untold(self) -> str:
        """Why git could not be asked about some links that were judged; empty where all could be."""
        judged = self.assessment.judged_links if "assessment" in self.__dict__ else None
        return "" if judged is None else self.lineage.untold(judged)

    def verdict(self, selection: Selection) -> Verdict:
        """What the selected rules say, without lines and columns."""
        from alignplan.linting.engine import judge

        verdict = judge(self.assessment, self.loaded, selection, self._text_of)
        self.crashed.extend(verdict.crashed)
        return verdict

    def verdict_by(self, selection: Selection, lint: Lint) -> Verdict:
        """What the rules in force for another version of the plan say of this one, by that one's settings."""
        from alignplan.linting.engine import judge

        return judge(self._assessed(selection.thresholds, lint), self.loaded, selection, self._text_of)

    def baseline(self, *, shown: Callable[[str], str] | None = None) -> KeptBaseline:
        """The findings that are known, where there is a baseline beside the root file. Raises Misuse.

        The same each time, so that the state that is remembered is that of what was read.
        """
        if self._baseline is None:
            from alignplan.diagnostics.baseline import BASELINE
            from alignplan.linting.known import kept_baseline

            self._baseline = kept_baseline(self.source, (shown or str)(BASELINE))
        return self._baseline

    def check(self, asked: Asked | None = None, *, shown: Callable[[str], str] | None = None) -> CheckAnswer:
        """What does not fit. `shown` turns a path relative to the plan's folder into one to print."""
        return self.report(asked, shown=shown).answer

    def report(self, asked: Asked | None = None, *, shown: Callable[[str], str] | None = None) -> Report:
        """The same, with what was judged beside each finding."""
        from alignplan.linting.report import build

        shown = shown or (lambda path: path)
        return build(
            self.verdict(self.selection(asked)),
            as_of=self.as_of,
            root=shown(self.loaded.root.path),
            files=[file.path for file in self.loaded.files],
            items=self.items.count,
            text_of=self._text_of,
            shown=shown,
        )

    def gaps(self, choice: Choice) -> Gaps:
        """What is missing for the chosen objectives."""
        from alignplan.analysis.gaps import gaps
        from alignplan.linting.columns import for_columns, spoken

        verdict = self.verdict(for_columns(self.selection()))
        if verdict.crashed:
            raise verdict.crashed[0][1]  # what a column's rule does not say must not pass for met
        return gaps(self.assessment, choice, spoken(verdict))

    def picture(self, choice: Choice | None = None, judged: Sequence[Judged] | None = None) -> Picture:
        """What the figures are taken of: the whole plan, or what was chosen of it; `judged`: what its rules say."""
        from alignplan.analysis.figures.interface import Picture

        def found() -> Found:
            said = self.verdict(self.selection()).judged if judged is None else judged
            return tuple((entry.finding, entry.severity) for entry in said if entry.waived is None)

        return Picture(self.assessment, choice, self.gaps, found, self.files)

    def remember(self, report: Report, answer: CheckAnswer, asked: Asked, *, base: str) -> None:
        """Keep the answer of `check` for as long as nothing changes; see :mod:`alignplan.cache`.

        `answer` is that of the report without what the baseline has.
        """
        from alignplan.cache.answers import to_data
        from alignplan.cache.verdicts import NOTHING, key_of, new_entry, store, store_memory
        from alignplan.diagnostics.baseline import BASELINE
        from alignplan.linting.memory import memory_of
        from alignplan.loading.lock import LOCK

        lineage: Lineage | None = self.__dict__.get("lineage")  # where it was asked for
        if lineage is not None and not lineage.lasts:
            return
        loaded, kept = self.loaded, self.baseline()
        files = {file.path: (file.stamp, file.digest) for file in loaded.files}
        files.update({entry.path: (entry.stamp, entry.digest) for entry in loaded.series})
        files.update(dict.fromkeys(loaded.absent, (None, "")))
        files[BASELINE] = (kept.stamp, kept.digest or NOTHING)
        files[LOCK] = (self.lock.stamp, self.lock.digest or NOTHING)
        paths = {os.path.join(self.folder, path): state for path, state in files.items()}
        whole = to_data(report.answer) if answer.known else None
        about = {**(lineage.states if lineage is not None else {}), **paths}
        entry = new_entry(self.opened, loaded.folders, about, to_data(answer), whole, self.untold)
        key = key_of(self.root, answer.as_of, asked.strict, base)
        store(key, entry)
        if self._remembered:
            memory = memory_of(self.assessment, loaded, self.selection(asked), report.judged)
            if memory is not None:
                store_memory(key, entry, memory.to_data())

    def _text_of(self, path: str) -> str:
        from alignplan.loading.files import text_of

        return text_of(self.source, path)


def open_plan(
    path: str | os.PathLike[str] = ".",
    *,
    as_of: date | None = None,
    drafts: Mapping[str, bytes | None] | None = None,
) -> Plan:
    """The plan that `path` (a folder or a file) belongs to; its root is found upward, else below.

    `as_of` is the day on which it is judged (left out: today). `drafts` are contents that are read in place of files,
    by paths relative to the plan's folder: the plan as it would be, with nothing written (None: without that file).
    Raises :class:`alignplan.Misuse` where there is no plan, or more than one below.
    """
    from alignplan.errors import Misuse
    from alignplan.loading.discover import find_roots

    roots = find_roots(os.fspath(path))
    if len(roots) > 1:
        raise Misuse(f"{len(roots)} plans below {os.fspath(path)}", "name one of them")
    return Plan(roots[0], as_of or date.today(), drafts=drafts)  # noqa: DTZ011  the planner's own calendar day
