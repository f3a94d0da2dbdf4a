"""A plan judged again after a few of its files changed, without reading the others.

Where a file shows the same face as before (:mod:`alignplan.loading.faces`), and its tactics and steps stand as before
or are only further, no rule says anything else of any other item; of its own items only some rules do. Those run on the
changed files alone. Where that is not sure, there is no answer here, and the whole plan is checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from alignplan.analysis.effort import WorkWeek
from alignplan.analysis.linked import has_links
from alignplan.analysis.partly import Partly, is_only_further, open_steps, signs, tactics_that_differ
from alignplan.analysis.triggers.budgets import spent_of
from alignplan.diagnostics.finding import Severity
from alignplan.diagnostics.report import CheckAnswer, Reported
from alignplan.graph.graph import PlanGraph
from alignplan.linting.judged import Judged
from alignplan.linting.locate import Locator
from alignplan.linting.memory import Memory, Symbols, place_of, symbols_of
from alignplan.linting.report import in_order, summary_of
from alignplan.linting.watched import open_in, open_of, watched, work_of
from alignplan.loading.files import SourceFile, load_file, text_of
from alignplan.loading.series import read_series
from alignplan.model.entry import blank
from alignplan.model.plan import Plan, PlanFile
from alignplan.records import record
from alignplan.rules.catalog import rule_of
from alignplan.storage.folders import Folder

__all__ = ["Again", "judged_again"]

_WORK = "tactics"
"""The section whose items all own rules judge by themselves."""


@record
class Again:
    """The new answer, what to remember beside it, and the files that were read for it."""

    answer: CheckAnswer
    memory: Memory
    files: tuple[SourceFile, ...]


def judged_again(
    folder: Folder, memory: Memory, answer: CheckAnswer, changed: Sequence[str], shown: Callable[[str], str]
) -> Again | None:
    """The answer now that these files changed; none where the whole plan has to be checked."""
    files = tuple(_read(folder, path, memory) for path in changed)
    if not all(_shows_the_same(file, memory) for file in files) or _faulty(memory, answer, changed):
        return None
    if not all(_goes_the_same(file, memory) and _means_the_same(file, memory) for file in files):
        return None
    plan = _partly(files, memory, date.fromisoformat(answer.as_of))
    if not watched(plan, map(rule_of, memory.watching)).keys() <= memory.works.keys():
        return None
    now = signs(plan)
    ended = not any(finding.code in memory.steps for finding in answer.findings)
    for file in files:
        if not is_only_further(memory.files[file.path][1], now.get(file.path, ""), ended=ended):
            return None
    if not _links_the_same(plan, memory, now) or not _open_the_same(plan, memory, changed):
        return None
    telling = _Telling(folder, memory, shown, frozenset(changed))
    entries = [*telling.kept(answer), *telling.new(_found(plan, memory))]
    entries.sort(key=lambda entry: in_order(telling.position[entry[1][0][0]], entry[0]))
    findings = tuple(reported for reported, _ in entries)
    summary = summary_of(findings, answer.summary.files, answer.summary.items, plan.today)
    remembered = replace(
        memory,
        files={**memory.files, **{file.path: _line(file, memory, now) for file in files}},
        symbols=[symbols for _, symbols in entries],
    )
    return Again(replace(answer, findings=findings, summary=summary), remembered, files)


def _line(file: SourceFile, memory: Memory, now: Mapping[str, str]) -> list[str]:
    """What is remembered of a file from now on."""
    return [file.face, now.get(file.path, ""), *memory.files[file.path][2:]]


def _read(folder: Folder, path: str, memory: Memory) -> SourceFile:
    file = load_file(folder, path, root=path == memory.root, year_starts=memory.year_starts, faces=True)
    read_series(folder, file, memory.year_starts)
    return file


def _shows_the_same(file: SourceFile, memory: Memory) -> bool:
    """Whether the file, which has no faults now and had none, shows nothing new to the rest of the plan."""
    clean = file.whole and not (file.findings or file.broken or file.waivers)
    return clean and bool(file.face) and memory.files[file.path][0] == file.face


def _goes_the_same(file: SourceFile, memory: Memory) -> bool:
    """Whether nothing else was spent or done where something elsewhere looks at it."""
    tactics = file.model.tactics.items()
    spent = ((tactic, memory.spent[id]) for id, tactic in tactics if id in memory.spent)
    works = ((tactic, memory.works[id]) for id, tactic in tactics if id in memory.works)
    return all(spent_of(tactic) == known for tactic, known in spent) and all(
        work_of(tactic) == known for tactic, known in works
    )


def _means_the_same(file: SourceFile, memory: Memory) -> bool:
    """Whether what something was confirmed against means what it meant; of shared KPIs that cannot be told here."""
    objectives = [
        (entry, memory.meant[id]) for id, entry in file.model.objectives.items() if id in memory.meant
    ]
    if not objectives:
        return not (memory.meant and file.model.kpis)
    from alignplan.analysis.suspects.meaning import meaning_of, sign_of

    return not file.model.kpis and all(
        not isinstance(entry.kpis, tuple) and sign_of(meaning_of(entry, {})) == sign
        for entry, sign in objectives
    )


def _links_the_same(plan: Partly, memory: Memory, now: Mapping[str, str]) -> bool:
    """Whether what is linked stands, with its steps, as before, where a rule looks at that."""
    if memory.linked is None:
        return True
    before = {path: known[1] for path, known in memory.files.items()}
    differing = tactics_that_differ(plan, before, now)
    return not any(tactic.id in memory.linked or has_links(tactic.model) for tactic in differing)


def _open_the_same(plan: Partly, memory: Memory, changed: Sequence[str]) -> bool:
    """Whether as much work is open in the files as before, where a rule looks at that."""
    if memory.open is None:
        return True
    now = open_of(plan) if memory.open else open_in(plan)
    return all(memory.open.get(path, "") == now.get(path, "") for path in changed)


def _faulty(memory: Memory, answer: CheckAnswer, changed: Sequence[str]) -> bool:
    """Whether something in the files was at fault: it mutes what follows from it."""
    told = zip(answer.findings, memory.symbols, strict=True)
    return any(finding.code[0] == "E" and symbols[0][0] in changed for finding, symbols in told)


def _partly(files: Sequence[SourceFile], memory: Memory, today: date) -> Partly:
    """The changed files with as much of the plan as their own rules look at."""
    models = [(file.path, file.model) for file in files]
    if all(model.plan is None for _, model in models):
        about = blank(Plan, language=memory.language, currency=memory.currency)
        models = [(memory.root, blank(PlanFile, plan=about)), *models]
    before = "".join(memory.files[file.path][1] for file in files)
    week = WorkWeek(memory.hours, memory.days)
    here = {file.path for file in files}
    elsewhere = sum(open_steps(known[1]) for path, known in memory.files.items() if path not in here)
    return Partly(PlanGraph(models), today, memory.thresholds, week, before, elsewhere)


def _found(plan: Partly, memory: Memory) -> Iterator[Judged]:
    """What the own rules say of the changed files, each thing once, but for what is ignored there."""
    for code in memory.own:
        rule = rule_of(code)
        told = set()
        for finding in rule.find(plan):
            said = (finding.identity, finding.place, finding.message)
            ignored = code in memory.files[finding.place.file][2:]
            alone = code not in memory.work or finding.place.route[0] == _WORK
            if alone and not ignored and said not in told:
                told.add(said)
                stated = memory.severities.get(code)
                yield Judged(finding, rule, Severity(stated) if stated else finding.severity or rule.severity)


class _Telling:
    """Puts together what was said before and what is new."""

    def __init__(
        self, folder: Folder, memory: Memory, shown: Callable[[str], str], changed: frozenset[str]
    ) -> None:
        self._memory = memory
        self._changed = changed
        self._locator = Locator(lambda path: text_of(folder, path), shown)
        self.position = {path: at for at, path in enumerate(memory.files)}

    def kept(self, answer: CheckAnswer) -> Iterator[tuple[Reported, Symbols]]:
        """What holds on, with its places in the changed files looked up again."""
        for reported, symbols in zip(answer.findings, self._memory.symbols, strict=True):
            if not self._is_found_again(reported.code, symbols[0]):
                touched = any(file in self._changed for file, _, _ in symbols)
                yield (self._located(reported, symbols) if touched else reported), symbols

    def new(self, found: Iterator[Judged]) -> Iterator[tuple[Reported, Symbols]]:
        """What is said of the changed files now."""
        return ((self._locator.report(judged), symbols_of(judged)) for judged in found)

    def _is_found_again(self, code: str, symbol: Symbols) -> bool:
        file, route, _ = symbol
        if file not in self._changed or code not in self._memory.own:
            return False
        return code not in self._memory.work or route[0] == _WORK

    def _located(self, reported: Reported, symbols: Symbols) -> Reported:
        place, *others = map(place_of, symbols)
        if place.file in self._changed:
            spot = self._locator.spot(place)
            reported = replace(reported, spot=spot, excerpt=self._locator.excerpt(place.file, spot))
        related = tuple(
            self._locator.related(there, entry.message) if there.file in self._changed else entry
            for there, entry in zip(others, reported.related, strict=True)
        )
        return replace(reported, related=related)
